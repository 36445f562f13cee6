"""The plot of report.py: scalar calls on the left, arrays on the right, one section of rows per language."""
import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.fonttype"] = "none"  # text, not the outline of each letter
import matplotlib.pyplot as plt

INK, PALE, OURS = "#333333", "#d8dee4", "#d1341f"
COLORS = {"ours": OURS, "limit": INK, "peer": "#6d89a3"}
LEGEND = {"ours": "ours", "limit": "by hand: the limit", "peer": "what people would pick instead"}


def in_words(ns):
    for unit, size in ("ms", 1e6), ("µs", 1e3):
        if ns >= size:
            return f"{ns / size:.3g} {unit}"
    return f"{ns:.3g} ns"


def dot(axes, x, y, role, **style):
    marker, size = ("D" if role == "limit" else "o"), (9 if role == "ours" else 7)
    return axes.plot(x, y, marker, color=COLORS[role], markersize=size, **style)[0]


def frame(axes, rows, title, legend, unit):
    """A row is (y, text, role), where the role of a language's name is None."""
    axes.set_title(title, loc="left", weight="bold", fontsize=14, pad=34)
    axes.legend(handles=legend, loc="lower left", bbox_to_anchor=(-0.03, 1), ncol=len(legend), frameon=False)
    axes.xaxis.set_major_formatter(unit)
    axes.set_yticks([y for y, _, _ in rows], [text for _, text, _ in rows])
    for label, (_, _, role) in zip(axes.get_yticklabels(), rows):
        label.set(color=OURS if role == "ours" else INK, weight="normal" if role in ("limit", "peer") else "bold")
        label.set_fontsize(10 if role else 12)
    axes.set_ylim(rows[-1][0] + 0.8, -0.8)
    axes.tick_params(left=False)
    axes.spines[["left", "right", "top"]].set_visible(False)
    axes.grid(axis="x", color=PALE, linewidth=0.6)
    axes.set_axisbelow(True)


def draw_scalar(axes, comparisons):
    rows, y = [], 0
    for comparison in comparisons:
        limit, variants = comparison.first("limit"), comparison.variants()
        rows.append((y, comparison.language + comparison.group.removeprefix("scalar"), None))
        axes.vlines(limit.ns(), y + 0.5, y + len(variants) + 0.5, color=INK, linewidth=1.2)
        for y, variant in enumerate(variants, y + 1):
            ns, ratio, color = variant.ns(), variant.ratios(limit)[1], COLORS[variant.role]
            axes.plot([limit.ns(), ns], [y, y], color=color, linewidth=2.5, alpha=0.4)
            dot(axes, ns, y, variant.role)
            text = in_words(ns) + ("" if variant is limit else f"  ×{ratio:.{1 if ratio > 2 else 2}f}")
            axes.annotate(text, (max(ns, limit.ns()), y), (9, 0), textcoords="offset points", va="center", color=color)
            rows.append((y, variant.name, variant.role))
        y += 2
    axes.set_xscale("log")
    axes.minorticks_off()
    axes.margins(x=0.15)
    legend = [dot(axes, [], [], role, label=text) for role, text in LEGEND.items()]
    frame(axes, rows, "One call of square(7): less is better", legend, lambda x, _: f"{x:g} ns")


def shares(comparison):
    """{variant: speed as a share of memcpy's}"""
    [memcpy] = [variant for variant in comparison.variants() if "memcpy" in variant.name]
    return {variant.name: 100 / variant.ratios(memcpy)[1] for variant in comparison.variants() if variant is not memcpy}


def draw_array(axes, pairs):
    rows, y = [], 0
    for cached, large in pairs:
        rows.append((y, large.language, None))
        cached_shares = shares(cached)
        for y, (name, share) in enumerate(sorted(shares(large).items(), key=lambda item: -item[1]), y + 1):
            role = large.by_name[name].role
            axes.plot([cached_shares[name], share], [y, y], color=COLORS[role], linewidth=2.5, alpha=0.3)
            dot(axes, cached_shares[name], y, role, markerfacecolor="white")
            dot(axes, share, y, role)
            rows.append((y, name, role))
        y += 2
    memcpy = axes.axvline(100, color=INK, linewidth=1.2, label="memcpy's speed")
    axes.set_xlim(left=0)
    legend = [dot(axes, [], [], "peer", markerfacecolor=face, label=text)
              for text, face in (("10,000,000 elements", None), ("100,000 elements", "white"))]
    frame(axes, rows, "square_array(): more is better", [*legend, memcpy], lambda x, _: f"{x:g} %")


def draw(comparisons, machine, file):
    array = {(one.language, one.n): one for one in comparisons if one.group == "array"}
    scalar = [one for one in comparisons if one.group.startswith("scalar")]
    height = 2 + 0.27 * sum(len(one.variants()) + 2 for one in scalar)
    figure, (left, right) = plt.subplots(1, 2, figsize=(15, height), constrained_layout=True)
    draw_scalar(left, scalar)
    draw_array(right, [(array[language, 100_000], one) for (language, n), one in array.items() if n == 10_000_000])
    figure.supxlabel(machine, fontsize=8, color=COLORS["peer"])
    figure.savefig(file, bbox_inches="tight", pad_inches=0.2, metadata={"Date": None})
