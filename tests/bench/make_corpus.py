#!/usr/bin/env python3
"""Makes a corpus for timing: make_corpus.py CORPUS_DIR OUT_DIR [COUNT=1000] [BYTES=20000] [MENTIONS_PER_KB=2]

Every article is put together from the blocks (paragraphs, lists, tables, headings) of the sample articles in a random
order, with other numbers, titles, places, people and names of publishers, until it has about BYTES bytes. The sample
articles state about 12 facts a KB, real ones fewer (the five seeds 1.8): text that states nothing, by the gold, is mixed
in until the articles have MENTIONS_PER_KB; 0 leaves them as dense as the samples. Its paragraphs are put together from
sentences, so that articles do not repeat each other's lines. The same arguments always give the same files, whatever
the number of cores, and article 17 is the same in a corpus of any COUNT.

The files are OUT_DIR/000/000000.md and so on, a thousand in a folder, so that the folder 000 is a corpus of a thousand.
One process a core writes them, one article in memory each. A corpus that is there already, whole, is not made again:
the file OUT_DIR.made says what it was made of.
"""
import hashlib
import json
import os
import random
import re
import shutil
import sys
from pathlib import Path

A_FOLDER = 1000
TITLES = ["data scientist", "registered nurse", "electrician", "software engineer", "machine learning engineer",
          "welder", "accountant", "security analyst", "product manager", "physical therapist", "paralegal",
          "solar installer", "pharmacist", "teacher", "civil engineer", "dental hygienist", "data analyst",
          "data engineer", "project manager", "solicitor", "truck driver", "recruiter", "surgeon", "chef", "carpenter",
          "plumber", "web developer", "statistician", "librarian", "dispatcher", "flight attendant", "bookkeeper"]
PLACES = ["Ohio", "Texas", "Oregon", "Boston", "Denver", "Atlanta", "Phoenix", "Chicago", "Seattle", "Tampa", "Boise",
          "Toledo", "London", "Leeds", "Bengaluru", "Hyderabad", "Kochi", "Pune", "Chennai", "Mumbai", "Toronto",
          "Calgary", "Victoria", "Dubai", "Singapore", "Berlin", "Munich", "Stuttgart", "Dresden", "Frankfurt", "Dallas",
          "Houston", "Sydney", "Tasmania", "Queensland", "California", "Amsterdam", "Omaha", "Memphis", "Austin"]
PEOPLE = ["Harriet", "Odile", "Kirra", "Anselm", "Meenal", "Simone", "Lena", "Marcus", "Dee", "Walt", "Prakash", "Ines",
          "Okafor", "Marsh", "Dunleavy", "Pike", "Rao", "Lachance", "Tobias", "Yusuf", "Ingrid", "Carmen", "Delphine",
          "Mateo", "Abernathy", "Castellano", "Novak", "Oyelaran", "Petrov", "Quigley", "Rosenthal", "Takeda", "Villareal"]
# The first word of made-up publishers; the rest of the name ("Pay Review") stays.
PUBLISHERS = ["Oakbridge", "Skyway", "Nirvara", "Larkfield", "Corrigan", "Ashgrove", "Halden", "Maple", "Chancery",
              "Deccan", "Rheinblick", "Quillon", "Northgate", "Wardside", "Werkbank", "Fernwick", "Castlemere", "Lindqvist",
              "Brackenhurst", "Solvane", "Tarrowby", "Ivelbridge", "Marchmont", "Penhallow", "Wexcombe", "Yarrowdale"]
NAMES = (TITLES, [title.title() for title in TITLES], PLACES, PEOPLE, PUBLISHERS)
LIST_OF = {name: names for names in NAMES for name in names}
# What is made anew: a number, or one of the names.
SLOT = re.compile(r"\d+|\b(?:" + "|".join(sorted(LIST_OF, key=len, reverse=True)) + r")\b")
FIRST_DIGITS, DIGITS = "123456789", "0123456789"
SENTENCE_END = re.compile(r"(?<=[a-z][.!?]) (?=[A-Z])")


class Block:
    """A block of a sample article as literals and slots in turn, the number of its mentions, and its sentences."""

    def __init__(self, text, mentions):
        self.literals, self.slots, begin = [], [], 0
        for match in SLOT.finditer(text):
            self.literals.append(text[begin:match.start()])
            self.slots.append(match.group())
            begin = match.end()
        self.rest = text[begin:]
        self.mentions = mentions
        prose = text[0].isalpha() and "\n" not in text
        self.sentences = SENTENCE_END.split(text) if prose and not mentions else []

    def varied(self, rng):
        """Other digits (never a leading zero; years stay), and for half of the names another of its kind."""
        parts = []
        for literal, slot in zip(self.literals, self.slots):
            parts.append(literal)
            if not slot.isdigit():
                parts.append(rng.choice(LIST_OF[slot]) if rng.getrandbits(1) else slot)
            elif len(slot) == 4 and slot[:2] in ("19", "20"):
                parts.append(slot)
            else:
                parts.append(rng.choice(FIRST_DIGITS))
                if len(slot) > 1:
                    parts += rng.choices(DIGITS, k=len(slot) - 1)
        parts.append(self.rest)
        return "".join(parts)


