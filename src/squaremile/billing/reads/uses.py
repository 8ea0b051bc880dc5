"""Uses of a month one by one, each as a charge with its person and project: for whoever tells a sum apart."""

from datetime import date, datetime

from squaremile.billing.models import Account
from squaremile.billing.policies.charges import Charged, Use, of_line
from squaremile.billing.policies.events import Inconsistent
from squaremile.billing.policies.rating import Unpriced, rate_all
from squaremile.billing.reads import months, rating
from squaremile.metering.reads import billable


def charged(account: Account, month: date, as_of: datetime) -> list[Charged]:
    """What `rating.rated` charges for use, event by event."""
    of = rating._of(account, as_of)
    start, end = months.bounds(month)
    rows = billable.of(account.organisation_id, start=start, end=end, before=as_of)
    uses = {row.origin: Use(row.project, row.person, str(row.evidence.get("nfec", ""))[:40]) for row in rows}
    events = [event for event in (rating._event(account, row) for row in rows) if not rating._elsewhere(of, event)]
    try:
        lines = rate_all(of.card, events)
    except Inconsistent as error:
        lines = rate_all(of.card, rating._sound(events, error.event))
    return [of_line(of.card, line, uses[line.event.id], late=False) for line in lines if not isinstance(line, Unpriced)]
