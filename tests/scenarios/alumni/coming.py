"""Steps 1 to 9: from the first enquiry to an offer."""

from decimal import Decimal

from squaremile.residency import operations as residency
from squaremile.residency.models import (
    Application,
    Company,
    CompetitionFinding,
    Decision,
    Declaration,
    Feasibility,
    Offer,
    Review,
    ReviewConflict,
    Screening,
    Tour,
)
from squaremile.residency.reads import dossiers, leads, rounds
from squaremile.spaces import operations as spaces
from tests.residency.applying import RULES, answered
from tests.residency.forms import ANSWERS, sample
from tests.residency.reviewing import CHECKS, RUBRIC
from tests.scenarios.alumni.story import CEO, CTO, DAY, LATE, NAME, RIVAL, Story, moment, on, refused, step

PDF = b"%PDF-1.7 deck"
CHEMIST, PHYSICIAN, KIN = "chemist@univ.example", "physician@hospital.example", "dean@saessak.example"


@step(1)
def somebody_asks(s: Story) -> None:
    """Admissions: an enquiry with its source, and who else has asked in the same name."""
    said = {"name": "서지연", "company_name": NAME, "source": "학회", "wanted": "bench"}
    with s.by("public", 0):
        with refused("residency.consent_needed"):
            residency.enquire(**said, email=CEO, consent=False)
        s.lead = residency.enquire(**said, email=CEO, consent=True, wanted_from=on(60)).code
        residency.enquire(**said, email=CEO, consent=True)
    with s.by("programme", 0, 1):
        row = leads.lead(s.lead)[0]
        assert (row.source, row.wanted_from, row.company_name, row.alike) == ("학회", on(60), NAME, 1)
        residency.follow_up_lead(lead=s.lead, state="contacted", person=s.world.people["programme"], follow_up_on=on(2))


@step(2)
def they_look_around(s: Story) -> None:
    """Admissions: nobody walks through without the agreement, nor more than the tour has places for."""
    with s.by("programme", 0, 2):
        slot = residency.open_tour_slot(
            start=moment(2), end=moment(2, 1), places=2, person=s.world.people["programme"], route="2층, 배양실 제외"
        ).code
        with refused("residency.agreement_needed"):
            residency.book_tour(lead=s.lead, tour_slot=slot)
        with refused("residency.slot_full"):
            residency.book_tour(lead=s.lead, tour_slot=slot, heads=3, signed_name="서지연")
        made = residency.book_tour(lead=s.lead, tour_slot=slot, heads=2, signed_name="서지연")
    with s.by("programme", 2, 2):
        residency.record_tour(tour=made.code, came=True)
        kept = Tour.objects.get(code=made.code)
        assert (kept.state, kept.signed_name, leads.lead(s.lead)[0].state) == ("attended", "서지연", "toured")


@step(3)
def they_apply(s: Story) -> None:
    """The company, by a link: what is missing is named, and what is handed in is kept as a declaration."""
    with s.by("programme", 3):
        residency.import_form(form="STANDARD", body=sample())
        s.call = residency.draft_call(
            form="STANDARD", title_ko="봄 입주 공고", opens_at=moment(3), closes_at=moment(33), eligibility=RULES,
        ).code
        residency.open_call(call=s.call)
    competitors = [{"name": "한빛 바이오"}]
    with s.by("public", 4):
        code = residency.begin_application(call=s.call, email=CEO, name_ko=NAME).application
    with s.by_key(CEO, 4):
        residency.invite_editor(application=code, email=CTO, name="조기술")
    with s.by_key(CTO, 5):
        answered(
            code, biosafety=None, chemicals=None, competitors=competitors,
            raised={"amount": "12000000000", "currency": "KRW"},
        )  # fmt: skip
    with s.by_key(CEO, 6):
        residency.add_answer_file(application=code, question_key="deck", name="비밀 없는 소개.pdf", content=PDF)
        with refused("residency.incomplete") as missing:
            residency.submit_application(application=code)
        assert set(missing.value.fields) == {"biosafety", "agents", "chemicals"}
        for key in ("biosafety", "chemicals"):
            residency.save_answer(application=code, question_key=key, value=ANSWERS[key])
        residency.submit_application(application=code)
        assert Declaration.objects.get(application__code=code).lines.get(name="에탄올").cas == "64-17-5"
    s.applications[CEO] = code
    with s.by("programme", 6, 1):
        company = Company.objects.get(applications__code=code)
        s.company, s.organisation, s.code = company.code, company.id, company.organisation.code
        # The enquiry joins the record that the application began: one company, one record.
        residency.record_lead(lead=s.lead, company=s.company)
        with refused("residency.lead_step"):
            residency.record_lead(lead=s.lead, company=s.company)


