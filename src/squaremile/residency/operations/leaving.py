"""An exit begins: by a company's notice to leave, or by the notice of its last licence that nobody had given notice of."""

from datetime import date
from uuid import UUID

from squaremile.kernel.ids import short_code
from squaremile.residency.models import Company, Departure, Licence
from squaremile.residency.reads import deposits, head_count
from squaremile.residency.reads.days import today
from squaremile.residency.reads.licensed_people import licensed_terms


def notice_months(company: UUID) -> int | None:
    """The longest notice of its licences in force; where they say none, that of its terms about people. None: not known."""
    licences = [terms.notice_months for terms in licensed_terms(company)]
    known = head_count.in_force(company, today())
    return max(licences) if licences else known.notice_months if known else None


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
    """Every licence in force was given notice, and a notice stands: the company cannot stay by taking back its own."""
    running = Licence.objects.filter(company=company, state="in_force")
    return running.exists() and not running.filter(notice=None).exists()
