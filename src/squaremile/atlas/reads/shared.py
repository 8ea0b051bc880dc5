"""Charts that are shown on other sites."""

from dataclasses import dataclass
from datetime import datetime

from squaremile.atlas.models import Share
from squaremile.atlas.policies.shared import LASTS
from squaremile.atlas.words import shared as words
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text


@dataclass(frozen=True, slots=True)
class Shared:
    """One address of a chart, who made it and until when it holds."""

    code: str
    screen: str
    chart: str
    name: Text
    choices: str
    language: str
    made_at: datetime
    made_by: str
    until: datetime


def shared() -> list[Shared]:
    """Those that hold, the newest first. One statement."""
    held = Share.objects.filter(withdrawn_at=None, made_at__gt=clock.now() - LASTS).select_related("made_by")
    return [_one(row, str(row.made_by or "")) for row in held.order_by("-made_at", "code")]


def one(code: str) -> Shared:
    """The chart of a code. Raises Missing for one that is withdrawn, old, or never was."""
    row = Share.objects.filter(code=code, withdrawn_at=None, made_at__gt=clock.now() - LASTS).first()
    if row is None:
        raise Missing(words.SHARE_UNKNOWN)
    return _one(row, "")


def _one(row: Share, who: str) -> Shared:
    return Shared(
        row.code, row.screen, row.chart, words.CHARTS[row.chart], row.choices, row.language, row.made_at, who, row.made_at + LASTS
    )
