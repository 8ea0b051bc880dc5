"""Can I bring this? The answer, kept as it was told; and what safety decides where it has to."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from psycopg.types.json import Jsonb

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import act_and_record, note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import Bringing
from squaremile.safety.models.container import CONDITIONS
from squaremile.safety.operations import substances
from squaremile.safety.operations.areas import room_by_code
from squaremile.safety.operations.containers import amount_of
from squaremile.safety.operations.whose import company_or_none
from squaremile.safety.policies import mixtures
from squaremile.safety.policies.classing import Substance
from squaremile.safety.policies.facts import is_cas, looks_like_cas
from squaremile.safety.policies.verdicts import APPROVAL, NO
from squaremile.safety.reads import approvals, areas, barring, can_bring, rooms, stock, unclassified
from squaremile.safety.reads.standing_kinds import kinds
from squaremile.safety.words import areas as area_words
from squaremile.safety.words import bringing as words
from squaremile.safety.words import stock as stock_words

STEP = {"bringing_step_allowed": words.BRINGING_STEP}
LASTS, LONGEST = timedelta(days=14), timedelta(days=90)
"""How long an approval may be used where no day is named, and at the longest."""


@operation(
    "safety.ask_to_bring", ko="반입 가능 여부 묻기", en="Ask whether something can be brought in", may=rules.ask,
    refuses=(stock_words.SUBSTANCE_UNKNOWN, stock_words.CAS_WRONG, stock_words.AMOUNT_UNREADABLE, stock_words.CONDITION_UNKNOWN, stock_words.WHOSE,
             area_words.ROOM_UNFIT, NOT_FOUND),
    constraints={**STEP, "bringing_not_too_often": words.TOO_OFTEN, "bringing_substance_its_own": stock_words.SUBSTANCE_UNKNOWN},
)  # fmt: skip
def ask_to_bring(
    *, substance: str, how_much: str, place: str, condition: str = "storage", in_cabinet: bool = False, organisation: str = "",
) -> Bringing:
    """Yes, no, or it needs approval, with the sums and the ways out. A substance is told by its code, its CAS number or its
    name. Where approval is needed the question goes to the safety officer. No approval opens what receiving finds shut: a
    place that is locked, a permit or a course that is missing. Then it is a no, with the way to open it."""
    owner, room = company_or_none(organisation), room_by_code(place)
    amount, unit = amount_of(how_much)
    if condition not in CONDITIONS:
        raise Invalid(stock_words.CONDITION_UNKNOWN)
    registered, known = _known(substance, amount.dimension, owner)
    found = can_bring.answer(room.id, stock.Wanted(known, amount, condition, in_cabinet), unit, coarse=owner is not None,
                              owner=owner if owner in require().organisations else None)
    there = kinds([each.id for each in found.area.rooms] if found.area else [room.id], owner)
    blank = unclassified.beside(found.area, owner, found.held, there, found.beside)
    warned = [*rooms.warnings(room.id, known, there, found.counting), *(w for each in found.held for w in mixtures.warnings(each.pack, known))]
    said, told = barring.with_gates(found, barring.barred(found, room.id, owner, known))
    told |= {
        "warnings": [{"ko": w.ko, "en": w.en} for w in dict.fromkeys(warned)],
        "at_least": blank is not None, "unclassified": {"ko": blank.ko, "en": blank.en} if blank else None,
    }
    made = Bringing(
        code=short_code("BR"), organisation_id=owner, person_id=require().actor, substance=registered, cas=known.cas, room_id=room.id,
        in_cabinet=in_cabinet, condition=condition, amount=amount.base, dimension=amount.dimension, unit=unit, answer=said,
        told=told, state="asked" if said == APPROVAL else "answered", at=clock.now(),
    )
    note(subject=made, organisation=owner, answer=said, substance=substance, amount=how_much, place=place)
    _keep(made)
    return made


_KEEP = """
INSERT INTO safety_bringing (id, code, organisation_id, person_id, substance_id, cas, room_id, in_cabinet, condition, amount, dimension,
  unit, answer, told, state, at, reason)
VALUES (%(id)s, %(code)s, %(organisation)s, %(person)s, %(substance)s, %(cas)s, %(room)s, %(in_cabinet)s, %(condition)s, %(amount)s,
  %(dimension)s, %(unit)s, %(answer)s, %(told)s, %(state)s, %(at)s, '')
"""


def _keep(asked: Bringing) -> None:
    """The question with its record, in one statement."""
    act_and_record([_KEEP], {
        "id": asked.id, "code": asked.code, "organisation": asked.organisation_id, "person": asked.person_id,
        "substance": asked.substance_id, "cas": asked.cas, "room": asked.room_id, "in_cabinet": asked.in_cabinet,
        "condition": asked.condition, "amount": asked.amount, "dimension": asked.dimension, "unit": asked.unit, "answer": asked.answer,
        "told": Jsonb(asked.told), "state": asked.state, "at": asked.at,
    })  # fmt: skip
    asked._state.adding = False


@operation(
    "safety.settle_bringing", ko="반입 승인 결정하기", en="Decide on bringing something in", may=rules.decide,
    refuses=(words.BRINGING_UNKNOWN, words.REASON_NEEDED, words.OVER_LIMIT, words.APPROVAL_TOO_LONG), constraints=STEP,
)
def settle_bringing(*, bringing: str, approve: bool, reason: str, good_until: date | None = None) -> Bringing:
    """Approve a question that waits, or decline it, with a reason. An approval is used once, up to the amount asked for and
    until its last day, in two weeks where none is named. It lifts no verified limit: by the exact sum it is judged now, and
    once more when it is used."""
    found = Bringing.objects.select_for_update(of=("self",)).filter(code=bringing).first()
    if found is None:
        raise Missing(words.BRINGING_UNKNOWN)
    if not reason.strip():
        raise Invalid(words.REASON_NEEDED)
    found.state, found.reason = "approved" if approve else "declined", reason.strip()[:300]
    found.good_until = found.held = None
    if approve and found.answer == APPROVAL:
        found.good_until = _last_day(good_until)
        judged, stands_on = approvals.founded(found)
        said = judged.verdict
        if said.answer == NO:
            raise Refused(words.OVER_LIMIT, arithmetic=said.reasons[0], remedy_url="/safety/can-bring/")
        found.held = stands_on
    found.save(update_fields=["state", "reason", "good_until", "held"])
    note(subject=found, organisation=found.organisation_id, approve=approve, good_until=str(found.good_until or ""))
    return found


def _last_day(asked: date | None) -> date:
    day, today = asked or areas.today() + LASTS, areas.today()
    if not today <= day <= today + LONGEST:
        raise Invalid(words.APPROVAL_TOO_LONG)
    return day


def _known(what: str, dimension: str, owner: UUID | None) -> tuple[Any, Substance]:
    """One of the owner's register or the shared one, else what the library knows by its CAS number or name, whose phase its unit
    tells. Staff who ask for a company see its rivals' too, and what she is told must hold nothing of theirs."""
    if looks_like_cas(what.strip()) and not is_cas(what.strip()):
        raise Invalid(stock_words.CAS_WRONG)
    try:
        found = substances.seen(what, owner)
    except Missing as unknown:
        known = approvals.from_library(what, dimension)
        if known is None:
            raise Missing(stock_words.SUBSTANCE_UNKNOWN, remedy_url="/safety/substances/register/") from unknown
        return None, known
    return found, stock.known(found)
