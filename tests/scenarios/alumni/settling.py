"""Steps 10 to 16: from the licence to the first day at the bench."""

from datetime import date

from squaremile.booking import operations as booking
from squaremile.booking.models import Equipment
from squaremile.core import operations as core
from squaremile.residency import operations as residency
from squaremile.residency.models import (
    AccessPass,
    ChecklistEntry,
    Company,
    DepositPayment,
    Insurance,
    Licence,
    LicencePlace,
    Member,
    MemberContact,
    Signature,
)
from squaremile.residency.reads import licences
from squaremile.safety import operations as safety
from squaremile.safety.models import Container
from squaremile.safety.policies import packs, verification
from squaremile.spaces import operations as spaces
from tests.scenarios.alumni.story import CEO, Story, moment, on, refused, step

ANN, BEN, CHO = "ann@saessak.example", "ben@saessak.example", "cho@saessak.example"
PAPER = b"%PDF-1.7 certificate"


@step(10)
def the_licence_begins(s: Story) -> None:
    """The company signs, finance takes the deposit: not in force before it is signed, insured and paid."""
    with s.by(CEO, 24):
        residency.sign_licence(licence=s.licence, signed_name="서지연")
    with s.by("programme", 24), refused("residency.not_signed"):
        residency.start_licence(licence=s.licence)
    with s.by("director", 24, 1):
        residency.sign_licence(licence=s.licence, signed_name="오세훈규")
    with s.by("programme", 25):
        with refused("residency.not_insured"):
            residency.start_licence(licence=s.licence)
        residency.record_insurance(
            licence=s.licence, insurer="한국보험", policy_number="B-77", expires_on=date(2031, 1, 1)
        )
        with refused("residency.deposit_unpaid"):
            residency.start_licence(licence=s.licence)
        with refused("access.not_allowed"):
            residency.record_deposit(licence=s.licence, amount=5_000_000, paid_on=on(25))
    with s.by("finance", 26):
        residency.record_deposit(licence=s.licence, amount=5_000_000, paid_on=on(26))
    with s.by("programme", 40):
        residency.start_licence(licence=s.licence)
        assert (Licence.objects.get(code=s.licence).state, Insurance.objects.count(), DepositPayment.objects.count()) == (
            "in_force", 1, 1)
        assert (Signature.objects.count(), licences.verified(s.licence)) == (2, [])
        assert Company.objects.get(code=s.company).state == "resident"


@step(11)
def permits_are_in_order(s: Story) -> None:
    """Safety, with the company's papers: what the work asks for keeps biologicals shut until it is approved."""
    with s.by(CEO, 40):
        residency.begin_company_checklist(company=s.company, work=["bsl2", "lmo", "chemicals"], starts_on=on(40))
        paper = core.store_file(name="permit.pdf", content=PAPER, organisation=s.organisation).id
        rows = dict(ChecklistEntry.objects.filter(member=None).values_list("item", "code"))
        with refused("residency.entry_not_yours"):
            residency.sign_off(checklist_entry=rows["lmo_notice"], file=paper)
    needed = {"biosafety_registration", "biological_declaration", "lmo_notice"}
    with s.by("safety", 41):
        assert needed < {row.item for row in ChecklistEntry.objects.filter(member=None, blocks__contains=["biologicals"])}
        with refused("residency.entry_evidence_needed"):
            residency.sign_off(checklist_entry=rows["lmo_notice"])
        papers = [code for item, code in rows.items() if item not in ("equipment_declaration", "insurance_certificate")]
        for code in papers:
            residency.sign_off(checklist_entry=code, file=paper)
    with s.by("operator", 41):
        residency.sign_off(checklist_entry=rows["insurance_certificate"], file=paper)
        assert ChecklistEntry.objects.get(code=rows["lmo_notice"]).signed_by == s.world.people["safety"]


@step(12)
def people_join(s: Story) -> None:
    """The company, within its seats; safety sees whom to call."""
    with s.by("programme", 41):
        residency.set_people_terms(company=s.company, seats=2, notice_months=3, deposit_minor=5_000_000, since=on(41))
    for email, name in ((ANN, "안연구"), (BEN, "변연구"), (CHO, "조연구")):
        with s.by(CEO, 42):
            core.invite(email=email, role="scientist", organisation=s.organisation, name_ko=name)
        s.comes_in(email, name, 42)
    for email in (ANN, BEN):
        with s.by(CEO, 43):
            s.members[email] = residency.join(
                company=s.company, person=s.person(email), work=["bsl2"], employer="새싹바이오"
            ).code
    with s.by(CEO, 43), refused("residency.over_seats"):
        residency.join(company=s.company, person=s.person(CHO))
    with s.by(ANN, 43):
        residency.set_emergency_contact(company_member=s.members[ANN], name="안엄마", phone="010-0000-0000")
    with s.by("safety", 43):
        assert (Member.objects.filter(company__code=s.company).count(), MemberContact.objects.count()) == (2, 1)
        assert ChecklistEntry.objects.filter(member__code=s.members[ANN], item="vaccine_offer").exists()


