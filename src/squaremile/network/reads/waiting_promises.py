"""One promise, and those that wait for somebody."""

from dataclasses import dataclass

from squaremile.core.reads.codes import organisation_codes
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Partner, Person, Promise
from squaremile.network.reads.relationship import PromiseRow, row
from squaremile.network.words import liaison as words


@dataclass(frozen=True, slots=True)
class OnePromise:
    """A promise with what was said when it was settled. `member_code` is empty for whom the relationship is not."""

    row: PromiseRow
    grounds: str
    may_settle: bool


def one(code: str) -> OnePromise:
    """A promise. Raises `network.promise_unknown`."""
    found = Promise.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.PROMISE_UNKNOWN)
    asking = require()
    hers = found.owner_person_id and Person.objects.filter(id=found.owner_person_id, user=asking.actor).exists()
    theirs = found.owner_kind == "member" and found.organisation_id in asking.organisations
    member = rows([found])[0]
    settles = found.state == "open" and bool(rules.liaise(asking) or hers or theirs)
    return OnePromise(member, found.evidence or found.reason, settles)


def rows(found: list[Promise]) -> list[PromiseRow]:
    """With the codes of the members, where the reader sees them. Two statements."""
    asking = require()
    companies = organisation_codes(p.organisation_id for p in found if p.organisation_id)
    partners = dict(Partner.objects.filter(id__in=[p.partner_id for p in found if p.partner_id]).values_list("id", "code"))
    seen = rules.oversee(asking)
    return [
        row(each, (companies.get(each.organisation_id, "") if each.organisation_id in asking.organisations or seen else "")  # type: ignore[arg-type]
            if each.organisation_id else partners.get(each.partner_id, "") if seen else "")  # type: ignore[arg-type]
        for each in found
    ]  # fmt: skip


def mine() -> list[PromiseRow]:
    """Open promises of the reader herself, by date."""
    asking = require()
    her = Person.objects.filter(user=asking.actor).values_list("id", flat=True)
    own = Promise.objects.filter(state="open", owner_user=asking.actor)
    return rows(list((own | Promise.objects.filter(state="open", owner_person_id__in=list(her))).order_by("due", "code")))
