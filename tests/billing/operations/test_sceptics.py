"""A sceptical auditor and a rival's admin go at the books: by SQL as each role, by operations twice and at once, in odd months."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import Sum

from squaremile.billing import operations as billing
from squaremile.billing.models import (
    Account,
    Bill,
    BillException,
    Close,
    Dispute,
    Entry,
    Invoice,
    Match,
    Posting,
    Wallet,
)
from squaremile.billing.reads import cards, drafting, rating
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import uuid7
from squaremile.kernel.scope import scope, system
from tests.billing import making
from tests.billing.making import CARD, FEBRUARY, MARCH, at, bill_of, closed, issued, opened, used, worked
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
APRIL_DAY = MONDAY + 32 * DAY


@pytest.fixture
def accounts(world: World) -> dict[str, str]:
    """Both rivals: odd minutes, a subsidy that runs out, a wallet each."""
    with clock.as_of(MONDAY - DAY):
        codes = opened(world)
        used(world, "u:1", 97, at(3))
        used(world, "u:2", 181, at(5), subject="CYTO-1")
        used(world, "u:3", 61, at(9), whose="SAEBOM")
        with world.as_("finance"):
            for whose in ("HANBIT", "SAEBOM"):
                billing.add_contract(
                    account=codes[whose], kind="rent", title_ko="벤치", title_en="Bench", month_amount=333_333, first_day=date(2027, 2, 11),
                )
                billing.grant_voucher(
                    organisation=world.organisations[whose], granted_as="subsidy", title_ko="지원", title_en="Subsidy", percent=Decimal(80),
                    limit=100_001, first_day=date(2027, 1, 1), card_items=["CONFOCAL", "CYTO"],
                )
                wallet = billing.open_wallet(
                    organisation=world.organisations[whose], issuer="JB", title_ko="선불", title_en="Prepaid", first_day=FEBRUARY
                ).code
                billing.top_up_wallet(wallet=wallet, amount=1_000_000, paid_on=FEBRUARY, bank_reference=whose)
    return codes


def spent(world: World) -> None:
    """February is issued without a wallet's help."""
    with clock.as_of(MONDAY):
        issued(world)


@pytest.fixture
def poor(world: World, accounts: dict[str, str]) -> dict[str, str]:
    """The same, and nothing prepaid: the wallets hold for later months alone."""
    with clock.as_of(MONDAY - DAY), world.as_("finance"):
        Wallet.objects.update(since=date(2030, 1, 1))
    return accounts


def tables(column: str = "organisation_id") -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.columns WHERE table_name LIKE 'billing\\_%%' AND column_name = %s ORDER BY 1", [column]
        )
        return [name for (name,) in cursor.fetchall()]


def raw(sql: str, *values: object) -> list[Any]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else []


SHOWN_TO_ALL_OF_HERS = {"billing_account", "billing_account_term", "billing_stop", "billing_voucher", "billing_wallet", "billing_posting"}
"""What a company's people see beside its admins: that they have an account, what others pay for, what is prepaid and left."""


