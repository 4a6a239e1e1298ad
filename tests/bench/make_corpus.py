#!/usr/bin/env python3
"""Makes a corpus for timing: make_corpus.py ARTICLES_DIR OUT_DIR [COUNT=1000] [BYTES=20000]

Every article is put together from the blocks (paragraphs, lists, tables, headings) of the sample articles in a random
order, with other numbers and names, until it has about BYTES bytes. The same arguments always give the same files.
"""
import random
import re
import sys
from pathlib import Path

TITLES = ["data scientist", "registered nurse", "electrician", "software engineer", "machine learning engineer",
          "welder", "accountant", "security analyst", "product manager", "physical therapist", "paralegal",
          "solar installer", "pharmacist", "teacher", "civil engineer", "dental hygienist"]
PLACES = ["Ohio", "Texas", "Oregon", "Boston", "Denver", "Atlanta", "Phoenix", "Chicago", "Seattle", "Tampa"]


def read(path):
    raw = path.read_bytes()
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "replace")


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


def main():
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
    size = int(sys.argv[4]) if len(sys.argv) > 4 else 20000
    articles = [read(path) for path in sorted(source.rglob("*")) if path.is_file() and path.suffix in (".md", ".txt")]
    blocks = [block for text in articles for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if block.strip()]
    if not blocks:
        sys.exit(f"{source}: there are no .md or .txt articles")
    out.mkdir(parents=True, exist_ok=True)
    total = 0
    for number in range(count):
        rng = random.Random(number)
        parts, length = [f"# Careers as a {rng.choice(TITLES)} in {rng.choice(PLACES)}"], 0
        while length < size:
            parts.append(vary(rng.choice(blocks), rng))
            length += len(parts[-1].encode()) + 2
        data = ("\n\n".join(parts) + "\n").encode()
        total += len(data)
        (out / f"{number:06d}.md").write_bytes(data)
    print(f"{count} articles, {total} bytes")


if __name__ == "__main__":
    main()
