"""The stages inside one process, by the program `stages` (stages.cc, Google Benchmark)."""
import json
import statistics
import subprocess

import measure


def run(program, corpus, repetitions, folder):
    """A measurement a stage. `program` must have been built; throws subprocess.CalledProcessError where it fails."""
    out = folder / "stages.json"
    watch = measure.Others()
    subprocess.run([str(program), str(corpus), f"--benchmark_repetitions={repetitions}", "--benchmark_min_time=0.05",
                    f"--benchmark_out={out}", "--benchmark_out_format=json"], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    shares = watch.shares()
    told = json.loads(out.read_text("utf-8"))
    context = told["context"]
    stages = {}
    for one in told["benchmarks"]:
        if one["run_type"] == "iteration":
            stages.setdefault(one["name"], []).append(one)
    rows = []
    for name, ones in stages.items():
        seconds = measure.spread([one["real_time"] / 1e3 for one in ones])
        processor = statistics.median(one["cpu_time"] for one in ones) / 1e3
        size = int(context[ones[0]["label"]])
        row = {"name": name, "runs": len(ones), "bytes": size, "seconds": seconds, "processor_seconds": processor,
               "mb_s": size / 1e6 / seconds["median"], "mb_processor_s": size / 1e6 / processor, "others": shares}
        if name in ("extract", "write JSON", "store", "read JSON"):
            row["mentions_s"] = int(context["mentions"]) / seconds["median"]
        rows.append(row)
    return rows
