"""A member of the network's relationships, by the code people type: a company's, or a partner's in the directory."""

from dataclasses import dataclass
from uuid import UUID

from squaremile.core.reads.organisations import OrganisationRow, organisation
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.models import Partner
from squaremile.network.words import liaison as words


@dataclass(frozen=True, slots=True)
class Member:
    """One end of a relationship: `organisation` in the cluster, else `partner` outside."""

    organisation: UUID | None
    partner: UUID | None
    code: str
    name: Text

    @property
    def columns(self) -> dict[str, UUID | None]:
        """As the columns of a row about it."""
        return {"organisation_id": self.organisation, "partner_id": self.partner}

    @property
    def only(self) -> dict[str, UUID]:
        """As a filter of rows about it."""
        return {"organisation_id": self.organisation} if self.organisation else {"partner_id": self.partner}  # type: ignore[dict-item]


def member(code: str) -> Member:
    """The member of that code, if the asker may know of the relationship. Raises `network.member_unknown`.

    A company knows its own; liaison staff and auditors know all. Another's is told like one that never was.
    """
    try:
        return _company(organisation(code))
    except Missing:
        pass
    found = Partner.objects.select_related("organisation").filter(code=code, merged_into=None).first()
    if found is None:
        raise Missing(words.MEMBER_UNKNOWN)
    if found.organisation_id and found.organisation is not None:
        home = found.organisation
        return _company(OrganisationRow(home.id, home.code, text(home.name_ko, home.name_en)))
    asking = require()
    if found.organisation_id or not (rules.oversee(asking) or asking.system):
        raise Missing(words.MEMBER_UNKNOWN)
    return Member(None, found.id, found.code, text(found.name_ko, found.name_en))


def _company(row: OrganisationRow) -> Member:
    asking = require()
    if row.id not in asking.organisations and not (rules.oversee(asking) or asking.system):
        raise Missing(words.MEMBER_UNKNOWN)
    return Member(row.id, None, row.code, row.name)


def text(ko: str, en: str) -> Text:
    """A text in two languages, each side filled from the other where it is blank."""
    return Text(ko=ko or en, en=en or ko)
