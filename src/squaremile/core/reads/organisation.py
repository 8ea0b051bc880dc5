"""The organisation page: its people, roles, projects, invitations and what happened lately."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from squaremile.core import refs, words
from squaremile.core.models import Invitation, Organisation, Project
from squaremile.core.reads import audit
from squaremile.core.reads.people_directory import Person, colleagues, text
from squaremile.core.roles import ROLES
from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text

INVITATION = "invitation"


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """One that was sent and not yet taken up. `late`: its link no longer opens."""

    ref: str
    email: str
    role: Text
    expires_at: datetime
    late: bool


@dataclass(frozen=True, slots=True)
class ProjectRow:
    code: str
    name: Text
    name_ko: str
    name_en: str
    reference: str
    active: bool


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """Everything on the page."""

    id: UUID
    code: str
    name: Text
    name_ko: str
    name_en: str
    kind: str
    kind_label: Text
    active: bool
    people: tuple[Person, ...]
    projects: tuple[ProjectRow, ...]
    invitations: tuple[OpenInvitation, ...]
    lately: tuple[audit.Entry, ...]


@dataclass(frozen=True, slots=True)
class OrganisationLine:
    """One organisation in the list. Counts are of people with a role now, and of open projects."""

    code: str
    name: Text
    kind: Text
    active: bool
    people: int
    projects: int


def page(code: str) -> OrganisationPage:
    """One organisation. Raises Missing for one that is not there or not the asker's to see."""
    found = Organisation.objects.filter(code=code).first()
    if found is None:
        raise Missing(NOT_FOUND)
    projects = Project.objects.filter(organisation=found).order_by("-active", "code")
    return OrganisationPage(
        found.id, found.code, text(found.name_ko, found.name_en), found.name_ko, found.name_en, found.kind,
        words.ORGANISATION_KINDS[found.kind], found.active, tuple(colleagues(found.id)),
        tuple(ProjectRow(p.code, text(p.name_ko, p.name_en), p.name_ko, p.name_en, p.reference, p.active)
              for p in projects),
        open_invitations(found.id),
        tuple(audit.entries(audit.query(audit.Wanted(organisation=code))[:10])),
    )


def open_invitations(organisation: UUID | None) -> tuple[OpenInvitation, ...]:
    """Of one organisation, or of the staff; the newest first."""
    now = clock.now()
    waiting = Invitation.objects.filter(organisation=organisation, accepted_at=None, withdrawn_at=None)
    return tuple(
        OpenInvitation(refs.ref(INVITATION, i.id), i.email, ROLES[i.role].label, i.expires_at, i.expires_at <= now)
        for i in waiting.order_by("-id")
    )


def lines() -> list[OrganisationLine]:
    """All that the asker may see, by name, in one statement."""
    now = clock.now()
    found = Organisation.objects.annotate(
        people=Count("grants__user", filter=Q(grants__valid__contains=now), distinct=True),
        open_projects=Count("projects", filter=Q(projects__active=True), distinct=True),
    )
    return [
        OrganisationLine(o.code, text(o.name_ko, o.name_en), words.ORGANISATION_KINDS[o.kind], o.active, o.people,
                         o.open_projects)
        for o in found.order_by("-active", "name_ko", "name_en", "code")
    ]