@step(4)
def it_is_screened(s: Story) -> None:
    """Admissions: too much money raised, so it goes back; it passes once every point of the checklist holds."""
    code = s.applications[CEO]
    with s.by("programme", 7):
        stops = [verdict.rule for verdict in dossiers.dossier(code).verdicts if verdict.holds is False]
        assert stops == ["capital_most"]
        residency.screen_application(application=code, checks=CHECKS | {"eligible": False}, flags="투자 금액을 확인할 것")
        with refused("residency.checks_open"):
            residency.pass_to_review(application=code)
        residency.return_application(application=code, reason="투자 금액을 다시 적어 주십시오.", until=moment(12))
    with s.by_key(CEO, 8):
        residency.save_answer(application=code, question_key="raised", value=ANSWERS["raised"], version=1)
        residency.submit_application(application=code)
    with s.by("programme", 9):
        assert dossiers.dossier(code).eligible
        residency.screen_application(application=code, checks=CHECKS | {"no_conflict": False})
        assert Screening.objects.get().checks["eligible"]


@step(5)
def safety_says_what_is_feasible(s: Story) -> None:
    """Safety: a condition that is not said is none."""
    said = {"application": s.applications[CEO], "judgement": "conditional", "reasons": "에탄올의 양이 많습니다."}
    with s.by("safety", 9):
        with refused("residency.conditions_needed"):
            residency.judge_feasibility(**said)
        residency.judge_feasibility(**said, conditions="방폭 캐비닛을 둘 것")
    with s.by("programme", 9):
        assert Feasibility.objects.get().conditions == "방폭 캐비닛을 둘 것"
        with refused("access.not_allowed"):
            residency.judge_feasibility(**said, conditions="없음")


@step(6)
def rivals_are_named(s: Story) -> None:
    """Admissions: the resident that the applicant calls its competitor; nothing goes on before somebody has settled it."""
    code = s.applications[CEO]
    with s.by("programme", 10):
        residency.open_record(organisation="HANBIT")
        residency.open_record(organisation="SAEBOM", licensed_until=on(3000))
        (found,) = residency.check_competition(application=code)
        with refused("residency.reason_needed"):
            residency.settle_competition(finding=found.code, settlement="consented", reason=" ")
        with refused("residency.checks_open"):
            residency.pass_to_review(application=code)
        residency.settle_competition(finding=found.code, settlement="consented", reason="다른 층이면 좋다고 함")
        residency.screen_application(application=code, checks=CHECKS)
        residency.pass_to_review(application=code)
        assert CompetitionFinding.objects.get().outcome == "consented"


@step(7)
def it_is_reviewed(s: Story) -> None:
    """The committee: kin do not judge, one vote is no quorum, and what is below the mark is advised against."""
    for email, name in ((RIVAL, "둘째바이오"), (LATE, "셋째바이오")):
        with s.by("public", 10, 1):
            code = residency.begin_application(call=s.call, email=email, name_ko=name).application
        with s.by_key(email, 10, 2):
            answered(code)
            residency.submit_application(application=code)
        with s.by("programme", 11):
            residency.screen_application(application=code, checks=CHECKS)
            residency.pass_to_review(application=code)
        s.applications[email] = code
    with s.by("programme", 12):
        for email in (CHEMIST, PHYSICIAN, KIN):
            residency.invite_reviewer(reviewer=residency.add_reviewer(email=email, name_ko="심사자").code)
        kin = rounds.reviewers()
        s.round = residency.draft_round(call=s.call, rubric=RUBRIC, each=2, quorum=2, room_for=1).code
        residency.open_round(review_round=s.round)
        residency.assign_reviewers(review_round=s.round)
        assert ReviewConflict.objects.get().kind == "same_domain"
        (dean,) = [row.code for row in kin if row.email == KIN]
        with refused("residency.conflict"):
            residency.assign_reviewer(review_round=s.round, application=s.applications[CEO], reviewer=dean)
        # Two judge each: what the solver gave to the dean or not, the two others judge.
        given = list(Review.objects.order_by("reviewer__contact").values_list("code", "reviewer__contact", "application__code"))
    points = {s.applications[CEO]: 4, s.applications[RIVAL]: 5, s.applications[LATE]: 1}
    for n, (review, email, code) in enumerate(given):
        with s.by_key(email, 14):
            if n == 0:
                with refused("residency.points_missing"):
                    residency.submit_review(review=review)
            residency.save_review(review=review, points=dict.fromkeys(("science", "team"), points[code]), comment="의견")
            residency.submit_review(review=review)
        if n == 0:
            with s.by("programme", 14):
                assert {row.advice for row in rounds.one(s.round).ranking} == {"none"}, "no quorum, no advice"
    with s.by("programme", 15):
        advised = {row.code: row.advice for row in rounds.one(s.round).ranking}
        assert advised == {s.applications[RIVAL]: "accept", s.applications[CEO]: "wait_list", s.applications[LATE]: "decline"}


