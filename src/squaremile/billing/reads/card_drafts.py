"""Drafts of rate cards as the editor shows them: faults, sentences, and what they change of the version in force."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from squaremile.billing.models import RateCard, RateCardDraft
from squaremile.billing.policies import card_draft, card_sentences, reading
from squaremile.billing.policies.card import Card
from squaremile.billing.policies.places import Fault
from squaremile.billing.reads import cards, months
from squaremile.billing.words import card_editor as words
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.metering.reads import meters


@dataclass(frozen=True, slots=True)
class PartRow:
    """An item or cap of the version that is written, with its rules as sentences and how many faults it has."""

    number: int
    code: str
    label: Text
    sentences: tuple[Text, ...]
    faults: int


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft, whole."""

    code: str
    body: dict[str, Any]
    faults: tuple[Fault, ...]
    running: dict[str, Any] | None
    """The version in force today, or the last that was published."""
    whose: Text | None = None
    """The payer whose alone the card is, or will be. None: everybody's."""
    new: bool = False
    """No card of this code is published yet: whose it will be may be said."""

    @property
    def version(self) -> dict[str, Any]:
        return card_draft.version(self.body)

    @property
    def path(self) -> str:
        """Of the version that is written."""
        return f"$.versions[{len(self.body['versions']) - 1}]"

    @property
    def title(self) -> Text:
        said = self.body.get("title")
        said = said if isinstance(said, dict) else {}
        return Text(ko=str(said.get("ko") or self.code), en=str(said.get("en") or self.code))

    @property
    def sound(self) -> Card | None:
        """The card, once it has no faults."""
        return None if self.faults else reading.read(self.body)

    def parts(self, where: str) -> list[Any]:
        """Items or caps as they are written."""
        found = self.version.get(where)
        return found if isinstance(found, list) else []

    def part(self, where: str, n: int) -> Any:
        """One of them. Raises Missing."""
        found = self.parts(where)
        if not 0 <= n < len(found):
            raise Missing(words.DRAFT_UNKNOWN)
        return found[n]

    def rows(self, where: str) -> list[PartRow]:
        """Items or caps with their sentences."""
        say: Callable[..., list[Text]] = partial(card_sentences.preview, meters=meters.names()) if where == "items" else card_sentences.preview_cap
        return [
            PartRow(
                n, str(part.get("code", n)) if isinstance(part, dict) else str(n), _label(part), tuple(say(self.body, self.version, part)),
                sum(fault.where.startswith(f"{self.path}.{where}[{n}]") for fault in self.faults),
            )
            for n, part in enumerate(self.parts(where))
        ]

    def taxes(self) -> dict[str, Any]:
        found = self.version.get("taxes")
        return found if isinstance(found, dict) else {}

    def changes(self) -> list[tuple[Text, card_draft.Difference]]:
        """What it says otherwise than the version in force."""
        return [(words.DIFFERENCES[d.kind], d) for d in card_draft.differences(self.running, self.version)]


def _label(part: Any) -> Text:
    said = part.get("label") if isinstance(part, dict) else None
    said = said if isinstance(said, dict) else {}
    return Text(ko=str(said.get("ko", "")), en=str(said.get("en", "")))


def draft(code: str) -> Draft:
    """By the code of its card. Raises Missing. Three statements."""
    found = RateCardDraft.objects.select_related("organisation").filter(code=code).first()
    if found is None:
        raise Missing(words.DRAFT_UNKNOWN)
    card = RateCard.objects.select_related("organisation").filter(code=code).first()
    payer = (card or found).organisation
    return Draft(
        found.code, found.body, tuple(reading.lint(found.body)), _running(card) if card else None,
        both(payer.name_ko, payer.name_en) if payer else None, new=card is None,
    )


def _running(card: RateCard) -> dict[str, Any]:
    versions = sorted(card.versions.all(), key=lambda v: v.since)
    begun = [v for v in versions if v.since <= months.today()] or versions
    found: dict[str, Any] = begun[-1].body
    return found


def drafts() -> list[tuple[str, Text]]:
    """Code and title of each that the asker sees."""
    return [(d.code, Draft(d.code, d.body, (), None).title) for d in RateCardDraft.objects.order_by("code")]


def drafted(code: str) -> bool:
    return RateCardDraft.objects.filter(code=code).exists()


def next_version(code: str) -> dict[str, Any]:
    """The card as it is published with a next version, which begins with the month after this. Raises Missing.

    A version that was published and has not begun is written on as it is.
    """
    _, body = cards.of_code(code)
    if date.fromisoformat(card_draft.version(body)["from"]) > months.today():
        return body
    return card_draft.begun(body, months.after(months.today()))
