"""The hundred and ten people of the demonstration, and the roles they hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from squaremile.cli.demo.companies import Company
from squaremile.cli.demo.names import Name, foreign, names
from squaremile.cli.demo.personas import PERSONAS, Persona
from squaremile.core import operations as core

ADMIN, SCIENTIST = "company_admin", "scientist"


@dataclass(frozen=True, slots=True)
class Cast:
    """One person before she is entered: in which companies she holds which role (none: staff)."""

    email: str
    name_ko: str
    name_en: str
    language: str
    roles: tuple[tuple[str, str], ...]


@dataclass
class Entered:
    """Who is in the cluster now. Scientists and admins by company, for whoever books."""

    ids: dict[str, UUID] = field(default_factory=dict)
    """By e-mail address."""
    of_company: dict[str, list[UUID]] = field(default_factory=dict)
    staff: dict[str, UUID] = field(default_factory=dict)
    """By role."""


def cast(companies: tuple[Company, ...], draw: Random) -> Iterator[Cast]:
    """Staff first, then every company: an admin and its scientists; those with a part to play come first."""
    for persona in PERSONAS:
        if not persona.company:
            yield _played(persona)
    fresh, visitors = names(draw), list(foreign())
    taken = {p.name.ko for p in PERSONAS} | {p.email.partition("@")[0] for p in PERSONAS}
    for company in companies:
        parts = [p for p in PERSONAS if p.company == company.code]
        yield from (_played(p) for p in parts)
        wanted = [ADMIN, *[SCIENTIST] * company.scientists]
        for part in parts:
            wanted.remove(part.role)
        for role in wanted:
            name = next(n for n in fresh if n.local not in taken and n.ko not in taken)
            if role == SCIENTIST and visitors and draw.random() < 0.08:
                name = visitors.pop()
            yield _drawn(name, company, role)


def _played(persona: Persona) -> Cast:
    companies = tuple(c for c in (persona.company, persona.second_company) if c)
    return Cast(
        persona.email, persona.name.ko, persona.name.en, persona.language,
        tuple((persona.role, c) for c in companies) or ((persona.role, ""),),
    )


def _drawn(name: Name, company: Company, role: str) -> Cast:
    return Cast(f"{name.local}@{company.domain}.example", name.ko, name.en, name.language, ((role, company.code),))


def enter(people: list[Cast], organisations: dict[str, UUID], now: datetime) -> Iterator[tuple[int, Entered]]:
    """Enter everybody with their roles, valid for a year on either side; yields after each."""
    entered, valid = Entered(), {"start": now - timedelta(days=365), "end": now + timedelta(days=365)}
    for count, one in enumerate(people, 1):
        made = core.add_person(email=one.email, name_ko=one.name_ko, name_en=one.name_en, language=one.language)
        entered.ids[one.email] = made.id
        for role, company in one.roles:
            if company and company not in organisations:
                continue
            organisation = organisations[company] if company else None
            core.grant_role(person=made.id, role=role, organisation=organisation, **valid)
            if company:
                entered.of_company.setdefault(company, []).append(made.id)
            else:
                entered.staff[role] = made.id
        yield count, entered
