"""Runs processes and takes their time: seconds, processor seconds, peak memory; and what else the machine does."""
import os
import platform
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Run:
    seconds: float
    processor: float  # seconds of user and system
    peak: int         # bytes; at least what this Python process had, for the child begins as its copy


def run(words, output=os.devnull, allowed=(0, 1), folder=None):
    """One process from its start to its end; its standard output goes to the file `output`."""
    def redirect(descriptor, path):
        return (os.POSIX_SPAWN_OPEN, descriptor, path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)

    errors = str(output) + ".err" if output != os.devnull else os.devnull
    start = time.perf_counter()
    child = os.posix_spawn(words[0], words, os.environ,
                           file_actions=[redirect(1, str(output)), redirect(2, errors)])
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in allowed:
        told = Path(errors).read_text("utf-8", "replace")[-2000:] if errors != os.devnull else ""
        sys.exit(f"{' '.join(map(str, words))}: exit status {code}\n{told}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


class Others:
    """How much of the machine other processes take, from its making on: shares of all cores, or None where the system
    does not tell. `normal` disturbs; `low` is work of low priority (nice), which gives way but still costs."""

    def __init__(self):
        self.begin = self._now()

    @staticmethod
    def _now():
        try:
            with open("/proc/stat", encoding="ascii") as file:
                fields = [int(word) for word in file.readline().split()[1:9]]
        except (OSError, ValueError):
            return None
        tick = os.sysconf("SC_CLK_TCK")
        user, nice, system, _, _, interrupt, soft, stolen = (field / tick for field in fields)
        times = os.times()
        own = times.user + times.system + times.children_user + times.children_system
        return time.perf_counter(), user + system + interrupt + soft + stolen, nice, own

    def shares(self):
        end = self._now()
        if self.begin is None or end is None:
            return None
        wall, normal, low, own = (after - before for before, after in zip(self.begin, end))
        if os.getpriority(os.PRIO_PROCESS, 0) > 0:
            low -= own
        else:
            normal -= own
        whole = max(wall, 0.001) * (os.cpu_count() or 1)
        return {"normal": round(max(0.0, normal) / whole, 3), "low": round(max(0.0, low) / whole, 3)}


def spread(values):
    """Median, least and most."""
    return {"median": statistics.median(values), "least": min(values), "most": max(values)}


def row(name, size, runs, shares=None):
    """What the runs of one command come to: a measurement as the results keep it. `size` is the bytes of articles."""
    seconds = spread([one.seconds for one in runs])
    processor = statistics.median(one.processor for one in runs)
    return {"name": name, "runs": len(runs), "bytes": size, "seconds": seconds, "processor_seconds": processor,
            "mb_s": size / 1e6 / seconds["median"], "mb_processor_s": size / 1e6 / max(processor, 1e-6),
            "peak_mib": max(one.peak for one in runs) / 2**20, "others": shares}


def machine():
    """What the figures were measured on."""
    processor = platform.processor() or platform.machine()
    try:
        for line in Path("/proc/cpuinfo").read_text("utf-8", "replace").splitlines():
            if line.startswith("model name"):
                processor = line.split(":", 1)[1].strip()
                break
    except OSError:
        pass
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {"processor": processor, "cores": os.cpu_count(), "memory_gib": round(memory / 2**30, 1),
            "system": f"{platform.system()} {platform.release()}", "load_at_start": round(os.getloadavg()[0], 2)}