class TestBySql:
    def test_nobody_reads_another_companys_money(self, world: World, accounts: dict[str, str]):
        spent(world)
        hanbit, seen = world.organisations["HANBIT"], {}
        for who in ("sujin", "sora", "operator", "safety", "programme", "hana", "hajin", "auditor"):
            with world.as_(who):
                seen[who] = {t for t in tables() if raw(f"SELECT 1 FROM {t} WHERE organisation_id = %s LIMIT 1", hanbit)}
        assert all(not seen[who] for who in ("sujin", "sora", "operator", "safety", "programme"))
        assert seen["hana"] <= SHOWN_TO_ALL_OF_HERS
        assert {f"billing_{of}" for of in ("invoice", "invoice_line", "charge", "charge_sheet", "bill")} <= seen["hajin"] < seen["auditor"]
        assert not {"billing_entry", "billing_exception", "billing_missed_booking"} & seen["hajin"]
        for who in ("sujin", "sora", "hana"):
            with world.as_(who):
                for table in ("billing_issuer_number", "billing_close_transition", "billing_licence_fact", "billing_entry"):
                    assert raw(f"SELECT 1 FROM {table}") == []
                assert raw("SELECT 1 FROM billing_bill_transition t JOIN billing_bill b ON b.id = t.bill_id AND b.organisation_id = %s", hanbit) == []

    @pytest.mark.parametrize("who", ["hajin", "sujin", "hana", "operator", "programme", "auditor"])
    def test_nobody_else_writes(self, world: World, accounts: dict[str, str], who: str):
        """A copy of every row that finance wrote, with another key: refused to all others; and nothing is changed or removed."""
        spent(world)
        every = [*tables(), "billing_issuer", "billing_issuer_number", "billing_rate_card_version", "billing_close", "billing_bill_transition"]
        for table in every:
            with world.as_("finance"):
                rows = raw(f"SELECT to_jsonb(t)::text FROM {table} t LIMIT 1")
            if not rows:
                continue
            copy = f"INSERT INTO {table} SELECT * FROM jsonb_populate_record(NULL::{table}, %s::jsonb || jsonb_build_object('id', %s::text))"
            with world.as_(who):
                with pytest.raises(DatabaseError, match=r"row-level security|permission denied"):
                    raw(copy, rows[0][0], str(uuid7()))
                for verb in (f"UPDATE {table} SET id = id", f"DELETE FROM {table}"):
                    try:
                        with transaction.atomic(), connection.cursor() as cursor:
                            cursor.execute(verb)
                            # A payer may touch her own bill: its guard lets nothing of it change.
                            assert cursor.rowcount == 0 or (table, who) in {("billing_bill", "hajin"), ("billing_bill", "sujin")}
                    except DatabaseError as refused:
                        assert any(why in str(refused) for why in ("permission denied", "accepts or disputes"))

    def test_what_is_issued_stays_for_finance_too(self, world: World, poor: dict[str, str]):
        spent(world)
        with world.as_("finance"):
            for table in ("invoice", "invoice_line", "entry", "posting", "payment", "match", "dunning_step", "bill_transition"):
                for sql in (f"UPDATE billing_{table} SET id = id", f"DELETE FROM billing_{table}", f"TRUNCATE billing_{table}"):
                    with pytest.raises(DatabaseError, match="permission denied"):
                        raw(sql)
            gone = [f"DELETE FROM billing_{of}" for of in ("charge", "charge_sheet", "bill_line")]
            for sql in ("UPDATE billing_bill SET net = net + 1, gross = gross + 1", *gone):
                with pytest.raises(IntegrityError, match="issued"):
                    raw(sql)
            # A step that nobody took is not written by hand.
            with pytest.raises(DatabaseError, match="row-level security"):
                raw(
                    "INSERT INTO billing_bill_transition (id, bill_id, before, after, at, actor, operator)"
                    " SELECT gen_random_uuid(), id, 'issued', 'shown', now(), sm_actor(), sm_operator() FROM billing_bill LIMIT 1"
                )

    def test_numbers_run_with_the_calendar(self, world: World, poor: dict[str, str]):
        spent(world)
        with world.as_("finance"):
            last = Invoice.objects.order_by("-sequence").first()
            copy = {f.attname: getattr(last, f.attname) for f in Invoice._meta.fields} | {"bill_id": None}
            for change in (
                {"sequence": 9}, {"sequence": 0}, {"sequence": 3, "year": 2026}, {"sequence": 1, "year": 2028},
                {"sequence": 3, "issued_on": last.issued_on - DAY},
            ):
                with pytest.raises(IntegrityError, match="no gaps"), transaction.atomic():
                    Invoice.objects.create(**copy | {"id": uuid7(), "code": "X-1"} | change)
            raw("UPDATE billing_issuer_number SET last = last + 5")
            with pytest.raises(Refused, match="number_gap"), clock.as_of(MONDAY + DAY), transaction.atomic():
                billing.correct_invoice(invoice=last.code, correction="duplicate", explanation="두 번 발행")
                billing.correct_invoice(invoice=Invoice.objects.get(kind="invoice", sequence=1).code, correction="clerical", explanation="등록번호")

    def test_books_take_no_crooked_entry(self, world: World, poor: dict[str, str]):
        spent(world)
        with world.as_("finance"), clock.as_of(MONDAY):
            mine = Invoice.objects.get(organisation_id=world.organisations["HANBIT"])
            theirs = Wallet.objects.get(organisation_id=world.organisations["SAEBOM"])
            old = Entry.objects.get(origin=f"document:{mine.code}")
            said = {"issuer_id": mine.issuer_id, "organisation_id": mine.organisation_id, "currency": "KRW", "says": "x", "at": clock.now()}

            def entered(postings: list[dict[str, Any]], **more: Any) -> None:
                with transaction.atomic():
                    entry = Entry.objects.create(**said | {"origin": str(uuid7()), "day": FEBRUARY} | more)
                    for posting in postings:
                        Posting.objects.create(**{"entry": entry, "organisation_id": mine.organisation_id} | posting)
                    connection.check_constraints()

            good = [{"book": "bank", "amount": 1}, {"book": "receivable", "amount": -1}]
            for postings, more, why in (
                (good[:1], {}, "does not balance"), ([], {}, "does not balance"), (good, {"day": date(2027, 3, 9)}, "day to come"),
                (good, {"currency": "USD"}, "day to come"),
                ([{"book": "wallet", "amount": 1, "wallet": theirs}, {"book": "receivable", "amount": -1}], {}, "not of this organisation"),
                ([good[0], good[1] | {"organisation_id": theirs.organisation_id}], {}, "not of this organisation"),
                ([{"book": "pocket", "amount": 1}], {}, "book_known"),
            ):  # fmt: skip
                with pytest.raises(IntegrityError, match=why):
                    entered(postings, **more)
            with pytest.raises(IntegrityError, match="does not balance"), transaction.atomic():
                Posting.objects.create(entry=old, organisation_id=mine.organisation_id, book="bank", amount=5)
                connection.check_constraints()
            entered(good)

    def test_nobodys_payment_is_anothers(self, world: World, poor: dict[str, str]):
        spent(world)
        with world.as_("finance"), clock.as_of(MONDAY + 9 * DAY):
            mine = Invoice.objects.get(organisation_id=world.organisations["HANBIT"])
            with pytest.raises(Missing, match="invoice_unknown"):
                billing.record_payment(account=poor["SAEBOM"], amount=5, paid_on=date(2027, 3, 9), bank_reference="a", invoice=mine.code)
            paid = billing.record_payment(account=poor["SAEBOM"], amount=900_000, paid_on=date(2027, 3, 9), bank_reference="b")
            with pytest.raises(IntegrityError, match="more than is left"), transaction.atomic():
                Match.objects.create(invoice=mine, payment=paid, organisation_id=mine.organisation_id, amount=1, at=clock.now())


