"""An offer keeps places for a company until a moment; it is answered, withdrawn, or lapses by itself."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.db.models import QuerySet

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.residency import rules
from squaremile.residency.models import Licence, LicencePlace, Offer
from squaremile.residency.operations.companies import locked
from squaremile.residency.operations.documents import write
from squaremile.residency.operations.fitting import EXCEPTED, fitted, in_turn
from squaremile.residency.operations.fitting import REFUSES as FIT
from squaremile.residency.operations.licence_moved import tell_of
from squaremile.residency.operations.prices import version
from squaremile.residency.operations.staying import REFUSES as STAY
from squaremile.residency.operations.staying import within_stay
from squaremile.residency.policies.space import rent
from squaremile.residency.reads.days import day_of
from squaremile.residency.reads.licence_terms import combined, last_day
from squaremile.residency.words import companies
from squaremile.residency.words import licences as words
from squaremile.spaces import operations as spaces
from squaremile.spaces import words as space
from squaremile.spaces.operations.occupancies import TAKEN

HELD = {**TAKEN, "occupancy_place_rentable": space.NOT_RENTABLE}
TO_SIGN = timedelta(days=14)
"""How long after its answer an accepted offer is kept for both to sign, where nothing else is said."""
STEP = {"licence_step_allowed": words.LICENCE_STEP, "offer_step_allowed": words.OFFER_OVER}


@operation(
    "residency.make_offer", ko="입주 제안하기", en="Offer a licence", may=rules.keep_licences,
    refuses=(
        words.OFFER_DATES, words.OFFER_TERMS, words.OFFER_EMPTY, words.NOT_ADMITTED, words.PRICE_UNKNOWN,
        words.PRICE_MISSING, companies.COMPANY_UNKNOWN, space.NOT_RENTABLE, *STAY, *TAKEN.values(), *FIT, NOT_FOUND,
    ),
    constraints={
        **STEP, **HELD, **EXCEPTED, "offer_terms_sound": words.OFFER_TERMS, "offer_sign_by_sound": words.OFFER_DATES,
        "licence_place_no_overlap": words.PLACE_LICENSED,
        "offer_terms_stand": words.OFFER_OVER, "licence_document_numbered": words.LICENCE_STEP,
    },
)
def make_offer(
    *, company: str, spots: Sequence[str], start: datetime, end: datetime, until: datetime, price_version: str,
    permitted_use: str, most_people: int, deposit: int = 0, notice_months: int = 1, covenants: Sequence[str] = (),
    sign_by: datetime | None = None, exception: str = "",
) -> Licence:
    """Keep the places (by code) and offer a licence for them from `start` to `end`. The offer stands until `until`; once it is
    accepted, until `sign_by` for both to sign (two weeks more where that is left out). Where the places do not fit the company,
    by the rules of allocation, the site director gives the reason (`exception`)."""
    in_turn(spots)
    whose, now = locked(company), clock.now()
    if whose.state not in ("admitted", "resident"):
        raise Refused(words.NOT_ADMITTED)
    if until <= now or end <= start or until >= end:
        raise Invalid(words.OFFER_DATES)
    signing = sign_by or min(until + TO_SIGN, end)
    if not until <= signing <= end:
        raise Invalid(words.OFFER_DATES)
    if not 1 <= most_people <= 1000 or not 0 <= notice_months <= 24 or deposit < 0 or not permitted_use.strip():
        raise Invalid(words.OFFER_TERMS)
    if not spots:
        raise Invalid(words.OFFER_EMPTY)
    within_stay(whose, last_day(end), day_of(start))
    listed, prices = version(price_version)
    made = Licence.objects.create(
        code=short_code("LI"), company=whose, period=Period(start, end), state="draft", created_at=now
    )
    fitted("residency.make_offer", made, spots, day_of(start), exception, until=last_day(end))
    places = [keep(made, spot, made.period).place for spot in sorted(set(spots))]
    monthly = month_of([place.kind for place in places], prices)
    offer = Offer.objects.create(
        licence=made, company=whose, state="open", until=until, sign_by=signing, price_version=listed, rent=monthly, deposit=deposit,
        notice_months=notice_months, most_people=most_people, permitted_use=permitted_use.strip(),
        covenants=[line.strip() for line in covenants if line.strip()], created_at=now,
    )
    write(made, combined(offer, None, end), places)
    _step(made, "offered")
    note(subject=made, organisation=whose.id, spots=sorted(set(spots)), period=made.period, until=until, rent=monthly)
    tell_of(made, "offered")
    return made


def keep(licence: Licence, spot: str, period: Period) -> LicencePlace:
    """Hold a place (by code) for a licence, inside another operation."""
    held = spaces.kept(spot, licence.company_id, period)
    return LicencePlace.objects.create(licence=licence, place=held.place, occupancy=held, period=held.period)


def month_of(kinds: Sequence[str], prices: Mapping[str, int]) -> int:
    """A month of places of these kinds. Raises `residency.price_missing`."""
    monthly = rent(Counter(kinds), prices)
    if monthly is None:
        said = [space.KINDS[kind] for kind in sorted(set(kinds) - set(prices))]
        raise Refused(words.PRICE_MISSING, {"kind": Text(ko=", ".join(k.ko for k in said), en=", ".join(k.en for k in said))})
    return monthly


@operation(
    "residency.extend_offer", ko="제안 기한 늘리기", en="Keep an offer open for longer", may=rules.keep_licences,
    refuses=(words.LICENCE_UNKNOWN, words.OFFER_OVER, words.OFFER_DATES),
    constraints={"offer_terms_stand": words.OFFER_OVER, "offer_sign_by_sound": words.OFFER_DATES},
)
def extend_offer(*, licence: str, until: datetime) -> Licence:
    """The places are kept until a later moment, which lies before the licence's end: before the offer is answered, for the
    answer; once it is accepted, for both to sign and the company to come."""
    offer = _found(licence)
    if offer.state != "open" and not waits_to_begin(offer):
        raise Refused(words.OFFER_OVER)
    before = offer.until if offer.state == "open" else offer.sign_by or offer.until
    if until <= max(before, clock.now()) or until >= offer.licence.period.end:
        raise Invalid(words.OFFER_DATES)
    if offer.state == "open":
        offer.until, offer.sign_by = until, max(offer.sign_by or until, min(until + TO_SIGN, offer.licence.period.end))
    else:
        offer.sign_by = until
    offer.save(update_fields=["until", "sign_by"])
    note(subject=offer.licence, organisation=offer.company_id, before=before, until=until)
    tell_of(offer.licence, "extended")
    return offer.licence


@operation(
    "residency.answer_offer", ko="제안에 답하기", en="Answer an offer", may=rules.answer_offer,
    refuses=(words.LICENCE_UNKNOWN, words.OFFER_OVER), constraints=STEP,
)
def answer_offer(*, licence: str, accept: bool) -> Licence:
    """The company's admin takes the offer or leaves it. What is left is free within minutes."""
    offer, now = _open(licence), clock.now()
    if offer.company_id not in require().organisations:
        raise Missing(words.LICENCE_UNKNOWN)
    if now >= offer.until:
        raise Refused(words.OFFER_OVER)
    offer.state = "accepted" if accept else "declined"
    offer.save(update_fields=["state"])
    note(subject=offer.licence, organisation=offer.company_id, accept=accept)
    tell_of(offer.licence, offer.state)
    return offer.licence


