"""Showing one chart on other sites, and withdrawing it."""

import secrets

from squaremile.atlas import rules
from squaremile.atlas.models import Share
from squaremile.atlas.operations import entries
from squaremile.atlas.policies.shared import CHARTS, LANGUAGES
from squaremile.atlas.words import shared as words
from squaremile.core.words import BAD_INPUT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require

LONGEST = 500


@operation(
    "atlas.share_chart", ko="도표를 다른 사이트에 담기", en="Share a chart with other sites", may=rules.keep,
    refuses=(words.CHART_UNKNOWN, BAD_INPUT), constraints={"atlas_share_code_key": BAD_INPUT},
)
def share_chart(*, screen: str, chart: str, choices: str = "", language: str = "ko") -> Share:
    """Make an address at which anybody sees this chart of published figures, for a year or until it is withdrawn.

    `choices` is what the address of the screen says after its `?`.
    """
    if chart not in CHARTS.get(screen, ()):
        raise Missing(words.CHART_UNKNOWN)
    if len(choices) > LONGEST or "\x00" in choices or language not in LANGUAGES:
        raise Invalid(BAD_INPUT)
    made = Share.objects.create(
        code=secrets.token_urlsafe(24), screen=screen, chart=chart, choices=choices, language=language, made_at=clock.now(),
        made_by_id=require().actor,
    )
    note(subject=made, screen=screen, chart=chart, choices=choices, language=language)
    return made


@operation(
    "atlas.withdraw_share", ko="공유한 도표 거두기", en="Withdraw a shared chart", may=rules.keep, refuses=(words.SHARE_UNKNOWN,)
)
def withdraw_share(*, shared_chart: str) -> Share:
    """The address shows nothing any more, within the hour that browsers and sites may keep what they fetched."""
    row = entries.found(Share, shared_chart, words.SHARE_UNKNOWN)
    if row.withdrawn_at is not None:
        raise Missing(words.SHARE_UNKNOWN)
    row.withdrawn_at, row.withdrawn_by_id = clock.now(), require().actor
    row.save(update_fields=["withdrawn_at", "withdrawn_by"])
    note(subject=row, screen=row.screen, chart=row.chart)
    return row
