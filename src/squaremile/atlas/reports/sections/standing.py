"""Beside whom the region stands: peers of like size and profile, and ranks as intervals."""

from collections.abc import Mapping
from typing import Any

from squaremile.atlas.measures.peers.alike import peers
from squaremile.atlas.measures.peers.newcomers import totals
from squaremile.atlas.measures.peers.ranks import Standing, ranks
from squaremile.atlas.reports import charts
from squaremile.atlas.reports.document import Block, Column, Grid, Picture, Said, number
from squaremile.atlas.reports.job import Job, known, titled
from squaremile.kernel.words import Text

AROUND = 7
"""Regions shown above and below."""


def write(spec: Mapping[str, Any], job: Job) -> None:
    """Fields: data, region, activity, value (columns); peers, size_ratio, rank_by ("total" or "activities"), concentration,
    draws, level."""
    known(spec, "data", "region", "activity", "value", "peers", "size_ratio", "rank_by", "concentration", "draws", "level")
    matrix, region = job.matrix(spec), job.manifest.region
    alike = peers(matrix, region, k=int(spec.get("peers", 5)), most_ratio=float(spec.get("size_ratio", 4)))
    ranked = matrix if spec.get("rank_by") == "activities" else totals(matrix)
    concentration = spec.get("concentration", 50)
    found = ranks(
        ranked, seed=job.manifest.seed, draws=int(spec.get("draws", 2000)), level=float(spec.get("level", 0.9)),
        concentration=None if concentration is None else float(concentration),
    )  # fmt: skip
    near = job.cite(
        spec, "similarity", "peers", f"sizes within a factor {alike.most_ratio:g}: {alike.candidates} of {alike.candidates + alike.left_out}",
        columns=("peer", "similarity", "size", "size_ratio", "because"),
        rows=tuple((p, s, z, q, "; ".join(b)) for p, s, z, q, b in
                   zip(alike.peer, alike.similarity, alike.peer_size, alike.size_ratio, alike.because, strict=True)),
    )  # fmt: skip
    stand = job.cite(
        spec, "rank_interval", "ranks",
        f"indicators: {', '.join(found.indicators)}; level {found.level:g}; draws {found.draws}; seed {found.seed}; count noise {found.noise};"
        f" weights Dirichlet with concentration {found.concentration}",
        columns=("region", "score", "rank", "low", "high", "percentile"),
        rows=tuple(zip(found.region, found.score, found.rank, found.low, found.high, found.percentile, strict=True)),
    )  # fmt: skip
    blocks: list[Block] = [Said(found.sentence(region), stand), _picture(found, region, stand), _alike(alike, near)]
    job.desk.write(titled(spec, Text(ko="어느 지역과 견주는가", en="Beside whom it stands")), blocks)


def _alike(alike: Any, evidence: str) -> Grid:
    names = (
        Column(Text(ko="닮은 지역", en="Peer")), Column(Text(ko="구성의 닮음", en="Similarity"), True),
        Column(Text(ko="크기 비율", en="Size ratio"), True), Column(Text(ko="닮은 까닭", en="Because of")),
    )  # fmt: skip
    rows = zip(alike.peer, alike.similarity, alike.size_ratio, alike.because, strict=True)
    return Grid(
        Text(ko="크기와 구성이 닮은 지역", en="Regions of like size and profile"), names,
        tuple((p, number(s, 3), f"{number(q, 2)}×", ", ".join(b)) for p, s, q, b in rows), evidence,
    )  # fmt: skip


def _picture(found: Standing, region: str, evidence: str) -> Picture:
    at = found.region.index(region)
    begin = max(0, min(at - AROUND, len(found.region) - 2 * AROUND - 1))
    shown = slice(begin, begin + 2 * AROUND + 1)
    title = Text(ko=f"순위 구간({found.level:.0%})", en=f"Rank intervals ({found.level:.0%})")
    unit = Text(ko=f"순위({len(found.region)}곳 가운데)", en=f"rank of {len(found.region)}")
    held = [[float(v) for v in each[shown]] for each in (found.rank, found.low, found.high)]
    svg = {
        lang: charts.intervals(title.say(lang), unit.say(lang), found.region[shown], *held, chosen=region, down=True) for lang in ("ko", "en")
    }
    return Picture("ranks", title, svg, evidence)
