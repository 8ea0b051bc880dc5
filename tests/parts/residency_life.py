"""For the tests of the whole product: life in residence. A rival's milestones, notices, hours and tickets are its own."""

from datetime import date, timedelta
from typing import Any

from squaremile.residency import operations as residency
from tests.world import MONDAY

API = "squaremile.api.v1.residency.life"
HOUR = timedelta(hours=1)
CRITERIA = [{"code": "team", "ko": "인력", "en": "Team", "weight": 10}]
NOUNS = {
    "milestones": ("milestone", "agreed milestone"), "evaluations": ("evaluation",), "notices": ("suspension",),
    "office-hours": ("office hour",), "sponsors": ("sponsor",), "mentors": ("mentor",), "profiles": ("profile ref",),
}  # fmt: skip
OPEN = ("mentor", "office hour", "free hour", "stay terms")
refs = ("profile",)
HERS = {"company": "company record", "milestone": "milestone", "evaluation": "evaluation", "suspension": "suspension",
        "office_hour": "office hour", "sponsor": "sponsor", "mentor": "mentor", "stay_terms": "stay terms"}  # fmt: skip
SOUND: dict[str, Any] = {
    "due_on": date(2027, 12, 31), "title_ko": "훔친 목표", "state": "agreed", "criteria": CRITERIA, "moved_in_on": date(2027, 3, 1),
    "scores": {"team": 90}, "renew": True, "reason_ko": "왜", "ground": "insurance", "says_ko": "왜", "email": "thief@example.org",
    "name_ko": "훔침", "topic": "훔친 상담", "kind": "event", "says": "왜", "start": MONDAY + 300 * HOUR, "end": MONDAY + 301 * HOUR,
}  # fmt: skip
LEFT_OUT = ("cure_on", "events_a_year", "evidence", "fields", "language", "named_spaces_en", "named_spaces_ko", "name_en",
            "reason_en", "remark", "says_en", "tickets_a_year", "title_en", "where_en", "where_ko")  # fmt: skip
OWN: dict[str, dict[str, Any]] = {
    "residency.propose_milestone": {"title_ko": "훔친 목표"},
    "residency.settle_notice": {"state": "cured"}, "residency.close_hour": {"state": "held"}, "residency.give_notice": {"ground": "reporting"},
    "residency.book_hour": {"office_hour": "free hour"}, "residency.move_in": {"company": "second record"},
    "residency.sign_sponsor": {"start": MONDAY + timedelta(days=900), "end": MONDAY + timedelta(days=1200)},
    "residency.use_entitlement": {"company": ""},
}  # fmt: skip
KEYS = {"suspension": "suspension", "profile": "profile"}
FORM = {"ground": "insurance", "says_ko": "왜", "topic": "훔친 상담", "due_on": "2027-12-31", "moved_in_on": "2027-03-01"}
TEXTS = {"milestone": "새봄 임상 1상 승인 SB-12", "notice": "새봄의 배상 보험이 끝났습니다", "topic": "새봄 SB-12 제형 상담"}


def week(world, codes, keys):
    """The rival proposes, is told to put something right, and talks to a mentor; a sponsor gives it a ticket."""
    from squaremile.core import operations as core
    from squaremile.residency.models import Profile

    company = codes["company record"]
    with world.as_("sujin"):
        for name in ("milestone", "agreed milestone"):
            codes[name] = residency.propose_milestone(company=company, due_on=date(2027, 12, 1), title_ko=TEXTS["milestone"]).code
    with world.as_("programme"):
        keys["profile"] = Profile.objects.get(company=keys["company record"]).id
        residency.settle_milestone(milestone=codes["agreed milestone"], state="agreed")
        codes["stay terms"] = residency.set_stay_terms(criteria=CRITERIA, base_months=48).code
        residency.move_in(company=company, moved_in_on=date(2025, 3, 2), stay_terms=codes["stay terms"])
        core.add_organisation(code="FOURTH", name_ko="넷째바이오", name_en="Fourth Bio")
        codes["second record"] = residency.open_record(organisation="FOURTH").code
        notice = residency.give_notice(company=company, ground="insurance", says_ko=TEXTS["notice"])
        codes["suspension"], keys["suspension"] = notice.code, notice.id
        mentor = residency.add_mentor(email="mentor@example.org", name_ko="멘토님")
        codes["mentor"] = mentor.code
        for name, later in (("office hour", 200), ("free hour", 210)):
            codes[name] = residency.offer_hour(mentor=mentor.code, start=MONDAY + later * HOUR, end=MONDAY + (later + 1) * HOUR).code
        sponsor = residency.add_sponsor(email="sponsor@example.org", name_ko="후원사")
        codes["sponsor"] = sponsor.code
        residency.sign_sponsor(sponsor=sponsor.code, start=MONDAY, end=MONDAY + timedelta(days=700), tickets_a_year=2, events_a_year=9)
        residency.use_entitlement(sponsor=sponsor.code, kind="ticket", company=company)
    with world.as_("sujin"):
        residency.book_hour(office_hour=codes["office hour"], topic=TEXTS["topic"])
    codes["evaluation"] = _first_evaluation(world, keys["company record"])


def _first_evaluation(world, company):
    from squaremile.residency.reads import life

    with world.as_("programme"):
        return life.of(company).evaluations[0].code


def furnish(world):
    """Terms, a mentor with a free hour, a sponsor with a contract, and a stay of one company."""
    from squaremile.residency.reads import companies

    with world.as_("programme"):
        terms = residency.set_stay_terms(criteria=CRITERIA, base_months=48).code
        first = companies.companies()[0].code
        residency.move_in(company=first, moved_in_on=date(2025, 3, 2), stay_terms=terms)
        residency.propose_milestone(company=first, due_on=date(2027, 12, 1), title_ko="목표", title_en="A milestone")
        residency.give_notice(company=first, ground="reporting", says_ko="보고가 늦습니다", says_en="A report is late")
        mentor = residency.add_mentor(email="mentor@example.org", name_ko="멘토님", name_en="A mentor")
        residency.offer_hour(mentor=mentor.code, start=MONDAY + 200 * HOUR, end=MONDAY + 201 * HOUR)
        sponsor = residency.add_sponsor(email="sponsor@example.org", name_ko="후원사", name_en="A sponsor")
        residency.sign_sponsor(sponsor=sponsor.code, start=MONDAY, end=MONDAY + timedelta(days=700), tickets_a_year=2)
