"""Figures of known clusters, as others state them."""

from collections.abc import Mapping
from typing import Any

from squaremile.atlas.measures.peers.reference import CERTAINTIES, FILE, reference_figures
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.reports.document import Block, Column, Grid, Said, number
from squaremile.atlas.reports.job import Job, known, titled
from squaremile.atlas.reports.version import code
from squaremile.kernel.words import Text

NAMES = (
    Column(Text(ko="곳", en="Place")), Column(Text(ko="무엇", en="What")), Column(Text(ko="값", en="Value"), True),
    Column(Text(ko="정의의 판", en="Version of the definition")), Column(Text(ko="출처", en="Source")), Column(Text(ko="확실함", en="Certainty")),
)  # fmt: skip
CAUTION = Text(
    ko="인용한 수치입니다. 정의가 다른 수치끼리는 견줄 수 없습니다.",
    en="These figures are cited. Those of different definitions are not comparable with each other.",
)


def write(spec: Mapping[str, Any], job: Job) -> None:
    """Fields: of (ids of figures; all without it)."""
    known(spec, "of")
    held = {figure.id: figure for figure in reference_figures()}
    wanted = spec.get("of", list(held))
    if unknown := [name for name in wanted if name not in held]:
        raise Unmeasurable(Text(ko=f"인용 수치 {unknown[0]}이(가) 없습니다.", en=f"There is no cited figure {unknown[0]}."))
    chosen = [held[name] for name in wanted]
    evidence = job.desk.keep(
        title=Text(ko="인용 수치", en="Cited figures"), definition=CAUTION, formula="", source=f"squaremile, {FILE.name}",
        sha256=code()["squaremile"], as_of=job.manifest.as_of, settings="", name="references",
        columns=("id", "value", "year", "definition", "version", "source", "certainty"),
        rows=tuple((f.id, f.value, f.year or "", f.definition.en, f.definition_version, f.source, f.certainty) for f in chosen),
    )  # fmt: skip
    rows = tuple(
        (f.place, f.measure, Text(ko=f"{_figure(f.value)} {f.unit.ko}", en=f"{_figure(f.value)} {f.unit.en}"), f.definition_version, f.source,
         CERTAINTIES[f.certainty])
        for f in chosen
    )  # fmt: skip
    blocks: list[Block] = [Said(CAUTION, evidence), Grid(Text(ko="알려진 클러스터", en="Known clusters"), NAMES, rows, evidence)]
    job.desk.write(titled(spec, Text(ko="다른 클러스터의 수치", en="Figures of other clusters")), blocks)


def _figure(value: float) -> str:
    return number(value, 0 if value == int(value) else 3 if value < 1 else 1)
