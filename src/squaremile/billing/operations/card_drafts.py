"""Drafts of rate cards: saved as often as one likes, faults and all; published once they are sound, from a day on."""

from datetime import date
from typing import Any
from uuid import UUID

from squaremile.billing import rules
from squaremile.billing.models import RateCard, RateCardDraft
from squaremile.billing.operations.cards import publish_rate_card
from squaremile.billing.policies import card_draft as drafts
from squaremile.billing.words import accounts as words
from squaremile.billing.words import card_editor as editor
from squaremile.core.reads import organisations
from squaremile.core.words import CODE_UNFIT, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require

MOST = 200_000


@operation(
    "billing.save_card_draft", ko="요금표 초안 저장", en="Save a draft of a rate card", may=rules.keep_money,
    refuses=(editor.DRAFT_UNREADABLE, words.CARD_WHOSE, NOT_FOUND),
    constraints={"billing_rate_card_draft_code_key": editor.DRAFT_ALREADY, "rate_card_draft_code_fits": CODE_UNFIT},
)
def save_card_draft(*, card_body: dict[str, Any], organisation: UUID | None = None) -> RateCardDraft:
    """The whole card as JSON. What is wrong with it is shown where it is wrong; it is nobody's price yet. `organisation`: of a new
    card, whose alone it will be; a draft that was said to be somebody's stays hers, as a card does."""
    if not drafts.is_card(card_body) or len(card_body["card"]) > 40 or len(str(card_body)) > MOST:
        raise Invalid(editor.DRAFT_UNREADABLE)
    said = {"body": card_body, "saved_at": clock.now(), "saved_by": require().actor, "organisation_id": _whose(card_body["card"], organisation)}
    made, _ = RateCardDraft.objects.update_or_create(code=card_body["card"], defaults=said)
    note(subject=made)
    return made


def _whose(code: str, named: UUID | None) -> UUID | None:
    """That of the card that it continues; of a new card, what was said first."""
    if named is not None:
        organisations.named(named)
    card = RateCard.objects.filter(code=code).first()
    draft = RateCardDraft.objects.select_for_update(of=("self",)).filter(code=code).first()
    stands = card.organisation_id if card else draft.organisation_id if draft else None
    if named not in (None, stands) and (card or stands):
        raise Refused(words.CARD_WHOSE)
    return stands or named


@operation(
    "billing.discard_card_draft", ko="요금표 초안 버리기", en="Discard a draft of a rate card", may=rules.keep_money,
    refuses=(editor.DRAFT_UNKNOWN,),
)
def discard_card_draft(*, card_draft: str) -> RateCardDraft:
    """What is published stays as it is."""
    found = _draft(card_draft)
    note(subject=found)
    found.delete()
    return found


@operation(
    "billing.publish_card_draft", ko="요금표 초안 게시하기", en="Publish a draft of a rate card", may=rules.keep_money,
    refuses=(editor.DRAFT_UNKNOWN, words.CARD_UNSOUND, words.CARD_IN_FORCE, words.CARD_BACKDATED, words.CARD_WHOSE, NOT_FOUND),
)
def publish_card_draft(*, card_draft: str, effective_on: date, organisation: UUID | None = None) -> RateCard:
    """Its last version holds from that day on; the draft is gone. `organisation`: of a new card, whose alone it is; none named: whose
    the draft is."""
    found = _draft(card_draft)
    if found.organisation_id and organisation not in (None, found.organisation_id):
        raise Refused(words.CARD_WHOSE)
    made = publish_rate_card(card_body=drafts.from_day(found.body, effective_on), organisation=organisation or found.organisation_id)
    note(subject=made, organisation=made.organisation_id, draft=found.code, effective_on=effective_on)
    found.delete()
    return made


def _draft(code: str) -> RateCardDraft:
    found = RateCardDraft.objects.select_for_update().filter(code=code).first()
    if found is None:
        raise Missing(editor.DRAFT_UNKNOWN)
    return found
