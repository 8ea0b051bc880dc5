"""For the tests of the whole product: people, checklists, badges. What a rival's people still have to do is their own."""

from datetime import date
from typing import Any

from squaremile.core import operations as core
from squaremile.residency import operations as residency
from squaremile.residency.policies.checklists import to_rows
from squaremile.residency.policies.standard_checklist import STANDARD
from tests.world import MONDAY

API = "squaremile.api.v1.residency.people"
NOUNS = {
    "members": ("company member",), "passes": ("access pass",),
    "checklist-entries": ("checklist entry", "signed entry"),
}  # fmt: skip
HERS = {"company": "company record", "company_member": "company member", "access_pass": "access pass",
        "checklist_entry": "checklist entry"}  # fmt: skip
KEYS = {"hand_over_to": "colleague"}
SOUND: dict[str, Any] = {
    "seats": 9, "since": date(2028, 1, 1), "kind": "office", "work": [], "items": to_rows(STANDARD.items), "pass_number": "0999",
    "expires_on": date(2028, 1, 1), "name": "도둑", "phone": "010", "remark": "왜", "state": "lost",
}  # fmt: skip
LEFT_OUT = ("contact_relation", "currency", "deposit_minor", "done_on", "employer", "file", "from_minute", "joined_on", "last_day",
            "minor", "notice_months", "starts_on", "title", "to_minute", "weekly_hours", "zones")  # fmt: skip
OWN: dict[str, dict[str, Any]] = {
    "residency.reopen_entry": {"checklist_entry": "signed entry"}, "residency.join": {"person": "colleague"},
    "residency.issue_pass": {"kind": "badge"}, "booking.hand_over": {"since": MONDAY},
}  # fmt: skip
FORM = {"kind": "office", "seats": "9"}
TEXTS = {"title": "새봄 SB-12 공정 책임", "contact": "이소라의 어머니"}


def week(world, codes, keys):
    """The rival's scientist joins, signs, is given a badge, and says whom to call."""
    company, keys["colleague"] = codes["company record"], world.people["sujin"]
    with world.as_("sujin"):
        member = residency.join(company=company, person=world.people["sora"], kind="office", title=TEXTS["title"])
    codes["company member"] = member.code
    with world.as_("sora"):
        residency.set_emergency_contact(company_member=member.code, name=TEXTS["contact"], phone="010-1111-2222")
        rows = {row.item: row for row in member.checklist.all()}
        codes["checklist entry"] = rows["tour_of_exits"].code
        residency.sign_off(checklist_entry=rows["house_rules"].code)
    with world.as_("director"):
        codes["signed entry"] = residency.sign_off(checklist_entry=rows["orientation"].code).code
        badge = residency.issue_pass(company_member=member.code, kind="badge", pass_number="0451", expires_on=date(2028, 1, 1))
        codes["access pass"] = badge.code


def furnish(world):
    """One member of one company with her checklist, and one who has left."""
    from squaremile.residency.reads import companies

    with world.as_("programme"):
        rows = {row.organisation: row for row in companies.companies()}
        residency.join(company=rows["HANBIT"].code, person=world.people["hana"], work=["bsl2"])
    with world.as_("director"):
        gone = core.add_person(email="danbi.ro@hanbit.example", name_ko="노단비", name_en="Danbi Ro").id
        core.grant_role(person=gone, role="scientist", organisation=world.organisations["HANBIT"])
    with world.as_("hajin"):
        left = residency.join(company=rows["HANBIT"].code, person=gone, kind="office")
        residency.leave(company_member=left.code)
