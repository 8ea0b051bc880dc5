"""A card that was agreed with one payer: its prices are that payer's and finance's to read, and nobody else is priced by it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from squaremile.billing import operations as billing
from squaremile.billing.models import Account, AccountTerm, RateCard, RateCardVersion
from squaremile.billing.policies import card_draft
from squaremile.billing.reads import card_drafts, cards, fees
from squaremile.core.meant import Meant
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing, Refused
from squaremile.kernel.scope import scope, system
from tests.billing.making import CARD, at, opened
from tests.pages.people import browser
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
_FIRST = CARD["versions"][0]
OWN = CARD | {"card": "HANBIT-OWN", "title": {"ko": "한빛 협의 요금", "en": "Agreed with Hanbit"}, "versions": [_FIRST | {
    "items": [_FIRST["items"][0] | {"price": {"kind": "flat", "rate": 12_345}}, _FIRST["items"][1]]}]}


@pytest.fixture
def accounts(world: World) -> dict[str, str]:
    with clock.as_of(MONDAY - timedelta(hours=1)):
        codes = opened(world)
        with world.as_("finance"):
            billing.publish_rate_card(card_body=OWN, organisation=world.organisations["HANBIT"])
            billing.edit_account(account=codes["HANBIT"], rate_card="HANBIT-OWN")
    return codes


def read(world: World, who: str) -> tuple[set[str], int]:
    """Cards by any statement that the serving role can make, and how many versions."""
    with world.as_(who), connection.cursor() as cursor:
        cursor.execute("SELECT code FROM billing_rate_card")
        codes = {code for (code,) in cursor.fetchall()}
        cursor.execute("SELECT count(*) FROM billing_rate_card_version WHERE body::text LIKE '%12345%'")
        return codes, cursor.fetchone()[0]


def test_a_rival_reads_nothing_of_it(world: World, accounts: dict[str, str]):
    with clock.as_of(MONDAY):
        for who in ("sujin", "operator"):
            assert read(world, who) == ({"OPEN-LAB"}, 0), who
            with world.as_(who):
                assert [row.code for row in cards.cards(MONDAY.date())] == ["OPEN-LAB"]
                with pytest.raises(Missing, match="card_unknown"):
                    cards.of_code("HANBIT-OWN")
        for who in ("hajin", "hana", "finance"):
            assert read(world, who) == ({"OPEN-LAB", "HANBIT-OWN"}, 1), who
        with scope(system("public")):
            assert set(RateCard.objects.values_list("code", flat=True)) == {"OPEN-LAB"}
            assert not RateCardVersion.objects.filter(card__code="HANBIT-OWN").exists()


def test_a_rival_has_no_page_of_it(world: World, accounts: dict[str, str]):
    with clock.as_of(MONDAY):
        asked = {who: browser(world, who).get("/money/cards/HANBIT-OWN/") for who in ("sujin", "operator", "hajin", "finance")}
        assert {who: answer.status_code for who, answer in asked.items()} == {"sujin": 404, "operator": 404, "hajin": 200, "finance": 200}
        assert all("12,345" in asked[who].content.decode() for who in ("hajin", "finance"))
        assert "HANBIT-OWN" not in browser(world, "sujin").get("/money/cards/").content.decode()


def test_its_payer_is_priced_by_it(world: World, accounts: dict[str, str]):
    with clock.as_of(MONDAY), world.as_("hana"):
        found = fees.fee(Meant(world.organisations["HANBIT"], None, None, "CONFOCAL", at(5, 10, 3), at(5, 11, 3)))
        assert found and found.net and found.net.minor == 12_345


def test_nobody_else_is_priced_by_it(world: World, accounts: dict[str, str]):
    with clock.as_of(MONDAY), world.as_("finance"):
        with pytest.raises(Refused, match="card_of_another"):
            billing.edit_account(account=accounts["SAEBOM"], rate_card="HANBIT-OWN")
        billing.add_issuer(code="CORE", name_ko="코어", name_en="Core")
        with pytest.raises(Refused, match="card_of_another"):
            billing.open_account(organisation=world.organisations["SAEBOM"], issuer="CORE", rate_card="HANBIT-OWN")
        hers, own = Account.objects.get(code=accounts["SAEBOM"]), RateCard.objects.get(code="HANBIT-OWN")
        with pytest.raises(IntegrityError, match="another payer"), transaction.atomic():
            AccountTerm.objects.create(
                account=hers, organisation_id=hers.organisation_id, since=MONDAY.date(), card=own, recorded_at=clock.now()
            )
        with pytest.raises(IntegrityError, match="another payer"), transaction.atomic():
            Account.objects.filter(id=hers.id).update(card=own)


def test_whose_it_is_stays(world: World, accounts: dict[str, str]):
    with clock.as_of(MONDAY), world.as_("finance"):
        for card, whose in ((OWN, "SAEBOM"), (CARD, "HANBIT")):
            with pytest.raises(Refused, match="card_whose"):
                billing.publish_rate_card(card_body=card, organisation=world.organisations[whose])
        assert billing.publish_rate_card(card_body=OWN).organisation_id == world.organisations["HANBIT"]
        billing.save_card_draft(card_body=OWN | {"card": "SECOND-OWN"})
        made = billing.publish_card_draft(card_draft="SECOND-OWN", effective_on=MONDAY.date(), organisation=world.organisations["SAEBOM"])
        assert made.organisation_id == world.organisations["SAEBOM"]


def test_a_draft_of_her_card_stays_hers(world: World, accounts: dict[str, str]):
    """Whether it continues her card or was made for a new one of hers; and nobody's mistake opens it."""
    hers, other = (world.organisations[code] for code in ("HANBIT", "SAEBOM"))
    with clock.as_of(MONDAY), world.as_("finance"):
        later = card_draft.begun(OWN, MONDAY.date() + timedelta(days=31))
        assert billing.save_card_draft(card_body=later).organisation_id == hers
        assert not card_drafts.draft("HANBIT-OWN").new
        new = OWN | {"card": "HANBIT-NEXT"}
        assert billing.save_card_draft(card_body=new, organisation=hers).organisation_id == hers
        assert billing.save_card_draft(card_body=new).organisation_id == hers
        said = card_drafts.draft("HANBIT-NEXT")
        assert (str(said.whose.en if said.whose else ""), said.new) == ("Hanbit Bio", True)
        for act in (
            lambda: billing.save_card_draft(card_body=new, organisation=other),
            lambda: billing.save_card_draft(card_body=later, organisation=other),
            lambda: billing.save_card_draft(card_body=CARD, organisation=other),
            lambda: billing.publish_card_draft(card_draft="HANBIT-NEXT", effective_on=MONDAY.date(), organisation=other),
        ):
            with pytest.raises(Refused, match="card_whose"):
                act()
        for code, day in (("HANBIT-OWN", later["versions"][1]["from"]), ("HANBIT-NEXT", "2027-04-01")):
            assert billing.publish_card_draft(card_draft=code, effective_on=date.fromisoformat(day)).organisation_id == hers
    assert read(world, "sujin")[0] == {"OPEN-LAB"}


def test_the_form_says_whose_it_is(world: World, accounts: dict[str, str]):
    finance, hers = browser(world, "finance", "en"), world.organisations["HANBIT"]
    with clock.as_of(MONDAY):
        assert finance.post("/money/cards/HANBIT-OWN/draft/begin/").status_code == 303
        page = finance.get("/money/cards/HANBIT-OWN/draft/").content.decode()
        assert "Agreed with Hanbit Bio" in page and 'name="organisation"' not in page
        with world.as_("finance"):
            billing.save_card_draft(card_body=OWN | {"card": "HANBIT-NEXT"})
        to = "/money/cards/HANBIT-NEXT/draft/"
        assert 'name="organisation"' in finance.get(to).content.decode()
        assert finance.post(f"{to}publish/", {"effective_on": "2027-04-01", "organisation": "HANBIT"}).status_code == 303
        with world.as_("finance"):
            assert RateCard.objects.get(code="HANBIT-NEXT").organisation_id == hers
