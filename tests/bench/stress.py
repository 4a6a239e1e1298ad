#!/usr/bin/env python3
"""Runs the program on files that repeat one piece: stress.py PROGRAM [MB=50] [WORD...] [--ingest] [--files N]

For each piece (or only those whose name holds a WORD): processor time and peak memory of `extract --jobs 1` (with
--ingest, of `ingest` into a fresh store), and the time as a multiple of what sample articles of the same size take. Ends
with status 1 when one takes more than MOST_TIMES as long, more than MOST_MEMORY bytes and MEMORY_A_BYTE for each byte of
the file, or does not end well. Then, or alone where the WORD is "files", N (20,000) tiny files and deep folders: none may
be lost, a second run stores nothing more, and memory may grow by MEMORY_A_FILE for each. A million take 4 GB of disk.
The fast part of this is tests/property/linear_time.cc. For long runs: nice -n 19 python3 tests/bench/stress.py …
"""
import argparse
import os
import sqlite3
import shutil
import sys
import tempfile
import time
from pathlib import Path

MOST_TIMES = 12
MEMORY_A_BYTE = 100  # articles take 45
MEMORY_A_FILE = 1000  # its path, twice, and what the store keeps of it in memory
MOST_MEMORY = 3 * 2**30  # the first million facts of a file are kept, at two and a half kilobytes each
PIECES = {
    "dollars": "$", "nines": "9", "percents": "%", "brackets": "(", "one word": "word ", "one long word": "word",
    "bullets": "- a\n", "bullet signs": "•", "table pipes": "| a | b |\n", "pipes": "|",
    "according to": "according to ", "combining marks": "\u0301", "letters with marks": "e\u0301",
    "mojibake": "â€™", "mojibake, broken off": "â€", "mojibake of Russian": "Р°", "tags": "<", "open tags": "<b>",
    "comments": "<!--", "ampersands": "&amp;", "quotes": "\"", "apostrophes": "'", "newlines": "\n", "returns": "\r",
    "and": "and ", "ranges": "$1 to ", "amounts": "$50,000-$60,000 ", "percentages": "5% ", "growth": "grew 5% ", "number words": "one ", "capitals": "A",
    "capital words": "Ab ", "initials": "U.S. ", "nurses": "Nurse, ", "RN": "RN ", "titles": "Manager of ",
    "slashes": "engineer/", "credentials": "PMP ", "sources": "according to BLS, ", "links": "[a](b(",
    "rows of salaries": "| Nurse | $50,000 | 5% |\n", "columns of salaries": "Nurse\t$50,000\t5%\n",
    "spaced columns": "Nurse    $50,000    5%\n", "items": "- Nurse ($50,000-$60,000): text\n", "headings": "# Nurse\n",
    "NULs": "\0a", "bytes that are no text": b"\xff", "deep lists": "".join(" " * depth + "- a\n" for depth in range(200)),
}


def run(words, folder):
    """Exit status, seconds and peak bytes of one process."""
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        for number in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), number)
        os.chdir(folder)
        os.execv(words[0], words)
    _, status, usage = os.wait4(child, 0)
    # Processor time: other work on the machine does not count.
    return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, time.perf_counter() - start, \
        usage.ru_maxrss * 1024


class Folder:
    """Where the program runs; its store is made anew for each run."""

    def __init__(self, path, program):
        self.path, self.program, self.failed = Path(path), os.path.abspath(program), 0

    def fresh(self):
        for end in ("", "-wal", "-shm"):
            Path(f"{self.path}/facts.db{end}").unlink(missing_ok=True)

    def extract(self, file, ingest):
        self.fresh()
        words = ["ingest", file, "--db", "facts.db"] if ingest else ["extract", file]
        return run([self.program, *words, "--jobs", "1"], self.path)

    def tell(self, name, seconds, times, memory, code, bad):
        self.failed += bool(bad)
        print(f"{name:24}{seconds:8.1f} s{f'{times:7.1f} times' if times else ' ' * 13}{memory / 2**20:8.0f} MiB  "
              f"status {code}{'  TOO MUCH' if bad else ''}", flush=True)


def stress_pieces(folder, size, words, ingest):
    corpus = Path(__file__).resolve().parent.parent.parent / "corpus" / "articles"
    articles = b"\n".join(path.read_bytes() for path in sorted(corpus.iterdir()))
    file = folder.path / "file.txt"

    def fill(piece):
        piece = piece if isinstance(piece, bytes) else piece.encode()
        file.write_bytes((piece * (size // len(piece) + 1))[:size])

    fill(articles)
    _, usual, _, memory = folder.extract(file, ingest)
    print(f"{size / 1e6:.0f} MB of articles: {usual:.1f} s of processor time, {memory / 2**20:.0f} MiB", flush=True)
    for name, piece in PIECES.items():
        if words and not any(word in name for word in words):
            continue
        fill(piece)
        code, seconds, _, memory = folder.extract(file, ingest)
        bad = code not in (0, 1, 2) or seconds > MOST_TIMES * usual or memory > MOST_MEMORY + MEMORY_A_BYTE * size
        folder.tell(name, seconds, seconds / usual, memory, code, bad)
    file.unlink()


def stress_files(folder, count):
    free = shutil.disk_usage(folder.path).free
    if count * 5000 > free:
        sys.exit(f"{count} files take {count * 5000 / 1e9:.1f} GB in {folder.path}, and {free / 1e9:.1f} GB are free")
    many = folder.path / "many"
    for n in range(count):
        if n % 10_000 == 0:
            part = many / f"{n // 10_000:04d}"
            part.mkdir(parents=True)
        (part / f"{n}.txt").write_text(f"Nurse {n} earns ${n + 20000} a year.\n")
    deep = folder.path / "many" / Path(*["deep"] * 300)
    deep.mkdir(parents=True)
    (deep / "article.txt").write_text("Nurses earn $19,000 a year.\n")
    folder.fresh()
    for name in (f"{count:,} tiny files", "the same again"):
        code, seconds, wall, memory = run([folder.program, "ingest", "many", "--db", "facts.db"], folder.path)
        with sqlite3.connect(folder.path / "facts.db") as store:
            documents, = store.execute("SELECT count(*) FROM document").fetchone()
            salaries, = store.execute("SELECT count(*) FROM fact WHERE kind = 'salary'").fetchone()
        store.close()
        bad = code not in (0, 1) or documents != count + 1 or salaries != count + 1 or \
            memory > 2**28 + MEMORY_A_FILE * count
        folder.tell(name, seconds, None, memory, code, bad)
        print(f"{'':24}{wall:8.1f} s by the clock, {documents} documents, {salaries} salaries", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("megabytes", nargs="?", type=float, default=50, metavar="MB")
    parser.add_argument("words", nargs="*", metavar="WORD")
    parser.add_argument("--ingest", action="store_true")
    parser.add_argument("--files", type=int, default=20_000, metavar="N")
    chosen = parser.parse_intermixed_args()
    with tempfile.TemporaryDirectory() as path:
        folder = Folder(path, chosen.program)
        if chosen.words != ["files"]:
            stress_pieces(folder, int(chosen.megabytes * 1e6), chosen.words, chosen.ingest)
        if not chosen.words or "files" in chosen.words:
            stress_files(folder, chosen.files)
    sys.exit(1 if folder.failed else 0)


if __name__ == "__main__":
    main()
