"""People, companies and projects by the names that the world outside knows them by. What is not yours is not there."""

from collections.abc import Iterable
from uuid import UUID

from squaremile.core.models import Organisation, Project, User
from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing


def person(email: str) -> UUID:
    """A person one may see, by e-mail address. Raises Missing."""
    return _one(User.objects.filter(email=email.strip().lower()).values_list("id", flat=True).first())


def organisation(code: str) -> UUID:
    """A company one may see, by its code. Raises Missing."""
    return _one(Organisation.objects.filter(code=code).values_list("id", flat=True).first())


def project(code: str) -> UUID:
    """A project one may see, by its code. Raises Missing."""
    return _one(Project.objects.filter(code=code).values_list("id", flat=True).first())


def emails(people: Iterable[UUID]) -> dict[UUID, str]:
    """Addresses of those whom the asker may see; the others are left out."""
    return dict(User.objects.filter(id__in=set(people)).values_list("id", "email"))


def organisation_codes(keys: Iterable[UUID]) -> dict[UUID, str]:
    """Codes of the companies the asker may see; the others are left out."""
    return dict(Organisation.objects.filter(id__in=set(keys)).values_list("id", "code"))


def open_projects(keys: Iterable[UUID]) -> dict[UUID, str]:
    """Codes of those projects that can still be charged; closed ones and others' are left out."""
    return dict(Project.objects.filter(id__in=set(keys), active=True).values_list("id", "code"))


def _one(found: UUID | None) -> UUID:
    if found is None:
        raise Missing(NOT_FOUND)
    return found
