"""Cards as they lie, for domains that index what others keep: no rights are added to the asker's own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from squaremile.core.models import Card
from squaremile.kernel.words import Text, both

BATCH = 2000


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card that is for everyone. `title` and `says` are as written: a language that is not there is empty."""

    kind: str
    title_ko: str
    title_en: str
    says_ko: str
    says_en: str
    url: str


def for_everyone(kinds: Sequence[str]) -> Iterator[CardRow]:
    """Cards of some kinds that belong to no company, in the order of their birth."""
    found = Card.objects.filter(kind__in=kinds, organisation=None).order_by("id")
    columns = ("kind", "title_ko", "title_en", "says_ko", "says_en", "url")
    for row in found.values_list(*columns).iterator(BATCH):
        yield CardRow(*row)


def still_there(urls: Sequence[str]) -> set[str]:
    """Which of these addresses have a card that the asker may see."""
    return set(Card.objects.filter(url__in=urls).values_list("url", flat=True))


def title_at(url: str) -> Text | None:
    """What the thing at this address is called; None where the asker sees no card of it."""
    found = Card.objects.filter(url=url).values_list("title_ko", "title_en").first()
    return both(*found) if found else None


def kept_by(organisation: UUID, kind: str) -> list[CardRow]:
    """Cards of one kind that say they are this organisation's, as far as the asker finds them."""
    found = Card.objects.filter(keeper=organisation, kind=kind).order_by("title_ko", "title_en", "url")
    return [CardRow(*row) for row in found.values_list("kind", "title_ko", "title_en", "says_ko", "says_en", "url")]
