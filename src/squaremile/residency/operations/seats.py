"""Seats follow the licence: whenever a licence begins, changes or ends, the terms about people say what it says."""

from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.ids import short_code
from squaremile.residency.models import Departure, PeopleTerms
from squaremile.residency.reads.days import today
from squaremile.residency.reads.licensed_people import licensed_terms


def follow(company: UUID) -> int | None:
    """The terms of today, and any that were set for later, take the figure of the licences in force; inside another
    operation. Without such a licence everything stays as it is.
    """
    terms, day = licensed_terms(company), today()
    if not terms:
        return None
    seats = sum(each.most_people for each in terms)
    rows = PeopleTerms.objects.filter(company=company, since__gte=day)
    rows.exclude(seats=seats).update(seats=seats)
    last = PeopleTerms.objects.filter(company=company, since__lte=day).order_by("since").last()
    left = Departure.objects.filter(company=company, state="cleared").order_by("noticed_on").values_list("noticed_on", flat=True).last()
    if last is not None and left is not None and last.since <= left < day:
        # What was agreed for an earlier stay, which it has left, is no term of this one.
        last = None
    if last is None or (last.since < day and last.seats != seats):
        PeopleTerms.objects.create(
            code=short_code("PT"), company_id=company, since=day, seats=seats, made_at=clock.now(),
            notice_months=last.notice_months if last else terms[0].notice_months,
            deposit_minor=last.deposit_minor if last else sum(each.deposit for each in terms),
            currency=last.currency if last else terms[0].currency,
        )
    return seats
