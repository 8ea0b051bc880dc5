"""Can I bring this? The verdict with its sums and the ways out, as it is shown and kept."""

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from typing import Any
from uuid import UUID

from squaremile.kernel.words import Text
from squaremile.safety.policies import verdicts
from squaremile.safety.policies.classing import Substance
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.quantity import Amount, decimal_of, said
from squaremile.safety.reads import areas, rule_packs, stock, weighing
from squaremile.safety.reads.areas import AreaRow
from squaremile.safety.reads.attached import Lot
from squaremile.safety.reads.later import later
from squaremile.safety.reads.nearby import Nearby, nearby
from squaremile.safety.reads.rule_packs import Held
from squaremile.safety.reads.stock import Judged, Wanted
from squaremile.safety.words import bringing as words

OFFERED = 3
"""Other areas that are named."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What is told: the answer, and the rest as JSON holds it, in both languages; and the area that was looked at, with
    its packs, those by which substances are classed, and what stands there and is no container, where it was weighed."""

    area: AreaRow | None
    held: list[Held]
    counting: list[Pack]
    answer: str
    told: dict[str, Any]
    beside: list[tuple[Lot, Substance]] | None = None


def answer(room: UUID, wanted: Wanted, unit: str, *, coarse: bool = False, owner: UUID | None = None) -> Answered:
    """The verdict on a room, and, where it is not a yes, what would be one. A few statements; more where it has to look in other areas.

    `coarse`: the answer is a company's to read, whoever asks for it. `owner`: the asker's company, whose own dates are looked at.
    """
    here = areas.of_room(room)
    held, counting = rule_packs.held_and_counting(here.packs if here else ())
    if here is None:
        found = stock.judge_in(None, wanted, (), (), coarse=coarse)
        return Answered(here, held, counting, found.verdict.answer, _told(found, []))
    there, beside = weighing.weighed([here], held, wanted.substance)
    found = stock.judge_in(here, wanted, there, held, coarse=coarse)
    ways: list[dict[str, Any]] = []
    if found.verdict.answer != verdicts.YES:
        inside = replace(wanted, in_cabinet=True)
        if not wanted.in_cabinet and here.cabinets and stock.would_do(here, inside, there, held, coarse=coarse):
            ways.append(_way("cabinet", words.CLOSER))
        if found.up_to is not None and found.up_to < 1:
            ways.append(_way("smaller", words.SMALLER.fill({"amount": _less(wanted.amount, found.up_to, unit)})))
        soon = None
        if owner and any(stock.that_could([here], wanted, held, coarse=coarse)):
            soon = later(here, owner, there, held, lambda left: stock.would_do(here, wanted, left, held, coarse=coarse))
        if soon is not None:
            ways.append(_way("later", words.LATER.fill({"day": soon.day, "n": soon.containers}), day=soon.day.isoformat()))
        for each in _elsewhere(here, wanted, held, coarse=coarse):
            ways.append(_way("area", words.ELSEWHERE.fill({"area": each.name}), area=each.code))
    return Answered(here, held, counting, found.verdict.answer, _told(found, ways), beside)


def _elsewhere(here: AreaRow, wanted: Wanted, known: list[Held], *, coarse: bool) -> list[Nearby]:
    """Other areas of the building where it would be a yes, the nearest storeys first. Those that would not take it empty are
    not weighed. Of the rest twice as many are weighed at a time as are offered: one statement is mostly enough."""
    beside = nearby(here)
    more = {code for each in beside for code in each.packs}.difference(here.packs)
    held = known + (rule_packs.held(more) if more else [])
    beside, good = list(stock.that_could(beside, wanted, held, coarse=coarse)), list[Nearby]()
    while beside and len(good) < OFFERED:
        some, beside = beside[:2 * OFFERED], beside[2 * OFFERED:]
        there = weighing.lines(some, held, wanted.substance)
        good += islice(stock.that_do(some, wanted, there, held, coarse=coarse), OFFERED - len(good))
    return good


def _told(found: Judged, ways: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "substance": found.wanted.substance.name, "cas": found.wanted.substance.cas,
        "area": found.area.code if found.area else None,
        "exact": found.exact,
        "sums": [
            {"pack": s.pack, "class": s.hazard, "verdict": s.verdict, "ko": s.says.ko, "en": s.says.en, "certainty": s.certainty,
             "source": s.source}
            for s in found.verdict.steps
        ],
        "ways_out": ways,
    }  # fmt: skip


def _way(kind: str, says: Text, **more: str) -> dict[str, Any]:
    return {"kind": kind, "ko": says.ko, "en": says.en, **more}


def _less(amount: Amount, share: Fraction, unit: str) -> str:
    """So much of it, rounded down to two digits, never up."""
    exact = decimal_of(amount.exactly(unit) * share)
    step = Decimal(1).scaleb(exact.adjusted() - 1)
    return f"{said(exact // step * step)} {unit}"
