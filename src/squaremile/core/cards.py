"""Cards of what can be found, kept by every domain in the same transaction as the thing itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from squaremile.core.models import Card
from squaremile.kernel.korean import search_key

BATCH = 2000


@dataclass(frozen=True, slots=True)
class Made:
    """One card of many. As `put` takes it; of no company."""

    subject: UUID
    url: str
    title_ko: str = ""
    title_en: str = ""
    says_ko: str = ""
    says_en: str = ""
    also: str = ""


def put(
    *, kind: str, subject: UUID, url: str, title_ko: str = "", title_en: str = "", says_ko: str = "",
    says_en: str = "", also: str = "", organisation: UUID | None = None,
) -> None:
    """Make or renew the card of one thing. `also` are other names it is found by (codes, numbers)."""
    Card.objects.update_or_create(
        kind=kind, subject=subject,
        defaults={
            "organisation_id": organisation, "url": url, "title_ko": title_ko, "title_en": title_en,
            "says_ko": says_ko, "says_en": says_en, "key": search_key(f"{title_ko} {title_en} {also}"),
        },
    )


def put_many(kind: str, made: Sequence[Made]) -> None:
    """Make or renew the cards of many things of one kind, for everyone: a few statements for thousands."""
    rows = [
        Card(
            kind=kind, subject=one.subject, url=one.url, title_ko=one.title_ko, title_en=one.title_en, says_ko=one.says_ko,
            says_en=one.says_en, key=search_key(f"{one.title_ko} {one.title_en} {one.also}"),
        )
        for one in made
    ]
    Card.objects.bulk_create(
        rows, BATCH, update_conflicts=True, unique_fields=["kind", "subject"],
        update_fields=["url", "title_ko", "title_en", "says_ko", "says_en", "key"],
    )  # fmt: skip


def remove(*, kind: str, subject: UUID) -> None:
    Card.objects.filter(kind=kind, subject=subject).delete()


def remove_many(kind: str, subjects: Sequence[UUID]) -> None:
    """Take away the cards of many things of one kind."""
    Card.objects.filter(kind=kind, subject__in=subjects).delete()
