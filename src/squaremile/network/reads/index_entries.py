"""What the index holds: the directory's documents, organisations, listed needs and instruments, one entry each.

A need's confidential part is in no entry, and unlisted needs are none: what is not in the index cannot be found in it.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Self

from squaremile.core.reads import cards
from squaremile.kernel.words import Text
from squaremile.network.models import Need, Partner
from squaremile.network.reads.documents import documents

NO_LONGER_ASKED = ("draft", "closed", "withdrawn")
BATCH = 2000


@dataclass(frozen=True, slots=True)
class Entry:
    """One findable text, as written: a language that is not there is empty.

    `visible_to` is the key of the only organisation whose people may find it; empty for everyone.
    """

    kind: str
    code: str
    title_ko: str
    title_en: str
    text_ko: str
    text_en: str
    year: int | None
    people: tuple[str, ...]
    partner: str
    url: str
    visible_to: str = ""

    @property
    def id(self) -> str:
        return f"{self.kind}:{self.code}"

    @property
    def title(self) -> Text:
        return Text(ko=self.title_ko or self.title_en, en=self.title_en or self.title_ko)

    @property
    def text(self) -> str:
        """What is read for matching: titles and texts of both languages."""
        return "\n".join(part for part in (self.title_ko, self.title_en, self.text_ko, self.text_en) if part)

    @property
    def digest(self) -> str:
        """Tells whether anything of it changed."""
        return hashlib.blake2b(repr(asdict(self)).encode(), digest_size=12).hexdigest()

    def plain(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def of(cls, plain: dict[str, Any]) -> Self:
        return cls(**{**plain, "people": tuple(plain["people"])})


def entries() -> Iterator[Entry]:
    """Every entry there is now, in a fixed order. Memory does not grow with their number."""
    for each in documents():
        kind = "person" if each.kind == "profile" else each.kind
        yield Entry(
            kind, each.code, each.title_ko, each.title_en, each.text_ko, each.text_en, each.year, each.people,
            each.partner, each.url, str(each.visible_to or ""),
        )
    yield from _organisations()
    yield from _needs()
    yield from _instruments()


def _organisations() -> Iterator[Entry]:
    found = Partner.objects.filter(hidden=False, merged_into=None).order_by("id")
    for row in found.iterator(BATCH):
        yield Entry(
            "company", row.code, row.name_ko, row.name_en, row.says_ko, row.says_en, None, (), row.code,
            f"/network/organisations/{row.code}/",
        )


def _needs() -> Iterator[Entry]:
    """The public part of what is listed and still asked; whose it is stands nowhere."""
    found = Need.objects.filter(listed=True).exclude(state__in=NO_LONGER_ASKED).order_by("id")
    for row in found.iterator(BATCH):
        year = row.opened_at.year if row.opened_at else None
        yield Entry(
            "need", row.code, row.title_ko, row.title_en, row.says_ko, row.says_en, year, (), "",
            f"/network/needs/{row.code}/",
        )


def _instruments() -> Iterator[Entry]:
    for card in cards.for_everyone(("equipment",)):
        code = card.url.rstrip("/").rpartition("/")[2]
        yield Entry(
            "equipment", code, card.title_ko, card.title_en, card.says_ko, card.says_en, None, (), "", card.url
        )
