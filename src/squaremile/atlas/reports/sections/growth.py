"""What grows, beyond what the whole field grows."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from squaremile.atlas.measures.trends.growth import growth
from squaremile.atlas.measures.trends.panel import Panel, panel
from squaremile.atlas.reports import charts
from squaremile.atlas.reports.document import Block, Column, Grid, Picture, Said, number, percent
from squaremile.atlas.reports.job import Job, known, titled
from squaremile.kernel.words import Text

DRAWN, SHOWN, FALSE = 4, 10, 0.05


def write(spec: Mapping[str, Any], job: Job) -> None:
    """Fields: data, period, activity, value (columns). Rows are the region's; the field is their sum in each period."""
    known(spec, "data", "period", "activity", "value")
    held = job.columns(spec, "period", "activity", "value")
    table = panel(held[spec["period"]], [held[spec["activity"]]], held.numbers(spec["value"]))
    found = growth(table)
    order = np.lexsort((np.arange(len(found.total)), -found.total))
    names = [series[0] for series in table.series]
    columns = ("activity", "total", "growth", "low", "high", "q")
    rows = tuple((names[i], found.total[i], found.rate[i], found.lo[i], found.hi[i], found.q[i]) for i in order)
    settings = f"periods {table.periods[0]} to {table.periods[-1]}; false discoveries 5 %"
    evidence = job.cite(spec, "growth_of_share", "growth", settings, columns=columns, rows=rows)
    rising = sorted(names[i] for i in order if found.q[i] < FALSE and found.rate[i] > 0)
    blocks: list[Block] = [
        Said(Text(
            ko=f"분야 전체보다 빠르게 자라는 활동(거짓 발견율 5%): {', '.join(rising) or '없음'}",
            en=f"Growing faster than the whole (false discovery rate 5%): {', '.join(rising) or 'none'}",
        ), evidence),
        _picture(table, [int(i) for i in order[:DRAWN]], names, evidence),
        _grid(list(rows[:SHOWN]), len(rows) - min(SHOWN, len(rows)), evidence),
    ]  # fmt: skip
    job.desk.write(titled(spec, Text(ko="무엇이 자라는가", en="What grows")), blocks)


def _grid(rows: list[tuple[Any, ...]], more: int, evidence: str) -> Grid:
    names = (
        Column(Text(ko="활동", en="Activity")), Column(Text(ko="합계", en="Total"), True),
        Column(Text(ko="몫의 성장(기간당)", en="Growth of share, a period"), True), Column(Text(ko="95% 구간", en="95% interval"), True),
    )  # fmt: skip
    said = tuple((n, number(t), percent(g), f"{percent(a)} – {percent(b)}") for n, t, g, a, b, _ in rows)
    return Grid(Text(ko="성장", en="Growth"), names, said, evidence, more)


def _picture(table: Panel, chosen: list[int], names: list[str], evidence: str) -> Picture:
    share = table.counts / table.field * 100
    title = Text(ko="가장 큰 활동의 몫", en="Shares of the largest activities")
    unit = Text(ko="전체에서의 몫(%)", en="share of the whole (%)")
    series = [(names[i], [float(v) for v in share[i]]) for i in chosen]
    svg = {lang: charts.lines(title.say(lang), unit.say(lang), table.periods, series) for lang in ("ko", "en")}
    return Picture("growth", title, svg, evidence)
