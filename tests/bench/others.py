"""What else somebody could use on the same articles: the afternoon script, rg, Recognizers-Text."""
import json
import shutil
import subprocess
from pathlib import Path

import measure

HERE = Path(__file__).parent
PATTERN = r"[$£€₹]\s?\d[\d,]*(\.\d+)?\s?(k|K|million)?|\d[\d.,]*\s?(%|percent)"  # a salary or a percentage
AFTERNOON, RG, RECOGNIZERS = "afternoon script: re, sqlite3", "rg -c, one thread", "Recognizers-Text"


def afternoon(corpus, folder):
    """The script in Python, into a fresh database: (name, function that runs it once)."""
    database = folder / "afternoon.db"

    def once():
        for end in ("", "-wal", "-shm"):
            Path(str(database) + end).unlink(missing_ok=True)
        return measure.run([shutil.which("python3"), str(HERE / "afternoon.py"), str(corpus), str(database)],
                           folder / "out")
    return AFTERNOON, once


def rg(corpus, folder):
    """Nothing where rg is not installed."""
    program = shutil.which("rg")
    if not program:
        return None
    words = [program, "-c", "-j1", "--no-ignore", "--no-config", PATTERN, str(corpus)]
    return RG, lambda: measure.run(words, folder / "out")


def recognizers(corpus, slice_bytes):
    """Recognizers-Text over the first files up to slice_bytes: (measurement, None), or (None, why not). Its start is not
    counted; the time is of one run."""
    node = shutil.which("node")
    if not node:
        return None, "node is not installed"
    watch = measure.Others()
    result = subprocess.run([node, str(HERE / "recognizers.mjs"), str(corpus), str(slice_bytes)], capture_output=True,
                            text=True, check=False)
    if result.returncode != 0:
        return None, "node has no @microsoft/recognizers-text-suite (npm install it, or set NODE_PATH)"
    told = json.loads(result.stdout)
    seconds = told["ms"] / 1e3
    return {"name": RECOGNIZERS, "runs": 1, "bytes": told["bytes"], "seconds": measure.spread([seconds]),
            "processor_seconds": told["processor_ms"] / 1e3, "mb_s": told["bytes"] / 1e6 / seconds,
            "mb_processor_s": told["bytes"] / 1e3 / told["processor_ms"], "others": watch.shares()}, None
