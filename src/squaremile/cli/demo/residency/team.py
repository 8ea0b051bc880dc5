"""People who are counted by their company, with what each still has to do. Two companies whose lists are open; others: crew.py."""

from collections.abc import Iterable

from squaremile.cli.demo.residency.stage import Stage
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from squaremile.kernel.words import Text
from squaremile.residency import operations as residency

LABEL = Text(ko="구성원", en="people of companies")
ENTERED = ("SOMDARI", "HAEMIR")
"""Nobody whom one may enter the demonstration as: an open checklist keeps booking shut."""


def _of(stage: Stage) -> list[str]:
    return [code for code in ENTERED if code in stage.records]


def total(stage: Stage) -> int:
    return len(_of(stage))


def make(stage: Stage) -> Iterable[int]:
    """Each company enters its people on the day it moved in."""
    for count, code in enumerate(_of(stage), 1):
        first = min(let.start for let in stage.lets if let.company == code)
        days = (stage.now.astimezone(stage.zone).date() - first).days
        with clock.as_of(stage.at(-max(days, 0), 12)), scope(stage.admin(code)):
            for n, person in enumerate(stage.people[code]):
                residency.join(
                    company=stage.records[code], person=person, joined_on=first, title="" if n else "대표",
                    kind="scientist" if n else "office", work=("chemicals", "bsl1") if n else (),
                )
        yield count
