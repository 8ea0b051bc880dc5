"""The search cards of the directory: how each entry is found, by everyone. Hidden and merged ones are not."""

from typing import Any

from squaremile.core import cards
from squaremile.network.models import Lab, Partner, Person, Publication, ResearchProject, Technology
from squaremile.network.words import directory as words
from squaremile.network.words import knowledge

LONGEST_TITLE, LONGEST_SAYS = 200, 300


def partner(one: Partner) -> None:
    kind = words.PARTNER_KINDS[one.kind]
    _put(
        "partner", one, hidden=one.hidden or one.merged_into_id is not None, ko=one.name_ko, en=one.name_en,
        says_ko=" · ".join(x for x in (kind.ko, one.city_ko) if x), says_en=" · ".join(x for x in (kind.en, one.city_en) if x),
        also=f"{one.also} {one.code} {one.ror or ''}", url=f"/network/organisations/{one.code}/",
    )


def lab(one: Lab) -> None:
    _put(
        "lab", one, hidden=one.hidden or one.partner.hidden, ko=one.name_ko, en=one.name_en, says_ko=_ko(one.partner),
        says_en=_en(one.partner), also=one.code, url=f"/network/labs/{one.code}/",
    )


def person(one: Person) -> None:
    _put(
        "expert", one, hidden=one.hidden or one.merged_into_id is not None, ko=one.name_ko, en=one.name_en,
        says_ko=" · ".join(x for x in (one.role_ko, _ko(one.partner)) if x),
        says_en=" · ".join(x for x in (one.role_en, _en(one.partner)) if x),
        also=f"{one.also} {one.code} {one.orcid or ''}", url=f"/network/people/{one.code}/",
    )


def technology(one: Technology) -> None:
    _put(
        "technology", one, hidden=one.hidden, ko=one.name_ko, en=one.name_en,
        says_ko=f"TRL {one.trl} · {_ko(one.partner)}", says_en=f"TRL {one.trl} · {_en(one.partner)}",
        also=f"{one.code} {one.patents}", url=f"/network/technologies/{one.code}/",
    )


def research_project(one: ResearchProject) -> None:
    years = f"{one.first_year}–{one.last_year}"
    _put(
        "research_project", one, hidden=one.hidden, ko=one.title_ko, en=one.title_en,
        says_ko=f"{years} · {_ko(one.partner)}", says_en=f"{years} · {_en(one.partner)}", also=one.code,
        url=f"/network/projects/{one.code}/",
    )


def publication(one: Publication) -> None:
    kind, rest = knowledge.PUBLICATION_KINDS[one.kind], [one.venue, str(one.year or "")]
    _put(
        "publication", one, hidden=one.hidden, ko=one.title_ko, en=one.title_en,
        says_ko=" · ".join(x for x in (kind.ko, *rest) if x), says_en=" · ".join(x for x in (kind.en, *rest) if x),
        also=f"{one.code} {one.doi} {one.pmid} {one.keywords}", url=f"/network/publications/{one.code}/",
    )


def _put(kind: str, one: Any, *, hidden: bool, ko: str, en: str, says_ko: str, says_en: str, also: str, url: str) -> None:
    if hidden:
        cards.remove(kind=kind, subject=one.id)
        return
    cards.put(
        kind=kind, subject=one.id, title_ko=ko[:LONGEST_TITLE], title_en=en[:LONGEST_TITLE],
        says_ko=says_ko[:LONGEST_SAYS], says_en=says_en[:LONGEST_SAYS], also=also, url=url,
    )


def _ko(home: Partner | None) -> str:
    return (home.name_ko or home.name_en) if home else ""


def _en(home: Partner | None) -> str:
    return (home.name_en or home.name_ko) if home else ""
