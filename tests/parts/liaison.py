"""For the tests of the whole product: liaison work: membership, interactions, promises, introductions, incentives."""

from datetime import date, timedelta
from decimal import Decimal

from squaremile.kernel import clock
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import Approach, Introduction, Person
from tests.world import MONDAY

NOUNS = {
    "relationships": ("organisation",), "memberships": ("membership",), "interactions": ("interaction",),
    "promises": ("promise", "promise inside"), "credits": ("credit",),
    "introductions": ("introduction", "introduction asked", "introduction declined"),
}  # fmt: skip
ALL = {"tiers": ["GOLD"], "activities": ["CAMPUS"], "activity-kinds": ["CAMPUS"], "contacts": ["PE-ASK"]}
PLACES = {
    "member": ("organisation",), "membership": ("membership",), "interaction": ("interaction",),
    "promise": ("promise", "promise inside"), "credit": ("credit",), "letter": ("interaction",),
    "introduction": ("introduction", "introduction asked", "introduction declined"),
}  # fmt: skip
HERS = {
    "member": "organisation", "membership": "membership", "interaction": "interaction", "promise": "promise",
    "introduction": "introduction", "credit": "credit",
}  # fmt: skip
SOUND = {
    "accept": False, "activity": "CAMPUS", "at": MONDAY, "currency": "KRW", "director": "director@example.org",
    "due": date(2027, 3, 9), "dues": 1, "expert": "PE-ASK", "heard": "전화", "letter": "not-a-secret", "outcome": "nda",
    "owner_kind": "member", "points": Decimal(1), "reason_ko": "왜", "tier": "GOLD", "useful": True, "what_ko": "왜", "year": 2026,
}  # fmt: skip
LEFT_OUT = (
    "attendees", "contact_email", "contact_name", "entitlement", "message_en", "message_ko", "minutes_en", "minutes_ko",
    "need", "owner_code", "policy_contact", "private_reason", "reason_en", "staff_notes_en", "staff_notes_ko", "student",
    "what_en", "working_contact",
)  # fmt: skip
OWN = {
    "network.add_activity_kind": {"points": Decimal(1)}, "network.log_interaction": {"kind": "call", "title_ko": "왜", "introduction": ""},
    "network.edit_interaction": {"title_ko": "왜"}, "network.make_promise": {"interaction": ""},
    "network.request_introduction": {"expert": "PE-OTHER", "partner": ""},
    "network.credit_activity": {"interaction": "", "evidence": "왜", "minutes": 60, "at": MONDAY},
    "network.keep_promise": {"evidence": "왜"},
    "network.ask_again": {"introduction": "introduction by letter"},
    "network.record_answer": {"introduction": "introduction by letter"},
    "network.answer_introduction": {"introduction": "introduction asked"},
    "network.record_introduction_met": {"introduction": "introduction accepted"},
    "network.close_introduction": {"introduction": "introduction accepted"},
    "network.rate_introduction": {"introduction": "introduction met"},
    "network.admit_member": {"start": MONDAY + timedelta(days=900), "end": MONDAY + timedelta(days=1000)},
}  # fmt: skip
FORM = {"member": "organisation", "ended": "kept", "grounds": "왜", "answer": "accept", "useful": "yes", "private_reason": "왜"}
TEXTS = {
    "minutes": "새봄과 ADC 링커를 논의", "notes": "새봄 자금이 빠듯함", "promised": "새봄이 링커 시료를 보낸다",
    "inner promise": "새봄 자금 사정 알아보기", "introduction reason": "링커 독성 전문가를 찾음",
    "declined why": "새봄의 경쟁사와 일합니다", "credited for": "새봄 면담 기록 3월",
}  # fmt: skip


def week(world, codes, keys):
    """Saebom is a member, meets, promises, asks for introductions; her scientist is an expert who is asked herself."""
    with world.as_("programme"):
        _directory(keys)
        held = network.admit_member(member="SAEBOM", tier="GOLD", start=MONDAY - timedelta(days=30))
        network.assign_director(member="SAEBOM", director="programme@example.org")
        log = network.log_interaction(
            member="SAEBOM", kind="meeting", at=MONDAY - timedelta(days=1), title_ko="링커 회의", length=60,
            attendees="PE-SORA", minutes_ko=TEXTS["minutes"], staff_notes_ko=TEXTS["notes"],
        )
        hers = network.make_promise(member="SAEBOM", what_ko=TEXTS["promised"], due=date(2027, 3, 9), owner_kind="member")
        inner = network.make_promise(
            member="SAEBOM", what_ko=TEXTS["inner promise"], due=date(2027, 3, 9), owner_kind="staff", internal=True)
        line = network.credit_activity(expert="PE-SORA", activity="CAMPUS", minutes=60, evidence=TEXTS["credited for"])
        network.credit_activity(
            expert="PE-SORA", activity="CAMPUS", minutes=60, evidence="지난해", at=MONDAY - timedelta(days=200))
        network.admit_member(member="PN-LONG", tier="GOLD", start=MONDAY - timedelta(days=200))
    codes |= {
        "membership": held.code, "interaction": log.code, "promise": hers.code, "promise inside": inner.code,
        "credit": line.code,
    }
    codes |= _introductions(world)


