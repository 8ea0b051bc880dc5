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

DESKS = ("programme", "safety_officer", "lab_operations")
"""Who sees to it that a place is cleared."""


def depart(company: Company, last_day: date, months: int, destination: str = "") -> Departure:
    """Inside another operation. The deposit is what was paid so far; it is counted anew until it is settled."""
    agreed = head_count.in_force(company.id, today())
    deposit = deposits.held(company.id, deposits.currency_of(company.id, agreed.deposit.currency if agreed else "KRW"))
    return Departure.objects.create(
        code=short_code("DP"), company=company, noticed_on=today(), last_day=last_day, notice_months=months,
        destination=destination.strip()[:200], deposit_minor=deposit.minor, currency=deposit.currency, state="noticed",
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
    has_places = running.exists() or LicencePlace.objects.filter(licence__company=company, licence__state="ended", live=True).exists()
    return has_places and not running.filter(notice=None, period__endswith__gt=end_of(today())).exists()


def nothing_follows(company: UUID) -> bool:
    """No licence of it runs beyond this moment, and none waits to begin."""
    runs = Q(state="in_force", period__endswith__gt=clock.now())
    waits = Q(state="signed") | Q(state="offered", offer__state="accepted")
    return not Licence.objects.filter(runs | waits, company=company).exists()


def exit_begins(company: Company) -> Departure | None:
    """Inside another operation that ends its last licence, without a notice of anybody: its last day is today, and what it has is
    to be cleared. Both sides hear of it. None where it is leaving already, or is not in residence."""
    if company.state != "resident" or Departure.objects.filter(company=company, state="noticed").exists():
        return None
    made = depart(company, today(), 0)
    publish(ExitBegun(made.id, company.id))
    return made
