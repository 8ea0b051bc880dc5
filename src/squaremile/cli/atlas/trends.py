"""`squaremile atlas trends`: growth beyond the field, shrunken ratios, bursts, each with its false discovery rate."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from squaremile.cli.atlas.tables import Columns, answer, read_table, refuse_twice
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text

if TYPE_CHECKING:
    from squaremile.atlas.measures.trends.panel import Panel


def arguments(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("file", type=Path, metavar="FILE", help=str(Text(
        ko="기간, 활동, 값의 표(CSV, TSV, XLSX, Parquet)", en="a table of periods, activities and values: CSV, TSV, XLSX, Parquet",
    )))  # fmt: skip
    add(
        "--period",
        required=True,
        metavar="COL",
        help=str(Text(ko="기간 열(해 등)", en="column of the period (year, …)")),
    )
    add(
        "--activity",
        required=True,
        metavar="COL",
        help=str(Text(ko="활동(주제) 열", en="column of the activity (topic)")),
    )
    add("--region", metavar="COL", help=str(Text(ko="지역 열", en="column of the region")))
    add("--value", required=True, metavar="COL", help=str(Text(ko="수 열", en="column of the count")))
    add("--total", metavar="FILE|COL", help=str(Text(
        ko="기간별 전체: 두 열(기간, 전체)의 파일이나 이 표의 열(없으면 이 표의 합)",
        en="the whole field by period: a file of two columns (period, total) or a column of this table (its own sum unless given)",
    )))  # fmt: skip
    add(
        "--ratio",
        type=float,
        default=2.0,
        metavar="S",
        help=str(Text(ko="버스트 배수(2)", en="ratio of a burst's share (2)")),
    )
    add("--gamma", type=float, default=1.0, help=str(Text(ko="버스트 비용(1)", en="cost of rising a level (1)")))
    add("--levels", type=int, default=1, metavar="N", help=str(Text(ko="버스트 단계 수(1)", en="levels of bursts (1)")))
    add("--fdr", type=float, default=0.05, metavar="Q", help=str(Text(
        ko="거짓 발견율(0.05)", en="false discovery rate of what is marked (0.05)",
    )))  # fmt: skip
    add("--json", action="store_true", help=str(Text(
        ko="JSON 하나를 표준 출력에 씁니다", en="print one JSON object to standard output",
    )))  # fmt: skip


def run(options: argparse.Namespace) -> int:
    from squaremile.atlas.measures.trends.bursts import Automaton, bursts
    from squaremile.atlas.measures.trends.growth import growth

    if not 0 < options.fdr < 1:
        raise Trouble("--fdr은 0과 1 사이입니다.", "--fdr lies between 0 and 1.")
    automaton = Automaton(options.ratio, options.gamma, options.levels)
    panel = _panel(options)
    names = [{"activity": s[0], **({"region": s[1]} if options.region else {})} for s in panel.series]
    found = growth(panel)
    figures = found.as_dict()
    prior = figures.pop("prior")
    series = [
        {**name, **{k: v[n] for k, v in figures.items()}, "growing": _marked(figures, n, options.fdr, 1),
         "shrinking": _marked(figures, n, options.fdr, -1), "counts": panel.counts[n]}
        for n, name in enumerate(names)
    ]  # fmt: skip
    told = [
        {**names[b.series], "start": panel.periods[b.start], "end": panel.periods[b.end], "level": b.level,
         "weight": b.weight, "observed": b.observed, "expected": b.expected, "p": b.p, "q": b.q,
         "significant": b.q <= options.fdr}
        for b in bursts(panel, automaton)
    ]  # fmt: skip
    body: dict[str, Any] = {
        "periods": list(panel.periods), "field": panel.field, "fdr": options.fdr, "prior": prior,
        "automaton": {"ratio": automaton.ratio, "gamma": automaton.gamma, "levels": automaton.levels},
        "series": series, "bursts": told,
    }  # fmt: skip
    answer(body if options.json else _short(body), options.json)
    return 0


def _marked(figures: dict[str, Any], n: int, fdr: float, side: int) -> bool:
    """Significant at this false discovery rate, in this direction. At one end alone the rate is unknown, not the side."""
    q, rate, ratio = figures["q"][n], figures["rate"][n], figures["ratio"][n]
    lean = rate if rate is not None else ratio - 1
    return q is not None and q <= fdr and lean * side > 0


def _panel(options: argparse.Namespace) -> Panel:
    from squaremile.atlas.measures.trends.panel import panel

    refuse_twice({f"--{name}": getattr(options, name) for name in ("period", "activity", "region", "value")})
    more = [options.region] if options.region else []
    file = Path(options.total) if options.total and Path(options.total).is_file() else None
    column = [options.total] if options.total and file is None else []
    held = read_table(options.file, [options.period, options.activity, *more, options.value, *column])
    keys = [held[options.activity], *(held[c] for c in more)]
    totals = _from_file(file) if file else _from_column(options, held) if column else None
    return panel([p.strip() for p in held[options.period]], keys, held.numbers(options.value), totals)


def _from_file(path: Path) -> dict[str, float]:
    from squaremile.cli.atlas.matrices import pairs

    return {k.strip(): v for k, v in (pairs(path) or {}).items()}


def _from_column(options: argparse.Namespace, held: Columns) -> dict[str, float]:
    """One total for each period; refuses a period with two."""
    found: dict[str, float] = {}
    for period, total in zip(held[options.period], held.numbers(options.total).tolist(), strict=True):
        if found.setdefault(period.strip(), total) != total:
            raise Trouble(
                f"{period} 기간의 전체가 둘입니다: {found[period.strip()]:g}, {total:g}.",
                f"There are two totals for {period}: {found[period.strip()]:g} and {total:g}.",
            )
    return found


def _short(body: dict[str, Any]) -> dict[str, Any]:
    """What is significant, for the eye."""
    growing = [s for s in body["series"] if s["growing"]]
    growing.sort(key=lambda s: -s["ratio"])
    return {
        "periods": f"{body['periods'][0]}–{body['periods'][-1]}", "series": len(body["series"]), "fdr": body["fdr"],
        "growing": [{k: v for k, v in s.items() if k != "counts"} for s in growing],
        "bursts": [b for b in body["bursts"] if b["significant"]],
    }  # fmt: skip
