"""What the region does, beside all regions of the table: shares and location quotients with exact intervals."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from squaremile.atlas.measures.matrices.quotient import lq
from squaremile.atlas.measures.peers.newcomers import what_if
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.reports import charts
from squaremile.atlas.reports.document import Block, Column, Grid, Picture, Said, number, percent
from squaremile.atlas.reports.job import Job, known, titled
from squaremile.kernel.words import Text

SHOWN = 12
WITHHELD = Text(ko="비공개", en="withheld")
NAMES = (
    Column(Text(ko="활동", en="Activity")), Column(Text(ko="값", en="Value"), True), Column(Text(ko="구성비", en="Share"), True),
    Column(Text(ko="입지계수", en="LQ"), True), Column(Text(ko="95% 구간", en="95% interval"), True),
)  # fmt: skip


def write(spec: Mapping[str, Any], job: Job) -> None:
    """Fields: data, region, activity, value (columns); hide_below (units, 5): cells that rest on fewer are withheld."""
    known(spec, "data", "region", "activity", "value", "hide_below")
    below = float(spec.get("hide_below", 5))
    found = lq(job.matrix(spec))
    at = found.matrix.region(job.manifest.region)
    values = found.matrix.values[at]
    hidden = withheld(values, below)
    there = np.flatnonzero(values > 0)
    order = there[np.lexsort((there, np.where(hidden[there], np.inf, -np.nan_to_num(found.lq[at, there]))))]
    share = values / values.sum()
    rows = tuple(
        (found.matrix.activities[c], "", "", "", "", "") if hidden[c] else
        (found.matrix.activities[c], values[c], share[c], found.lq[at, c], found.low[at, c], found.high[at, c])
        for c in order
    )  # fmt: skip
    evidence = job.cite(
        spec, "lq", "profile", f"base: {found.base.says.en}; interval {found.method} at {found.level:g}; fewer than {below:g} units withheld",
        columns=("activity", "value", "share", "lq", "low", "high"), rows=rows,
    )  # fmt: skip
    shown = order[:SHOWN]
    open_ = [c for c in shown if not hidden[c] and np.isfinite(found.high[at, c])]
    sure = [c for c in order if not hidden[c] and found.low[at, c] > 1]
    blocks: list[Block] = [_summary(job.manifest.region, float(values.sum()), len(there), len(sure), evidence)]
    if open_:
        blocks.append(_picture(job.manifest.region, found, at, open_, evidence))
    blocks.append(Grid(
        Text(ko="구성과 입지계수", en="Profile and location quotients"), NAMES,
        tuple(_row(found, at, c, share, bool(hidden[c])) for c in shown), evidence, len(order) - len(shown),
    ))  # fmt: skip
    if hidden.any():
        blocks.append(Said(_covered(int(hidden.sum()), below), evidence, "warning"))
    blocks += [Said(note, tone="warning") for note in found.matrix.notes]
    job.desk.write(titled(spec, Text(ko="무엇을 하는 지역인가", en="What the region does")), blocks)


def withheld(values: Any, below: float) -> Any:
    """Which cells of a row are not shown: those of fewer than `below` units, and where that is one alone the next smallest
    too, because the one could be worked out from the total."""
    small = (values > 0) & (values < below)
    if small.sum() == 1:
        others = np.where((values > 0) & ~small, values, np.inf)
        if np.isfinite(others).any():
            small[int(np.argmin(others))] = True
    return small


def _summary(region: str, total: float, activities: int, sure: int, evidence: str) -> Said:
    return Said(Text(
        ko=f"{region}의 합계는 {number(total)}이고 {activities}개 활동이 있습니다. 그 가운데 {sure}개는 구간 전체가 1보다 커서"
        " 특화되었다고 말할 수 있습니다.",
        en=f"{region} has {number(total)} in {activities} activities. In {sure} of them the whole interval lies above 1: there it is specialised.",
    ), evidence)  # fmt: skip


def _covered(cells: int, below: float) -> Text:
    return Text(
        ko=f"{below:g}보다 적은 수에서 나온 값과, 합계에서 그것을 되짚게 하는 값까지 {cells}칸을 가렸습니다.",
        en=f"{cells} cells are withheld: those of fewer than {below:g} units, and what would give them away from the total.",
    )


def _row(found: Any, at: int, c: int, share: Any, hidden: bool) -> tuple[Any, ...]:
    name = found.matrix.activities[c]
    if hidden:
        return (name, WITHHELD, WITHHELD, WITHHELD, WITHHELD)
    interval = f"{number(found.low[at, c], 2)} – {number(found.high[at, c], 2)}"
    return (name, number(found.matrix.values[at, c]), percent(share[c]), number(found.lq[at, c], 2), interval)


def _picture(region: str, found: Any, at: int, chosen: list[Any], evidence: str) -> Picture:
    title = Text(ko=f"{region}의 입지계수와 95% 구간", en=f"Location quotients of {region} with their 95% intervals")
    unit = Text(ko="입지계수(1이면 전체와 같음)", en="location quotient (1: as everywhere)")
    names = [found.matrix.activities[c] for c in chosen]
    held = [[float(each[at, c]) for c in chosen] for each in (found.lq, found.low, found.high)]
    svg = {lang: charts.intervals(title.say(lang), unit.say(lang), names, *held, mark=1.0) for lang in ("ko", "en")}
    return Picture("profile", title, svg, evidence)


def newcomers(spec: Mapping[str, Any], job: Job) -> None:
    """“What if these came?” Fields: data, region, activity, value (columns); come (a list of {activity, value}); hide_below.

    Only what they change is shown, and nothing where fewer than `hide_below` units are there before."""
    known(spec, "data", "region", "activity", "value", "come", "hide_below")
    come = spec.get("come")
    if not isinstance(come, list) or not all(isinstance(c, Mapping) and set(c) == {"activity", "value"} for c in come):
        raise Unmeasurable(Text(ko="come은 activity와 value의 목록입니다.", en="come is a list of activity and value."))
    found = what_if(job.matrix(spec), job.manifest.region, [(str(c["activity"]), float(c["value"])) for c in come])
    hidden = (found.value_before > 0) & (found.value_before < float(spec.get("hide_below", 5)))
    changed = [n for n, came in enumerate(found.came) if came != 0 and not hidden[n]]
    columns = ("activity", "came", "value_before", "value_after", "lq_before", "lq_after", "rank_before", "rank_after")
    every = tuple(tuple(getattr(found, name)[n] for name in columns) for n in changed)
    evidence = job.cite(spec, "lq", "newcomers", "computed again from the table with the newcomers in it", columns=columns, rows=every)
    names = (
        Column(Text(ko="활동", en="Activity")), Column(Text(ko="옴", en="Comes"), True), Column(Text(ko="입지계수 앞", en="LQ before"), True),
        Column(Text(ko="뒤", en="after"), True), Column(Text(ko="순위 앞", en="Rank before"), True), Column(Text(ko="뒤", en="after"), True),
    )  # fmt: skip
    rows = tuple(
        (found.activity[n], number(found.came[n]), number(found.lq_before[n], 2), number(found.lq_after[n], 2),
         str(found.rank_before[n]), str(found.rank_after[n]))
        for n in changed
    )  # fmt: skip
    crossed = ", ".join(found.crossed) or "–"
    blocks: list[Block] = [
        Said(Text(
            ko=f"합계는 {number(found.total_before)}에서 {number(found.total_after)}(으)로 바뀝니다. 입지계수가 1을 지나는 활동: {crossed}",
            en=f"The total goes from {number(found.total_before)} to {number(found.total_after)}. Activities whose quotient passes 1: {crossed}",
        ), evidence),
        Grid(Text(ko="이들이 온다면", en="If they came"), names, rows, evidence, 0),
    ]  # fmt: skip
    job.desk.write(titled(spec, Text(ko="만약 이들이 온다면", en="What if these came")), blocks)
