"""Results as people read them: a table of measurements, the ratios, the figures to reach; and two results beside each
other: report.py RESULTS.json [EARLIER.json]."""
import json
import sys

BUSY = 0.1  # of all cores, in other hands: above that nobody should believe a figure


def is_busy(one):
    return bool(one.get("others")) and one["others"]["normal"] > BUSY


def cell(value, width, digits=None):
    if value is None:
        return " " * width
    digits = digits if digits is not None else 1 if value >= 10 else 2 if value >= 1 else 3
    return f"{value:{width}.{digits}f}"


def table(title, rows):
    """A line a measurement. A star stands where other work took part of the machine."""
    lines = [f"{title:44}{'MB/s':>8}{'median s':>10}{'least':>8}{'most':>8}{'cpu s':>8}{'MB/cpu s':>9}{'peak MiB':>9}"
             f"{'mentions/s':>11}"]
    for one in rows:
        seconds = one["seconds"]
        mentions = f"{one['mentions_s']:11,.0f}" if "mentions_s" in one else " " * 11
        lines.append(f"{'* ' if is_busy(one) else '  '}{one['name']:42}{cell(one.get('mb_s'), 8)}"
                     f"{cell(seconds['median'], 10, 3)}{cell(seconds['least'], 8, 3)}{cell(seconds['most'], 8, 3)}"
                     f"{cell(one['processor_seconds'], 8, 3)}{cell(one.get('mb_processor_s'), 9)}"
                     f"{cell(one.get('peak_mib'), 9, 0)}{mentions}")
    return [line.rstrip() for line in lines]


def ratios(rows):
    lines = []
    for one in rows:
        processor = f"  ({one['by_processor']:.2f} by processor time)" if one.get("by_processor") else ""
        lines.append(f"  {one['name']}: {one['value']:.2f}{processor}")
    return lines


def figures(rows, busy):
    lines = ["Figures to reach" + (" (the machine was busy: only a quiet one settles them)" if busy else "")]
    for one in rows:
        verdict = "reached" if one["reached"] else "MISSED "
        sign = "at least" if one["least"] else "at most "
        lines.append(f"  {verdict}  {one['value']:9.2f} {one['unit']:6} {sign} {one['wanted']:g}: {one['name']}")
    return lines


def busy_words(results):
    """Why the figures are not to be believed; empty where they are."""
    reasons = []
    machine = results["machine"]
    if machine["load_at_start"] > 0.5 * machine["cores"]:
        reasons.append(f"the load average was {machine['load_at_start']} at the start, on {machine['cores']} cores")
    shares = [one["others"] for group in results["measurements"].values() for one in group if one.get("others")]
    worst = max((share["normal"] for share in shares), default=0)
    if worst > BUSY:
        reasons.append(f"other processes took up to {worst:.0%} of the machine in the rows with a star")
    low = max((share["low"] for share in shares), default=0)
    if low > BUSY:
        reasons.append(f"work of low priority took up to {low:.0%} of it")
    waited = [one["processor_seconds"] / one["seconds"]["median"] for one in results["measurements"].get("program", [])
              if one["name"] == "extract --jobs 1"]
    if waited and min(waited) < 0.9:
        reasons.append(f"extract --jobs 1 had a processor for {min(waited):.0%} of its time")
    return reasons


def compare(new, old):
    """Measurements that both have: how many times the speed of the old one the new one has."""
    lines = [f"{'':44}{'earlier':>10}{'now':>10}{'times':>8}{'by cpu':>8}",
             f"  earlier: {old['version']} {old['commit'][:9]} {old['date']}; now: {new['version']} {new['commit'][:9]} "
             f"{new['date']}"]
    for which, one in (("earlier", old), ("now", new)):
        lines += [f"  {which}: BUSY MACHINE: {reason}" for reason in one["busy"]]
    if old["machine"]["processor"] != new["machine"]["processor"]:
        lines.append("  on different machines")
    for group, rows in new["measurements"].items():
        earlier = {one["name"]: one for one in old["measurements"].get(group, [])}
        for one in rows:
            before = earlier.get(one["name"])
            if not before:
                continue
            rate = "mb_s" in one and "mb_s" in before
            was, now = (before["mb_s"], one["mb_s"]) if rate else (before["seconds"]["median"], one["seconds"]["median"])
            times = now / was if rate else was / now
            # For each byte, so that corpora of another size can be compared.
            by_cpu = (before["processor_seconds"] / before["bytes"]) / (one["processor_seconds"] / one["bytes"])
            name = f"{group}: {one['name']}"
            lines.append(f"  {name[:42]:42}{cell(was, 10)}{cell(now, 10)} {'MB/s' if rate else 's   '}{cell(times, 5, 2)}"
                         f"{cell(by_cpu, 8, 2)}")
    return lines


def read(path):
    """Results that were kept."""
    try:
        with open(path, encoding="utf-8") as file:
            results = json.load(file)
    except (OSError, ValueError) as error:
        sys.exit(f"{path}: no results can be read here: {error}")
    if not isinstance(results, dict) or results.get("format") != 1:
        sys.exit(f"{path}: these are no results of scripts/bench --out")
    return results


def main():
    if not 2 <= len(sys.argv) <= 3:
        sys.exit(__doc__)
    results = [read(path) for path in sys.argv[1:]]
    print("\n".join(whole(results[0]) if len(results) == 1 else compare(*results)))


def whole(results):
    corpus, machine = results["corpus"], results["machine"]
    lines = [f"careerfacts {results['version']} ({results['commit'][:9]}), {results['date']}",
             f"{machine['processor']}, {machine['cores']} cores, {machine['memory_gib']} GiB, {machine['system']}",
             f"{corpus['articles']} articles, {corpus['bytes'] / 1e6:.1f} MB, {corpus['mentions_a_kb']} mentions a KB", ""]
    for title, rows in results["measurements"].items():
        lines += table(TITLES.get(title, title), rows) + [""]
    lines += ["Ratios"] + ratios(results["ratios"]) + [""]
    lines += figures(results["figures"], busy_words(results))
    lines += [f"Not measured: {reason}" for reason in results["not_measured"]]
    lines += [f"BUSY MACHINE: {reason}" for reason in busy_words(results)]
    return lines


TITLES = {"program": "The program, whole corpus", "slice": "The first thousand articles, and others",
          "stages": "Stages, one thread, a thousand articles", "start": "Start-up, to the end of the program",
          "dense": "As dense as the samples, a thousand", "large": "100,000 articles, 2 GB"}

if __name__ == "__main__":
    main()
