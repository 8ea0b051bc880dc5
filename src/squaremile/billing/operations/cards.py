"""Publishing rate cards."""

from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings

from squaremile.billing import rules
from squaremile.billing.models import RateCard, RateCardVersion
from squaremile.billing.policies import reading
from squaremile.billing.policies.reading import DEFAULT_ZONE
from squaremile.billing.reads import months
from squaremile.billing.words import accounts as words
from squaremile.core.reads import organisations
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.words import Text

_HEAD = ("currency", "zone", "tax_rounding", "document")


@operation(
    "billing.publish_rate_card", ko="요금표 게시하기", en="Publish a rate card", may=rules.keep_money,
    refuses=(words.CARD_UNSOUND, words.CARD_IN_FORCE, words.CARD_BACKDATED, words.CARD_WHOSE, NOT_FOUND),
    constraints={
        "rate_card_version_stands": words.CARD_IN_FORCE, "rate_card_version_once": words.CARD_IN_FORCE,
        "rate_card_version_one_a_day": words.CARD_IN_FORCE,
    },
)
def publish_rate_card(*, card_body: dict[str, Any], organisation: UUID | None = None) -> RateCard:
    """The whole card as JSON. Versions in force are said as they stand; one that has not begun may be said anew or added.

    A new card's versions may begin in the past: it takes over what was agreed before. `organisation`: of a new card, the payer with
    whom its prices were agreed, who alone pays by it and reads it beside finance. It stays hers.
    """
    body = card_body
    if faults := reading.lint(body):
        said = [str(fault.where) + " " for fault in faults[:3]]
        raise Invalid(words.CARD_UNSOUND, {"why": Text(
            ko="; ".join(w + f.says.ko for w, f in zip(said, faults, strict=False)),
            en="; ".join(w + f.says.en for w, f in zip(said, faults, strict=False)),
        )})
    if body.get("zone", DEFAULT_ZONE) != settings.TIME_ZONE:
        # A use at a month's edge would be closed in one month and priced in another.
        raise Invalid(words.CARD_UNSOUND, {"why": words.CARD_ZONE.fill({"zone": settings.TIME_ZONE})})
    known = RateCard.objects.filter(code=body["card"]).first()
    head = {key: body[key] for key in _HEAD if key in body}
    if known is not None and known.head != head:
        raise Refused(words.CARD_IN_FORCE, {"number": 0})
    if known is not None and organisation not in (None, known.organisation_id):
        raise Refused(words.CARD_WHOSE)
    card = known or _made(body, head, organisation)
    numbers = [_version(card, version, new=known is None) for version in body["versions"]]
    note(subject=card, organisation=card.organisation_id, versions=[n for n in numbers if n])
    return card


def _made(body: dict[str, Any], head: dict[str, Any], organisation: UUID | None) -> RateCard:
    if organisation is not None:
        organisations.named(organisation)
    return RateCard.objects.create(
        code=body["card"], title_ko=body["title"]["ko"], title_en=body["title"]["en"], head=head, organisation_id=organisation,
        created_at=clock.now(),
    )


def _version(card: RateCard, body: dict[str, Any], *, new: bool) -> int:
    """Write a version where it is new or has not begun. Gives back its number where something was written."""
    since, number = date.fromisoformat(body["from"]), int(body["version"])
    found = RateCardVersion.objects.filter(card=card, number=number).first()
    if found is not None and found.body == body:
        return 0
    if found is not None and found.since <= months.today():
        raise Refused(words.CARD_IN_FORCE, {"number": number})
    if not new and since <= months.today():
        raise Refused(words.CARD_BACKDATED, {"number": number})
    if found is None:
        RateCardVersion.objects.create(card=card, number=number, since=since, body=body, published_at=clock.now())
    else:
        found.body, found.since, found.published_at = body, since, clock.now()
        found.save(update_fields=["body", "since", "published_at"])
    return number
