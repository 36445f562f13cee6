"""report.py RESULTS REPORT "tool version"..: RESULTS/*.jsonl becomes REPORT/benchmark.md and REPORT/benchmark.svg.

A line is one measurement: language, group ("scalar", "array", ..), n (the number of elements, or 1), variant, role and
ns, the nanoseconds of one call. The role is "ours", "limit" (what an expert writes by hand; the first one counts) or
"peer". The variants of one group and n were measured in turn, in one process: their i-th lines belong to one round, so
that a ratio within it means something even on a noisy machine. In each "array" comparison, one variant is a memcpy.
"""
import datetime
import json
import platform
import re
import sys
from importlib import metadata
from pathlib import Path

import numpy as np
import plot

LANGUAGES = ["C", "Python", "Java", "C#"]


class Variant:
    def __init__(self, name, role):
        self.name, self.role, self.rounds = name, role, []

    def ns(self):
        return np.median(self.rounds)

    def ratios(self, base):
        """The quartiles over the rounds."""
        return np.percentile(np.divide(self.rounds, base.rounds), [25, 50, 75])


class Comparison:
    """The variants of one group and n."""

    def __init__(self, language, group, n):
        self.language, self.group, self.n, self.by_name = language, group, n, {}

    def variants(self):
        return sorted(self.by_name.values(), key=Variant.ns)

    def first(self, role):
        return next((variant for variant in self.by_name.values() if variant.role == role), None)


def read(folder):
    comparisons = {}
    for file in folder.glob("*.jsonl"):
        for row in map(json.loads, file.read_text().splitlines()):
            key = row["language"], row["group"], row["n"]
            variants = comparisons.setdefault(key, Comparison(*key)).by_name
            variants.setdefault(row["variant"], Variant(row["variant"], row["role"])).rounds.append(row["ns"])
    return sorted(comparisons.values(), key=lambda comparison: LANGUAGES.index(comparison.language))


def machine():
    cpus = Path("/proc/cpuinfo")
    cpu = re.search(r"model name\s*: (.*)", cpus.read_text())[1] if cpus.exists() else platform.processor()
    return f"{datetime.date.today()}, {cpu}, {platform.system()} {platform.release()}"


def in_words(ratios):
    low, middle, high = ratios
    return f"{middle:.2f} ({low:.2f} to {high:.2f})"


def table(comparisons):
    yield "| | n | | one call | times the limit | times ours |"
    yield "|---|--:|---|--:|--:|--:|"
    for comparison in comparisons:
        for variant in comparison.variants():
            name = f"**{variant.name}**" if variant.role == "ours" else variant.name
            ratios = [in_words(variant.ratios(base)) if base not in (None, variant) else ""
                      for base in (comparison.first("limit"), comparison.first("ours"))]
            yield " | ".join([f"| {comparison.language}, {comparison.group}", f"{comparison.n:,}", name,
                              plot.in_words(variant.ns()), *ratios]) + " |"


def threads_table(comparisons):
    yield "| | n | one thread, each array | two threads, each array | rate of two, times one |"
    yield "|---|--:|--:|--:|--:|"
    for comparison in comparisons:
        one, two = (comparison.by_name[name] for name in ("one thread", "two threads"))
        yield " | ".join([f"| {comparison.language}", f"{comparison.n:,}", plot.in_words(one.ns()),
                          plot.in_words(two.ns()), in_words(one.ratios(two))]) + " |"


def main(results, report, *tools):
    measured = read(Path(results))
    threads = [comparison for comparison in measured if comparison.group == "threads"]
    comparisons = [comparison for comparison in measured if comparison.group != "threads"]
    tools = [*tools, *(f"{name} {metadata.version(name)}" for name in ("numpy", "cffi", "Cython", "matplotlib"))]
    rounds = len(comparisons[0].first("ours").rounds)
    folder = Path(report)
    folder.mkdir(exist_ok=True)
    lines = ["# Benchmark", "", f"{machine()}; {', '.join(tools)}.", "",
             f"Made by `./dev bench`: medians of {rounds} rounds; of ratios within a round, with quartiles.",
             "", "![Plot](benchmark.svg)", "", *table(comparisons), "",
             "## Two threads", "", "Each squares arrays of its own.", "", *threads_table(threads), ""]
    (folder / "benchmark.md").write_text("\n".join(lines))
    plot.draw(comparisons, f"{machine()}\n{', '.join(tools)}", folder / "benchmark.svg")
    print(f"The report is in {folder}")


main(*sys.argv[1:])
