"""Cards of what can be found, kept by every domain in the same transaction as the thing itself."""

from uuid import UUID

from squaremile.core.models import Card
from squaremile.kernel.korean import search_key


def put(
    *, kind: str, subject: UUID, url: str, title_ko: str = "", title_en: str = "", says_ko: str = "",
    says_en: str = "", also: str = "", organisation: UUID | None = None, keeper: UUID | None = None,
) -> None:
    """Make or renew the card of one thing. `also` are other names it is found by (codes, numbers).

    `organisation` limits who finds it; `keeper` says whose it is.
    """
    Card.objects.update_or_create(
        kind=kind, subject=subject,
        defaults={
            "organisation_id": organisation, "keeper_id": keeper, "url": url, "title_ko": title_ko, "title_en": title_en,
            "says_ko": says_ko, "says_en": says_en, "key": search_key(f"{title_ko} {title_en} {also}"),
        },
    )


def remove(*, kind: str, subject: UUID) -> None:
    Card.objects.filter(kind=kind, subject=subject).delete()