class Blocks:
    """The blocks of all samples, and of those the ones that state nothing."""

    def __init__(self, corpus):
        self.all = [Block(text, mentions) for text, mentions in blocks_of(corpus)]
        plain = [block for block in self.all if not block.mentions and len(block.rest) + sum(map(len, block.literals)) > 60]
        self.odd = [block for block in plain if not block.sentences]  # lists, code, lines of navigation
        self.sentences = [Block(sentence, 0) for block in plain for sentence in block.sentences]

    def plain(self, rng):
        """A text that states nothing."""
        if self.odd and rng.random() < 0.2:
            return rng.choice(self.odd).varied(rng)
        return " ".join(rng.choice(self.sentences).varied(rng) for _ in range(rng.randint(2, 6)))


def blocks_of(corpus):
    """(text, number of mentions in it by the gold) of each block of the Markdown and plain-text samples."""
    blocks = []
    for path in sorted((corpus / "articles").rglob("*")):
        if path.suffix not in (".md", ".txt"):
            continue
        raw = path.read_bytes()
        gold = json.loads((corpus / "gold" / (path.stem + ".json")).read_text("utf-8"))["mentions"]
        begin = 0
        for match in re.finditer(rb"\r?\n[ \t]*\r?\n|\Z", raw):
            text = raw[begin:match.start()].decode("utf-8-sig", "replace").replace("\r\n", "\n")
            if text.strip():
                blocks.append((text, sum(begin <= mention["start"] < match.start() for mention in gold)))
            begin = match.end()
    return blocks


def article(number, size, wanted, blocks):
    """The bytes of one article, and about how many mentions it has."""
    rng = random.Random(number)
    parts, length, here = [f"# Careers as a {rng.choice(TITLES)} in {rng.choice(PLACES)}"], 0, 1
    while length < size:
        if wanted > 0 and here * 1000 > wanted * (length + 500):
            parts.append(blocks.plain(rng))
        else:
            block = rng.choice(blocks.all)
            parts.append(block.varied(rng))
            here += block.mentions
        length += len(parts[-1].encode()) + 2
    return ("\n\n".join(parts) + "\n").encode(), here


def write_articles(numbers, out, size, wanted, blocks):
    """Bytes and mentions of the articles with these numbers."""
    total = mentions = 0
    for number in numbers:
        data, here = article(number, size, wanted, blocks)
        (out / f"{number // A_FOLDER:03d}" / f"{number:06d}.md").write_bytes(data)
        total += len(data)
        mentions += here
    return total, mentions


def in_processes(count, jobs, write):
    """What write(numbers) gives, added up over all articles; a process for each job."""
    pipes = []
    for job in range(jobs):
        read_end, write_end = os.pipe()
        child = os.fork()
        if child == 0:
            status = 1
            try:
                os.write(write_end, json.dumps(write(range(job, count, jobs))).encode())
                status = 0
            except OSError as error:
                print(f"make_corpus.py: {error}", file=sys.stderr)
            finally:
                os._exit(status)
        os.close(write_end)
        pipes.append((child, read_end))
    sums = [0, 0]
    failed = False
    for child, read_end in pipes:
        with os.fdopen(read_end) as told:
            line = told.read()
        failed = os.waitpid(child, 0)[1] != 0 or failed
        for i, value in enumerate(json.loads(line) if line else []):
            sums[i] += value
    if failed:
        sys.exit("make_corpus.py: the corpus could not be made (see above)")
    return sums


def make(source, out, count=1000, size=20000, wanted=2.0):
    """Makes the corpus where it is not there yet; returns what OUT_DIR.made says of it."""
    source, out = Path(source), Path(out)
    blocks = Blocks(source)
    if not blocks.sentences:
        sys.exit(f"{source}: there are no .md or .txt articles with their gold, or all that they say is facts")
    stamp = Path(str(out) + ".made")
    recipe = hashlib.sha256(json.dumps([count, size, wanted, blocks_of(source)]).encode() + Path(__file__).read_bytes()).hexdigest()
    was_made = stamp.exists()
    if was_made and out.is_dir():
        made = json.loads(stamp.read_text())
        if made["recipe"] == recipe:
            return made
    if out.exists():
        if any(out.iterdir()) and not was_made:
            sys.exit(f"{out}: there is something here that this script has not made; remove it or give another folder")
        shutil.rmtree(out)
    stamp.unlink(missing_ok=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    needed, free = count * (size * 1.02 + 4096), shutil.disk_usage(out.parent).free
    if needed > free * 0.9:
        sys.exit(f"{out}: {count} articles take {needed / 1e9:.1f} GB, and {free / 1e9:.1f} GB are free")
    for folder in range((count + A_FOLDER - 1) // A_FOLDER):
        (out / f"{folder:03d}").mkdir(parents=True)
    jobs = min(os.cpu_count() or 1, count)
    total, mentions = in_processes(count, jobs, lambda numbers: write_articles(numbers, out, size, wanted, blocks))
    made = {"recipe": recipe, "articles": count, "bytes": total, "mentions_a_kb": round(mentions * 1000 / total, 2)}
    stamp.write_text(json.dumps(made) + "\n")
    return made


def main():
    if len(sys.argv) < 3:
        sys.exit("make_corpus.py CORPUS_DIR OUT_DIR [COUNT=1000] [BYTES=20000] [MENTIONS_PER_KB=2]")
    made = make(sys.argv[1], sys.argv[2], *(kind(word) for kind, word in zip((int, int, float), sys.argv[3:])))
    print(f"{made['articles']} articles, {made['bytes']} bytes, about {made['mentions_a_kb']:.1f} mentions a KB")


if __name__ == "__main__":
    main()