class TestDisputes:
    @pytest.fixture
    def shown(self, world: World, accounts: dict[str, str]) -> Bill:
        with clock.as_of(MONDAY):
            made = closed(world)
            with world.as_("finance"):
                billing.show_bills(close=made.code)
        return bill_of(world)

    def test_a_rival_disputes_nothing_of_hers_by_sql(self, world: World, shown: Bill):
        said = {"bill": shown, "key": "x", "reason": "왜", "state": "open", "raised_at": clock.now()}
        for who, organisation in (("sujin", "SAEBOM"), ("sujin", "HANBIT"), ("hana", "HANBIT"), ("auditor", "HANBIT")):
            with world.as_(who), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Dispute.objects.create(code=f"DI-{who[:2]}{organisation[0]}", organisation_id=world.organisations[organisation], **said)

    def test_what_is_accepted_is_disputed_no_more_and_what_is_disputed_not_accepted(self, world: World, shown: Bill):
        said = {"bill": shown, "organisation_id": shown.organisation_id, "key": "x", "reason": "왜", "raised_at": clock.now()}
        with world.as_("hajin"):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Dispute.objects.create(code="DI-1", state="granted", taken_off=5, answer="예", **said)
            with transaction.atomic():
                Dispute.objects.create(code="DI-2", state="open", **said)
                with pytest.raises(IntegrityError, match="a line is disputed"), transaction.atomic():
                    Bill.objects.filter(id=shown.id).update(state="accepted")
                transaction.set_rollback(True)
            billing.accept_bill(bill=shown.code)
            with pytest.raises(IntegrityError, match="not before its payer"), transaction.atomic():
                Dispute.objects.create(code="DI-3", state="open", **said)

    def test_where_silence_is_never_consent_nothing_ends_the_time(self, world: World, accounts: dict[str, str]):
        with clock.as_of(MONDAY), world.as_("finance"):
            billing.edit_issuer(issuer="JB", silence_days=0)
        with clock.as_of(MONDAY):
            made = closed(world)
            with world.as_("finance"):
                billing.show_bills(close=made.code)
            worked()
        with clock.as_of(MONDAY + 40 * DAY):
            with scope(system("worker")):
                assert billing.accept_silent() == 0
            with world.as_("hajin"):
                assert billing.dispute_line(bill=bill_of(world).code, bill_line=1, reason="교육이었습니다").state == "open"


