"""An exit begins: by a company's notice to leave, by the notice of its last licence that nobody had given notice of, or by itself
where its last licence ends without one: whatever ends it, the bench is cleared before anybody else has it."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from squaremile.kernel import clock
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import publish
from squaremile.published.residency import ExitBegun
from squaremile.residency.models import Company, Departure, Licence, LicencePlace
from squaremile.residency.reads import deposits, head_count
from squaremile.residency.reads.days import end_of, today
from squaremile.residency.words import departures as words

DESKS = ("programme", "safety_officer", "lab_operations")
"""Who sees to it that a place is cleared."""


WAITS = Q(state="signed") | Q(state="offered", offer__state="accepted")
"""Licences that were accepted and have not begun."""
RUNS = {"departure_one_at_a_time": words.DEPARTURE_RUNS}


def depart(company: Company, last_day: date, months: int, destination: str = "", *, by_itself: bool = False) -> Departure:
    """Inside another operation. The deposit is what was paid so far; it is counted anew until it is settled."""
    agreed = head_count.in_force(company.id, today())
    deposit = deposits.held(company.id, deposits.currency_of(company.id, agreed.deposit.currency if agreed else "KRW"))
    return Departure.objects.create(
        code=short_code("DP"), company=company, noticed_on=min(today(), last_day), last_day=last_day, notice_months=months,
        by_itself=by_itself, destination=destination.strip()[:200], deposit_minor=deposit.minor, currency=deposit.currency, state="noticed",
    )


def departs_with(licence: Licence, months: int) -> Departure | None:
    """Notice of a licence was given: once every licence in force has notice, the company leaves with the last of them."""
    running = Licence.objects.filter(company=licence.company_id, state="in_force")
    last = running.filter(notice__isnull=False).order_by("-notice__last_day").values_list("notice__last_day", flat=True).first()
    leaves = Departure.objects.filter(company=licence.company_id, state="noticed").exists()
    if licence.company.state != "resident" or leaves or last is None or running.filter(notice=None).exists():
        return None
    return depart(licence.company, last, months)


def must_leave(company: UUID) -> bool:
    """It has places, and no licence lets it keep them beyond today: each was given notice, ends or has ended. The company cannot
    stay by taking back its own notice."""
    running = Licence.objects.filter(company=company, state="in_force")
    has_places = running.exists() or LicencePlace.objects.filter(licence__company=company, licence__state__in=("ended", "lapsed"), live=True).exists()
    return has_places and not running.filter(notice=None, period__endswith__gt=end_of(today())).exists()


def nothing_follows(company: UUID) -> bool:
    """No licence of it runs beyond this moment, and none waits to begin."""
    runs = Q(state="in_force", period__endswith__gt=clock.now())
    return not Licence.objects.filter(runs | WAITS, company=company).exists()


def exit_begins(company: Company, last_day: date | None = None) -> Departure | None:
    """Inside another operation that ends its last licence, without a notice of anybody: its last day is today, or that of a term
    that is over, and what it has is to be cleared. Both sides hear of it. None where it is leaving already, or is not in residence."""
    whose = Company.objects.select_for_update().get(id=company.id)
    if whose.state != "resident" or Departure.objects.filter(company=whose, state="noticed").exists():
        return None
    made = depart(whose, min(last_day or today(), today()), 0, by_itself=True)
    publish(ExitBegun(made.id, whose.id))
    return made


def exit_is_now(company: Company) -> None:
    """Inside another operation that ends all its licences at once: the exit begins, or one that was to end later ends today, so
    that none of its places is free before it is signed as clean."""
    if exit_begins(company) is None:
        Departure.objects.filter(company=company, state="noticed", last_day__gt=today()).update(last_day=today())


def stays_after_all(company: UUID) -> str:
    """Inside another operation that begins a licence: an exit that began by itself is over. What anybody gave notice of stands.
    Returns its code, or nothing."""
    gone = Departure.objects.select_for_update().filter(company=company, state="noticed", by_itself=True).first()
    if gone is None:
        return ""
    gone.state = "withdrawn"
    gone.save(update_fields=["state"])
    return gone.code
