"""Finding entries that may be the same."""

from collections import defaultdict
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from squaremile.core.words import BAD_INPUT
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.network import rules
from squaremile.network.models import Authorship, Duplicate, Partner, Person
from squaremile.network.policies import sameness, written_names
from squaremile.network.words import profiles


@operation(
    "network.find_duplicates", ko="중복 후보 찾기", en="Find possible duplicates", may=rules.find_duplicates,
    refuses=(profiles.MATCHER_MISSING, BAD_INPUT), constraints={"duplicate_pair_once": BAD_INPUT},
)
def find_duplicates(*, noun: str = "person") -> list[Duplicate]:
    """Look for people (or, with `noun` partner, organisations) that may be entered twice, and keep the new pairs.

    Pairs already decided are left as they are; open ones are given their new probability.
    """
    if noun not in ("person", "partner"):
        raise Invalid(BAD_INPUT)
    try:
        found = sameness.pairs(noun, _people() if noun == "person" else _partners())
    except sameness.MatcherMissing as missing:
        raise Refused(profiles.MATCHER_MISSING) from missing
    known = {(each.left, each.right): each for each in Duplicate.objects.filter(kind=noun)}
    made = []
    for pair in found:
        left, right = UUID(pair.left), UUID(pair.right)
        said = {"probability": round(pair.probability, 4), "reasons": [list(reason) for reason in pair.reasons]}
        one = known.get((left, right))
        if one is None:
            made.append(Duplicate.objects.create(
                code=short_code("DU"), kind=noun, left=left, right=right, state="open", found_at=clock.now(), **said))
        elif one.state == "open":
            Duplicate.objects.filter(id=one.id).update(**said)
    note(found=len(found), new=len(made))
    return made


def _people() -> list[dict[str, Any]]:
    """Names in both scripts, ORCID, where she belongs, and with whom she wrote."""
    together: defaultdict[UUID, set[str]] = defaultdict(set)
    papers: defaultdict[UUID, list[tuple[UUID | None, str]]] = defaultdict(list)
    for paper, person, name in Authorship.objects.values_list("publication", "person", "name"):
        papers[paper].append((person, written_names.initialled(name)))
    for authors in papers.values():
        for one, _ in authors:
            if one is not None:
                together[one] |= {name for other, name in authors if other != one and name}
    return [
        {
            "key": each.id, "name_ko": each.name_ko.replace(" ", ""), "name_en": written_names.bag(each.name_en),
            "initials": written_names.initialled(each.name_en), "orcid": each.orcid, "home": str(each.partner_id or ""),
            "coauthors": together[each.id],
        }
        for each in Person.objects.filter(merged_into=None)
    ]  # fmt: skip


def _partners() -> list[dict[str, Any]]:
    """Names in both scripts, ROR id, country, city, and the domain of the website."""
    return [
        {
            "key": each.id, "name_ko": each.name_ko.replace(" ", ""), "name_en": written_names.folded(each.name_en),
            "start_ko": each.name_ko.replace(" ", "")[:3], "start_en": written_names.folded(each.name_en)[:5],
            "ror": each.ror, "country": each.country, "city": written_names.folded(each.city_en or each.city_ko),
            "domain": (urlsplit(each.website).hostname or "").removeprefix("www."),
        }
        for each in Partner.objects.filter(merged_into=None)
    ]  # fmt: skip
