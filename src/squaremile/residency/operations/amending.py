"""Amendments: a new version of a licence with its reason and its day, signed by both; the versions before it stay."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.residency import rules
from squaremile.residency.models import Amendment, Licence, LicencePlace, Move
from squaremile.residency.operations.documents import write
from squaremile.residency.operations.fitting import EXCEPTED, fitted, in_turn
from squaremile.residency.operations.fitting import REFUSES as FIT
from squaremile.residency.operations.licence_moved import tell_of
from squaremile.residency.operations.licences import locked_licence
from squaremile.residency.operations.offers import HELD, let_go_of, month_of
from squaremile.residency.operations.prices import version
from squaremile.residency.operations.staying import REFUSES as STAY
from squaremile.residency.operations.staying import within_stay
from squaremile.residency.policies.licence_terms import Terms, changes
from squaremile.residency.reads.days import begin_of, day_of, end_of, today
from squaremile.residency.reads.licence_terms import last_day as _last_day
from squaremile.residency.reads.licence_terms import terms_of
from squaremile.residency.words import licences as words
from squaremile.residency.words import space as space_words
from squaremile.spaces import operations as spaces
from squaremile.spaces import words as space
from squaremile.spaces.operations.occupancies import TAKEN

STEP = {"amendment_step_allowed": words.AMENDMENT_STEP, "amendment_one_at_a_time": words.AMENDMENT_RUNS}


@operation(
    "residency.propose_amendment", ko="변경 계약 만들기", en="Propose an amendment", may=rules.keep_licences,
    refuses=(
        words.LICENCE_UNKNOWN, words.LICENCE_STEP, words.AMENDMENT_RUNS, words.AMENDMENT_DATES, words.AMENDMENT_EMPTY,
        words.REASON_NEEDED, words.OFFER_TERMS, words.OFFER_EMPTY, words.SPOT_NOT_ITS, words.PRICE_UNKNOWN, words.PRICE_MISSING,
        words.NOTICE_STANDS, words.CURRENCY_STANDS, space.NOT_RENTABLE, *STAY, *TAKEN.values(), *FIT, NOT_FOUND,
    ),
    constraints={
        **STEP, **HELD, **EXCEPTED, "amendment_terms_sound": words.OFFER_TERMS, "licence_place_no_overlap": words.PLACE_LICENSED,
        "licence_document_numbered": words.LICENCE_STEP,
    },
)
def propose_amendment(
    *, licence: str, reason: str, effective_on: date, last_day: date | None = None, most_people: int | None = None,
    permitted_use: str = "", price_version: str = "", adds: Sequence[str] = (), gives_up: Sequence[str] = (), exception: str = "",
) -> Amendment:
    """What is left out stays as it is. Places that come (`adds`) or stay longer are kept at once, so that nobody else has
    them when it is signed; places that go (`gives_up`) are free from the day on which it takes effect. Where what comes does not
    fit, the site director gives the reason (`exception`)."""
    in_turn([*adds, *LicencePlace.objects.filter(licence__code=licence, live=True).values_list("place__code", flat=True)])
    (found, terms), now = _amendable(licence), clock.now()
    if not reason.strip():
        raise Invalid(words.REASON_NEEDED)
    begin, end = begin_of(effective_on), end_of(last_day) if last_day else found.period.end
    if effective_on < today() or end <= max(begin, now) or begin >= found.period.end:
        raise Invalid(words.AMENDMENT_DATES)
    if end > found.period.end:
        within_stay(found.company, _last_day(end), day_of(found.period.start))
    people, use = most_people or terms.most_people, permitted_use.strip()[:300] or terms.permitted_use
    if not 1 <= people <= 1000:
        raise Invalid(words.OFFER_TERMS)
    listed, prices = version(price_version or terms.price_version)
    if listed.currency != terms.currency:
        raise Refused(words.CURRENCY_STANDS, {"currency": terms.currency})
    going, staying = _parted(found, gives_up)
    if not staying and not adds:
        raise Invalid(words.OFFER_EMPTY)
    _fits(found, adds, staying, gives_up, effective_on, end, exception)
    coming = [spaces.kept(code, found.company_id, Period(max(begin, now), end)) for code in sorted(set(adds))]
    longer = [
        spaces.kept(one.place.code, found.company_id, Period(found.period.end, end))
        for one in staying if end > found.period.end
    ]
    places = [one.place for one in staying] + [kept.place for kept in coming]
    rent = month_of([place.kind for place in places], prices)
    after = replace(
        terms, last_day=_last_day(end), price_version=listed.code, rent=rent, currency=listed.currency, most_people=people,
        permitted_use=use,
    )
    said = changes(terms, after, adds=[one.place.code for one in coming], gives_up=[one.place.code for one in going])
    if not said:
        raise Invalid(words.AMENDMENT_EMPTY)
    document = write(found, after, places, changes=said, reason=reason.strip()[:500], effective_on=effective_on)
    made = Amendment.objects.create(
        code=short_code("LA"), licence=found, document=document, state="proposed", reason=reason.strip()[:500],
        effective_on=effective_on, end=end, price_version=listed, rent=rent, most_people=people, permitted_use=use,
        proposed_at=now,
    )
    _kept_for(made, [*coming, *longer], going)
    note(subject=made, organisation=found.company_id, reason=made.reason, effective_on=effective_on, changes=[line.en for line in said])
    tell_of(found, "amended")
    return made


def _fits(
    found: Licence, adds: Sequence[str], staying: Sequence[LicencePlace], gives_up: Sequence[str], day: date, end: datetime,
    exception: str,
) -> None:
    """What comes fits from its day on; what stays for longer, from the day on which it would have ended."""
    act, until = "residency.propose_amendment", _last_day(end)
    fitted(act, found, adds, day, exception, gives_up, until=until)
    if end > found.period.end:
        fitted(act, found, [one.place.code for one in staying], day_of(found.period.end), exception, gives_up, until=until, had=True)


def _kept_for(made: Amendment, held: Iterable[Any], going: Iterable[LicencePlace]) -> None:
    for one in held:
        LicencePlace.objects.create(licence=made.licence, place=one.place, occupancy=one, period=one.period, amendment=made)
    LicencePlace.objects.filter(id__in=[one.id for one in going]).update(given_up_by=made)


@operation(
    "residency.withdraw_amendment", ko="변경 계약 거두기", en="Withdraw an amendment", may=rules.keep_licences,
    refuses=(words.AMENDMENT_UNKNOWN, words.AMENDMENT_STEP, space_words.MOVE_HANGS), constraints=STEP,
)
def withdraw_amendment(*, amendment: str) -> Amendment:
    """Before both have signed. Places that were kept for it are free at once; its document stays readable."""
    found = Amendment.objects.select_for_update(of=("self",)).select_related("licence").filter(code=amendment).first()
    if found is None:
        raise Missing(words.AMENDMENT_UNKNOWN)
    if found.state != "proposed":
        raise Refused(words.AMENDMENT_STEP)
    if Move.objects.filter(amendment=found, state="planned").exists():
        raise Refused(space_words.MOVE_HANGS)
    drop(found)
    note(subject=found, organisation=found.licence.company_id)
    return found


def drop(found: Amendment) -> None:
    """An amendment comes to nothing, inside another operation."""
    found.state = "withdrawn"
    found.save(update_fields=["state"])
    let_go_of(LicencePlace.objects.filter(amendment=found, live=True))
    LicencePlace.objects.filter(given_up_by=found).update(given_up_by=None)


def _amendable(licence: str) -> tuple[Licence, Terms]:
    """A licence in force that nothing else changes, locked, with its terms of now."""
    found = locked_licence(licence)
    if found.state != "in_force":
        raise Refused(words.LICENCE_STEP)
    if found.amendments.filter(state__in=("proposed", "signed")).exists():
        raise Refused(words.AMENDMENT_RUNS)
    if hasattr(found, "notice"):
        raise Refused(words.NOTICE_STANDS)
    terms = terms_of(found)
    if terms is None:
        raise Refused(words.LICENCE_STEP)
    return found, terms


def _parted(found: Licence, gives_up: Sequence[str]) -> tuple[list[LicencePlace], list[LicencePlace]]:
    """Its places of today: those that go, and those that stay. Raises where one that shall go is not among them."""
    mine = list(LicencePlace.objects.select_related("place").filter(licence=found, live=True).order_by("place__code"))
    if set(gives_up) - {one.place.code for one in mine}:
        raise Invalid(words.SPOT_NOT_ITS)
    going = [one for one in mine if one.place.code in set(gives_up)]
    return going, [one for one in mine if one not in going]
