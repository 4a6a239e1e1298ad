#!/usr/bin/env python3
"""What somebody would write in an afternoon: afternoon.py FOLDER DATABASE

The same four kinds from the same articles with `re` into `sqlite3`: amounts with their range, percentages, some forty
titles and credentials by name, the sentence around each, and who is named in it. Written fairly: patterns compiled once,
one pass a kind, no pass where a sentence cannot need it, rows inserted in bulk in one transaction. It is what the
benchmark is measured against, no part of the program.
"""
import re
import sqlite3
import sys
from pathlib import Path

NUMBER = r"\d[\d,]*(?:\.\d+)?"
SCALE = r"(?:\s?(?:k|K|thousand|million|lakh))?"
MONEY = re.compile(rf"[$£€₹]\s?({NUMBER})({SCALE})(?:\s?(?:-|–|—|to|and)\s?[$£€₹]?\s?({NUMBER})({SCALE}))?")
PERCENT = re.compile(rf"({NUMBER})(?:\s?(?:-|–|to)\s?({NUMBER}))?\s?(?:%|percent|per cent)")
TITLES = re.compile(
    r"\b(?:senior |junior |lead |entry-level )?(?:registered nurse|nurse practitioner|nurse|data scientist|data analyst|"
    r"data engineer|software engineer|software developer|machine learning engineer|web developer|project manager|"
    r"product manager|marketing manager|accountant|auditor|teacher|electrician|plumber|welder|paralegal|lawyer|pharmacist|"
    r"physician assistant|dental hygienist|financial analyst|business analyst|human resources manager|recruiter|"
    r"truck driver|police officer|firefighter|graphic designer|architect|civil engineer|mechanical engineer|"
    r"information security analyst|systems administrator|network engineer|research scientist|economist|statistician)s?\b",
    re.I)
CREDENTIALS = re.compile(
    r"\b(?:CPA|PMP|CISSP|CISA|CISM|CCNA|CFA|CMA|SHRM-CP|NCLEX-RN|CompTIA (?:Security|Network|A)\+|"
    r"AWS Certified [A-Z][A-Za-z –-]+|Certified [A-Z][a-z]+(?: [A-Z][a-z]+)*)")
SOURCE = re.compile(
    r"(?:[Aa]ccording to|data from|reported by|per) (?:the )?((?:[A-Z][\w.&'-]*)(?: (?:of|for|and|[A-Z][\w.&'-]*))*)")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?]?")
SCALES = {"k": 1e3, "K": 1e3, "thousand": 1e3, "million": 1e6, "lakh": 1e5}


def number(digits, scale):
    return float(digits.replace(",", "")) * SCALES.get((scale or "").strip(), 1)


def mentions(text):
    for sentence in SENTENCE.finditer(text):
        words, begin = sentence.group(), sentence.start()
        titles = list(TITLES.finditer(words))
        amounts = list(MONEY.finditer(words))
        shares = list(PERCENT.finditer(words)) if "%" in words or "cent" in words else ()
        context = words.strip()
        if amounts or shares:
            role = titles[0].group().lower() if titles else None
            source = SOURCE.search(words)
            named = source.group(1) if source else None
        for m in amounts:
            low = number(m.group(1), m.group(2) or m.group(4))
            high = number(m.group(3), m.group(4)) if m.group(3) else low
            yield "salary", m.group(), begin + m.start(), begin + m.end(), low, high, role, named, context
        for m in shares:
            low = number(m.group(1), None)
            high = number(m.group(2), None) if m.group(2) else low
            yield "percentage", m.group(), begin + m.start(), begin + m.end(), low, high, role, named, context
        for m in titles:
            yield "role", m.group(), begin + m.start(), begin + m.end(), None, None, None, None, context
        for m in CREDENTIALS.finditer(words):
            yield "certification", m.group(), begin + m.start(), begin + m.end(), None, None, None, None, context


def main():
    folder, path = sys.argv[1], sys.argv[2]
    database = sqlite3.connect(path)
    database.executescript(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
        "CREATE TABLE mention (document, kind, quote, start, end, min, max, role, source, context);")
    rows = []
    for file in sorted(Path(folder).rglob("*")):
        if not file.is_file():
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        rows.extend((str(file), *mention) for mention in mentions(text))
        if len(rows) > 20000:
            database.executemany("INSERT INTO mention VALUES (?,?,?,?,?,?,?,?,?,?)", rows)
            rows.clear()
    database.executemany("INSERT INTO mention VALUES (?,?,?,?,?,?,?,?,?,?)", rows)
    database.commit()
    print(database.execute("SELECT count(*) FROM mention").fetchone()[0], "mentions")


if __name__ == "__main__":
    main()