class TestCorrections:
    def test_never_more_than_was_billed_and_once(self, world: World, poor: dict[str, str]):
        """Three quarters are the subsidy's: whoever takes back the use alone would be given money that nobody paid."""
        spent(world)
        with clock.as_of(MONDAY + 7 * DAY), world.as_("finance"):
            mine = Invoice.objects.get(organisation_id=world.organisations["HANBIT"])
            lines = {line.item: line for line in mine.lines.all()}
            use, given = lines["CYTO"], next(line for line in lines.values() if line.kind == "voucher")
            said = {"invoice": mine.code, "correction": "value_change"}
            for amounts in (
                {str(given.number): given.net}, {str(given.number): 1}, {str(use.number): -1}, {str(use.number): 0}, {"x": 5},
                {str(line.number): line.net for line in lines.values() if line.net > 0} | {str(given.number): -1},
            ):
                with pytest.raises(Invalid, match="correction_amount"):
                    billing.correct_invoice(**said, explanation="왜", amounts=amounts)
            first = billing.correct_invoice(**said, explanation="장비 정지", amounts={str(use.number): 50_000, str(given.number): -33_333})
            assert first.net == -16_667
            with pytest.raises(Refused, match="₩16,667 net was taken back, ₩326,868 is left") as again:
                billing.correct_invoice(**said, explanation=" 장비 정지", amounts={str(use.number): 50_000, str(given.number): -33_333})
            # Whoever names the use alone gets back what she paid of it: 100,001 of 229,250 were the subsidy's.
            share = billing.correct_invoice(**said, explanation="또 정지", amounts={str(use.number): 10_000})
            assert dict(share.lines.values_list("corrects", "net")) == {use.number: -10_000, given.number: 4_362}
            assert first.code in str(again.value)
            with pytest.raises(Refused, match="corrected_so"):
                billing.correct_invoice(**said, explanation="또 정지", amounts={str(use.number): 10_000})

    @pytest.mark.parametrize("reason", ["duplicate", "clerical", "contract_cancelled"])
    @pytest.mark.parametrize("steps", [(), (1,), (7, 7, 7), (50_001, 3)])
    def test_a_correction_and_an_invoice_anew_net_exactly(self, world: World, poor: dict[str, str], reason: str, steps: tuple[int, ...]):
        """Whatever was taken back before: lines, tax, rounding and books come to what is owed now, to the won."""
        spent(world)
        whose = {"organisation_id": world.organisations["HANBIT"]}
        with clock.as_of(MONDAY + 7 * DAY), world.as_("finance"):
            mine = Invoice.objects.get(**whose)
            line = mine.lines.get(item="CYTO").number
            for n, step in enumerate(steps):
                billing.correct_invoice(invoice=mine.code, correction="value_change", explanation=f"{n}", amounts={str(line): step})
            billing.correct_invoice(invoice=mine.code, correction=reason, explanation="왜")
            anew = Invoice.objects.filter(replaces=mine).first()
            owed = Invoice.objects.filter(**whose).aggregate(net=Sum("net"), tax=Sum("tax"), gross=Sum("gross"), payable=Sum("payable"))
            assert owed == {name: getattr(anew, name) if anew else 0 for name in ("net", "tax", "gross", "payable")}
            books = dict(Posting.objects.filter(**whose).exclude(wallet__isnull=False).exclude(entry__origin__startswith="wallet").values_list(
                "book").annotate(all=Sum("amount")).order_by())
            assert {b: a for b, a in books.items() if a} == _expected(anew)
            if anew:
                notes = Invoice.objects.filter(corrects=mine, reason="value_change").aggregate(net=Sum("net"))["net"] or 0
                assert (anew.net, anew.matches.count()) == (mine.net + notes, 0)
                assert -sum(steps) <= notes and (notes != -sum(steps) or sum(steps) < 2)

    def test_what_stands_to_her_credit_pays_what_is_due(self, world: World, poor: dict[str, str]):
        """She paid too much: nobody reminds her of a bill that her own money covers."""
        spent(world)
        with clock.as_of(MONDAY + 9 * DAY), world.as_("finance"):
            first = Invoice.objects.get(organisation_id=world.organisations["HANBIT"])
            billing.record_payment(account=poor["HANBIT"], amount=first.payable + 5_000_000, paid_on=date(2027, 3, 9), bank_reference="많이")
        with clock.as_of(APRIL_DAY):
            issued(world, MARCH)
        with clock.as_of(APRIL_DAY + 60 * DAY), scope(system("worker")):
            billing.run_dunning()
        with world.as_("finance"):
            next_ = Invoice.objects.get(organisation_id=world.organisations["HANBIT"], first=MARCH)
            assert next_.matches.get().amount == next_.payable > 0
            assert not next_.dunning.exists()
            assert Invoice.objects.get(organisation_id=world.organisations["SAEBOM"], first=MARCH).dunning.exists()


