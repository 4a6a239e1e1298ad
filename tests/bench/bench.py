#!/usr/bin/env python3
"""Times the program: bench.py PROGRAM FOLDER [OPTIONS]. scripts/bench builds what is needed and calls it.

FOLDER takes the corpora and what is written. What is measured, and how: README.md beside this file.
"""
import argparse
import datetime
import json
import shutil
import subprocess
import sys
from pathlib import Path

import make_corpus
import measure
import others
import report
import stages
from program import IN_PARTS, Program, in_parts, in_turn, start_up

ROOT = Path(__file__).resolve().parents[2]
A_FEW = 5       # runs of what is short, where the whole corpus is run as often as it should be
A_SLICE = 1000  # articles


def options():
    parser = argparse.ArgumentParser(prog="scripts/bench", description="Times the program; tests/bench/README.md tells how.")
    parser.add_argument("program", help=argparse.SUPPRESS)
    parser.add_argument("folder", help=argparse.SUPPRESS, type=Path)
    parser.add_argument("--stages-program", help=argparse.SUPPRESS, type=Path)
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="runs over the whole corpus (3)")
    parser.add_argument("--articles", type=int, default=10_000, metavar="N", help="articles of 20 KB in the corpus (10000)")
    parser.add_argument("--large", action="store_true", help="then 100,000 articles, 2 GB, once: peak memory and cost")
    parser.add_argument("--starts", type=int, default=31, metavar="N", help="runs for the time of a start (31)")
    parser.add_argument("--no-others", action="store_true", help="without the Python script, rg and Recognizers-Text")
    parser.add_argument("--out", type=Path, metavar="FILE", help="keep the results as JSON (tests/bench/results/VERSION.json)")
    parser.add_argument("--against", type=Path, metavar="FILE", help="and compare them with earlier ones")
    chosen = parser.parse_args()
    if min(chosen.runs, chosen.articles, chosen.starts) < 1:
        parser.error("--runs, --articles and --starts are at least 1")
    return chosen


def progress(what):
    if sys.stderr.isatty():
        print(f"\r\033[K{what} …" if what else "\r\033[K", end="", file=sys.stderr, flush=True)


