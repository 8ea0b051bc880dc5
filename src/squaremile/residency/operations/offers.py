"""An offer keeps places for a company until a moment; it is answered, withdrawn, or lapses by itself."""

from collections.abc import Sequence
from datetime import datetime

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.period import Period
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import Licence, LicencePlace, Offer
from squaremile.residency.operations.companies import locked
from squaremile.residency.operations.documents import write
from squaremile.residency.operations.prices import version
from squaremile.residency.policies.space import rent
from squaremile.residency.words import companies
from squaremile.residency.words import licences as words
from squaremile.spaces import operations as spaces
from squaremile.spaces import words as space
from squaremile.spaces.operations.occupancies import TAKEN

STEP = {"licence_step_allowed": words.LICENCE_STEP, "offer_step_allowed": words.OFFER_OVER}


@operation(
    "residency.make_offer", ko="입주 제안하기", en="Offer a licence", may=rules.keep_licences,
    refuses=(
        words.OFFER_DATES, words.OFFER_TERMS, words.OFFER_EMPTY, words.NOT_ADMITTED, words.PRICE_UNKNOWN,
        words.PRICE_MISSING, companies.COMPANY_UNKNOWN, space.NOT_RENTABLE, *TAKEN.values(), NOT_FOUND,
    ),
    constraints={
        **STEP, "offer_terms_sound": words.OFFER_TERMS, "licence_place_no_overlap": words.PLACE_LICENSED,
        "offer_terms_stand": words.OFFER_OVER, "licence_document_numbered": words.LICENCE_STEP,
    },
)
def make_offer(
    *, company: str, spots: Sequence[str], start: datetime, end: datetime, until: datetime, price_version: str,
    permitted_use: str, most_people: int, deposit: int = 0, notice_months: int = 1, covenants: Sequence[str] = (),
) -> Licence:
    """Keep the places (by code) and offer a licence for them from `start` to `end`. The offer stands until `until`."""
    whose, now = locked(company), clock.now()
    if whose.state not in ("admitted", "resident"):
        raise Refused(words.NOT_ADMITTED)
    if until <= now or end <= start or until >= end:
        raise Invalid(words.OFFER_DATES)
    if not 1 <= most_people <= 1000 or not 0 <= notice_months <= 24 or deposit < 0 or not permitted_use.strip():
        raise Invalid(words.OFFER_TERMS)
    if not spots:
        raise Invalid(words.OFFER_EMPTY)
    listed, prices = version(price_version)
    made = Licence.objects.create(
        code=short_code("LI"), company=whose, period=Period(start, end), state="draft", created_at=now
    )
    kinds = _keep(made, sorted(set(spots)), whose.organisation.code)
    monthly = rent(kinds, prices)
    if monthly is None:
        raise Refused(words.PRICE_MISSING, {"kind": ", ".join(sorted(set(kinds) - set(prices)))})
    offer = Offer.objects.create(
        licence=made, company=whose, state="open", until=until, price_version=listed, rent=monthly, deposit=deposit,
        notice_months=notice_months, most_people=most_people, permitted_use=permitted_use.strip(),
        covenants=[line.strip() for line in covenants if line.strip()], created_at=now,
    )
    write(made, offer)
    _step(made, "offered")
    note(subject=made, organisation=whose.id, spots=sorted(set(spots)), period=made.period, until=until, rent=monthly)
    return made


def _keep(licence: Licence, spots: Sequence[str], organisation: str) -> dict[str, int]:
    """Hold each place for the licence's period. Returns how many of each kind."""
    kinds: dict[str, int] = {}
    for code in spots:
        held = spaces.hold(place=code, organisation=organisation, start=licence.period.start, end=licence.period.end)
        LicencePlace.objects.create(licence=licence, place_id=held.place_id, occupancy_id=held.id, period=held.period)
        kinds[held.place.kind] = kinds.get(held.place.kind, 0) + 1
    return kinds


@operation(
    "residency.answer_offer", ko="제안에 답하기", en="Answer an offer", may=rules.answer_offer,
    refuses=(words.LICENCE_UNKNOWN, words.OFFER_OVER), constraints=STEP,
)
def answer_offer(*, licence: str, accept: bool) -> Licence:
    """The company's admin takes the offer, or leaves it. What is left is free again within minutes."""
    offer, now = _open(licence), clock.now()
    if offer.company_id not in require().organisations:
        raise Missing(words.LICENCE_UNKNOWN)
    if now >= offer.until:
        raise Refused(words.OFFER_OVER)
    offer.state = "accepted" if accept else "declined"
    offer.save(update_fields=["state"])
    note(subject=offer.licence, organisation=offer.company_id, accept=accept)
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


def _open(code: str) -> Offer:
    """The offer of a licence, unanswered, locked. What one may not see is Missing."""
    offer = Offer.objects.select_for_update(of=("self",)).select_related("licence").filter(licence__code=code).first()
    if offer is None:
        raise Missing(words.LICENCE_UNKNOWN)
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
    for mine in LicencePlace.objects.select_related("occupancy").filter(licence=licence, live=True):
        if mine.occupancy.state != "ended":
            spaces.release(occupancy=mine.occupancy.code)
        mine.live = False
        mine.save(update_fields=["live"])


def _step(licence: Licence, state: str) -> None:
    licence.state = state
    licence.save(update_fields=["state"])
