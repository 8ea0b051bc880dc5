"""Checklists as people and companies have them, and what they keep shut."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from squaremile.core.reads import files
from squaremile.kernel.scope import Scope
from squaremile.kernel.words import Text
from squaremile.residency import rules
from squaremile.residency.models import ChecklistEntry, ChecklistVersion
from squaremile.residency.policies import checklists as policy
from squaremile.residency.policies.standard_checklist import STANDARD
from squaremile.residency.reads.days import today
from squaremile.residency.words import people as words


def in_force() -> policy.Checklist:
    """The newest list that was declared, or the standard one."""
    newest = ChecklistVersion.objects.order_by("-version").first()
    return policy.Checklist(newest.version, policy.from_rows(newest.items)) if newest else STANDARD


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row of a list, with what the asker may do about it."""

    code: str
    item: str
    says: Text
    doer: Text
    signer: Text
    due_on: date
    state: str
    state_said: Text
    open: bool
    late: bool
    done_on: date | None
    ends_on: date | None
    blocks: tuple[Text, ...]
    needs_file: bool
    file_url: str
    remark: str
    mine_to_sign: bool
    signs_herself: bool
    """Whose row it is signs it: nobody else looks at it."""
    exit: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A whole list with how far it is."""

    rows: tuple[EntryRow, ...]
    progress: policy.Progress

    @property
    def blocking(self) -> list[tuple[Text, list[Text]]]:
        """What is shut, and by which rows."""
        said = {row.item: row.says for row in self.rows}
        return [(words.BLOCKS[thing], [said[c] for c in codes]) for thing, codes in self.progress.blocking.items()]


def may_sign(asking: Scope, entry: ChecklistEntry) -> bool:
    """Whether the asker is the one who signs this row off. Row security says the same."""
    if entry.signs == "person":
        return asking.actor is not None and entry.person_id == asking.actor
    if entry.signs == "company":
        return any(g.role == "company_admin" and g.organisation == entry.company_id for g in asking.grants)
    return rules.SIGNERS[entry.signs](asking)


def entry_of(row: ChecklistEntry) -> policy.Entry:
    return policy.Entry(
        row.item, row.due_on, tuple(row.blocks), row.after_due, row.done_on, row.lasts, row.state == "waived"
    )


def listed(rows: Iterable[ChecklistEntry], asking: Scope) -> Listed:
    """Rows in the order in which they are due, open ones first."""
    day, found = today(), list(rows)
    plain = {row.id: entry_of(row) for row in found}
    found.sort(key=lambda row: (not policy.is_open(plain[row.id], day), row.due_on, row.item))
    return Listed(tuple(row_of(row, plain[row.id], asking, day) for row in found), policy.progress(plain.values(), day))


def of_member(member: UUID, asking: Scope) -> Listed:
    return listed(ChecklistEntry.objects.filter(member=member).select_related("file"), asking)


def of_company(company: UUID, asking: Scope) -> Listed:
    """The company's own rows, not its people's."""
    return listed(ChecklistEntry.objects.filter(company=company, member=None).select_related("file"), asking)


def shut(company: UUID, person: UUID, thing: str) -> list[Text]:
    """The rows, hers and her company's, that keep a thing shut for a person today. One statement."""
    day = today()
    rows = ChecklistEntry.objects.filter(
        Q(person=person) & (Q(member__gone_on=None) | Q(member__gone_on__gt=day)) | Q(person=None),
        company=company, blocks__contains=[thing], anchor="start",
    ).exclude(state="waived").order_by("due_on", "item")
    return [Text(ko=row.says_ko, en=row.says_en) for row in rows if policy.keeps_shut(entry_of(row), thing, day)]


def shut_for_company(company: UUID, thing: str) -> list[Text]:
    """The company's own rows that keep a thing shut today: open, or done and run out since. One statement."""
    day = today()
    rows = ChecklistEntry.objects.filter(person=None, company=company, blocks__contains=[thing], anchor="start")
    rows = rows.exclude(state="waived").order_by("due_on", "item")
    return [Text(ko=row.says_ko, en=row.says_en) for row in rows if policy.keeps_shut(entry_of(row), thing, day)]


def row_of(row: ChecklistEntry, plain: policy.Entry, asking: Scope, day: date) -> EntryRow:
    """A row as `asking` sees it on a day."""
    still = policy.is_open(plain, day)
    return EntryRow(
        code=row.code, item=row.item, says=Text(ko=row.says_ko, en=row.says_en), doer=words.DOERS[row.doer],
        signer=words.DOERS[row.signs], due_on=row.due_on, state=row.state, state_said=words.ENTRIES[row.state], open=still,
        late=policy.is_late(plain, day), done_on=row.done_on, ends_on=plain.ends_on,
        blocks=tuple(words.BLOCKS[thing] for thing in row.blocks), needs_file=row.needs_file,
        file_url=files.url(row.file_id, row.file.name) if row.file_id and row.file else "", remark=row.remark,
        mine_to_sign=may_sign(asking, row), signs_herself=row.signs == "person", exit=row.anchor == "exit",
    )
