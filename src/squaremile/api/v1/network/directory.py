"""The directory over the API."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import Field

from squaremile.api.answers import Answer, Coded, Named
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.network import operations as network


class PartnerKept(Named):
    """An organisation of the directory."""

    kind: str


class LabKept(Named):
    """A lab of the directory."""


class ExpertKept(Named):
    """A person of the directory."""

    kind: str


class TechnologyKept(Named):
    """A technology on offer."""

    trl: int = Field(examples=[4])


class ConceptKept(Named):
    """A term in both languages."""


class Titled(Coded):
    """A thing with titles in two languages."""

    title_ko: str
    title_en: str


class AuthorKept(Answer):
    """A name on a publication."""

    position: int
    name: str


class DirectoryEntryKept(Coded):
    """An entry of the directory."""

    hidden: bool


class DirectoryPairKept(Coded):
    """Two entries that may be one."""

    state: str = Field(examples=["merged"])


class DirectoryPairsFound(Answer):
    """The pairs that were found."""

    pairs: list[str] = Field(examples=[["DU-7K3M9QXA"]])

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(pairs=[each.code for each in found])


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/network/partners", network.add_partner, PartnerKept, status=201),
    Endpoint(PATCH, "/network/partners/{code}", network.edit_partner, PartnerKept, code="partner"),
    Endpoint(POST, "/network/labs", network.add_lab, LabKept, status=201),
    Endpoint(PATCH, "/network/labs/{code}", network.edit_lab, LabKept, code="lab"),
    Endpoint(POST, "/network/people", network.add_person, ExpertKept, status=201),
    Endpoint(PATCH, "/network/people/{expert}", network.edit_person, ExpertKept),
    Endpoint(POST, "/network/people/{expert}/claim", network.claim_profile, Coded),
    Endpoint(PATCH, "/network/people/{expert}/own", network.correct_profile, ExpertKept),
    Endpoint(POST, "/network/people/{expert}/consent", network.give_consent, DirectoryEntryKept),
    Endpoint(POST, "/network/people/{expert}/withdraw-consent", network.withdraw_consent, DirectoryEntryKept),
    Endpoint(POST, "/network/claims/{claim}/grant", network.grant_claim, DirectoryPairKept),
    Endpoint(POST, "/network/claims/{claim}/decline", network.decline_claim, DirectoryPairKept),
    Endpoint(POST, "/network/technologies", network.add_technology, TechnologyKept, status=201),
    Endpoint(PATCH, "/network/technologies/{technology}", network.edit_technology, TechnologyKept),
    Endpoint(POST, "/network/technologies/{technology}/confirm", network.confirm_technology, TechnologyKept),
    Endpoint(POST, "/network/projects", network.add_research_project, Titled, status=201),
    Endpoint(PATCH, "/network/projects/{research_project}", network.edit_research_project, Titled),
    Endpoint(POST, "/network/publications", network.add_publication, Titled, status=201),
    Endpoint(PATCH, "/network/publications/{publication}", network.edit_publication, Titled),
    Endpoint(POST, "/network/publications/{publication}/author", network.link_author, AuthorKept),
    Endpoint(POST, "/network/concepts", network.add_concept, ConceptKept, status=201),
    Endpoint(PATCH, "/network/concepts/{code}", network.edit_concept, ConceptKept, code="concept"),
    Endpoint(POST, "/network/entries/hide", network.hide_entry, DirectoryEntryKept),
    Endpoint(POST, "/network/entries/show", network.show_entry, DirectoryEntryKept),
    Endpoint(POST, "/network/duplicates", network.find_duplicates, DirectoryPairsFound),
    Endpoint(POST, "/network/duplicates/{pair}/merge", network.merge_duplicate, DirectoryPairKept),
    Endpoint(POST, "/network/duplicates/{pair}/apart", network.keep_apart, DirectoryPairKept),
    Endpoint(POST, "/network/duplicates/{pair}/undo", network.undo_merge, DirectoryPairKept),
)
