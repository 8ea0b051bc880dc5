"""People and their place in the companies whose projects they work on. Nobody gets more than the role of scientist."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from squaremile.cli.imports.applying import about, is_korean, joined
from squaremile.cli.imports.nemo import apply_words as words
from squaremile.cli.imports.nemo.applying import Applying
from squaremile.cli.imports.nemo.people import Membership, Person
from squaremile.core import operations as core
from squaremile.core.reads import codes
from squaremile.core.roles import SCIENTIST
from squaremile.core.words import GRANT_OVERLAPS
from squaremile.kernel.errors import Missing, Refused

NAME, EMAIL = 80, 254
VALID = timedelta(days=730)


def membership_id(person: Person, membership: Membership) -> str:
    return joined("nemo:membership", person.external_id, membership.organisation)


def apply_people(run: Applying) -> None:
    """One account per e-mail address; of people who share one, the first."""
    used: set[str] = set()
    for person in run.track(words.PEOPLE, run.plan.people):
        key = _person(run, person, used)
        if key is None:
            continue
        run.people[person.external_id] = key
        used.add(person.email)
        if person.active:
            for membership in person.memberships:
                _grant(run, person, key, membership)


def _person(run: Applying, person: Person, used: set[str]) -> UUID | None:
    if (known := run.ledger.subject(person.external_id, "person")) is not None:
        run.report.same("user")
        return known
    if "@" not in person.email or len(person.email) > EMAIL:
        run.report.unplan("user", "no_email")
        return None
    if person.email in used:
        run.report.unplan("user", "shared_email")
        return None
    with about(person.external_id):
        if (here := _here(person.email)) is not None:
            run.ledger.remember(person.external_id, "person", here)
            run.report.same("user")
            said = words.PERSON_WAS_HERE.fill({"name": person.name})
            run.report.find("person_was_here", person.external_id, said)
            return here
        made = core.add_person(
            email=person.email, language="ko" if is_korean(person.name) else "en",
            **run.ledger.names(person.name, NAME, person.external_id),
        ).id  # fmt: skip
        run.ledger.remember(person.external_id, "person", made)
        run.report.made("user")
        if not person.active:
            core.deactivate_person(person=made)
        return made


def _here(email: str) -> UUID | None:
    try:
        return codes.person(email)
    except Missing:
        return None


def _grant(run: Applying, person: Person, key: UUID, membership: Membership) -> None:
    """The role of scientist, once: whoever was let go since then is not let in again by another import."""
    external_id = membership_id(person, membership)
    owner = run.organisations[membership.organisation]
    if run.ledger.subject(external_id, "role_grant") is not None:
        return
    values = {"name": person.name, "organisation": owner.name, "day": person.access_until}
    if membership.manages or membership.leads:
        run.report.find("admin_suggested", person.external_id, words.ADMIN_SUGGESTED.fill(values))
    end = run.now + VALID
    if person.access_until is not None:
        end = min(end, run.midnight(person.access_until + timedelta(days=1)))
    if end <= run.now:
        run.report.find("access_ended", person.external_id, words.ACCESS_ENDED.fill(values))
        return
    with about(person.external_id):
        try:
            made = core.grant_role(person=key, role=SCIENTIST, organisation=owner.id, start=run.now, end=end)
        except Refused as refused:
            if refused.code != GRANT_OVERLAPS:
                raise
            run.report.find("already_member", person.external_id, words.ALREADY_MEMBER.fill(values))
        else:
            run.ledger.remember(external_id, "role_grant", made.id)
