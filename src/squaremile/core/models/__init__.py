"""Tables of people, access and the shared machinery, one noun a file."""

from squaremile.core.models.activity import Activity
from squaremile.core.models.card import Card
from squaremile.core.models.door_key import DoorKey
from squaremile.core.models.external import ExternalReference
from squaremile.core.models.file import StoredFile
from squaremile.core.models.idempotency import IdempotentRequest
from squaremile.core.models.invitation import Invitation
from squaremile.core.models.notice import Mail, Notice
from squaremile.core.models.organisation import Organisation, Project
from squaremile.core.models.outbox import Delivery, OutboxFact
from squaremile.core.models.role_grant import RoleGrant
from squaremile.core.models.token import Token
from squaremile.core.models.user import User

__all__ = [
    "Activity", "Card", "Delivery", "DoorKey", "ExternalReference", "IdempotentRequest", "Invitation", "Mail", "Notice",
    "Organisation", "OutboxFact", "Project", "RoleGrant", "StoredFile", "Token", "User",
]
