"""The amendment that a move brings: the licence with its new places, at the prices in force on the day, to be signed."""

from dataclasses import replace
from datetime import date

from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.money import Money
from squaremile.kernel.words import Text
from squaremile.residency.models import Amendment, Licence, LicencePlace, Move, MovePlace, PriceVersion
from squaremile.residency.operations.documents import write
from squaremile.residency.operations.licence_moved import tell_of
from squaremile.residency.operations.offers import month_of
from squaremile.residency.operations.prices import version
from squaremile.residency.policies.licence_terms import Terms, changes, month_of_change
from squaremile.residency.reads.days import begin_of
from squaremile.residency.reads.licence_terms import terms_of
from squaremile.residency.words import licences as words

REASON = Text(ko="자리 이동", en="Move to other places")


def drafted(move: Move) -> Amendment | None:
    """Proposed inside another operation. None for a licence from before squaremile, which has no terms here to amend."""
    licence = Licence.objects.select_for_update(of=("self",)).select_related("company__organisation").get(id=move.licence_id)
    terms = terms_of(licence)
    if terms is None:
        return None
    if licence.amendments.filter(state__in=("proposed", "signed")).exists():
        raise Refused(words.AMENDMENT_RUNS)
    if hasattr(licence, "notice"):
        raise Refused(words.NOTICE_STANDS)
    lines = list(MovePlace.objects.select_related("place").filter(move=move).order_by("place__code"))
    staying = LicencePlace.objects.select_related("place").filter(licence=licence, live=True, period__endswith__gt=begin_of(move.day))
    places = [one.place for one in staying] + [line.place for line in lines if line.taken]
    listed, prices = version(_in_force(move.day, terms.currency) or terms.price_version)
    rent = month_of([place.kind for place in places], prices)
    after = replace(terms, price_version=listed.code, rent=rent, currency=listed.currency)
    said = changes(
        terms, after, adds=[line.place.code for line in lines if line.taken],
        gives_up=[line.place.code for line in lines if not line.taken],
    )
    said += _month(terms, after, move.day)
    document = write(
        licence, after, places, changes=said, reason=f"{REASON.ko} ({move.code}) · {REASON.en}", effective_on=move.day
    )
    made = Amendment.objects.create(
        code=short_code("LA"), licence=licence, document=document, state="proposed", reason=f"{REASON.ko} ({move.code})",
        effective_on=move.day, end=licence.period.end, price_version=listed, rent=rent, most_people=terms.most_people,
        permitted_use=terms.permitted_use, proposed_at=clock.now(),
    )
    tell_of(licence, "amended")
    return made


def _month(before: Terms, after: Terms, day: date) -> list[Text]:
    """What the month of the move costs, where the fee changes."""
    if before.rent == after.rent:
        return []
    amount = Money(month_of_change(before.rent, after.rent, day), after.currency).said
    return [Text(
        ko=f"{day:%Y-%m}의 사용료(날짜로 나눔, {day}부터 새 사용료): {amount}",
        en=f"Fee of {day:%Y-%m}, by days, the new one from {day}: {amount}",
    )]


def _in_force(day: date, currency: str) -> str:
    """Code of the list of prices in the licence's currency that holds on the day; empty where none does."""
    found = PriceVersion.objects.filter(valid_from__lte=day, currency=currency).order_by("-valid_from", "-created_at").first()
    return found.code if found else ""
