"""A licence in dollars is not billed in won: it is held aside, and finance is told, until there is an account for it."""

from datetime import date, timedelta

import pytest

from squaremile.billing import operations as billing
from squaremile.billing.models import Contract, LicenceFact
from squaremile.billing.reads import deposits
from squaremile.core.models import Notice
from squaremile.core.outbox import deliver
from squaremile.kernel import clock
from squaremile.kernel.ids import uuid7
from squaremile.kernel.operation import publish
from squaremile.kernel.scope import scope, system
from squaremile.published.residency import DepositPaid, DepositSettled, RentAgreed
from tests.billing.making import CARD, opened
from tests.residency.acting import acting
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db


def test_cents_are_not_won(world: World):
    hanbit, licence = world.organisations["HANBIT"], uuid7()
    with clock.as_of(MONDAY):
        opened(world)
        with world.as_("programme"), acting("test.licence"):
            publish(RentAgreed(licence, "LI-USD", hanbit, "USD", 1, (("2027-04-01", "460000"),)))
            publish(DepositPaid(uuid7(), licence, "LI-USD", hanbit, 920_000, date(2027, 3, 1), "USD"))
            publish(DepositSettled(uuid7(), "LI-USD", hanbit, 0, 920_000, date(2027, 3, 1), currency="USD"))
        deliver()
        with world.as_("finance"):
            assert Contract.objects.filter(code="LI-USD").count() == 0
            assert set(LicenceFact.objects.values_list("account", flat=True)) == {None}
            told = [notice.text_ko for notice in Notice.objects.filter(kind="billing.currency_aside")]
            assert len(told) == 2 and all("USD" in text for text in told)
            billing.add_issuer(code="US", name_ko="해외", name_en="Overseas", currency="USD")
            billing.publish_rate_card(card_body={**CARD, "card": "USD-LAB", "currency": "USD", "document": {"step": "0.01", "how": "nearest"}})
            with clock.as_of(MONDAY + timedelta(hours=1)):  # younger than the account in won: of two of one moment a code drawn by lot decides
                made = billing.open_account(organisation=hanbit, issuer="US", rate_card="USD-LAB")
            found = Contract.objects.get(code="LI-USD")
            assert (found.account_id, found.terms.get().amount) == (made.id, 460_000)
            assert set(LicenceFact.objects.values_list("account", flat=True)) == {made.id}
            assert (deposits.held(made), deposits.free(made)) == (920_000, 920_000)
        with scope(system("worker")):
            # The currency was not said of old: such a fact is in the account's own.
            assert billing.hear_of_licence(
                origin=f"rent:{uuid7()}:1", organisation=hanbit, payload={"licence": str(uuid7()), "code": "LI-OLD", "terms": [["2027-04-01", "5"]]}
            )
            assert Contract.objects.get(code="LI-OLD").account.issuer.currency == "KRW"