@operation(
    "residency.withdraw_offer", ko="제안 철회하기", en="Withdraw an offer", may=rules.keep_licences,
    refuses=(words.LICENCE_UNKNOWN, words.OFFER_OVER, space.OVER), constraints=STEP,
)
def withdraw_offer(*, licence: str) -> Licence:
    """Before it is answered. The places are free at once."""
    offer = _open(licence)
    offer.state = "withdrawn"
    offer.save(update_fields=["state"])
    _free(offer)
    note(subject=offer.licence, organisation=offer.company_id)
    tell_of(offer.licence, "withdrawn")
    return offer.licence


@operation(
    "residency.lapse_offers", ko="기한 지난 제안 거두기", en="Let offers lapse", may=rules.lapse,
    refuses=(space.OVER,), constraints=STEP,
)
def lapse_offers() -> int:
    """Offers beyond their time lapse; places of those that came to nothing are free again. Returns how many."""
    due = list(Offer.objects.select_for_update(of=("self",), skip_locked=True).select_related("licence").filter(
        state__in=("open", "declined", "lapsed"), freed=False
    ))  # fmt: skip
    freed = 0
    for offer in due:
        if offer.state == "open":
            if offer.until > clock.now():
                continue
            offer.state = "lapsed"
            offer.save(update_fields=["state"])
        _free(offer)
        freed += 1
    note(freed=freed)
    return freed


def waits_to_begin(offer: Offer) -> bool:
    """It was accepted, and what was agreed has not begun."""
    return offer.state == "accepted" and offer.licence.state in ("offered", "signed")


def _found(code: str) -> Offer:
    """The offer of a licence, locked. What one may not see is Missing."""
    offer = Offer.objects.select_for_update(of=("self",)).select_related("licence").filter(licence__code=code).first()
    if offer is None:
        raise Missing(words.LICENCE_UNKNOWN)
    return offer


def _open(code: str) -> Offer:
    """An offer that is unanswered, locked."""
    offer = _found(code)
    if offer.state != "open":
        raise Refused(words.OFFER_OVER)
    return offer


def _free(offer: Offer) -> None:
    offer.freed = True
    offer.save(update_fields=["freed"])
    let_go(offer.licence)
    _step(offer.licence, "lapsed")


def let_go(licence: Licence) -> None:
    """Its places are free from now; inside another operation."""
    let_go_of(LicencePlace.objects.filter(licence=licence, live=True))


def let_go_of(places: QuerySet[LicencePlace]) -> None:
    """These places of a licence are free from now; inside another operation."""
    for mine in places.select_related("occupancy"):
        if mine.occupancy.state != "ended":
            spaces.release(occupancy=mine.occupancy.code)
        mine.live = False
        mine.save(update_fields=["live"])


def _step(licence: Licence, state: str) -> None:
    licence.state = state
    licence.save(update_fields=["state"])