class Bench:
    def __init__(self, chosen):
        self.chosen = chosen
        chosen.folder.mkdir(parents=True, exist_ok=True)
        scratch = chosen.folder / "scratch"
        shutil.rmtree(scratch, ignore_errors=True)
        scratch.mkdir()
        self.scratch = scratch
        self.program = Program(chosen.program, scratch)
        self.few = A_FEW if chosen.runs > 1 else 1
        self.measurements, self.ratios, self.figures, self.not_measured = {}, [], [], []
        self.machine = measure.machine()

    # Makes or finds a corpus; gives its folder and what is known of it.
    def corpus(self, articles, density=2.0):
        progress(f"making {articles} articles")
        folder = self.chosen.folder / f"corpus-{articles}-{density:g}"
        return folder, make_corpus.make(ROOT / "corpus", folder, articles, 20000, density)

    def measured(self, group, rows):
        self.measurements.setdefault(group, []).extend(rows)
        return {one["name"]: one for one in self.measurements[group]}

    def ratio(self, name, value, by_processor=None):
        self.ratios.append({"name": name, "value": value, "by_processor": by_processor})

    def figure(self, name, value, unit, wanted, least):
        self.figures.append({"name": name, "value": value, "unit": unit, "wanted": wanted, "least": least,
                             "reached": value >= wanted if least else value <= wanted})

    def start(self):
        progress("start-up")
        rows = self.measured("start", start_up(self.program, self.chosen.starts))
        self.start_seconds = rows["extract, one line"]["seconds"]["median"]
        slowest = max(one["seconds"]["median"] for one in rows.values())
        self.figure("start-up, --version and an article of one line", slowest * 1000, "ms", 40, False)

    def whole(self):
        folder, self.made = self.corpus(self.chosen.articles)
        size, program, runs = self.made["bytes"], self.program, self.chosen.runs
        progress(f"{self.chosen.articles} articles")
        # The folders one by one stand beside the whole, in turns: the clock of a machine changes within minutes.
        parts = sorted(folder.iterdir())
        commands = [program.extract(folder, 1), in_parts(program.extract, parts, 1), program.extract(folder, 2),
                    program.ingest(folder, 1), in_parts(program.ingest, parts, 2), program.ingest(folder, 2)]
        if len(parts) == 1:
            commands = [command for command in commands if not command[0].endswith(IN_PARTS)]
        rows = self.measured("program", in_turn([*commands, program.ingest_again(folder, 2)], size, runs))
        if len(parts) > 1:
            for name in (program.extract(folder, 1)[0], program.ingest(folder, 2)[0]):
                self.linear(name, rows[name], rows[name + IN_PARTS], len(parts))
        lines, mentions = program.write_lines(folder)
        for one in in_turn([program.load(2)], lines, runs):
            one["mentions_s"] = mentions / one["seconds"]["median"]
            self.measured("program", [one])
        one, two, ingest = rows["extract --jobs 1"], rows["extract --jobs 2"], rows["ingest --jobs 2, fresh store"]
        for row in (one, two):
            row["mentions_s"] = mentions / row["seconds"]["median"]
        for name in ("ingest --jobs 1, fresh store", "ingest --jobs 2, fresh store"):
            rows[name]["mentions_s"] = mentions / rows[name]["seconds"]["median"]
        self.figure("extract --jobs 1", one["mb_s"], "MB/s", 100, True)
        self.figure("ingest --jobs 2 into a fresh store", ingest["mb_s"], "MB/s", 100, True)
        jobs = one["seconds"]["median"] / two["seconds"]["median"]
        self.ratio("speed of extract, 2 jobs against 1", jobs)
        self.figure("extract, 2 jobs against 1", jobs, "times", 1.7, True)
        if not self.chosen.large:
            peak = max(row["peak_mib"] for row in rows.values())
            self.figure(f"peak memory, {size / 1e6:.0f} MB (asked of 2 GB: --large)", peak, "MiB", 256, False)

    # The first thousand articles: other programs, stages.
    def slice(self):
        folder = self.chosen.folder / f"corpus-{self.chosen.articles}-2" / "000"
        files = list(folder.iterdir())
        size = sum(path.stat().st_size for path in files)
        progress(f"{len(files)} articles")
        program = self.program
        commands = [program.extract(folder, 1), program.extract(folder, 2), program.ingest(folder, 1),
                    program.ingest(folder, 2)]
        self.measured("slice", in_turn(commands, size, self.few))
        if not self.chosen.no_others:
            self.others(folder, size)
        self.stages(folder)

    # What a corpus costs as a whole against its `parts` one by one, each a run of its own, brought to ten parts: ten where
    # cost is linear. Without the starts of the program, which the parts pay more often; by the clock and by processor.
    def linear(self, name, whole, one_by_one, parts):
        start = self.start_seconds
        beyond = (whole["seconds"]["median"] - start) / max(one_by_one["seconds"]["median"] - parts * start, 1e-6) * 10
        processor = whole["processor_seconds"] / one_by_one["processor_seconds"] * 10
        self.ratio(f"cost of 10 times the text, {name} (from {parts} parts)", beyond, processor)
        self.figure(f"cost of 10 times the text, {name}", beyond, "times", 10.5, False)

    def others(self, folder, size):
        progress("others")
        program = self.program
        commands = [(f"{name}, beside others", once) for name, once in
                    (program.extract(folder, 1), program.ingest(folder, 1))]
        commands.append(others.afternoon(folder, self.scratch))
        if rg := others.rg(folder, self.scratch):
            commands.append(rg)
        else:
            self.not_measured.append("rg -c: rg is not installed")
        rows = self.measured("slice", in_turn(commands, size, 3))
        extract, ingest = rows[commands[0][0]], rows[commands[1][0]]
        recognizers, reason = others.recognizers(folder, 100_000)
        if recognizers:
            rows = self.measured("slice", [recognizers])
        else:
            self.not_measured.append(f"Recognizers-Text: {reason}")

        def against(ours, name, short):
            value, processor = (ours[key] / rows[name][key] for key in ("mb_s", "mb_processor_s"))
            self.ratio(f"speed of {short} --jobs 1 against {name}", value, processor)
            return value
        for name in (others.AFTERNOON, others.RG, others.RECOGNIZERS):
            if name in rows:
                value = against(extract, name, "extract")
                if name == others.AFTERNOON:
                    self.figure("extract --jobs 1 against the Python script", value, "times", 25, True)
                    against(ingest, name, "ingest")

    def stages(self, folder):
        program = self.chosen.stages_program
        if not program or not program.exists():
            self.not_measured.append("stages: libbenchmark-dev is not installed (see above)")
            return
        progress("stages")
        try:
            self.measured("stages", stages.run(program, folder, self.few, self.scratch))
        except subprocess.CalledProcessError as error:
            self.not_measured.append(f"stages: {error}")

    def dense(self):
        folder, made = self.corpus(min(A_SLICE, self.chosen.articles), 0.0)
        progress("dense articles")
        self.measured("dense", in_turn([self.program.extract(folder, 1), self.program.ingest(folder, 2)], made["bytes"],
                                       min(3, self.few)))

    def large(self):
        folder, made = self.corpus(100_000)
        size, program = made["bytes"], self.program
        free = shutil.disk_usage(self.scratch).free
        if free < 2 * size:
            self.not_measured.append(f"2 GB: stores and journals take about {2 * size / 1e9:.0f} GB, {free / 1e9:.1f} are free")
            return
        commands = [program.extract(folder, 2, "/dev/null"), program.ingest(folder, 2), program.ingest_again(folder, 2)]
        rows = {}
        for command in commands:
            progress(f"{size / 1e9:.1f} GB: {command[0]}")
            rows = self.measured("large", in_turn([command], size, 1))
        self.figure(f"peak memory, {size / 1e9:.1f} GB", max(row["peak_mib"] for row in rows.values()), "MiB", 256, False)

    def results(self):
        version = subprocess.run([self.chosen.program, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
        commit = subprocess.run(["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--abbrev=12"],
                                capture_output=True, text=True, check=False).stdout.strip() or "unknown"
        now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ")
        results = {"format": 1, "version": version, "commit": commit, "date": now, "machine": self.machine,
                   "corpus": self.made, "measurements": self.measurements, "ratios": self.ratios, "figures": self.figures,
                   "not_measured": self.not_measured}
        results["busy"] = report.busy_words(results)
        return results


def rounded(value):
    """The results with no more digits than mean anything."""
    if isinstance(value, float):
        return float(f"{value:.4g}")
    if isinstance(value, dict):
        return {key: rounded(one) for key, one in value.items()}
    return [rounded(one) for one in value] if isinstance(value, list) else value


def main():
    chosen = options()
    earlier = report.read(chosen.against) if chosen.against else None
    if not Path(chosen.program).is_file():
        sys.exit(f"{chosen.program}: there is no program; scripts/bench builds it")
    if chosen.out and not chosen.out.parent.is_dir():
        sys.exit(f"--out {chosen.out}: there is no folder {chosen.out.parent}")
    bench = Bench(chosen)
    load = bench.machine["load_at_start"]
    if load > 0.5 * bench.machine["cores"]:
        print(f"BUSY MACHINE: the load average is {load}; do not believe these figures", file=sys.stderr, flush=True)
    bench.start()
    bench.whole()
    bench.slice()
    bench.dense()
    if chosen.large:
        bench.large()
    progress("")
    shutil.rmtree(bench.scratch, ignore_errors=True)
    results = bench.results()
    print("\n".join(report.whole(results)))
    if chosen.out:
        chosen.out.write_text(json.dumps(rounded(results), indent=1, ensure_ascii=False) + "\n", "utf-8")
        print(f"kept in {chosen.out}")
    if earlier:
        print("\n" + "\n".join(report.compare(results, earlier)))


if __name__ == "__main__":
    main()
