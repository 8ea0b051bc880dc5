"""A month by columns: what is stored, what is previewed and what is rated event by event are one, to the last unit and reason."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from squaremile.billing import operations as billing
from squaremile.billing.models import Account, Bill, BillException, BillLine, Charge, ChargeSheet
from squaremile.billing.policies import sheets
from squaremile.billing.reads import drafting, evidence, preview, rating
from squaremile.core.models import Activity, Project
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.metering.models import UsageEvent
from tests.billing.making import CARD, FEBRUARY, at, bill_of, closed, used
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
PEAK = [{"code": "day", "label": {"ko": "주간", "en": "Day"}, "days": ["mon", "tue", "wed"], "from": "09:00", "to": "12:00", "factor": "1.5"}]


def card() -> dict[str, Any]:
    """Everything at once: tiers by the month and by size, booked time, peaks, discounts, classes, places, two caps, a price change."""
    both = {"ko": "가", "en": "A"}

    def item(code: str, price: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"code": code, "label": both, "meter": "equipment_minutes", "subjects": [code], "counted_in": "minute", "unit": "hour",
                "price": price, "tax": "vat", **more}  # fmt: skip

    tiers = [{"up_to": 2, "rate": 60000}, {"rate": 30000}]
    first = [
        item("CONFOCAL", {"kind": "flat", "rate": 45001}, rounding={"step": 15, "how": "up"}, peak=PEAK, basis="greater"),
        item("CYTO-1", {"kind": "graduated", "tiers": tiers}, classes={"academic": {"kind": "volume", "tiers": tiers, "per": "person"}}),
        item("SEM", {"kind": "tiered", "tiers": tiers}, discounts=[{"at_least": 3, "percent": 10}], assisted={"percent": 30}),
    ]
    caps = [{"code": "P", "label": both, "per": "person_project", "amount": 150_000, "items": ["CONFOCAL", "SEM"]},
            {"code": "ALL", "label": both, "per": "company", "amount": 900_000}]  # fmt: skip
    later = [*first[1:], item("CONFOCAL", {"kind": "flat", "rate": 50000})]
    taxes = {"vat": {"category": "taxable", "percent": 10}}
    return {**CARD, "versions": [
        {"version": 1, "from": "2026-01-01", "taxes": taxes, "items": first, "caps": caps},
        {"version": 2, "from": "2027-02-15", "taxes": taxes, "items": later, "caps": caps[1:]},
    ]}  # fmt: skip


@pytest.fixture
def month(world: World) -> dict[str, str]:
    """February of two rivals, with corrections, ties, assistance, an overrun and something without a price."""
    with clock.as_of(MONDAY - timedelta(hours=1)):
        with world.as_("finance"):
            billing.add_issuer(code="JB", name_ko="전북 센터", name_en="Jeonbuk centre", registration="124-81-00998")
            billing.publish_rate_card(card_body=card())
            codes = {
                whose: billing.open_account(
                    organisation=world.organisations[whose], issuer="JB", rate_card="OPEN-LAB", contact="a@example.org", payer_class=of
                ).code
                for whose, of in (("HANBIT", "academic"), ("SAEBOM", ""))
            }
        with world.as_("operator"):
            project = Project.objects.filter(organisation_id=world.organisations["HANBIT"]).first()
        for n in range(24):
            start, subject = at(1 + n, 9 + n % 9), ("CONFOCAL", "CYTO-1", "SEM")[n % 3]
            booked = [start.isoformat(), (start + timedelta(minutes=30 + 7 * n)).isoformat()]
            more = {"project": project.id} if project and n % 2 == 0 else {}
            used(world, f"u:{n:02}", 17 + 13 * n, start, subject=subject, person=world.people["hajin"], **more, evidence={
                "booked": booked, "nfec": "NFEC-1", **({"assisted": "yes"} if n % 5 == 0 else {}),
            })  # fmt: skip
        for n, origin in enumerate(("tie:b", "tie:a", "tie:c")):
            used(world, origin, 60 + n, at(9), subject="CYTO-1", whose="SAEBOM")
        used(world, "u:chiller", 30, at(6), subject="CHILLER")
        corrected(world, used(world, "u:wrong", 600, at(20), subject="SEM"), "u:right", "-480.5")
    return codes


def corrected(world: World, event: UsageEvent, origin: str, quantity: str) -> UsageEvent:
    """A correction, recorded now."""
    with world.as_("operator"):
        return UsageEvent.objects.create(
            meter=event.meter, organisation_id=event.organisation_id, subject=event.subject, period=event.period, quantity=Decimal(quantity),
            origin=origin, corrects=event, recorded_at=clock.now(),
        )


def said(world: World, whose: str = "HANBIT") -> list[Any]:
    bill = bill_of(world, whose)
    return sorted((r.origin, r.part, r.key, r.first, r.last, r.quantity, r.net.minor, r.reasons) for r in evidence.of_bill(bill.id, "KRW"))


def one_by_one(world: World, code: str) -> rating.Rated:
    account, found = Account.objects.select_related("issuer").get(code=code), rating.Rated()
    rating._each(rating._of(account, clock.now()), FEBRUARY, found, late=False)
    return found


@pytest.mark.parametrize("whose", ["HANBIT", "SAEBOM"])
def test_stored_previewed_and_event_by_event_are_one(world: World, month: dict[str, str], whose: str):
    with clock.as_of(MONDAY):
        with world.as_("finance"):
            before = {bill.account: bill for bill in preview.of("JB", FEBRUARY).bills}[month[whose]]
            expected = one_by_one(world, month[whose])
            assert Charge.objects.count() == ChargeSheet.objects.count() == 0
        closed(world)
        with world.as_("finance"):
            found, bill = said(world, whose), bill_of(world, whose)
            assert found == sorted(
                (c.origin, c.part, c.key, c.first, c.last, c.quantity.normalize(), c.net, c.reasons) for c in expected.charges
            )
            groups = drafting.grouped(expected.charges)
            assert drafting.stored(bill.id) == [*groups] and ChargeSheet.objects.filter(bill=bill).count() == len(groups)
            assert not Charge.objects.filter(bill=bill).exists()
            assert (before.net.minor, before.tax.minor, before.gross.minor, before.payable.minor) == (bill.net, bill.tax, bill.gross, bill.payable)
            assert (before.events, before.lines) == (bill.events, BillLine.objects.filter(bill=bill).count())
            assert before.events == expected.events and before.odd == sum(odd.kind == "unpriced" for odd in expected.odd)
            odd = set(BillException.objects.filter(bill=bill).values_list("kind", "origin_of", "says_en"))
            assert {(o.kind, o.origin, o.says.en) for o in expected.odd} <= odd
            again = {b.account: b for b in preview.of("JB", FEBRUARY).bills}[month[whose]]
            assert again.gross.minor == bill.gross


def test_a_long_line_has_several_sheets(world: World, month: dict[str, str], monkeypatch: pytest.MonkeyPatch):
    with clock.as_of(MONDAY):
        with world.as_("finance"):
            expected = one_by_one(world, month["HANBIT"])
        monkeypatch.setattr(sheets, "MOST", 2)
        closed(world)
        with world.as_("finance"):
            bill = bill_of(world)
            assert [(r[0], r[6]) for r in said(world)] == sorted((c.origin, c.net) for c in expected.charges)
            assert drafting.stored(bill.id) == drafting.grouped(expected.charges)
            monkeypatch.setattr(evidence, "MOST", 3)
            key = ChargeSheet.objects.filter(bill=bill, number=1).values_list("key", flat=True)[0]
            n, rows = evidence.of_line(bill.code, BillLine.objects.get(bill=bill, key=key).number)
            every = sorted((c.start, c.origin) for c in expected.charges if c.key == key)
            assert (n, [(row.start, row.origin) for row in rows]) == (len(every), every[:3])


def test_what_columns_do_not_hold_is_rated_event_by_event_and_said(world: World, month: dict[str, str]):
    """A correction of a correction contradicts itself: the account is taken event by event, and the record says why."""
    with clock.as_of(MONDAY - timedelta(minutes=30)):
        with world.as_("operator"):
            earlier = UsageEvent.objects.select_related("meter").get(origin="u:right")
        corrected(world, earlier, "u:again", "1")
    with clock.as_of(MONDAY):
        with world.as_("finance"):
            before = {bill.account: bill for bill in preview.of("JB", FEBRUARY).bills}
        closed(world)
        with world.as_("finance"):
            bill = bill_of(world)
            assert Charge.objects.filter(bill=bill).exists() and not ChargeSheet.objects.filter(bill=bill).exists()
            assert Activity.objects.get(operation="billing.rate_bill", subject_id=bill.id).data["one_by_one"] == "corrections"
            assert before[month["HANBIT"]].one_by_one and before[month["HANBIT"]].gross.minor == bill.gross
            assert ChargeSheet.objects.filter(bill=bill_of(world, "SAEBOM")).exists()


def test_a_sheet_stays_and_is_whole(world: World, month: dict[str, str]):
    with clock.as_of(MONDAY):
        closed(world)
    with world.as_("finance"), pytest.raises(Exception, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE billing_charge_sheet SET net = 0")
    with world.as_("finance"):
        one = ChargeSheet.objects.filter(bill=bill_of(world)).order_by("key")[0]
        copy = {f.attname: getattr(one, f.attname) for f in ChargeSheet._meta.fields} | {"id": bill_of(world).id, "number": 9}
    with world.as_("finance"), pytest.raises(IntegrityError, match="columns_whole"), transaction.atomic():
        ChargeSheet.objects.create(**copy | {"nets": [*one.nets, 1]})


def test_nobody_previews_what_is_nobodys(world: World):
    with world.as_("finance"), pytest.raises(Missing, match="issuer_unknown"):
        preview.of("NONE", FEBRUARY)


def test_a_rival_sees_no_sheet(world: World, month: dict[str, str]):
    with clock.as_of(MONDAY):
        made = closed(world)
        with world.as_("finance"):
            for odd in BillException.objects.filter(close=made, blocks=True):
                billing.clear_exception(bill_exception=odd.code, remark="무상 장비")
            billing.show_bills(close=made.code)
    with world.as_("sujin"):
        assert set(ChargeSheet.objects.values_list("organisation_id", flat=True)) <= {world.organisations["SAEBOM"]}
    with world.as_("hajin"):
        mine = Bill.objects.get(organisation_id=world.organisations["HANBIT"])
        assert list(evidence.of_bill(mine.id, "KRW"))
        assert set(ChargeSheet.objects.values_list("organisation_id", flat=True)) == {world.organisations["HANBIT"]}
