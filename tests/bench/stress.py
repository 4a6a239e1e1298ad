#!/usr/bin/env python3
"""Runs the program on files that repeat one piece: stress.py PROGRAM [MB=50] [WORD...]

For each piece (or only those whose name holds a WORD): seconds and peak memory of `extract --jobs 1`, and both as
multiples of what sample articles of the same size take. Ends with status 1 when one takes more than MOST_TIMES as long,
more than MOST_MEMORY bytes and MEMORY_A_BYTE for each byte of the file, or does not end well. Then thousands of tiny files and deep
folders. The fast part of this is tests/property/linear_time.cc.
"""
import os
import sys
import tempfile
import time
from pathlib import Path

MOST_TIMES = 12
MEMORY_A_BYTE = 100  # articles take 45
MOST_MEMORY = 3 * 2**30  # the first million facts of a file are kept, at two and a half kilobytes each
PIECES = {
    "dollars": "$", "nines": "9", "percents": "%", "brackets": "(", "one word": "word ", "one long word": "word",
    "bullets": "- a\n", "bullet signs": "•", "table pipes": "| a | b |\n", "pipes": "|",
    "according to": "according to ", "combining marks": "\u0301", "letters with marks": "e\u0301",
    "mojibake": "â€™", "mojibake, broken off": "â€", "mojibake of Russian": "Р°", "tags": "<", "open tags": "<b>",
    "comments": "<!--", "ampersands": "&amp;", "quotes": "\"", "apostrophes": "'", "newlines": "\n", "returns": "\r",
    "and": "and ", "ranges": "$1 to ", "amounts": "$50,000-$60,000 ", "percentages": "5% ", "capitals": "A",
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


def main():
    program = os.path.abspath(sys.argv[1])
    size = int(float(sys.argv[2]) * 1e6) if len(sys.argv) > 2 else 50_000_000
    words = sys.argv[3:]
    corpus = Path(__file__).resolve().parent.parent.parent / "corpus" / "articles"
    articles = b"\n".join(path.read_bytes() for path in sorted(corpus.iterdir()))
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "file.txt"

        def fill(piece):
            piece = piece if isinstance(piece, bytes) else piece.encode()
            file.write_bytes((piece * (size // len(piece) + 1))[:size])

        fill(articles)
        _, usual, _, memory = run([program, "extract", str(file), "--jobs", "1"], folder)
        print(f"{size / 1e6:.0f} MB of articles: {usual:.1f} s of processor time, {memory / 2**20:.0f} MiB", flush=True)
        for name, piece in PIECES.items():
            if words and not any(word in name for word in words):
                continue
            fill(piece)
            code, seconds, _, memory = run([program, "extract", str(file), "--jobs", "1"], folder)
            bad = code not in (0, 1, 2) or seconds > MOST_TIMES * usual or memory > MOST_MEMORY + MEMORY_A_BYTE * size
            failed += bad
            print(f"{name:24}{seconds:8.1f} s{seconds / usual:7.1f} times{memory / 2**20:8.0f} MiB  status {code}"
                  f"{'  TOO MUCH' if bad else ''}", flush=True)
        file.unlink()
        if not words or "files" in words:
            for n in range(20000):
                Path(folder, f"{n}.txt").write_text(f"Nurse {n} earns ${n + 20000} a year.\n")
            deep = Path(folder, *["deep"] * 300)
            deep.mkdir(parents=True)
            (deep / "article.txt").write_text("Nurses earn $90,000 a year.\n")
            code, seconds, _, memory = run([program, "ingest", ".", "--db", "facts.db"], folder)
            bad = code not in (0, 1) or memory > 2**29
            failed += bad
            print(f"{'20,000 tiny files':24}{seconds:8.1f} s{'':13}{memory / 2**20:8.0f} MiB  status {code}"
                  f"{'  TOO MUCH' if bad else ''}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
