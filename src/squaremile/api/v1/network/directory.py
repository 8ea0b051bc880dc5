"""The directory over the API."""

from squaremile.api.answers import Named
from squaremile.api.endpoint import POST, Endpoint
from squaremile.network import operations as network


class PartnerKept(Named):
    """An organisation of the directory."""

    kind: str


class LabKept(Named):
    """A lab of the directory."""


class PersonKept(Named):
    """A person of the directory."""

    kind: str


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/network/partners", network.add_partner, PartnerKept, status=201),
    Endpoint(POST, "/network/labs", network.add_lab, LabKept, status=201),
    Endpoint(POST, "/network/people", network.add_person, PersonKept, status=201),
)
