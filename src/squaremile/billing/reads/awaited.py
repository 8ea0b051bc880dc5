"""Bills that wait for their payers' answers, or to be issued once they were accepted."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from squaremile.billing.models import Bill
from squaremile.billing.reads import answering
from squaremile.billing.words import closing as words
from squaremile.core.roles import COMPANY_ADMIN
from squaremile.kernel.money import Money
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both


@dataclass(frozen=True, slots=True)
class Waiting:
    """A bill before it is issued. `until`: the last moment to answer, where silence is consent."""

    code: str
    month: date
    company: Text
    issuer: Text
    said: Text
    gross: Money
    until: datetime | None


def bills(*states: str) -> list[Waiting]:
    """Those that the asker may see, in these states. One statement."""
    rows = Bill.objects.filter(state__in=states or ("shown", "accepted")).select_related("close__issuer", "organisation")
    return _waiting(rows, _hers())


def _hers() -> frozenset[UUID]:
    """Whose bills the asker answers."""
    return frozenset(g.organisation for g in require().grants if g.organisation and g.role == COMPANY_ADMIN)


def _waiting(rows: QuerySet[Bill], hers: frozenset[UUID]) -> list[Waiting]:
    return [
        Waiting(
            b.code, b.close.month, both(b.organisation.name_ko, b.organisation.name_en), both(b.close.issuer.name_ko, b.close.issuer.name_en),
            words.WITH_YOU if b.organisation_id in hers and b.state == "shown" else words.BILL_STATES[b.state],
            Money(b.gross, b.close.issuer.currency), answering.not_before(b) if b.state == "shown" else None,
        )
        for b in rows.order_by("-close__month", "organisation__name_ko", "code")
    ]


def for_me() -> list[Waiting]:
    """Bills that the asker is to answer, the soonest first; nobody else has any. One statement."""
    if not (hers := _hers()):
        return []
    rows = Bill.objects.filter(state="shown", organisation_id__in=hers).select_related("close__issuer", "organisation")
    return sorted(_waiting(rows, hers), key=lambda one: (one.until is None, one.until or one.month, one.code))
