"""What core does, by verb family. Importing this package registers every operation."""

from squaremile.core.operations.acting import act_for, stop_acting
from squaremile.core.operations.external import remember_external
from squaremile.core.operations.files import store_file
from squaremile.core.operations.invitations import accept_invitation, invite, withdraw_invitation
from squaremile.core.operations.leaving import close_lapsed
from squaremile.core.operations.notices import mark_notices_read
from squaremile.core.operations.organisations import (
    add_organisation,
    add_project,
    close_project,
    edit_organisation,
    edit_project,
)
from squaremile.core.operations.people import add_person, deactivate_person, edit_profile, end_membership
from squaremile.core.operations.roles import end_role, grant_role
from squaremile.core.operations.tokens import create_token, revoke_token

__all__ = [
    "accept_invitation", "act_for", "add_organisation", "add_person", "add_project", "close_lapsed", "close_project",
    "create_token", "deactivate_person", "edit_organisation", "edit_profile", "edit_project", "end_membership", "end_role",
    "grant_role", "invite", "mark_notices_read", "remember_external", "revoke_token", "stop_acting", "store_file",
    "withdraw_invitation",
]
