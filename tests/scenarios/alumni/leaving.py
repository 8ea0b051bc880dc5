"""Steps 35 to 38: notice, clearance, the deposit, and what became of the company."""

from decimal import Decimal

from squaremile.residency import operations as residency
from squaremile.residency.models import Company, Departure, Licence, OutcomeEntry, SurveyAnswer
from squaremile.residency.policies.clearance import KINDS, SIGNERS
from squaremile.residency.reads import outcomes
from squaremile.spaces import operations as spaces
from tests.scenarios.alumni.story import CEO, Story, moment, on, refused, step

SIGNS = {"safety": "safety", "operations": "operator", "finance": "finance"}
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
    for kind, line in lines.items():
        with s.by(SIGNS[SIGNERS[kind]], 847):
            residency.sign_line(clearance_line=line)
    with s.by("programme", 848):
        residency.end_licence(licence=s.licence, reason="졸업")
        residency.graduate(departure=s.departure)
        assert (Company.objects.get(code=s.company).state, Licence.objects.get(code=s.licence).state) == ("alumni", "ended")
        spaces.hold(place="R201-B1", organisation="SAEBOM", start=moment(849), end=moment(900))


@step(37)
def the_deposit_goes_back(s: Story) -> None:
    """Finance: not while a deduction is in dispute; the statement says what came back."""
    with s.by("finance", 850):
        taken = residency.deduct(departure=s.departure, says="벽 손상", amount_minor=1_000_000).code
    with s.by(CEO, 851):
        residency.dispute_deduction(deduction=taken, disputed_minor=400_000)
    with s.by("finance", 852):
        with refused("residency.deduction_disputed"):
            residency.settle_deposit(departure=s.departure)
        residency.dispute_deduction(deduction=taken, disputed_minor=0)
        residency.settle_deposit(departure=s.departure)
        assert Departure.objects.get().refunded_minor == 4_000_000


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