@step(13)
def she_is_made_safe(s: Story) -> None:
    """Safety: without the orientation and its quiz there is no badge; nobody signs her own."""
    with s.by("operator", 44), refused("residency.checklist_open") as shut:
        _badge(s)
    assert "안전 오리엔테이션" in shut.value.text.ko
    with s.by(ANN, 44):
        rows = _rows(s)
        with refused("residency.entry_not_yours"):
            residency.sign_off(checklist_entry=rows["orientation"])
        residency.sign_off(checklist_entry=rows["house_rules"])
    with s.by("safety", 44):
        with refused("residency.done_later"):
            residency.sign_off(checklist_entry=rows["orientation"], done_on=on(45))
        residency.sign_off(checklist_entry=rows["orientation"])
        row = ChecklistEntry.objects.get(code=rows["orientation"])
        assert (row.state, row.done_on, row.lasts) == ("done", on(44), 730)


@step(14)
def she_gets_a_badge(s: Story) -> None:
    """Security: work at BSL-2 asks for the course on blood-borne pathogens; one badge is in one hand."""
    rows = _rows(s)
    with s.by("operator", 45), refused("residency.checklist_open") as shut:
        _badge(s)
    assert shut.value.text.ko.count("혈액매개") == 1
    with s.by("safety", 45):
        paper = core.store_file(name="course.pdf", content=PAPER, organisation=s.organisation).id
        residency.sign_off(checklist_entry=rows["blood_borne"], file=paper)
    with s.by("operator", 45):
        with refused("residency.pass_unsound"):
            _badge(s, expires_on=on(45))
        badge = _badge(s)
        assert (badge.state, badge.zones, badge.expires_on) == ("issued", ["2층"], on(400))


@step(15)
def her_bench_is_hers(s: Story) -> None:
    """Operations: the bench is occupied and its key given; nobody else is put there, and no key twice."""
    with s.by("operator", 46):
        place = LicencePlace.objects.get(licence__code=s.licence)
        assert (place.occupancy.place.code, place.occupancy.state) == ("R201-B1", "occupied")
        with refused("spaces.place_taken"):
            spaces.hold(place="R201-B1", organisation="SAEBOM", start=moment(50), end=moment(60))
        key = {"company_member": s.members[ANN], "kind": "key", "pass_number": "R201-B1", "expires_on": on(400)}
        residency.issue_pass(**key)
        with refused("residency.pass_taken"):
            residency.issue_pass(**key)
        assert AccessPass.objects.filter(kind="key", state="issued").count() == 1


@step(16)
def own_kit_comes_in(s: Story) -> None:
    """Operations: an instrument of the company's own; its declaration is not signed without the paper."""
    with s.by("operator", 46):
        row = ChecklistEntry.objects.get(company__code=s.company, item="equipment_declaration")
        with refused("residency.entry_evidence_needed"):
            residency.sign_off(checklist_entry=row.code)
        paper = core.store_file(name="decontamination.pdf", content=PAPER, organisation=s.organisation).id
        residency.sign_off(checklist_entry=row.code, file=paper)
        with refused("core.not_found"):
            booking.add_equipment(code="OWN-1", name_ko="자기 장비", name_en="Own kit", kind="microscope", place="NOWHERE", rules_of_use="OPEN")
        booking.add_equipment(
            code="OWN-1", name_ko="칩 현미경", name_en="Chip microscope", kind="microscope", place="R201-B1",
            rules_of_use="OPEN", asset_number="SB-0001", owner=s.organisation,
        )
        assert Equipment.objects.get(code="OWN-1").owner_id == s.organisation


def _rows(s: Story) -> dict[str, str]:
    with s.by("safety", 44):
        return {row.item: row.code for row in ChecklistEntry.objects.filter(member__code=s.members[ANN])}


def _badge(s: Story, **said: object) -> AccessPass:
    given = {"company_member": s.members[ANN], "kind": "badge", "pass_number": "0451", "expires_on": on(400), "zones": ["2층"]}
    return residency.issue_pass(**(given | said))


@step(17)
def chemicals_come_in(s: Story) -> None:
    """Safety says what the room may hold; the company asks first, and no more comes in than is left, whoever owns the rest."""
    with s.by("safety", 46):
        safety.declare_area(building="JB-A", storey=4, name_ko="4층", sprinklered=True, rooms=["R201"], code="CA-4")
        safety.put_pack_in_force(area="CA-4", pack="us-ibc", since=on(0))
        for row in verification.rows(packs.pack("us-ibc")):
            safety.verify_pack_row(pack="us-ibc", pack_row=row.key, read_in="IBC 2021", read_on=on(0))
        safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone")
    acetone = {"substance": "67-64-1", "place": "R201"}
    with s.by("sora", 46):
        safety.receive_container(**acetone, how_much="20 gal")
    with s.by(ANN, 46):
        with refused("safety.over_limit"):
            safety.receive_container(**acetone, how_much="20 gal")
        made = safety.receive_container(**acetone, how_much="1 L").code
        assert set(Container.objects.values_list("code", flat=True)) == {made}
