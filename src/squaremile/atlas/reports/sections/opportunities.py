"""What the region could do next: near to what it does, and worth the reach."""

from collections.abc import Mapping
from typing import Any

from squaremile.atlas.measures.matrices.complexity import complexity
from squaremile.atlas.measures.matrices.opportunities import opportunities
from squaremile.atlas.measures.matrices.sifting import Sieve
from squaremile.atlas.reports.document import Block, Column, Grid, Said, number
from squaremile.atlas.reports.job import Job, known, titled
from squaremile.kernel.words import Text

SHOWN = 10
QUADRANTS = {
    "high-road": Text(ko="가깝고 복잡함", en="near and complex"), "low-road": Text(ko="가깝고 단순함", en="near and simple"),
    "casino": Text(ko="멀고 복잡함", en="far and complex"), "dead-end": Text(ko="멀고 단순함", en="far and simple"),
}  # fmt: skip
NAMES = (
    Column(Text(ko="활동", en="Activity")), Column(Text(ko="자리", en="Where it lies")), Column(Text(ko="연관성 밀도", en="Density"), True),
    Column(Text(ko="복잡도", en="Complexity"), True), Column(Text(ko="가까운 까닭", en="Near because of")),
)  # fmt: skip


def write(spec: Mapping[str, Any], job: Job) -> None:
    """Fields: data, region, activity, value (columns); min_total, min_diversity, min_ubiquity: what is too small to order."""
    known(spec, "data", "region", "activity", "value", "min_total", "min_diversity", "min_ubiquity")
    sieve = Sieve(float(spec.get("min_total", 0)), int(spec.get("min_diversity", 1)), int(spec.get("min_ubiquity", 1)))
    found = opportunities(complexity(job.matrix(spec), sieve=sieve), job.manifest.region)
    columns = ("activity", "quadrant", "density", "pci", "unlocks", "gain", "because")
    rows = tuple(
        tuple("; ".join(v) if isinstance(v, tuple) else v for v in row)
        for row in zip(*(getattr(found, name) for name in columns), strict=True)
    )
    settings = f"least total {sieve.min_total:g}, diversity {sieve.min_diversity}, ubiquity {sieve.min_ubiquity}"
    evidence = job.cite(spec, "opportunity", "opportunities", settings, columns=columns, rows=rows)
    shown = tuple(
        (a, QUADRANTS[q], number(d, 3), number(p, 2), ", ".join(b))
        for a, q, d, p, b in zip(found.activity, found.quadrant, found.density, found.pci, found.because, strict=True)
    )[:SHOWN]
    blocks: list[Block] = [
        Said(Text(
            ko=f"아직 없는 활동 {len(rows)}개를 다른 기회를 얼마나 여는지의 순서로 보입니다.",
            en=f"{len(rows)} activities that it does not have, by how much they would unlock.",
        ), evidence),
        Grid(Text(ko="다음 기회", en="Opportunities"), NAMES, shown, evidence, len(rows) - len(shown)),
    ]  # fmt: skip
    blocks += [Said(each, tone="warning") for each in found.warnings]
    job.desk.write(titled(spec, Text(ko="다음에 무엇을 할 수 있는가", en="What it could do next")), blocks)
