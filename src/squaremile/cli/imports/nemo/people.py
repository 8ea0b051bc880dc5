"""NEMO's users become people; what they belong to follows from their projects' accounts.

NEMO holds no passwords, so people are invited. Its staff flags are listed as suggestions: an import grants nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from squaremile.cli.imports.nemo import words
from squaremile.cli.imports.nemo.context import Context
from squaremile.cli.imports.nemo.fields import Fields
from squaremile.cli.imports.nemo.organisations import Organisation, Project
from squaremile.kernel.words import Text

ROLE_FLAGS: dict[str, Text] = {
    "is_staff": Text(ko="담당 직원", en="staff"),
    "is_user_office": Text(ko="이용자 지원", en="user office"),
    "is_accounting_officer": Text(ko="회계 담당", en="accounting"),
    "is_service_personnel": Text(ko="정비 인력", en="service personnel"),
    "is_technician": Text(ko="기술원", en="technician"),
    "is_facility_manager": Text(ko="시설 책임자", en="facility manager"),
    "is_superuser": Text(ko="관리자", en="administrator"),
}


@dataclass(frozen=True, slots=True)
class Membership:
    """Belonging to an organisation through ``projects``; ``leads`` are those of them that the person manages."""

    organisation: str
    projects: tuple[str, ...]
    leads: tuple[str, ...]
    manages: bool


@dataclass(frozen=True, slots=True)
class Person:
    """``suggested_roles`` are NEMO's flags (keys of ``ROLE_FLAGS``), never granted by the import itself."""

    external_id: str
    username: str
    given_name: str
    family_name: str
    email: str
    sort: str
    badge: str
    active: bool
    joined: date | None
    access_until: date | None
    notes: str
    induction_due: bool
    trainings: tuple[str, ...]
    access_levels: tuple[str, ...]
    supervises: tuple[str, ...]
    suggested_roles: tuple[str, ...]
    memberships: tuple[Membership, ...]

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.given_name, self.family_name) if part) or self.username


def _memberships(
    context: Context, fields: Fields, organisations: dict[str, Organisation], projects: dict[str, Project]
) -> tuple[Membership, ...]:
    """One membership per organisation, in the order NEMO lists the projects."""
    leads = context.targets(fields, "managed_projects", "project")
    managed = context.targets(fields, "managed_accounts", "account")
    by_organisation: defaultdict[str, list[str]] = defaultdict(list)
    for each in dict.fromkeys((*context.targets(fields, "projects", "project"), *leads)):
        if each in projects:
            by_organisation[projects[each].organisation].append(each)
    for each in managed:
        if each in organisations:
            by_organisation.setdefault(each, [])  # an account manager belongs to it even without a project
    return tuple(
        Membership(
            organisation=organisation,
            projects=tuple(own),
            leads=tuple(each for each in own if each in leads),
            manages=organisation in managed,
        )
        for organisation, own in by_organisation.items()
    )


def _person(context: Context, fields: Fields, memberships: tuple[Membership, ...]) -> Person:
    trainings = (context.index.find("safetytraining", each) for each in fields.many("safety_trainings"))
    joined = fields.moment("date_joined")
    return Person(
        external_id=fields.id,
        username=fields.text("username"),
        given_name=fields.text("first_name"),
        family_name=fields.text("last_name"),
        email=fields.text("email").lower(),
        sort=context.named(fields, "type", "usertype"),
        badge=fields.text("badge_number"),
        active=fields.flag("is_active", absent=True),
        joined=joined.astimezone(context.zone).date() if joined else None,
        access_until=fields.day("access_expiration"),
        notes=fields.text("notes"),
        induction_due=fields.flag("training_required"),
        trainings=tuple(str(each.fields.get("name", "")) for each in trainings if each),
        access_levels=context.targets(fields, "physical_access_levels", "physicalaccesslevel"),
        supervises=context.targets(fields, "managed_users", "user"),
        suggested_roles=tuple(flag for flag in ROLE_FLAGS if fields.flag(flag)),
        memberships=memberships,
    )


def _findings(context: Context, people: Iterable[Person], organisations: dict[str, Organisation]) -> None:
    """What staff should look at before inviting anybody."""
    by_email: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_email[person.email].append(person)
        if not person.email:
            context.report.find("no_email", person.external_id, words.NO_EMAIL.fill({"name": person.name}))
        own = [organisations[each.organisation].name for each in person.memberships]
        values = {"name": person.name, "count": len(own), "organisations": ", ".join(own)}
        if not own:
            context.report.find("no_company", person.external_id, words.NO_COMPANY.fill(values))
        if len(own) > 1:
            others = [each.organisation for each in person.memberships]
            said = words.SEVERAL_COMPANIES.fill(values)
            context.report.find("several_companies", person.external_id, said, others)
        if person.suggested_roles:
            roles = [ROLE_FLAGS[flag] for flag in person.suggested_roles]
            joined = Text(ko=", ".join(r.ko for r in roles), en=", ".join(r.en for r in roles))
            said = words.ROLES_NOT_GRANTED.fill({"name": person.name, "roles": joined})
            context.report.find("roles_not_granted", person.external_id, said)
    for email, sharing in by_email.items():
        if email and len(sharing) > 1:
            said = words.SHARED_EMAIL.fill({"email": email, "count": len(sharing)})
            first, *rest = (each.external_id for each in sharing)
            context.report.find("shared_email", first, said, rest)


def plan_people(
    context: Context, organisations: tuple[Organisation, ...], projects: tuple[Project, ...]
) -> tuple[Person, ...]:
    """One person per user; one without a username is skipped."""
    known = {each.external_id: each for each in organisations}
    known_projects = {each.external_id: each for each in projects}
    planned: list[Person] = []
    for _, fields in context.records("user"):
        if not fields.text("username"):
            context.report.skip("user", "no_name")
            continue
        planned.append(_person(context, fields, _memberships(context, fields, known, known_projects)))
        context.report.plan("user")
    _findings(context, planned, known)
    return tuple(planned)
