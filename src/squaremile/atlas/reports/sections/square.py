"""The densest square of the region, exactly; or why none can be named."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from squaremile.atlas.measures.peers.twins import LARGEST_M, Points, twin
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.squares.densest import densest
from squaremile.atlas.policies.precision import density_from
from squaremile.atlas.reports import charts
from squaremile.atlas.reports.document import Block, Column, Grid, Picture, Said, number, percent
from squaremile.atlas.reports.job import Job, known, titled
from squaremile.kernel.words import Text

SHOWN = 15
DEFINITION = Text(
    ko="변이 남북·동서로 놓인 닫힌 정사각형 하나에 드는 서로 다른 조직 수의 최댓값입니다. 격자에 맞추지 않은 정확한 해입니다.",
    en="The most different organisations within one closed square with sides north-south and east-west. Exact, not on a grid.",
)


def write(spec: Mapping[str, Any], job: Job) -> None:
    """Fields: data, lat, lon, organisation, precision (columns); side ("1mi")."""
    known(spec, "data", "lat", "lon", "organisation", "precision", "side")
    held = job.columns(spec, "lat", "lon", "organisation", "precision")
    title = titled(spec, Text(ko="가장 빽빽한 1제곱마일", en="The densest square"))
    side = str(spec.get("side", "1mi"))
    try:
        kept = density_from([each.strip() or "unknown" for each in held[spec["precision"]]], job.manifest.region)
    except Unmeasurable as why:
        evidence = job.keep(spec, title, DEFINITION, "square", "refused")
        remedy = [Said(why.remedy)] if why.remedy else []
        job.desk.write(title, [Said(why.text, evidence, "warning"), *remedy])
        return
    lat, lon = held.numbers(spec["lat"])[kept], held.numbers(spec["lon"])[kept]
    names = [held[spec["organisation"]][i] for i in kept]
    found = densest(lat, lon, side=side, distinct=names)
    here = sorted({names[i] for i in found.members.tolist()})
    (west, east), (south, north) = found.best.bounds.x, found.best.bounds.y
    evidence = job.keep(
        spec, title, DEFINITION, "square",
        f"side {found.side_m:g} m; SW {south:.6f},{west:.6f}; NE {north:.6f},{east:.6f};"
        f" {len(held[spec['lat']]) - len(kept)} sites known too coarsely left out",
        columns=("organisation",), rows=tuple((name,) for name in here),
    )  # fmt: skip
    share = found.count / found.total
    blocks: list[Block] = [
        Said(Text(
            ko=f"가장 빽빽한 정사각형({side})에 조직 {number(found.total)}곳 가운데 {number(found.count)}곳({percent(share)})이 있습니다.",
            en=f"The densest square ({side}) holds {number(found.count)} of {number(found.total)} organisations ({percent(share)}).",
        ), evidence),
        _picture(lat, lon, ((south + north) / 2, (west + east) / 2), found, evidence),
        Grid(Text(ko="그 안의 조직", en="Who is in it"), (Column(Text(ko="조직", en="Organisation")),),
             tuple((name,) for name in here[:SHOWN]), evidence, max(0, len(here) - SHOWN)),
    ]  # fmt: skip
    blocks += [Said(each.text, tone="warning") for each in found.warnings]
    job.desk.write(title, blocks)


def _picture(lat: Any, lon: Any, middle: tuple[float, float], found: Any, evidence: str) -> Picture:
    around = twin(
        Points("", lat, lon, middle), Points("", [middle[0]], [middle[1]], middle), side_m=min(found.side_m * 1.5, LARGEST_M)
    )
    members = set(found.members.tolist())
    title = Text(ko="조직의 위치와 가장 빽빽한 정사각형", en="Where the organisations are, and the densest square")
    unit = Text(ko="가운데를 기준으로 한 거리(m)", en="metres from its middle")
    x, y = (np.round(v, 1).tolist() for v in (around.one.x_m, around.one.y_m))
    inside = [int(i) in members for i in around.one.index]
    svg = {lang: charts.plan(title.say(lang), unit.say(lang), x, y, inside, found.side_m, around.scale_m) for lang in ("ko", "en")}
    return Picture("square", title, svg, evidence)
