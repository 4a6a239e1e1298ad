#!/usr/bin/env python3
"""Times the program as a whole: bench.py PROGRAM CORPUS_DIR [RUNS=5]

Prints for each command MB/s of raw text (10^6 bytes) by the median of RUNS runs; the median, least and most seconds;
the processor time of the median run, which tells whether something else kept the machine busy; and the peak memory.
"""
import os
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


def main():
    program, corpus = sys.argv[1], sys.argv[2]
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
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
        for name, before, arguments in cases:
            results = []
            for _ in range(runs):
                if before:
                    before()
                results.append(run([program] + arguments, folder + "/out"))
            results.sort()
            median, processor, _ = results[len(results) // 2]
            peak = max(result[2] for result in results)
            print(f"{name:34}{size / 1e6 / median:8.1f}{median:10.3f}{results[0][0]:8.3f}{results[-1][0]:8.3f}"
                  f"{processor:8.2f}{peak / 2**20:10.0f}")


if __name__ == "__main__":
    main()
