"""A company leaves: no zero, no deposit; and what is re-opened undoes it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from squaremile.booking import operations as booking
from squaremile.core import outbox
from squaremile.core.models import Notice
from squaremile.core.reads.grants import held_or_to_come
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.scope import scope, system
from squaremile.residency import operations as residency
from squaremile.residency.models import (
    ClearanceLine,
    Company,
    Departure,
    Licence,
    LicenceNotice,
    LicencePlace,
    Member,
    OwedSettlement,
)
from squaremile.residency.policies.clearance import KINDS, SIGNERS
from squaremile.residency.reads import deposits, exits
from squaremile.safety import operations as safety
from tests.billing.making import at, closed, opened
from tests.residency.papers import on_paper
from tests.world import MONDAY

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
ACETONE = {"substance": "67-64-1", "place": "R201", "how_much": "1 L", "organisation": "HANBIT"}
SIGNS = {"safety": "safety", "operations": "operator", "finance": "finance"}


@pytest.fixture(autouse=True)
def monday():
    with clock.as_of(MONDAY):
        yield


@pytest.fixture
def company(world):
    """Nine millions were agreed; five were paid, in two parts."""
    code = on_paper(world, paid=(2_000_000, 3_000_000))
    with world.as_("programme"):
        residency.set_people_terms(company=code, seats=9, notice_months=3, deposit_minor=9_000_000)
    return code


@pytest.fixture
def leaving(world, company):
    with world.as_("hajin"):
        return residency.notify_exit(company=company, last_day=date(2027, 8, 31), destination="오송").code


def refused(code):
    return pytest.raises((Refused, Invalid, Missing, Forbidden), match=code.replace(".", r"\."))


def cleared(world, leaving, *, but=()):
    """Everything counted, settled and signed, but some kinds."""
    lines = {}
    for kind in KINDS:
        with world.as_("hajin"):
            line = residency.count_line(departure=leaving, kind=kind, what=kind, unit="piece", opening=Decimal(2)).code
            residency.clear_line(clearance_line=line, amount=Decimal(2 if kind not in but else 1))
        if kind not in but:
            with world.as_(SIGNS[SIGNERS[kind]]):
                residency.sign_line(clearance_line=line)
        lines[kind] = line
    return lines


def test_notice_needs_terms_and_time(world, company):
    with world.as_("hajin"):
        with refused("residency.notice_short") as short:
            residency.notify_exit(company=company, last_day=date(2027, 5, 31))
        assert "2027-06-01" in short.value.text.en
        assert residency.notify_exit(company=company, last_day=date(2027, 6, 1)).deposit_minor == 5_000_000
        with refused("residency.departure_runs"):
            residency.notify_exit(company=company, last_day=date(2027, 9, 1))
    with world.as_("programme"):
        bare = residency.open_record(organisation="SAEBOM").code
    with world.as_("sujin"), refused("residency.people_terms_missing"):
        residency.notify_exit(company=bare, last_day=date(2028, 1, 1))


def test_zero_is_proved_before_it_is_alumna_and_paid(world, company, leaving):
    lines = cleared(world, leaving, but=("chemicals",))
    with world.as_("programme"), refused("residency.clearance_not_zero") as left:
        residency.graduate(departure=leaving)
    assert "chemicals: 2 - 1 = 1 piece" in left.value.text.en
    with world.as_("finance"), refused("residency.clearance_not_zero"):
        residency.settle_deposit(departure=leaving)
    with world.as_("operator"), refused("residency.clearance_not_yours"):
        residency.sign_line(clearance_line=lines["chemicals"])
    with world.as_("safety"):
        with refused("residency.clearance_not_zero"):
            residency.sign_line(clearance_line=lines["chemicals"])
        residency.clear_line(clearance_line=lines["chemicals"], amount=Decimal(1), remark="수거")
        residency.sign_line(clearance_line=lines["chemicals"])
    with world.as_("finance"), refused("residency.exit_not_confirmed") as early:
        residency.settle_deposit(departure=leaving)
    assert "아직 남아" not in early.value.text.ko
    with world.as_("programme"):
        assert residency.graduate(departure=leaving).state == "cleared"
        assert Company.objects.get(code=company).state == "alumni"
    with world.as_("finance"):
        taken = residency.deduct(departure=leaving, says="벽 손상", amount_minor=1_000_000).code
    with world.as_("hajin"):
        with refused("residency.deduction_unsound"):
            residency.dispute_deduction(deduction=taken, disputed_minor=1_000_001)
        residency.dispute_deduction(deduction=taken, disputed_minor=400_000)
    with world.as_("finance"):
        with refused("residency.deduction_disputed") as held:
            residency.settle_deposit(departure=leaving)
        assert "in dispute 400,000 KRW = refund 4,000,000 KRW" in held.value.arithmetic.en
        with refused("residency.remark_needed"):
            residency.dispute_deduction(deduction=taken, disputed_minor=0)
        residency.dispute_deduction(deduction=taken, disputed_minor=0, says="사진으로 확인")
        assert residency.settle_deposit(departure=leaving).refunded_minor == 4_000_000
        outbox.deliver()
        with refused("residency.departure_step"):
            residency.settle_deposit(departure=leaving)
    with world.as_("safety"), refused("residency.departure_step"):
        residency.reopen_line(clearance_line=lines["waste"], remark="늦었음")
    with world.as_("hajin"):
        assert "사진으로 확인" in Notice.objects.get(kind="residency.dispute_ended").text_ko
        with refused("residency.departure_step"):
            residency.dispute_deduction(deduction=taken, disputed_minor=400_000)


def test_what_nobody_paid_is_not_given_back(world):
    code = on_paper(world)
    with world.as_("programme"):
        residency.set_people_terms(company=code, seats=9, notice_months=0, deposit_minor=5_000_000)
    with world.as_("hajin"):
        leaving = residency.notify_exit(company=code, last_day=MONDAY.date()).code
    cleared(world, leaving)
    with world.as_("programme"):
        residency.graduate(departure=leaving)
    with world.as_("finance"):
        with pytest.raises(IntegrityError, match="more is settled than was paid"), transaction.atomic():
            Departure.objects.filter(code=leaving).update(deposit_minor=1, refunded_minor=1, settled_at=MONDAY)
        residency.deduct(departure=leaving, says="벽 손상", amount_minor=70_000)
        with refused("residency.clearance_not_zero"):
            residency.settle_deposit(departure=leaving)
        residency.settle_owed(departure=leaving, amount_minor=70_000, says="7월 이체")
        assert residency.settle_deposit(departure=leaving).refunded_minor == 0


def test_what_is_owed_beyond_the_deposit_keeps_the_final_bill_open(world, company, leaving):
    """Until it is paid, or finance writes it off and says why; the company reads both."""
    lines = cleared(world, leaving, but=("final_bill",))
    with world.as_("finance"):
        residency.clear_line(clearance_line=lines["final_bill"], amount=Decimal(1))
        residency.deduct(departure=leaving, says="바닥 손상", amount_minor=5_300_000)
        with refused("residency.clearance_not_zero") as left:
            residency.sign_line(clearance_line=lines["final_bill"])
        assert "300000 - 0 = 300000 KRW" in left.value.text.en
        outbox.deliver()
        for unfit in (0, 300_001):
            with refused("residency.owed_unsound"):
                residency.settle_owed(departure=leaving, amount_minor=unfit)
        residency.settle_owed(departure=leaving, amount_minor=100_000, says="8월 이체")
        with refused("residency.remark_needed"):
            residency.settle_owed(departure=leaving, amount_minor=200_000, written_off=True, says=" ")
        with refused("residency.clearance_not_zero"):
            residency.sign_line(clearance_line=lines["final_bill"])
    with world.as_("hajin"):
        seen = exits.exit_of(leaving)
        assert (seen.owed, seen.outstanding) == ("300,000 KRW", "200,000 KRW")
        assert "300,000 KRW" in Notice.objects.get(kind="residency.owed_beyond_deposit").text_en
        with refused("access.not_allowed"):
            residency.settle_owed(departure=leaving, amount_minor=1)
    with world.as_("sujin"):
        assert OwedSettlement.objects.count() == 0
    with world.as_("finance"):
        residency.settle_owed(departure=leaving, amount_minor=200_000, written_off=True, says="받을 길이 없음")
        residency.sign_line(clearance_line=lines["final_bill"])
    with world.as_("programme"):
        residency.graduate(departure=leaving)
    with world.as_("finance"):
        assert residency.settle_deposit(departure=leaving).refunded_minor == 0
    with world.as_("hajin"):
        assert [(each.amount, each.how.en, each.says) for each in exits.exit_of(leaving).came] == [
            ("100,000 KRW", "Paid", "8월 이체"), ("200,000 KRW", "Written off", "받을 길이 없음"),
        ]


def test_the_final_bill_waits_for_the_close_of_its_last_month(world):
    """Nothing is unpaid, for nothing was billed: that proves nothing before the month is closed."""
    code = on_paper(world)
    with world.as_("programme"):
        residency.set_people_terms(company=code, seats=9, notice_months=0)
    opened(world)
    with world.as_("hajin"):
        leaving = residency.notify_exit(company=code, last_day=MONDAY.date()).code
    line = cleared(world, leaving, but=("final_bill",))["final_bill"]
    with world.as_("finance"):
        residency.clear_line(clearance_line=line, amount=Decimal(1))
        with refused("billing.last_month_open") as open_:
            residency.sign_line(clearance_line=line)
        assert "2027-03" in open_.value.text.en
    with clock.as_of(at(2, month=4)):
        closed(world, date(2027, 3, 1))
        with world.as_("finance"):
            residency.sign_line(clearance_line=line)


def test_a_departure_is_in_the_currency_in_which_the_deposit_was_paid(world, company):
    """Not in that of a newer licence: five millions in won are not fifty thousand dollars."""
    with world.as_("director"):
        code = residency.publish_prices(name_ko="달러", name_en="", valid_from=date(2027, 1, 1), bench=1, currency="USD").code
    with world.as_("programme"):
        licence = residency.make_offer(
            company=company, spots=["R201-B1"], start=MONDAY - DAY, end=MONDAY + 200 * DAY, until=MONDAY + DAY, price_version=code,
            most_people=2, permitted_use="배양",
        ).code
    with world.as_("hajin"):
        residency.answer_offer(licence=licence, accept=True)
        residency.sign_licence(licence=licence, signed_name="hajin")
    with world.as_("programme"):
        residency.sign_licence(licence=licence, signed_name="programme")
        residency.record_insurance(licence=licence, insurer="보험", policy_number="1", expires_on=date(2029, 1, 1))
        residency.start_licence(licence=licence)
        assert deposits.currency_of(Company.objects.get(code=company).id, "KRW") == "KRW"
    with world.as_("hajin"):
        left = residency.notify_exit(company=company, last_day=date(2027, 9, 30))
    assert (left.deposit_minor, left.currency) == (5_000_000, "KRW")
    cleared(world, left.code)
    with world.as_("programme"):
        residency.graduate(departure=left.code)
    with world.as_("finance"):
        paid = residency.settle_deposit(departure=left.code)
        assert (paid.refunded_minor, paid.currency) == (5_000_000, "KRW")


def test_the_records_of_the_house_keep_it_here(world, company, leaving):
    """A badge, a key, a container, an instrument of its own, an invoice: whatever the typed lines say."""
    with world.as_("hajin"):
        hana = residency.join(company=company, person=world.people["hana"], kind="office")
    with world.as_("safety"):
        residency.sign_off(checklist_entry=hana.checklist.get(item="orientation").code)
        safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")
    with world.as_("hana"):
        residency.set_emergency_contact(company_member=hana.code, name="가족", phone="010-0000-0000")
        residency.sign_off(checklist_entry=hana.checklist.get(item="house_rules").code)
    with world.as_("operator"):
        badge = residency.issue_pass(company_member=hana.code, kind="badge", pass_number="0451", expires_on=date(2028, 1, 1)).code
        booking.add_equipment(
            code="OWN-1", name_ko="자기 장비", name_en="Own kit", kind="microscope", place="R201", rules_of_use="OPEN",
            owner=world.organisations["HANBIT"],
        )
    with world.as_("safety"):
        bottle = safety.receive_container(**ACETONE).code
    with world.as_("hajin"):
        said = {gate.code for gate in exits.left_behind(world.organisations["HANBIT"])}
    assert said == {"residency.passes_out", "safety.chemicals_left", "booking.own_equipment_left"}
    lines = cleared(world, leaving, but=("badges", "chemicals", "own_equipment"))
    for kind, code in (("badges", "residency.passes_out"), ("chemicals", "safety.chemicals_left"), ("own_equipment", "booking.own_equipment_left")):
        with world.as_(SIGNS[SIGNERS[kind]]):
            residency.clear_line(clearance_line=lines[kind], amount=Decimal(1))
            with refused(code):
                residency.sign_line(clearance_line=lines[kind])
    with world.as_("hana"):
        safety.dispose_container(container=bottle)
    with world.as_("operator"):
        residency.take_back_pass(access_pass=badge)
        booking.set_equipment_state(equipment="OWN-1", state="retired", says_ko="가져감", says_en="Taken along")
    for kind in ("badges", "chemicals", "own_equipment"):
        with world.as_(SIGNS[SIGNERS[kind]]):
            residency.sign_line(clearance_line=lines[kind])
    with world.as_("safety"):
        late = safety.receive_container(**ACETONE).code
    with world.as_("programme"), refused("safety.chemicals_left") as left:
        residency.graduate(departure=leaving)
    assert left.value.text.en.startswith("1 container(s)")
    with world.as_("operator"):
        again = residency.issue_pass(company_member=hana.code, kind="badge", pass_number="0452", expires_on=date(2028, 1, 1)).code
    with world.as_("programme"), pytest.raises(IntegrityError, match="badge or key is out"), transaction.atomic():
        Departure.objects.filter(code=leaving).update(state="cleared")
    with world.as_("operator"):
        residency.take_back_pass(access_pass=again)
        safety.dispose_container(container=late)
    with world.as_("programme"):
        residency.graduate(departure=leaving)
    outbox.deliver()
    with world.as_("director"):
        held = held_or_to_come(clock.now()).filter(organisation=world.organisations["HANBIT"])
        assert set(held.values_list("role", flat=True)) == {"company_admin"}
        assert Member.objects.get(code=hana.code).gone_on == date(2027, 3, 2)


def test_notice_of_the_last_licence_begins_the_exit(world, company):
    """On paper it has the notice of the terms about people: the one that the planner counts with. It cannot be taken back."""
    with world.as_("hajin"):
        paper = Licence.objects.get().code
        planned = exits.plan(world.organisations["HANBIT"], None)
        assert planned is not None
        assert (planned.notice_months, planned.earliest) == (3, date(2027, 6, 1))
        with refused("residency.licence_notice_day") as short:
            residency.give_licence_notice(licence=paper, last_day=date(2027, 5, 31), reason="나감")
        assert "2027-06-01" in short.value.text.en
        with pytest.raises(IntegrityError, match="notice is too short"), transaction.atomic():
            LicenceNotice.objects.create(
                licence=Licence.objects.get(), party="company", given_on=MONDAY.date(), last_day=date(2027, 5, 31), reason="나감")
        residency.give_licence_notice(licence=paper, last_day=date(2027, 6, 1), reason="나감")
        leaving = Departure.objects.get()
        assert (leaving.last_day, leaving.notice_months, leaving.deposit_minor) == (date(2027, 6, 1), 3, 5_000_000)
        with refused("residency.licence_notice_stands"):
            residency.withdraw_exit(departure=leaving.code)


def test_a_bench_that_nobody_signed_as_clean_is_kept(world, company):
    with world.as_("programme"):
        prices = residency.publish_prices(name_ko="2027 가격표", name_en="", valid_from=date(2027, 1, 1), bench=1).code
        licence = residency.make_offer(
            company=company, spots=["R201-B1"], start=MONDAY - DAY, end=MONDAY + 200 * DAY, until=MONDAY + DAY, price_version=prices,
            most_people=2, permitted_use="배양",
        ).code
    with world.as_("hajin"):
        residency.answer_offer(licence=licence, accept=True)
    for who in ("hajin", "programme"):
        with world.as_(who):
            residency.sign_licence(licence=licence, signed_name=who)
    with world.as_("programme"):
        residency.record_insurance(licence=licence, insurer="보험", policy_number="1", expires_on=date(2029, 1, 1))
        residency.start_licence(licence=licence)
    with world.as_("hajin"):
        leaving = residency.notify_exit(company=company, last_day=date(2027, 6, 1)).code
        line = residency.count_line(departure=leaving, kind="decontamination", what="벤치", unit="certificate", opening=Decimal(1)).code
    for days in (93, 95, 199):
        with clock.as_of(MONDAY + days * DAY), scope(system("worker")):
            residency.run_licences()
            assert Licence.objects.get(code=licence).state == "in_force"
            assert LicencePlace.objects.get(licence__code=licence).occupancy.state == "occupied"
            assert not Notice.objects.filter(kind="residency.uncleaned").exists()
    with clock.as_of(MONDAY + 200 * DAY):
        with scope(system("worker")):
            residency.run_licences()
            kept = LicencePlace.objects.get(licence__code=licence)
            assert kept.period.end > MONDAY + 200 * DAY
            assert Notice.objects.filter(kind="residency.uncleaned").count() == 3
        with world.as_("safety"):
            residency.clear_line(clearance_line=line, amount=Decimal(1))
            residency.sign_line(clearance_line=line)
        with scope(system("worker")):
            residency.run_licences()
            assert Licence.objects.get(code=licence).state == "ended"
            assert LicencePlace.objects.get(licence__code=licence).occupancy.state == "ended"


def test_a_line_that_is_reopened_undoes_it(world, company, leaving):
    lines = cleared(world, leaving)
    with world.as_("programme"):
        residency.graduate(departure=leaving)
    outbox.deliver()
    with world.as_("director"):
        held = held_or_to_come(clock.now()).filter(organisation=world.organisations["HANBIT"])
        roles = set(held.values_list("role", flat=True))
        assert roles == {"company_admin"}
    with world.as_("safety"):
        with refused("residency.remark_needed"):
            residency.reopen_line(clearance_line=lines["waste"], remark="")
        residency.reopen_line(clearance_line=lines["waste"], remark="폐액 한 통이 남음")
        assert Company.objects.get(code=company).state == "resident"
        assert Departure.objects.get(code=leaving).state == "noticed"
    outbox.deliver()
    with world.as_("director"):
        held = held_or_to_come(clock.now()).filter(organisation=world.organisations["HANBIT"])
        assert set(held.values_list("role", flat=True)) == roles, "no right comes back in silence"
    with scope(system("worker")):
        told = Notice.objects.filter(kind="residency.clearance_reopened")
        assert {each.recipient_id for each in told} == {world.people[who] for who in ("hajin", "programme", "safety", "operator", "finance")}
        hers = "\n".join(told.filter(recipient=world.people["hajin"]).values_list("text_en", flat=True))
        assert "“waste” (waste)" in hers
        assert "do not come back by themselves" in hers
        assert not told.filter(recipient=world.people["sujin"]).exists()
    with world.as_("programme"), refused("residency.clearance_not_zero"):
        residency.graduate(departure=leaving)


def test_the_database_lets_nobody_out_who_left_something(world, company, leaving):
    cleared(world, leaving, but=("keys",))
    with world.as_("programme"):
        for change in (
            lambda: Departure.objects.filter(code=leaving).update(state="cleared"),
            lambda: Company.objects.filter(code=company).update(state="alumni"),
        ):
            with pytest.raises(IntegrityError), transaction.atomic():
                change()


def test_what_counting_refuses(world, leaving):
    sound = {"departure": leaving, "kind": "waste", "what": "폐액", "unit": "litre", "opening": Decimal(1)}
    with world.as_("hajin"):
        for unfit in ({"kind": "dust"}, {"unit": "heap"}, {"what": " "}, {"opening": Decimal(-1)},
                      {"opening": Decimal("0.0001")}, {"kind": "keys", "opening": Decimal(0)}):  # fmt: skip
            with refused("residency.clearance_unsound"):
                residency.count_line(**{**sound, **unfit})
        line = residency.count_line(**{**sound, "opening": Decimal(0)})
        with refused("residency.clearance_unsound"):
            residency.clear_line(clearance_line=line.code, amount=Decimal(0))
        keys = residency.count_line(**{**sound, "kind": "keys", "opening": Decimal(30)}).code
        for unfit, code in (({"opening": Decimal(0)}, "residency.clearance_unsound"), ({"remark": " "}, "residency.remark_needed")):
            with refused(code):
                residency.recount_line(**{"clearance_line": keys, "opening": Decimal(3), "remark": "잘못 셈", **unfit})
        assert residency.recount_line(clearance_line=keys, opening=Decimal(3), remark="0을 하나 더 적음").opening == 3
        residency.withdraw_exit(departure=leaving)
        with refused("residency.departure_step"):
            residency.count_line(**sound)


def test_a_rival_reaches_nothing(world, leaving):
    with world.as_("hajin"):
        line = residency.count_line(departure=leaving, kind="waste", what="폐액", unit="litre", opening=Decimal(1)).code
    with world.as_("finance"):
        taken = residency.deduct(departure=leaving, says="벽", amount_minor=1).code
        with refused("residency.deduction_unsound"):
            residency.deduct(departure=leaving, says="", amount_minor=1)
    with world.as_("sujin"):
        for act in (
            lambda: residency.withdraw_exit(departure=leaving), lambda: residency.clear_line(clearance_line=line, amount=Decimal(1)),
            lambda: residency.dispute_deduction(deduction=taken, disputed_minor=1),
        ):  # fmt: skip
            with pytest.raises(Missing):
                act()
        assert not Departure.objects.exists() and not ClearanceLine.objects.exists()
