"""Permits of the demonstration: the cluster's, of which one has expired and one soon will, and companies' own."""

from collections.abc import Iterable
from dataclasses import dataclass

from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from squaremile.kernel.words import Text
from squaremile.safety import operations as safety

LABEL = Text(ko="허가·문서", en="permits and documents")


@dataclass(frozen=True, slots=True)
class Paper:
    """A permit: since and until how many days from today; whose (empty: the cluster's); where."""

    kind: str
    number: str
    since: int
    until: int | None
    company: str = ""
    place: str = ""


PAPERS = (
    Paper("kr-hazmat-small", "소량-2026-118", -300, None), Paper("kr-waste", "배출-45-1107", -345, 20),
    Paper("kr-lmo-facility", "LML26-0312", -260, None), Paper("air-balance", "TAB-26-044", -200, 165, place="JB-A"),
    Paper("bsc-certificate", "BSC-202-3", -377, -12, place="JB-A202"), Paper("bsc-certificate", "BSC-205-1", -120, 245, place="JB-A205"),
    Paper("insurance", "책임-88-20145", -200, 165, "MOAK"), Paper("insurance", "책임-88-20311", -340, 25, "MIRINAE"),
    Paper("kr-lmo-import", "수입-26-0907", -80, None, "SOMDARI"), Paper("medical-surveillance", "건강-26-17", -150, 215, "MOAK"),
    Paper("kr-chemicals", "신고-26-552", -90, 640, "BARAE"),
)  # fmt: skip
WAITS = Paper("insurance", "책임-88-21007", -2, 363, "SOMDARI")


def total(stage: Stage) -> int:
    return len([paper for paper in (*PAPERS, WAITS) if not paper.company or paper.company in stage.organisations]) + 1


def make(stage: Stage) -> Iterable[int]:
    """The kinds with what is needed, then each paper, on the day after it was issued; the last waits for confirmation."""
    with clock.as_of(stage.at(-380)), scope(stage.staffed("safety_officer")):
        safety.adopt_permit_kinds()
        safety.need_permit(permit_kind="kr-lmo-facility")
    count = 1
    yield count
    for paper in (*PAPERS, WAITS):
        if paper.company and paper.company not in stage.organisations:
            continue
        who = stage.admin(paper.company) if paper is WAITS else stage.staffed("safety_officer")
        with clock.as_of(stage.at(paper.since, 14)), scope(who):
            safety.record_permit(
                permit_kind=paper.kind, permit_number=paper.number, issued_on=stage.at(paper.since).date(), place=paper.place,
                valid_until=None if paper.until is None else stage.at(paper.until).date(), organisation=paper.company,
            )
        count += 1
        yield count
