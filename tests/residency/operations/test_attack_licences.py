"""What a rival, an applicant or staff beyond their office try by hand on offers, signatures and amendments."""

from datetime import timedelta

import pytest
from django.db import Error, transaction

from squaremile.kernel import clock
from squaremile.kernel.scope import Grant, Scope, scope
from squaremile.residency import operations as residency
from squaremile.residency.models import Amendment, Offer, OfferTransition, Signature
from squaremile.residency.policies.signatures import Signed, digest
from tests.residency.operations.test_licences import hanbit, monday, offered, prices, signed  # noqa: F401
from tests.world import MONDAY

pytestmark = pytest.mark.django_db


def never(act, match: str) -> None:
    """The database refuses it."""
    with pytest.raises(Error, match=match), transaction.atomic():
        act()


def link(offer: Offer, person, **more) -> Signature:
    """A company's first signature, sound but for `more`."""
    document = offer.licence.documents.get()
    said = {"name": "최하진", "at": clock.now(), "address": "", "previous": ""} | more
    record = Signed(1, "company", str(person), said["name"], said["at"].isoformat(), said["address"], document.sha256, "")
    return Signature.objects.create(
        licence=offer.licence, document=document, number=1, party="company", signer=person, **{"digest": digest(record)} | said
    )


class TestSteps:
    @pytest.mark.parametrize("who", ["hajin", "sora", "key"])
    def test_nobody_writes_an_offers_step_by_hand(self, world, offered, who):  # noqa: F811
        with world.as_("programme"):
            offer = Offer.objects.get().id
        said = {"offer_id": offer, "before": "open", "after": "declined", "at": MONDAY, "actor": world.people.get(who)}
        company = world.organisations["HANBIT"]
        with scope(Scope(grants=(Grant("applicant", company),), reason="a@b.example")) if who == "key" else world.as_(who):
            never(lambda: OfferTransition.objects.create(**said), "row-level security")


class TestSignatures:
    def test_none_before_the_offer_is_accepted(self, world, offered):  # noqa: F811
        with world.as_("hajin"):
            never(lambda: link(Offer.objects.get(), world.people["hajin"]), "out of its place")

    @pytest.mark.parametrize("said", [{"digest": "0" * 64}, {"at": MONDAY - timedelta(days=30)}])
    def test_a_false_link_does_not_enter_the_chain(self, world, offered, said):  # noqa: F811
        with world.as_("hajin"):
            residency.answer_offer(licence=offered, accept=True)
            offer = Offer.objects.get()
            never(lambda: link(offer, world.people["hajin"], **said), "out of its place")
            link(offer, world.people["hajin"])

    def test_an_amendment_is_not_proposed_on_what_both_have_signed(self, world, offered):  # noqa: F811
        signed(world, offered)
        with world.as_("programme"):
            offer = Offer.objects.get()
            never(lambda: Amendment.objects.create(
                code="LA-X", licence=offer.licence, document=offer.licence.documents.get(), state="proposed", reason="임대료",
                effective_on=MONDAY.date(), end=MONDAY + timedelta(days=300), rent=9_000_000, most_people=3, permitted_use="x",
                price_version=offer.price_version, proposed_at=MONDAY,
            ), "another one")  # fmt: skip
