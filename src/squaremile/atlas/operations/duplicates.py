"""Finding organisations that may be entered twice: the network's matcher, over the registry."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from squaremile.atlas import rules
from squaremile.atlas.models import Duplicate, Organisation
from squaremile.atlas.words import claims as words
from squaremile.core.words import BAD_INPUT
from squaremile.kernel import clock
from squaremile.kernel.errors import Refused
from squaremile.kernel.ids import MANY, short_code
from squaremile.kernel.operation import note, operation
from squaremile.network.policies import sameness, written_names

BATCH = 2000
START = 12
"""Letters of a name that two entries of one country share before they are compared at all: few enough pairs for a whole
register."""


@operation(
    "atlas.find_duplicates", ko="기관의 중복 후보 찾기", en="Find organisations entered twice", may=rules.find_duplicates,
    refuses=(words.MATCHER_MISSING,), constraints={"atlas_duplicate_pair_once": BAD_INPUT},
)
def find_duplicates(*, country: str = "") -> list[Duplicate]:
    """Look for organisations that may be one, by names in both scripts, numbers, website, country and city.

    New pairs are kept; open ones are given their new probability; decided ones stay. `country` looks in one alone.
    """
    try:
        found = sameness.pairs("partner", _entries(country.upper()))
    except sameness.MatcherMissing as missing:
        raise Refused(words.MATCHER_MISSING) from missing
    known = {(one.left_id, one.right_id): one for one in Duplicate.objects.all()}
    made = []
    for pair in found:
        left, right = UUID(pair.left), UUID(pair.right)
        said = {"probability": round(pair.probability, 4), "reasons": [list(reason) for reason in pair.reasons]}
        one = known.get((left, right))
        if one is None:
            made.append(Duplicate(
                code=short_code("AD", MANY), left_id=left, right_id=right, state="open", found_at=clock.now(), **said))  # fmt: skip
        elif one.state == "open":
            Duplicate.objects.filter(id=one.id).update(**said)
    Duplicate.objects.bulk_create(made, BATCH)
    note(found=len(found), new=len(made))
    return made


def _entries(country: str) -> Iterator[dict[str, Any]]:
    rows = Organisation.objects.filter(merged_into=None)
    if country:
        rows = rows.filter(country=country)
    for one in rows.iterator(BATCH):
        english = written_names.folded(_bare(one.name_en))
        korean = one.name_ko.replace(" ", "")
        yield {
            "key": one.id, "name_ko": korean, "name_en": english, "ror": one.ror, "country": one.country,
            "city": written_names.folded(one.city), "domain": (urlsplit(one.website).hostname or "").removeprefix("www."),
            "start_ko": f"{korean[:6]}|{one.country}" if korean else "",
            "start_en": f"{english[:START]}|{one.country}" if english else "",
        }  # fmt: skip


def _bare(name: str) -> str:
    """Without the country that registers put behind a name in brackets, and without the form of the company."""
    bare = name.partition("(")[0].strip().rstrip(",")
    head, _, tail = bare.rpartition(" ")
    forms = {"inc", "ltd", "llc", "corp", "co", "gmbh", "ag", "sa", "limited", "corporation", "company", "plc"}
    return head.rstrip(", ") if head and tail.strip(".,").casefold() in forms else bare
