"""Whose something is: the asker's own company, or the one that staff name."""

from uuid import UUID

from squaremile.core.reads.organisations import organisation as organisation_by_code
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.words.stock import WHOSE


def company(code: str) -> UUID:
    """The company by its code, or the asker's only one. A company that is not hers is Missing to whoever is not staff."""
    asking = require()
    if code:
        found = organisation_by_code(code).id
        if found not in asking.organisations and not rules.see_everyone(asking):
            raise Missing("core.not_found")
        return found
    if len(asking.organisations) != 1:
        raise Invalid(WHOSE)
    return next(iter(asking.organisations))


def company_or_none(code: str) -> UUID | None:
    """As `company`; staff that name none act for nobody."""
    if not code and not require().organisations and rules.see_everyone(require()):
        return None
    return company(code)
