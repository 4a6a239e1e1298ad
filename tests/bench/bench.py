#!/usr/bin/env python3
"""Times the program as a whole: bench.py PROGRAM CORPUS_DIR [RUNS=5] [--others]

Prints for each command MB/s of raw text (10^6 bytes) by the median of RUNS runs; the median, least and most seconds;
the processor time of the median run, which tells whether something else kept the machine busy; and the peak memory. With --others, in the same run, what
others make of the same articles, and how many times faster or slower the program is: the afternoon script beside this
file, `rg -c` with a pattern for salaries and percentages, and Recognizers-Text on a slice where node has it.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def run(words, output):
    """Seconds, processor seconds and peak bytes of one process; its standard output goes to the file `output`."""
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        descriptor = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(descriptor, 1)
        os.execv(words[0], words)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        sys.exit(f"{' '.join(words)}: exit status {code}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def line(name, size, results):
    """Prints a row of the table; gives MB/s by the median."""
    results.sort()
    median, processor, _ = results[len(results) // 2]
    peak = max(result[2] for result in results)
    rate = size / 1e6 / median
    print(f"{name:34}{rate:8.1f}{median:10.3f}{results[0][0]:8.3f}{results[-1][0]:8.3f}{processor:8.2f}{peak / 2**20:10.0f}")
    return rate


def others(corpus, size, runs, folder, rates):
    """What else somebody could use, and the ratios to it."""
    here = Path(__file__).parent
    python = shutil.which("python3")
    compared = []

    def afternoon():
        database = Path(folder) / "afternoon.db"
        for suffix in ("", "-wal", "-shm"):
            Path(str(database) + suffix).unlink(missing_ok=True)
        return run([python, str(here / "afternoon.py"), corpus, str(database)], folder + "/out")

    compared.append(("afternoon script, re and sqlite3", line("afternoon script, re and sqlite3", size,
                                                               [afternoon() for _ in range(max(1, runs // 2))])))
    if rg := shutil.which("rg"):
        pattern = r"[$£€₹]\s?\d[\d,]*(\.\d+)?\s?(k|K|million)?|\d[\d.,]*\s?(%|percent)"
        compared.append(("rg -c, one thread", line("rg -c, one thread", size, [
            run([rg, "-c", "-j1", "--no-ignore", pattern, corpus], folder + "/out") for _ in range(runs)])))
    else:
        print("rg is not installed")
    if node := shutil.which("node"):
        slice_bytes = 200_000
        result = subprocess.run([node, str(here / "recognizers.mjs"), corpus, str(slice_bytes)], capture_output=True,
                                text=True, check=False)
        if result.returncode == 0:
            told = json.loads(result.stdout)
            rate = told["bytes"] / 1e3 / told["ms"]
            print(f"{'Recognizers-Text, a slice':34}{rate:8.2f}{told['ms'] / 1e3:10.3f}")
            compared.append(("Recognizers-Text, a slice", rate))
        else:
            print("Recognizers-Text is not installed (npm install @microsoft/recognizers-text-suite)")
    for name, rate in compared:
        print(f"extract --jobs 1 is {rates['extract --jobs 1 --format jsonl'] / rate:.2f} times as fast as: {name}")


def main():
    words = [word for word in sys.argv[1:] if word != "--others"]
    program, corpus = words[0], words[1]
    runs = int(words[2]) if len(words) > 2 else 5
    size = sum(path.stat().st_size for path in Path(corpus).rglob("*") if path.is_file())
    print(f"{size / 1e6:.1f} MB in {corpus}, median of {runs} runs, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory() as folder:
        database = folder + "/facts.db"

        def fresh():
            for suffix in ("", "-wal", "-shm"):
                Path(database + suffix).unlink(missing_ok=True)

        cases = [
            ("extract --jobs 1 --format jsonl", None, ["extract", corpus, "--jobs", "1"]),
            ("extract --jobs 2 --format jsonl", None, ["extract", corpus, "--jobs", "2"]),
            ("ingest --jobs 1, fresh store", fresh, ["ingest", corpus, "--jobs", "1", "--db", database]),
            ("ingest --jobs 2, fresh store", fresh, ["ingest", corpus, "--jobs", "2", "--db", database]),
            ("ingest again, nothing changed", None, ["ingest", corpus, "--jobs", "2", "--db", database]),
        ]
        print(f"{'':34}{'MB/s':>8}{'median s':>10}{'least':>8}{'most':>8}{'cpu s':>8}{'peak MiB':>10}")
        rates = {}
        for name, before, arguments in cases:
            results = []
            for _ in range(runs):
                if before:
                    before()
                results.append(run([program] + arguments, folder + "/out"))
            rates[name] = line(name, size, results)
        extract = rates["extract --jobs 2 --format jsonl"] / rates["extract --jobs 1 --format jsonl"]
        print(f"extract with 2 jobs is {extract:.2f} times as fast as with 1")
        if "--others" in sys.argv:
            others(corpus, size, runs, folder, rates)


if __name__ == "__main__":
    main()