def _directory(keys):
    for code, ko, en, email in (
        ("PE-ASK", "구전문", "Jeonmun Gu", "gu@uni.example"), ("PE-OTHER", "남전문", "Jeonmun Nam", "nam@uni.example"),
        ("PE-SORA", "소라씨", "Ms Sora", ""),
        *((f"PE-MAIL-{n}", f"편지{n}", f"Letter {n}", f"letter-{n}@uni.example") for n in range(1, 5)),
    ):
        network.add_person(code=code, kind="researcher", name_ko=ko, name_en=en, email=email)
    Person.objects.filter(code="PE-SORA").update(user_id=keys["person"], claimed_at=MONDAY)
    network.add_partner(code="PN-LONG", kind="investor", name_ko="롱우드 고객", name_en="Longwood client")
    network.add_tier(code="GOLD", name_ko="금빛", name_en="Gold", dues=60_000_000, faculty_meetings=2)


def _introductions(world):
    """One that waits for the staff, and others asked by mail, asked of her, declined, accepted and met."""
    made = {}
    with world.as_("sora"):
        for name, expert in (
            ("introduction", "PE-ASK"), ("introduction by letter", "PE-MAIL-1"), ("introduction declined", "PE-MAIL-2"),
            ("introduction accepted", "PE-MAIL-3"), ("introduction met", "PE-MAIL-4"),
        ):
            made[name] = network.request_introduction(
                member="SAEBOM", expert=expert, reason_ko=TEXTS["introduction reason"], anonymous=True).code
    with world.as_("programme"):
        made["introduction asked"] = network.request_introduction(
            member="PN-LONG", expert="PE-SORA", reason_ko="투자 검토").code
        for name in list(made)[1:]:
            network.approve_introduction(introduction=made[name], message_ko="만나고 싶답니다")
    _answered(made["introduction declined"], accept=False)
    for name in ("introduction accepted", "introduction met"):
        _answered(made[name], accept=True)
    with world.as_("sora"):
        network.record_introduction_met(introduction=made["introduction met"])
    return made


def _answered(code, *, accept):
    """The answer of an expert who is reached by letter alone; her secret is known to her letter only."""
    with scope(system("auth")):
        asked = Approach.objects.get(introduction__code=code)
        asked.answered_at, asked.accepted, asked.private_reason = MONDAY, accept, "" if accept else TEXTS["declined why"]
        asked.save()
        Introduction.objects.filter(code=code).update(state="accepted" if accept else "declined")


def furnish(world):
    """A relationship with everything in it, and one that only has a director, so that it can be admitted."""
    now = clock.now()
    with world.as_("programme"):
        network.add_person(code="PE-MET", kind="researcher", name_ko="구전문", name_en="Jeonmun Gu", email="gu@uni.example")
        network.add_tier(code="GOLD", name_ko="금빛", name_en="Gold", dues=60_000_000, faculty_meetings=2)
        network.admit_member(member="HANBIT", tier="GOLD", start=now - timedelta(days=30))
        for company in ("HANBIT", "SAEBOM"):
            network.assign_director(member=company, director="programme@example.org")
        log = network.log_interaction(
            member="HANBIT", kind="meeting", at=now - timedelta(days=1), title_ko="회의", title_en="Meeting", length=60,
            attendees="PE-MET", minutes_ko="합의", staff_notes_ko="메모", entitlement="faculty_meeting",
        )
        network.credit_activity(expert="PE-MET", activity="CAMPUS", interaction=log.code)
        network.make_promise(
            member="HANBIT", what_ko="시료 보내기", what_en="Send samples", due=now.date(), owner_kind="member")
        for n, reach in enumerate(("requested", "met", "asked")):
            network.add_person(code=f"PE-X{n}", kind="researcher", name_ko=f"전문{n}", name_en=f"Expert {n}", email=f"e{n}@uni.example")
            _furnished(f"PE-X{n}", reach)


def _furnished(expert, reach):
    code = network.request_introduction(member="HANBIT", expert=expert, reason_ko="상의", anonymous=True).code
    if reach == "requested":
        return
    network.approve_introduction(introduction=code, message_ko="만나고 싶답니다")
    if reach != "asked":
        network.record_answer(introduction=code, accept=True, heard="전화")
    if reach == "met":
        network.record_introduction_met(introduction=code)
