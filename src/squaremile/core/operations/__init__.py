"""What core does, by verb family. Importing this package registers every operation."""

from squaremile.core.operations.organisations import add_organisation, add_project
from squaremile.core.operations.people import add_person
from squaremile.core.operations.roles import end_role, grant_role

__all__ = ["add_organisation", "add_person", "add_project", "end_role", "grant_role"]
