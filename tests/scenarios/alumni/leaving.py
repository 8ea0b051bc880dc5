"""Steps 35 to 38: notice, clearance, the deposit, and what became of the company."""

from datetime import date
from decimal import Decimal

from squaremile.billing import operations as billing
from squaremile.billing.models import Bill, BillException, Invoice
from squaremile.billing.reads import months
from squaremile.booking import operations as booking
from squaremile.core.reads.grants import held_or_to_come
from squaremile.kernel import clock
from squaremile.residency import operations as residency
from squaremile.residency.models import AccessPass, Company, Departure, Licence, Member, OutcomeEntry, SurveyAnswer
from squaremile.residency.policies.clearance import KINDS, SIGNERS
from squaremile.residency.reads import outcomes
from squaremile.safety import operations as safety
from squaremile.safety.models import Container, Holding
from squaremile.spaces import operations as spaces
from tests.billing.making import worked
from tests.scenarios.alumni.settling import ANN
from tests.scenarios.alumni.story import CEO, Story, moment, on, refused, step

SIGNS = {"safety": "safety", "operations": "operator", "finance": "finance"}
STILL_HERE = {
    "chemicals": "safety.chemicals_left", "biologicals": "safety.agents_left", "badges": "residency.passes_out",
    "keys": "residency.passes_out", "own_equipment": "booking.own_equipment_left", "final_bill": "billing.unpaid",
}  # fmt: skip
PROOF = "https://saessak.example/ipo"


@step(35)
def notice_is_given(s: Story) -> None:
    """The company: in good time, once, and where it goes."""
    with s.by(CEO, 730):
        with refused("residency.notice_short"):
            residency.notify_exit(company=s.company, last_day=on(760))
        s.departure = residency.notify_exit(company=s.company, last_day=on(850), destination="오송").code
        with refused("residency.departure_runs"):
            residency.notify_exit(company=s.company, last_day=on(900))
        assert Departure.objects.get().destination == "오송"


@step(36)
def nothing_is_left(s: Story) -> None:
    """Safety, operations and finance sign each what is theirs, and only at zero."""
    with s.by("programme", 845), refused("residency.clearance_not_zero"):
        residency.graduate(departure=s.departure)
    with s.by(CEO, 845):
        lines = {
            kind: residency.count_line(departure=s.departure, kind=kind, what=kind, unit="piece", opening=Decimal(2)).code
            for kind in KINDS
        }
        for kind, line in lines.items():
            residency.clear_line(clearance_line=line, amount=Decimal(1 if kind == "chemicals" else 2))
    with s.by("operator", 846), refused("residency.clearance_not_yours"):
        residency.sign_line(clearance_line=lines["chemicals"])
    with s.by("safety", 846):
        with refused("residency.clearance_not_zero"):
            residency.sign_line(clearance_line=lines["chemicals"])
        residency.clear_line(clearance_line=lines["chemicals"], amount=Decimal(1), remark="수거 업체에 넘김")
    # Whatever was typed: what came in by steps 14 to 18, and the invoice of step 25, are still in the records.
    for kind, code in STILL_HERE.items():
        with s.by(SIGNS[SIGNERS[kind]], 847), refused(code):
            residency.sign_line(clearance_line=lines[kind])
    _everything_goes(s)
    for kind, line in lines.items():
        if kind != "final_bill":
            with s.by(SIGNS[SIGNERS[kind]], 847, 2):
                residency.sign_line(clearance_line=line)
    with s.by("programme", 848):
        residency.end_licence(licence=s.licence, reason="졸업")
        with refused("residency.clearance_not_zero"):
            residency.graduate(departure=s.departure)
    with s.by("worker", 848, 1):
        worked()
    _april_is_paid(s, lines["final_bill"])
    _every_month_is_billed(s)
    with s.by("finance", 855, 5):
        residency.sign_line(clearance_line=lines["final_bill"])
    with s.by("programme", 855, 6):
        residency.graduate(departure=s.departure)
    with s.by("worker", 855, 7):
        worked()
    with s.by("director", 855, 8):
        roles = held_or_to_come(clock.now()).filter(organisation=s.organisation).values_list("role", flat=True)
        assert (set(roles), Member.objects.filter(company__code=s.company, gone_on=None).count()) == ({"company_admin"}, 0)
    with s.by("programme", 855, 8):
        assert (Company.objects.get(code=s.company).state, Licence.objects.get(code=s.licence).state) == ("alumni", "ended")
        spaces.hold(place="R201-B1", organisation="SAEBOM", start=moment(856), end=moment(900))


