"""Checklists: declared by the house, given to people and companies, signed off row by row."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from squaremile.core import gates
from squaremile.core.reads import files
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.models import ChecklistEntry, ChecklistVersion, Company, Member
from squaremile.residency.operations.companies import owned
from squaremile.residency.policies import checklists as policy
from squaremile.residency.reads.asked_of_gates import Settling
from squaremile.residency.reads.checklists import in_force, may_sign
from squaremile.residency.reads.days import today
from squaremile.residency.words import people as words
from squaremile.residency.words.companies import COMPANY_UNKNOWN

ONCE = {"checklist_entry_once": words.ENTRY_STEP}
STEP = {"checklist_entry_step_allowed": words.ENTRY_STEP, "checklist_entry_evidenced": words.EVIDENCE_NEEDED,
        "checklist_entry_signed": words.ENTRY_STEP}  # fmt: skip


@operation(
    "residency.declare_checklist", ko="체크리스트 정하기", en="Declare the checklist", may=rules.declare_checklist,
    refuses=(words.CHECKLIST_UNSOUND,), constraints={"checklist_version_once": words.CHECKLIST_TWICE},
)
def declare_checklist(*, items: Sequence[Mapping[str, Any]]) -> ChecklistVersion:
    """A new version of everything that people and companies have to do. Who has a list already keeps hers."""
    try:
        rows = policy.from_rows(items)
    except (TypeError, ValueError, AttributeError) as unfit:
        raise Invalid(words.CHECKLIST_UNSOUND, {"fault": str(unfit)}) from unfit
    for fault in policy.faults(rows):
        raise Invalid(words.CHECKLIST_UNSOUND, {"fault": fault})
    if not rows:
        raise Invalid(words.CHECKLIST_UNSOUND, {"fault": "0"})
    made = ChecklistVersion.objects.create(
        code=short_code("CV"), version=in_force().version + 1, items=policy.to_rows(rows), declared_at=clock.now(),
        declared_by=require().actor,
    )
    note(subject=made, version=made.version, rows=len(rows))
    return made


@operation(
    "residency.begin_company_checklist", ko="기업 체크리스트 시작", en="Begin a company's checklist", may=rules.keep_members,
    refuses=(COMPANY_UNKNOWN, words.KIND_UNKNOWN), constraints=ONCE,
)
def begin_company_checklist(*, company: str, work: Sequence[str], starts_on: date | None = None) -> int:
    """Give a company the rows of its work, due around the day it starts. Rows it has already stay. Returns how many."""
    if set(work) - set(policy.WORK):
        raise Invalid(words.KIND_UNKNOWN)
    found = theirs(company)
    made = give(found, None, policy.tags(kind="", work=work), starts_on or today(), "start")
    note(subject=found, organisation=found.id, work=sorted(work), rows=made)
    return made


@operation(
    "residency.sign_off", ko="체크리스트 확인", en="Sign off an item", may=rules.sign_off, constraints=STEP,
    refuses=(words.ENTRY_UNKNOWN, words.ENTRY_NOT_YOURS, words.EVIDENCE_NEEDED, words.DONE_LATER, "core.not_found"),
)
def sign_off(
    *, checklist_entry: str, done_on: date | None = None, file: UUID | None = None, remark: str = ""
) -> ChecklistEntry:
    """It is done: who says so, since when, with which paper. What lasts for a time is signed anew when it has run out."""
    found, day = signable(checklist_entry), done_on or today()
    if day > today():
        raise Invalid(words.DONE_LATER)
    if found.needs_file and file is None:
        raise Invalid(words.EVIDENCE_NEEDED)
    if file is not None:
        files.file(file)
    gates.check("residency.sign_off", Settling(found.item, found.company_id))
    _settle(found, "done", day, remark, file)
    return found


@operation(
    "residency.waive_entry", ko="체크리스트 항목 면제", en="Waive an item", may=rules.sign_off, constraints=STEP,
    refuses=(words.ENTRY_UNKNOWN, words.ENTRY_NOT_YOURS, words.REMARK_NEEDED),
)
def waive_entry(*, checklist_entry: str, remark: str) -> ChecklistEntry:
    """It need not be done, and why. Only staff waive."""
    found = signable(checklist_entry)
    if not require().staff:
        raise Forbidden(words.ENTRY_NOT_YOURS, {"who": words.DOERS["operations"]})
    if not remark.strip():
        raise Invalid(words.REMARK_NEEDED)
    _settle(found, "waived", None, remark, None)
    return found


@operation(
    "residency.reopen_entry", ko="체크리스트 항목 다시 열기", en="Re-open an item", may=rules.sign_off, constraints=STEP,
    refuses=(words.ENTRY_UNKNOWN, words.ENTRY_NOT_YOURS, words.REMARK_NEEDED, words.ENTRY_STEP),
)
def reopen_entry(*, checklist_entry: str, remark: str) -> ChecklistEntry:
    """It was not done after all; what it keeps shut is shut again."""
    found = signable(checklist_entry)
    if not remark.strip():
        raise Invalid(words.REMARK_NEEDED)
    if found.state == "open":
        raise Refused(words.ENTRY_STEP)
    found.state, found.done_on, found.signed_by, found.signed_at = "open", None, None, None
    found.remark = remark.strip()[:300]
    found.save()
    note(subject=found, organisation=found.company_id, item=found.item, state="open", remark=found.remark)
    return found


def give(company: Company, member: Member | None, having: Iterable[str], day: date, anchor: str) -> int:
    """Write the rows that apply and are not there yet. Returns how many."""
    checklist = in_force()
    chosen = policy.chosen(
        checklist.items, about="person" if member else "company", having=frozenset(having), anchor=anchor
    )
    had = set(ChecklistEntry.objects.filter(company=company, member=member).values_list("item", flat=True))
    rows = [
        ChecklistEntry(
            code=short_code("CK"), company=company, member=member, person_id=member.person_id if member else None,
            item=item.code, version=checklist.version, says_ko=item.says.ko, says_en=item.says.en, doer=item.doer,
            signs=item.signs, anchor=item.anchor, due_on=policy.due_on(item, day), blocks=list(item.blocks),
            after_due=item.after_due, needs_file=item.evidence, lasts=item.lasts, state="open",
        )
        for item in chosen if item.code not in had
    ]
    ChecklistEntry.objects.bulk_create(rows)
    return len(rows)


def theirs(code: str) -> Company:
    """A company whose people the asker keeps: her own, or any for staff."""
    if require().staff:
        found = Company.objects.filter(code=code).first()
        if found is None:
            raise Missing(COMPANY_UNKNOWN)
        return found
    return owned(code)


def signable(code: str) -> ChecklistEntry:
    """A row that the asker signs. What she may not see is Missing; what another signs says who."""
    seen = ChecklistEntry.objects.filter(code=code).first()
    if seen is None:
        raise Missing(words.ENTRY_UNKNOWN)
    if not may_sign(require(), seen):
        raise Forbidden(words.ENTRY_NOT_YOURS, {"who": words.DOERS[seen.signs]})
    return ChecklistEntry.objects.select_for_update().get(id=seen.id)


def _settle(found: ChecklistEntry, state: str, day: date | None, remark: str, file: UUID | None) -> None:
    found.state, found.done_on, found.remark = state, day, remark.strip()[:300]
    found.signed_by, found.signed_at, found.file_id = require().actor, clock.now(), file
    found.save()
    note(subject=found, organisation=found.company_id, item=found.item, state=state, done_on=day, remark=found.remark)
