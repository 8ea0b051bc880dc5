"""Bills that wait for their payers' answers, or to be issued once they were accepted."""

from dataclasses import dataclass
from datetime import date, datetime

from squaremile.billing import rules
from squaremile.billing.models import Bill
from squaremile.billing.reads import answering
from squaremile.billing.words import closing as words
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
    mine = rules.answer(require())
    return [
        Waiting(
            b.code, b.close.month, both(b.organisation.name_ko, b.organisation.name_en), both(b.close.issuer.name_ko, b.close.issuer.name_en),
            words.WITH_YOU if mine and b.state == "shown" else words.BILL_STATES[b.state], Money(b.gross, b.close.issuer.currency),
            answering.not_before(b) if b.state == "shown" else None,
        )
        for b in rows.order_by("-close__month", "organisation__name_ko", "code")
    ]


def for_me() -> list[Waiting]:
    """Bills that the asker is to answer, the soonest first; nobody else has any. One statement."""
    if not rules.answer(require()):
        return []
    return sorted(bills("shown"), key=lambda one: (one.until is None, one.until or one.month, one.code))
