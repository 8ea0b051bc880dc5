"""Agreements as tests need them: parties, checks, signature and promises in one call each."""

from datetime import date
from decimal import Decimal

from squaremile.network import operations as network
from tests.world import World

SIGNED = date(2027, 1, 15)


def partners() -> None:
    """Two bodies of the directory, one here and one across the ocean."""
    network.add_partner(code="PN-PROVINCE", kind="public", name_ko="전새도", name_en="Jeonsae Province")
    network.add_partner(code="PN-CHARLES", kind="university", name_ko="찰스베이공대", name_en="Charles Bay Institute")


def draft(world: World, *, organisation: str = "SAEBOM", **more: object):
    """A draft between the province, an institute, and (unless empty) a company of the cluster."""
    asked = {
        "agreement_type": "MOU", "binding": True, "title_ko": "투자 협약", "title_en": "Investment agreement",
        "effective_on": date(2027, 2, 1), "ends_on": date(2029, 1, 31), "notice_days": 90,
    } | more  # fmt: skip
    made = network.draft_agreement(**asked)
    network.add_party(agreement=made.code, partner="PN-PROVINCE", party_role="lead")
    if organisation:
        network.add_party(agreement=made.code, organisation=world.organisations[organisation])
    else:
        network.add_party(agreement=made.code, partner="PN-CHARLES")
    return made


def signed(world: World, *, on: date = SIGNED, organisation: str = "SAEBOM", **more: object):
    """The same, checked, approved and signed."""
    made = draft(world, organisation=organisation, **more)
    for item in ("capacity", "sanctions", "conflicts"):
        network.record_check(agreement=made.code, check_item=item, check_result="clear")
    for step in ("review", "approved"):
        network.advance_agreement(agreement=made.code, step=step)
    return network.advance_agreement(agreement=made.code, step="signed", happened_on=on)


def promise(agreement, amount: int = 1_000_000_000, **more: object):
    """The other party promises money."""
    party = agreement.parties.exclude(partner__code="PN-PROVINCE").get() if "party" not in more else None
    asked = {
        "commitment_kind": "investment", "amount": Decimal(amount), "amount_unit": "KRW", "due_on": date(2028, 12, 31),
        "what_ko": "공장 투자", "what_en": "Factory investment", **({"party": party.code} if party else {}),
    } | more  # fmt: skip
    return network.add_commitment(agreement=agreement.code, **asked)


def arrived(commitment, amount: int, on: date = date(2027, 2, 20), **more: object):
    """Liaison staff confirm that it came."""
    asked = {
        "entry_state": "arrived", "happened_on": on, "amount": Decimal(amount), "confirmed_by": "금재무",
        "evidence_url": "https://example.org/receipt.pdf",
    } | more  # fmt: skip
    return network.record_commitment(commitment=commitment.code, **asked)