def _everything_goes(s: Story) -> None:
    with s.by(ANN, 847):
        for bottle in Container.objects.filter(state="received"):
            safety.dispose_container(container=bottle.code)
        for held in Holding.objects.filter(here=True):
            safety.log_agent(holding=held.code, happened="dispose", amount_held=held.quantity, says="고압멸균 뒤 폐기")
    with s.by("operator", 847):
        for one in AccessPass.objects.filter(state="issued"):
            residency.take_back_pass(access_pass=one.code)
        booking.set_equipment_state(equipment="OWN-1", state="retired", says_ko="가져감", says_en="Taken along")


def _april_is_paid(s: Story, final: str) -> None:
    """By halves: what it paid, and what is deducted of its deposit. The months after it were never closed."""
    with s.by("finance", 849):
        owed = Invoice.objects.get(organisation_id=s.organisation)
        half = owed.payable // 2
        billing.record_payment(account=owed.account.code, amount=half, paid_on=on(847), bank_reference="새싹 4월", invoice=owed.code)
        residency.deduct(departure=s.departure, says="4월 청구서의 나머지", amount_minor=owed.payable - half - 1)
        with refused("billing.unpaid") as left:
            residency.sign_line(clearance_line=final)
        assert "₩1." in left.value.text.en
        residency.deduct(departure=s.departure, says="끝전", amount_minor=1)
        with refused("billing.last_month_open") as open_:
            residency.sign_line(clearance_line=final)
        assert "2027-05" in open_.value.text.en


def _is_paid(s: Story, close: str, bill: str) -> None:
    with s.by(CEO, 855):
        billing.accept_bill(bill=bill)
    with s.by("finance", 855):
        billing.release_close(close=close)
    with s.by("worker", 855):
        worked()
    with s.by("finance", 855):
        paper = Invoice.objects.get(bill__code=bill)
        billing.record_payment(
            account=paper.account.code, amount=paper.payable, paid_on=on(855), bank_reference=f"새싹 {bill}", invoice=paper.code
        )


def _every_month_is_billed(s: Story) -> None:
    """To the month of its last day, which is over; and each is paid."""
    month = date(2027, 5, 1)
    while month <= on(850):
        with s.by("finance", 855):
            close = billing.confirm_usage(issuer="JB", month=month).code
        with s.by("worker", 855):
            worked()
        with s.by("finance", 855):
            for odd in BillException.objects.filter(bill__close__code=close, blocks=True, cleared_at=None):
                billing.clear_exception(bill_exception=odd.code, remark="늦게 마감한 달")
            bill = Bill.objects.get(close__code=close, organisation_id=s.organisation)
            billing.show_bills(close=close)
        if bill.state != "empty":
            _is_paid(s, close, bill.code)
        month = months.after(month)


@step(37)
def the_deposit_goes_back(s: Story) -> None:
    """Finance: not while a deduction is in dispute; the statement says what came back."""
    with s.by("finance", 856):
        taken = residency.deduct(departure=s.departure, says="벽 손상", amount_minor=1_000_000).code
    with s.by(CEO, 857):
        residency.dispute_deduction(deduction=taken, disputed_minor=400_000)
    with s.by("finance", 858):
        with refused("residency.deduction_disputed"):
            residency.settle_deposit(departure=s.departure)
        residency.dispute_deduction(deduction=taken, disputed_minor=0, says="입주 때 사진과 다름")
        residency.settle_deposit(departure=s.departure)
        assert Departure.objects.get().refunded_minor == 4_000_000 - 270_325


@step(38)
def what_became_of_it(s: Story) -> None:
    """Admissions ask once a year; what nobody has proved stays the company's own word."""
    with s.by("programme", 1100):
        survey = residency.open_outcome_survey(as_of=on(1000), closes_on=on(1130)).code
        residency.ask_outcome_survey(survey=survey, company=s.company, email=CEO)
    with s.by_key(CEO, 1101):
        residency.answer_outcome_survey(survey=survey, replies={"jobs": "31"})
    with s.by("programme", 1102):
        (told,) = outcomes.entries(company=s.company, standing_only=True)
        assert (told.count, told.confidence, told.origin) == (31, "self_reported", "survey")
        said = {"outcome_entry": told.code, "happened_on": on(1000), "counted": 31, "verified": True}
        with refused("residency.verified_needs_evidence"):
            residency.correct_outcome(**said)
        residency.correct_outcome(**said, evidence_url=PROOF)
        (kept,) = outcomes.entries(company=s.company, standing_only=True)
        assert (kept.confidence, kept.evidence_url, kept.definition) == ("verified", PROOF, 1)
        assert (OutcomeEntry.objects.count(), SurveyAnswer.objects.filter(company__code=s.company).count()) == (2, 1)