@step(8)
def it_is_decided(s: Story) -> None:
    """The committee: one place; a golden ticket goes before points, and nobody hears before the letters."""
    ours, theirs, late = (s.applications[email] for email in (CEO, RIVAL, LATE))
    with s.by("programme", 16):
        s.sponsor = residency.add_sponsor(email="sponsor@pharma.example", name_en="Pharma").code
        residency.sign_sponsor(sponsor=s.sponsor, start=moment(-1), end=moment(3000), tickets_a_year=1)
        residency.use_entitlement(sponsor=s.sponsor, kind="ticket", company=s.company)
        with refused("residency.entitlement_spent"):
            residency.use_entitlement(sponsor=s.sponsor, kind="ticket", company=s.company)
        assert [(r.code, r.advice) for r in rounds.one(s.round).ranking] == [
            (ours, "accept"), (theirs, "wait_list"), (late, "decline")]
        with refused("residency.decision_reason"):
            residency.decide_application(application=ours, outcome="accept", reasons=" ")
        residency.decide_application(application=ours, outcome="accept", reasons="과학이 탄탄합니다.", conditions="방폭 캐비닛")
        residency.decide_application(application=theirs, outcome="wait_list", reasons="자리가 없습니다.")
        residency.decide_application(application=late, outcome="decline", reasons="아직 이릅니다.")
    with s.by_key(CEO, 16):
        assert Decision.objects.count() == 0
    with s.by("programme", 17):
        residency.send_letters(call=s.call)
        assert dict(Application.objects.values_list("code", "state")) == {
            ours: "accepted", theirs: "wait_listed", late: "declined"}
        assert Company.objects.get(code=s.company).state == "admitted"
    s.comes_in(CEO, "서지연", 18)


@step(9)
def a_bench_is_offered(s: Story) -> None:
    """Finance lists the price, admissions keep a bench: not one that another holds, and not for ever."""
    with s.by("finance", 18):
        s.prices = residency.publish_prices(name_ko="2027 가격표", name_en="", valid_from=on(0), bench=500_000).code
    with s.by("operator", 18):
        spaces.hold(place="R201-B2", organisation="SAEBOM", start=moment(0), end=moment(3000))
    said = {
        "company": s.company, "start": moment(40), "end": moment(40 + 730), "price_version": s.prices, "deposit": 5_000_000,
        "permitted_use": "세포 배양", "most_people": 2, "notice_months": 3, "covenants": ["매년 보고"],
    }  # fmt: skip
    with s.by("programme", 18, 1):
        with refused("spaces.place_taken"):
            residency.make_offer(**said, spots=["R201-B2"], until=moment(20))
        first = residency.make_offer(**said, spots=["R201-B1"], until=moment(20)).code
    with s.by(CEO, 20, 1), refused("residency.offer_over"):
        residency.answer_offer(licence=first, accept=True)
    with s.by("worker", 20, 2):
        assert residency.lapse_offers() == 1
    with s.by("programme", 21):
        s.licence = residency.make_offer(**said, spots=["R201-B1"], until=moment(30)).code
    with s.by(CEO, 22):
        residency.answer_offer(licence=s.licence, accept=True)
        offer = Offer.objects.get(licence__code=s.licence)
        assert (offer.state, offer.rent, offer.price_version.code, offer.until) == (
            "accepted", Decimal(500_000), s.prices, moment(21) + 9 * DAY)
