"""People, companies and roles over the API: the acts. What can be read is in core_reads."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from pydantic import Field

from squaremile.api.answers import Answer, Coded, Named
from squaremile.api.endpoint import DELETE, PATCH, POST, Endpoint
from squaremile.core import operations as core
from squaremile.core import refs


class OrganisationKept(Named):
    """A company or body."""

    kind: str = Field(examples=["startup"])
    active: bool


class ProjectKept(Named):
    """What use is charged to."""

    reference: str = Field(examples=["RS-2027-00012345"])
    active: bool


class PersonKept(Answer):
    """A person, by her e-mail address."""

    email: str = Field(examples=["hana@example.org"])
    name_ko: str
    name_en: str
    language: str
    is_active: bool


class Referred(Answer):
    """A thing that has no code of its own: `ref` names it."""

    ref: str = Field(examples=["pZk0b1cAq0uXwq7b4Qb1yT1kX3Vd"])


class GrantKept(Referred):
    """A role, held for a period."""

    role: str = Field(examples=["scientist"])
    start: datetime
    end: datetime

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(ref=refs.ref("grant", found.id), role=found.role, start=found.valid.start, end=found.valid.end)


class InvitationKept(Referred):
    """An invitation. Its secret travels in the e-mail alone."""

    email: str
    role: str
    expires_at: datetime
    withdrawn_at: datetime | None

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(
            ref=refs.ref("invitation", found.id), email=found.email, role=found.role, expires_at=found.expires_at,
            withdrawn_at=found.withdrawn_at,
        )


class TokenRevoked(Answer):
    """A token that opens nothing any more."""

    name: str
    revoked_at: datetime | None


class FileKept(Referred):
    """A stored file."""

    name: str
    media_type: str = Field(examples=["application/pdf"])
    size: int = Field(description="Bytes")

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(ref=refs.ref("file", found.id), name=found.name, media_type=found.media_type, size=found.size)


class Count(Answer):
    """How many it concerned."""

    count: int

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(count=found)


class Member(Coded):
    """Whose membership of which company (its code) ended, and how many roles with it."""

    person: str
    roles_ended: int

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(code=asked["organisation"], person=asked["person"], roles_ended=found)


ENDPOINTS = (
    Endpoint(PATCH, "/me", core.edit_profile, PersonKept),
    Endpoint(POST, "/organisations", core.add_organisation, OrganisationKept, status=201),
    Endpoint(PATCH, "/organisations/{code}", core.edit_organisation, OrganisationKept, code="organisation"),
    Endpoint(POST, "/organisations/{code}/projects", core.add_project, ProjectKept, code="organisation", status=201),
    Endpoint(DELETE, "/organisations/{code}/members/{person}", core.end_membership, Member, code="organisation"),
    Endpoint(PATCH, "/projects/{code}", core.edit_project, ProjectKept, code="project"),
    Endpoint(POST, "/projects/{code}/close", core.close_project, ProjectKept, code="project"),
    Endpoint(POST, "/people", core.add_person, PersonKept, status=201),
    Endpoint(POST, "/people/{person}/deactivate", core.deactivate_person, PersonKept),
    Endpoint(POST, "/roles", core.grant_role, GrantKept, status=201),
    Endpoint(POST, "/roles/{grant}/end", core.end_role, GrantKept),
    Endpoint(POST, "/invitations", core.invite, InvitationKept, status=201),
    Endpoint(POST, "/invitations/{invitation}/withdraw", core.withdraw_invitation, InvitationKept),
    Endpoint(DELETE, "/tokens/{token}", core.revoke_token, TokenRevoked),
    Endpoint(POST, "/notices/read", core.mark_notices_read, Count),
    Endpoint(POST, "/files", core.store_file, FileKept, status=201),
)
