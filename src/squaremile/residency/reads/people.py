"""People of companies as pages show them: with their names, progress and what they hold."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from squaremile.core.reads import people
from squaremile.core.reads.people_directory import colleagues
from squaremile.core.words import STAFF_UNNAMED
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.residency.models import AccessPass, ChecklistEntry, Member, MemberContact
from squaremile.residency.policies import checklists as policy
from squaremile.residency.reads import checklists, companies
from squaremile.residency.reads.days import today
from squaremile.residency.words import people as words


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One member. `progress` counts the rows that the asker may see."""

    id: UUID
    code: str
    person: UUID
    name: Text
    company: str
    company_id: UUID
    company_name: Text
    kind: str
    kind_said: Text
    title: str
    employer: str
    work: tuple[str, ...]
    work_said: tuple[Text, ...]
    minor: bool
    weekly_hours: int
    joined_on: date
    gone_on: date | None
    gone: bool
    progress: policy.Progress

    @property
    def last_day(self) -> date | None:
        """The last day on which she counts, where it is known."""
        return self.gone_on - timedelta(days=1) if self.gone_on else None

    @property
    def shut(self) -> list[Text]:
        """What her checklist keeps shut."""
        return [words.BLOCKS[thing] for thing in self.progress.blocking]


@dataclass(frozen=True, slots=True)
class PassRow:
    """A badge or key."""

    code: str
    kind: Text
    number: str
    zones: tuple[str, ...]
    hours: str
    expires_on: date
    expired: bool
    state: str
    state_said: Text

    @property
    def held(self) -> bool:
        """In her hands, and to come back."""
        return self.state == "issued"


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call, for safety staff and herself."""

    name: str
    phone: str
    relation: str


@dataclass(frozen=True, slots=True)
class MemberPage:
    """Everything of one member's page."""

    row: MemberRow
    checklist: checklists.Listed
    company_checklist: checklists.Listed
    passes: tuple[PassRow, ...]
    contact: Contact | None


def members(*, company: UUID | None = None, person: UUID | None = None) -> list[MemberRow]:
    """Those the asker may see: who is there first, then who has gone; by day of joining. Three statements."""
    found = Member.objects.select_related("company__organisation").order_by("joined_on", "code")
    found = found.filter(company=company) if company else found
    return _rows(list(found.filter(person=person) if person else found))


def member(code: str) -> MemberPage:
    """One member's page. Raises Missing."""
    found = Member.objects.select_related("company__organisation").filter(code=code).first()
    if found is None:
        raise Missing(words.MEMBER_UNKNOWN)
    asking = require()
    contact = MemberContact.objects.filter(member=found).first()
    return MemberPage(
        _rows([found])[0], checklists.of_member(found.id, asking), checklists.of_company(found.company_id, asking),
        tuple(_pass(p) for p in AccessPass.objects.filter(member=found).order_by("state", "expires_on", "code")),
        Contact(contact.name, contact.phone, contact.relation) if contact else None,
    )


def mine() -> list[MemberPage]:
    """The asker's own pages, where she belongs to companies now."""
    asking = require()
    if asking.actor is None:
        return []
    return [member(row.code) for row in members(person=asking.actor) if not row.gone]


def to_join(company: UUID) -> list[tuple[UUID, str]]:
    """Colleagues with a role in the company who are not among its people now."""
    day = today()
    there = {
        m.person_id for m in Member.objects.filter(company=company) if m.gone_on is None or m.gone_on > day
    }
    return [(p.id, str(p.name)) for p in colleagues(company) if p.id not in there]


def of_code(code: str) -> companies.CompanyRow:
    return companies.company(code)


def _rows(found: list[Member]) -> list[MemberRow]:
    names, day = people.named(m.person_id for m in found), today()
    entries: dict[UUID, list[policy.Entry]] = defaultdict(list)
    for entry in ChecklistEntry.objects.filter(member__in=[m.id for m in found]):
        entries[entry.member_id].append(checklists.entry_of(entry))  # type: ignore[index]
    rows = [
        MemberRow(
            m.id, m.code, m.person_id, names[m.person_id].name if m.person_id in names else STAFF_UNNAMED, m.company.code,
            m.company_id, both(m.company.organisation.name_ko, m.company.organisation.name_en),
            m.kind, words.KINDS[m.kind], m.title, m.employer, tuple(m.work),
            tuple(words.WORK[w] for w in m.work), m.minor, m.weekly_hours, m.joined_on, m.gone_on,
            m.gone_on is not None and m.gone_on <= day, policy.progress(entries[m.id], day),
        )
        for m in found
    ]
    return sorted(rows, key=lambda row: row.gone)


def _pass(found: AccessPass) -> PassRow:
    return PassRow(
        found.code, words.PASSES[found.kind], found.number, tuple(found.zones),
        f"{_clock(found.from_minute)}–{_clock(found.to_minute)}", found.expires_on, found.expires_on <= today(), found.state,
        words.PASS_STATES[found.state],
    )


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
