#!/usr/bin/env python3
"""Makes a corpus for timing: make_corpus.py CORPUS_DIR OUT_DIR [COUNT=1000] [BYTES=20000] [MENTIONS_PER_KB=2]

Every article is put together from the blocks (paragraphs, lists, tables, headings) of the sample articles in a random
order, with other numbers and names, until it has about BYTES bytes. The sample articles state about 12 facts a KB,
real ones fewer (the five seeds 1.8): blocks that state nothing, by the gold, are mixed in until the articles have
MENTIONS_PER_KB; 0 leaves them as dense as the samples. The same arguments always give the same files.
"""
import json
import random
import re
import sys
from pathlib import Path

TITLES = ["data scientist", "registered nurse", "electrician", "software engineer", "machine learning engineer",
          "welder", "accountant", "security analyst", "product manager", "physical therapist", "paralegal",
          "solar installer", "pharmacist", "teacher", "civil engineer", "dental hygienist"]
PLACES = ["Ohio", "Texas", "Oregon", "Boston", "Denver", "Atlanta", "Phoenix", "Chicago", "Seattle", "Tampa"]


def vary(block, rng):
    """Other digits (never a leading zero), sometimes another title or place."""
    def number(match):
        digits = match.group()
        return digits if len(digits) == 4 and digits[:2] in ("19", "20") else "".join(
            str(rng.randint(1, 9)) if i == 0 else str(rng.randint(0, 9)) for i in range(len(digits)))
    block = re.sub(r"\d+", number, block)
    for words in (TITLES, PLACES):
        for word in words:
            if word in block and rng.random() < 0.5:
                block = block.replace(word, rng.choice(words))
    return block


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


def main():
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    size = int(sys.argv[4]) if len(sys.argv) > 4 else 20000
    wanted = float(sys.argv[5]) if len(sys.argv) > 5 else 2
    blocks = blocks_of(source)
    if not blocks:
        sys.exit(f"{source}: there are no .md or .txt articles with their gold")
    plain = [text for text, mentions in blocks if mentions == 0 and len(text) > 80]
    out.mkdir(parents=True, exist_ok=True)
    total = mentions = 0
    for number in range(count):
        rng = random.Random(number)
        parts, length, here = [f"# Careers as a {rng.choice(TITLES)} in {rng.choice(PLACES)}"], 0, 1
        while length < size:
            full = wanted > 0 and here * 1000 > wanted * (length + 500)
            text, stated = (rng.choice(plain), 0) if full else rng.choice(blocks)
            parts.append(vary(text, rng))
            length += len(parts[-1].encode()) + 2
            here += stated
        data = ("\n\n".join(parts) + "\n").encode()
        total += len(data)
        mentions += here
        (out / f"{number:06d}.md").write_bytes(data)
    print(f"{count} articles, {total} bytes, about {mentions * 1000 / total:.1f} mentions a KB")


if __name__ == "__main__":
    main()
