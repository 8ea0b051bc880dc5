"""k of N, with every member."""

from collections.abc import Mapping
from typing import Any

from squaremile.atlas.policies.claims import claim_from
from squaremile.atlas.reports.document import Block, Column, Grid, Said
from squaremile.atlas.reports.job import Job, known, titled
from squaremile.kernel.words import Text

STATES = {"yes": Text(ko="예", en="yes"), "no": Text(ko="아니요", en="no"), "unknown": Text(ko="모름", en="unknown")}


def write(spec: Mapping[str, Any], job: Job) -> None:
    """Fields: data (a claim's JSON document)."""
    known(spec, "data")
    found = claim_from(job.document(job.source(spec).path))
    rows = tuple((m.name, m.state, m.counted, m.source, m.date.isoformat() if m.date else "", m.precision, m.note) for m in found.members)
    evidence = job.keep(
        spec, found.claim, found.definition, "claim", f"as of {found.as_of.isoformat()}; place known to at least: {found.precision}",
        columns=("member", "state", "counted", "source", "date", "precision", "note"), rows=rows,
    )  # fmt: skip
    blocks: list[Block] = [Said(found.claim), Said(found.sentence, evidence), Said(found.definition)]
    blocks += [
        Said(Text(ko=f"이 주장이 틀리게 되는 경우: {each.ko}", en=f"What would refute it: {each.en}")) for each in found.refuted_by
    ]
    blocks.append(Grid(
        Text(ko="대상과 근거", en="Members and evidence"),
        (Column(Text(ko="대상", en="Member")), Column(Text(ko="센 값", en="Counted")), Column(Text(ko="근거", en="Evidence")),
         Column(Text(ko="날짜", en="Date"))),
        tuple((m.name, STATES[m.counted], m.why or m.source or "–", m.date.isoformat() if m.date else "–") for m in found.members),
        evidence,
    ))  # fmt: skip
    job.desk.write(titled(spec, Text(ko="주장과 근거", en="The claim and its evidence")), blocks)