def _expected(anew: Invoice | None) -> dict[str, int]:
    if anew is None:
        return {}
    found: Counter[str] = Counter({"receivable": anew.payable, "tax": -anew.tax, "rounding": -anew.rounding})
    for line in anew.lines.all():
        found["voucher" if line.kind == "voucher" else f"revenue:{line.kind}"] -= line.net
    return {book: amount for book, amount in found.items() if amount}


class TestMonths:
    def test_a_month_of_free_use_is_issued(self, world: World):
        with clock.as_of(MONDAY - DAY):
            codes = opened(world)
            free = CARD["versions"][0]["items"][0] | {"price": {"kind": "flat", "rate": 0}}
            card = CARD | {"card": "FREE", "versions": [CARD["versions"][0] | {"items": [free], "caps": []}]}
            with world.as_("finance"):
                billing.publish_rate_card(card_body=card)
                billing.edit_account(account=codes["HANBIT"], rate_card="FREE", effective_on=FEBRUARY)
            used(world, "u:1", 97, at(3))
        with clock.as_of(MONDAY):
            made = issued(world)
        with world.as_("finance"):
            assert Close.objects.get(id=made.id).state == "issued"
            assert (Invoice.objects.get().payable, Posting.objects.count()) == (0, 0)

    def test_who_has_no_account_any_more_is_named(self, world: World, accounts: dict[str, str]):
        """While something is owed the account stays; whoever lost hers by other ways is named all the same."""
        with clock.as_of(MONDAY - DAY / 2), world.as_("finance"):
            with pytest.raises(Refused, match="account_owes"):
                billing.edit_account(account=accounts["SAEBOM"], active=False)
            Account.objects.filter(code=accounts["SAEBOM"]).update(active=False)
        with clock.as_of(MONDAY):
            closed(world)
            with world.as_("finance"):
                odd = BillException.objects.get(kind="no_account")
                assert odd.organisation_id == world.organisations["SAEBOM"]

    def test_nothing_is_rated_again_once_the_close_went_out(self, world: World, accounts: dict[str, str]):
        with clock.as_of(MONDAY - DAY / 2), world.as_("finance"):
            third = billing.open_account(
                organisation=world.organisations["SAEBOM"], issuer=billing.add_issuer(code="UN", name_ko="대학").code, rate_card="OPEN-LAB"
            ).code
        with clock.as_of(MONDAY):
            with world.as_("finance"):
                made = billing.confirm_usage(issuer="UN", month=FEBRUARY)
            worked()
            with world.as_("finance"):
                empty = Bill.objects.get(account__code=third)
                billing.show_bills(close=made.code)
                assert (empty.state, Close.objects.get(id=made.id).state) == ("empty", "issued")
                with pytest.raises(Refused, match="bill_step"):
                    billing.rate_again(bill=empty.code)

    def test_a_card_keeps_the_clusters_months(self, world: World):
        """The first hour of March in Seoul is of February in New York: such a use would be closed in one and priced in the other."""
        with clock.as_of(MONDAY - DAY):
            opened(world)
            with world.as_("finance"), pytest.raises(Invalid, match="card_unsound") as unsound:
                billing.publish_rate_card(card_body=CARD | {"card": "NY", "zone": "America/New_York"})
        assert "Asia/Seoul" in unsound.value.text.ko

    @pytest.mark.parametrize("minutes", [(1, 59, 61), (1439, 7, 300), (0, 30, 45)])
    def test_a_month_as_of_its_moment_is_the_same_for_ever_and_the_dry_run_is_the_bill(
        self, world: World, accounts: dict[str, str], minutes: tuple[int, ...]
    ):
        with clock.as_of(MONDAY - DAY):
            for n, each in enumerate(minutes):
                used(world, f"m:{n}", each, at(12 + n), subject="CYTO-1" if n % 2 else "CONFOCAL")
        with clock.as_of(MONDAY), world.as_("finance"):
            account = Account.objects.get(code=accounts["HANBIT"])
            dry = rating.rated(account, FEBRUARY, MONDAY)
            drafted = drafting.drafted(account, cards.read(account.card_id), FEBRUARY, drafting.grouped(dry.charges, dry.sheets)).bill
        with clock.as_of(MONDAY):
            closed(world)
        bill = bill_of(world)
        with world.as_("finance"):
            assert (bill.net, bill.tax, bill.gross, bill.rounding, bill.payable) == (
                drafted.net, drafted.tax, drafted.gross, drafted.rounding, drafted.payable)
            assert [*bill.lines.order_by("number").values_list("net", "tax")] == [(r.net, r.tax) for r in drafted.rows]
            before = making.charged(bill)
            assert sum(net for *_, net in before) == sum(net for _, net in dry.nets)
        with clock.as_of(MONDAY + DAY):
            used(world, "late:1", 600, at(2), subject="CYTO-1")
            with world.as_("finance"):
                billing.change_contract(contract=account.contracts.get().code, month_amount=1, effective_on=FEBRUARY)
                again = rating.rated(account, FEBRUARY, MONDAY)
                assert [(c.origin, c.part, c.net, c.reasons) for c in again.charges] == [(c.origin, c.part, c.net, c.reasons) for c in dry.charges]
                assert making.on_sheets(again) == making.on_sheets(dry) != []
                billing.rate_again(bill=bill.code)
            worked()
        with world.as_("finance"):
            assert making.charged(bill) == before
            assert bill_of(world).payable == bill.payable
