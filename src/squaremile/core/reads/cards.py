"""Cards as they lie, for domains that index what others keep: no rights are added to the asker's own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from squaremile.core.models import Card

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
