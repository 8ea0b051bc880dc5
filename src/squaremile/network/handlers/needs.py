"""A need that changed: its card says what everybody may know, or goes; and liaison staff hear of a new one."""

from squaremile.core import cards
from squaremile.core.notices import tell
from squaremile.core.outbox import handles
from squaremile.core.reads import people
from squaremile.kernel.words import Text
from squaremile.network.models import Need
from squaremile.network.reads.index_entries import NO_LONGER_ASKED
from squaremile.network.words.needs import MODES
from squaremile.published.network_needs import NeedChanged

ASKED = Text(ko="새 수요가 들어왔습니다: {title}", en="A new need has come in: {title}")


@handles("NeedChanged")
def renew_card(fact: NeedChanged) -> None:
    """Found by everyone while it is listed and still asked, without whose it is. The worker alone may write such a card."""
    need = Need.objects.filter(id=fact.need).first()
    if need is None or not need.listed or need.state in NO_LONGER_ASKED:
        cards.remove(kind="need", subject=fact.need)
        return
    mode = MODES[need.mode]
    cards.put(
        kind="need", subject=need.id, title_ko=need.title_ko, title_en=need.title_en, says_ko=mode.ko, says_en=mode.en,
        also=need.code, url=f"/network/needs/{need.code}/",
    )


@handles("NeedChanged")
def tell_the_office(fact: NeedChanged) -> None:
    """Once for each need, when it is first open."""
    need = Need.objects.filter(id=fact.need, state="open").first()
    if need is None:
        return
    title = Text(ko=need.title_ko or need.title_en, en=need.title_en or need.title_ko)
    tell(
        people.staff("programme"), "network.need_asked", ASKED.fill({"title": title}), url=f"/network/needs/{need.code}/",
        origin=f"need:{need.id}",
    )
