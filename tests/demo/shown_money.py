"""What the demonstration's money has to show, asked as the setup that sees it all."""

from collections import Counter

from squaremile.billing.models import (
    Bill,
    BillException,
    BillLine,
    Close,
    Dispute,
    Invoice,
    InvoiceLine,
    Issuer,
    Match,
    MissedBooking,
    Voucher,
    Wallet,
)
from squaremile.billing.reads import preview
from squaremile.booking.models import Equipment, Reservation
from squaremile.cli.demo.money import accounts, overseas, rounds
from squaremile.metering.models import UsageEvent
from tests.world import MONDAY

FIRST, LAST, RUNS = MONDAY.date().replace(month=1), MONDAY.date().replace(month=2), MONDAY.date()


def check() -> None:
    _uses()
    _rounds()
    _paid()
    _credits()
    _dollars()


def _uses() -> None:
    """Each use has a price, the number of its instrument, and its mode; missed bookings are asked about."""
    for issuer in Issuer.objects.all():
        for month in (FIRST, LAST, RUNS):
            assert [bill for bill in preview.of(issuer.code, month).bills if bill.odd] == []
    kinds = Counter(BillException.objects.values_list("kind", flat=True))
    assert BillException.objects.filter(blocks=True).count() == 0
    assert kinds["no_check_in"] > 0
    assert 0 < MissedBooking.objects.count() <= Reservation.objects.filter(kind="booking", state="missed").count()
    numbered = dict(Equipment.objects.exclude(nfec_number="").values_list("code", "nfec_number"))
    of_instruments = UsageEvent.objects.filter(meter__code="equipment_minutes")
    assert {(e.subject, e.nfec) for e in of_instruments} == {(e.subject, numbered.get(e.subject, "")) for e in of_instruments}
    assert BillLine.objects.exclude(nfec="").exists()
    assert {"self", "requested"} <= set(BillLine.objects.filter(kind="use").values_list("use_mode", flat=True))
    assert BillLine.objects.filter(item="GOODS").exists()


def _rounds() -> None:
    """One month is over; the next is with its payers: one has not answered, one objects."""
    states = {(c.issuer.code, c.month): c.state for c in Close.objects.select_related("issuer")}
    assert states == {
        (accounts.CENTRE, FIRST): "issued", (accounts.CENTRE, LAST): "payers", (overseas.ISSUER, FIRST): "issued",
        (overseas.ISSUER, LAST): "issued",
    }
    held = Bill.objects.filter(close__month=LAST, state="shown").values_list("organisation__code", flat=True)
    assert set(held) == {rounds.WAITS, rounds.DISPUTES}
    assert list(Dispute.objects.values_list("bill__organisation__code", "state")) == [(rounds.DISPUTES, "open")]
    assert set(Bill.objects.filter(close__month=FIRST).values_list("state", flat=True)) <= {"issued", "empty"}


def _paid() -> None:
    """Of the month that is over: most are paid, one half and overdue, one corrected."""
    rest = {}
    for one in Invoice.objects.filter(kind="invoice", first=FIRST).select_related("organisation"):
        rest[one.organisation.code] = one.payable - sum(Match.objects.filter(invoice=one).values_list("amount", flat=True))
    late = Invoice.objects.get(organisation__code=rounds.LATE, first=FIRST)
    assert late.due_on < RUNS
    assert 0 < rest.pop(rounds.LATE) < late.payable
    assert set(rest.values()) == {0}
    note = Invoice.objects.get(kind="credit_note")
    assert (note.corrects.organisation.code, note.payable < 0) == (rounds.CREDITED, True)


def _credits() -> None:
    subsidy, ticket, wallet = Voucher.objects.get(source="subsidy"), Voucher.objects.get(source="golden_ticket"), Wallet.objects.get()
    taken = -sum(BillLine.objects.filter(kind="voucher", item=subsidy.code).values_list("net", flat=True))
    assert (subsidy.per, 0.8 * subsidy.limit < taken < subsidy.limit) == ("year", True)
    assert ticket.sponsor.code == accounts.SPONSOR
    assert InvoiceLine.objects.filter(kind="voucher", item=ticket.code).exists()
    assert (wallet.items, wallet.until > RUNS) == (["EQUIPMENT"], True)
    assert Invoice.objects.filter(organisation__code=accounts.PREPAID, prepaid_total__gt=0).exists()


def _dollars() -> None:
    issued = Invoice.objects.filter(issuer__code=overseas.ISSUER)
    assert {(one.currency, one.organisation.code) for one in issued} == {("USD", overseas.COMPANY)}
    assert (len(issued), all(one.payable > 0 for one in issued)) == (2, True)
