"""Whole-process runs of careerfacts: what a user waits for."""
from pathlib import Path

import measure

STORE = ("", "-wal", "-shm", "-journal")
IN_PARTS = ", folder by folder"


class Program:
    """The program and a folder for what it writes, beside the corpus: on the same disk."""

    def __init__(self, path, folder):
        self.path, self.folder = str(path), Path(folder)
        self.database = self.folder / "facts.db"
        self.lines = self.folder / "lines.jsonl"

    def fresh(self):
        for end in STORE:
            Path(str(self.database) + end).unlink(missing_ok=True)

    def command(self, name, words, before=None, output=None):
        """A thing to time: (name, function that runs it once)."""
        def once():
            if before:
                before()
            return measure.run([self.path, *map(str, words)], output or self.folder / "out")
        return name, once

    def extract(self, corpus, jobs, output=None):
        return self.command(f"extract --jobs {jobs}", ["extract", corpus, "--jobs", jobs], output=output)

    def ingest(self, corpus, jobs):
        return self.command(f"ingest --jobs {jobs}, fresh store",
                            ["ingest", corpus, "--jobs", jobs, "--db", self.database], self.fresh)

    def ingest_again(self, corpus, jobs):
        return self.command("ingest again, nothing changed", ["ingest", corpus, "--jobs", jobs, "--db", self.database])

    def load(self, jobs):
        return self.command(f"load --jobs {jobs} (MB of JSON lines)",
                            ["load", self.lines, "--jobs", jobs, "--db", self.database], self.fresh)

    def write_lines(self, corpus):
        """The shard that `load` reads; returns its bytes and its mentions."""
        measure.run([self.path, "extract", "--documents", str(corpus)], self.lines)
        with open(self.lines, "rb") as file:
            mentions = sum(b'"kind":"' in line for line in file)
        return self.lines.stat().st_size, mentions


def in_parts(command, folders, jobs):
    """The same command over each of the folders, one by one, as one thing to time: seconds are their sum."""
    each = [command(folder, jobs) for folder in folders]

    def once():
        runs = [one() for _, one in each]
        return measure.Run(sum(one.seconds for one in runs), sum(one.processor for one in runs),
                           max(one.peak for one in runs))
    return each[0][0] + IN_PARTS, once


def in_turn(commands, size, runs):
    """Each command `runs` times, in turn, so that a busy minute meets all of them; a measurement for each."""
    taken = {name: [] for name, _ in commands}
    watch = measure.Others()
    for _ in range(runs):
        for name, once in commands:
            taken[name].append(once())
    shares = watch.shares()
    return [measure.row(name, size, runs_of, shares) for name, runs_of in taken.items()]


def start_up(program, runs):
    """Seconds from nothing to the end, for --version and for an article of one line."""
    article = program.folder / "line.md"
    article.write_text("A data scientist earns $112,000 a year, according to Example Survey.\n")
    commands = [program.command("--version", ["--version"]),
                program.command("extract, one line", ["extract", article])]
    rows = in_turn(commands, article.stat().st_size, runs)
    for one in rows:
        del one["mb_s"], one["mb_processor_s"]
    return rows
