"""The search cards of the atlas: what is published is found by everyone; drafts and merged ones are not."""

from collections.abc import Iterable

from squaremile.atlas.models import Claim, Organisation, Region
from squaremile.atlas.words import registry as words
from squaremile.core import cards

LONGEST_TITLE, LONGEST_SAYS = 200, 300


def organisations(many: Iterable[Organisation]) -> None:
    shown, gone = [], []
    for one in many:
        if one.published and one.merged_into_id is None:
            shown.append(_organisation(one))
        else:
            gone.append(one.id)
    cards.put_many("atlas_organisation", shown)
    if gone:
        cards.remove_many("atlas_organisation", gone)


def _organisation(one: Organisation) -> cards.Made:
    kind, place = words.KINDS[one.kind], " ".join(x for x in (one.city, one.country) if x)
    return cards.Made(
        one.id, f"/atlas/organisations/{one.code}/", one.name_ko[:LONGEST_TITLE], one.name_en[:LONGEST_TITLE],
        " · ".join(x for x in (kind.ko, place) if x)[:LONGEST_SAYS], " · ".join(x for x in (kind.en, place) if x)[:LONGEST_SAYS],
        f"{one.also} {one.code} {one.ror or ''} {one.lei or ''}",
    )


def region(one: Region) -> None:
    if not one.published:
        cards.remove(kind="atlas_region", subject=one.id)
        return
    cards.put(
        kind="atlas_region", subject=one.id, url=f"/atlas/regions/{one.scheme.code}/{one.code}/",
        title_ko=one.name_ko[:LONGEST_TITLE], title_en=one.name_en[:LONGEST_TITLE],
        says_ko=f"지역 · {one.scheme.name_ko or one.scheme.name_en}"[:LONGEST_SAYS],
        says_en=f"Region · {one.scheme.name_en or one.scheme.name_ko}"[:LONGEST_SAYS], also=one.code,
    )


def claim(one: Claim) -> None:
    if not one.published:
        cards.remove(kind="atlas_claim", subject=one.id)
        return
    cards.put(
        kind="atlas_claim", subject=one.id, url=f"/atlas/claims/{one.code}/", title_ko=one.text_ko[:LONGEST_TITLE],
        title_en=one.text_en[:LONGEST_TITLE], says_ko="주장과 근거", says_en="A claim and its evidence", also=one.code,
    )
