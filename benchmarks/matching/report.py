"""The tables, written from the kept numbers."""

from __future__ import annotations

from typing import Any

from .terms import TARGETS

PEERS_EXPERTS = (
    ("candidate model (panoptic)", ".232", ".523", ".256", ".224", ".741"),
    ("voting, reciprocal rank", ".283", ".607", ".309", ".260", ".786"),
    ("propagation on the author–paper graph", ".347", ".694", ".423", ".331", ".793"),
)
PEERS_PAGES = (
    ("KU-HIAI-ONTHEIT-large-v1.1 (best published)", ".719", ".886", ".930", ".947"),
    ("bge-m3", ".675", ".868", ".930", ".965"),
    ("Upstage", ".658", ".842", ".895", ".939"),
    ("OpenAI text-embedding-3-large", ".605", ".790", ".842", ".904"),
)


def _cell(value: dict[str, float]) -> str:
    return f"**{value['mean']:.3f}** [{value['low']:.3f}, {value['high']:.3f}]".replace("0.", ".")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _met(reached: bool) -> str:
    return "reached" if reached else "**not reached**"


def report(kept: dict[str, Any]) -> str:
    """The whole file."""
    parts = ["# Matching measured\n", "Made by `python -m benchmarks.matching`. How, and what it means: README.md.\n"]
    parts += [_row("", ""), _row("---", "---"), *(_row(k, v) for k, v in kept["machine"].items()), ""]
    if found := kept.get("experts"):
        parts += _experts(found)
    if found := kept.get("pages"):
        parts += _pages(found)
    parts += _speed(kept)
    return "\n".join(parts) + "\n"


def _experts(found: dict[str, Any]) -> list[str]:
    names = ("AP", "RR", "P@5", "P@10", "AUC")
    held = found["held out"]
    rows = [_row(name, *cells) for name, *cells in PEERS_EXPERTS]
    ours = [
        _row(f"squaremile, {which} (n = {found[key]['AP']['n']})", *(_cell(found[key][n]) for n in names))
        for key, which in (("held out", "held-out half"), ("tuned", "half on which rules were chosen"), ("all", "all"))
    ]
    return [
        "## Finding people: expert-finding-dblp (Brochier et al. 2020)\n",
        "1,641 papers, 199 candidates, 114 query papers. Peers: the authors' code on all 114. 95 % bootstrap intervals.\n",
        _row("system", *names), _row("---", *["---"] * 5), *rows, *ours, "",
        f"Target on the held-out half, AP ≥ {TARGETS.average_precision}: "
        f"{_met(held['AP']['mean'] >= TARGETS.average_precision)}.\n",
    ]  # fmt: skip


def _pages(found: dict[str, Any]) -> list[str]:
    names = ("R@1", "R@3", "R@5", "R@10")
    reached = found["R@1"]["mean"] >= TARGETS.recall_1 and found["R@10"]["mean"] >= TARGETS.recall_10
    return [
        "## Asking in Korean: korean-retrieval-autorag\n",
        "720 pages, 114 questions; nothing was tuned on it. Peers as published by the benchmark's authors (2024).\n",
        _row("system", *names), _row("---", *["---"] * 4),
        *(_row(name, *cells) for name, *cells in PEERS_PAGES),
        _row("squaremile", *(_cell(found[n]) for n in names)), "",
        f"Targets, R@1 ≥ {TARGETS.recall_1:.2f} and R@10 ≥ {TARGETS.recall_10}: {_met(reached)}.\n",
    ]  # fmt: skip


def _speed(kept: dict[str, Any]) -> list[str]:
    parts = ["## Speed\n"]
    for key in ("speed", "million"):
        if not (held := kept.get(key)):
            continue
        shape = held["shape"]
        parts += [
            f"### {shape['documents']:,} documents, {shape['people']:,} people\n",
            f"The reader may see {shape['visible']:.0%} of the documents. Made in {held['made_s']:.0f} s. Milliseconds.\n",
            _row("", "p50", "p95"), _row("---", "---", "---"),
        ]  # fmt: skip
        names = {
            "all": "need → ten people with evidence, filter included", "reading the need": "of that: reading the need",
            "scores": "of that: scores of all documents", "matrix product": "raw matrix product alone",
            "bm25s": "bm25s: words only, documents only, no filter",
        }  # fmt: skip
        parts += [
            _row(says, f"{held[n]['p50']:.1f}", f"{held[n]['p95']:.1f}") for n, says in names.items() if held.get(n)
        ]
        parts.append("")
        if key == "speed":
            reached = held["all"]["p50"] <= TARGETS.p50_ms and held["all"]["p95"] <= TARGETS.p95_ms
            parts.append(
                f"Targets, p50 ≤ {TARGETS.p50_ms:.0f} ms and p95 ≤ {TARGETS.p95_ms:.0f} ms: {_met(reached)}.\n"
            )
    if held := kept.get("reading"):
        parts += [
            "### Reading\n",
            f"{held['abstracts']:,} abstracts in {held['whole_s']:.0f} s ({held['per_s']:.0f} a second, encoding included), "
            f"stopped half-way: the second build kept {held['kept']:,} and read the rest. "
            f"Adding one more took {held['one_more_s']:.1f} s.\n",
        ]
    return parts
