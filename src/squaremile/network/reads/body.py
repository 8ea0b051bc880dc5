"""The pages of organisations and labs."""

from dataclasses import dataclass

from django.db.models import Count, Sum

from squaremile.core.reads import cards
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.network.models import Lab, Partner, Person, PersonConcept, Publication, ResearchProject, Technology
from squaremile.network.reads import entry_pages as rows
from squaremile.network.words import directory as words

COMPANIES = ("company", "startup")
MOST_PEOPLE, MOST_CONCEPTS, MOST_PUBLICATIONS = 200, 12, 20


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument of the cluster's catalogue, as its card tells it."""

    name: Text
    kind: Text
    url: str


@dataclass(frozen=True, slots=True)
class BodyPage:
    """An organisation, or a lab inside one (`within`)."""

    code: str
    name: Text
    name_ko: str
    name_en: str
    kind: Text
    says_ko: str
    says_en: str
    website: str
    within: rows.Named | None
    also: str
    city: Text
    country: str
    ror: str
    tenant: bool
    """It lives in the cluster."""
    people: tuple[rows.Named, ...]
    labs: tuple[rows.Named, ...]
    technologies: tuple[rows.TechnologyRow, ...]
    projects: tuple[rows.Named, ...]
    equipment: tuple[Instrument, ...]
    concepts: tuple[rows.ConceptRow, ...]
    publications: tuple[rows.PublicationRow, ...]
    hidden: bool
    merged_into: str


def partner(code: str) -> BodyPage:
    """One organisation. Raises Missing for one that the asker may not see."""
    found = Partner.objects.select_related("merged_into").filter(code=code).first()
    if found is None:
        raise Missing(words.PARTNER_UNKNOWN)
    labs = Lab.objects.filter(partner=found, hidden=False).order_by("name_ko", "name_en", "code")
    return BodyPage(
        found.code, both(found.name_ko, found.name_en), found.name_ko, found.name_en, words.PARTNER_KINDS[found.kind],
        found.says_ko, found.says_en, found.website, None, found.also, both(found.city_ko, found.city_en), found.country,
        found.ror or "", found.organisation_id is not None, _people(partner=found),
        tuple(rows.Named(each.code, both(each.name_ko, each.name_en)) for each in labs), _technologies(partner=found),
        _projects(partner=found), _equipment(found), _concepts(person__partner=found), _publications(authors__person__partner=found),
        found.hidden, found.merged_into.code if found.merged_into else "",
    )


def lab(code: str) -> BodyPage:
    """One lab. Raises Missing for one that the asker may not see."""
    found = Lab.objects.select_related("partner").filter(code=code).first()
    if found is None:
        raise Missing(words.LAB_UNKNOWN)
    home = found.partner
    return BodyPage(
        found.code, both(found.name_ko, found.name_en), found.name_ko, found.name_en, Text(ko="연구실", en="Lab"),
        found.says_ko, found.says_en, found.website, rows.named(home), "", both(home.city_ko, home.city_en), home.country,
        "", False, _people(lab=found), (), _technologies(lab=found), _projects(lab=found), (), _concepts(person__lab=found),
        _publications(authors__person__lab=found), found.hidden, "",
    )


def _equipment(found: Partner) -> tuple[Instrument, ...]:
    """What the catalogue says is theirs; a body outside the cluster has none there.

    What a company of the cluster has put here is its own business: its people and staff alone are told.
    """
    organisation, asking = found.organisation_id, require()
    if organisation is None:
        return ()
    if found.kind in COMPANIES and not (asking.staff or organisation in asking.organisations):
        return ()
    return tuple(
        Instrument(both(card.title_ko, card.title_en), both(card.says_ko, card.says_en), card.url)
        for card in cards.kept_by(organisation, "equipment")
    )


def _people(**where: object) -> tuple[rows.Named, ...]:
    found = Person.objects.filter(hidden=False, merged_into=None, **where)
    return tuple(rows.person_row(each) for each in found.order_by("-rank", "name_ko", "name_en", "code")[:MOST_PEOPLE])


def _technologies(**where: object) -> tuple[rows.TechnologyRow, ...]:
    return tuple(rows.technology_row(t) for t in Technology.objects.filter(hidden=False, **where).order_by("-trl", "code"))


def _projects(**where: object) -> tuple[rows.Named, ...]:
    found = ResearchProject.objects.filter(hidden=False, **where).order_by("-last_year", "code")
    return tuple(rows.project_row(each) for each in found)


def _concepts(**where: object) -> tuple[rows.ConceptRow, ...]:
    found = PersonConcept.objects.filter(person__hidden=False, person__merged_into=None, **where)
    summed = found.values_list("concept__code", "concept__name_ko", "concept__name_en").annotate(
        n=Count("person", distinct=True), total=Sum("weight")
    )
    return rows.concept_rows(summed.order_by("-total", "concept__code")[:MOST_CONCEPTS])


def _publications(**where: object) -> tuple[rows.PublicationRow, ...]:
    found = Publication.objects.filter(hidden=False, **where).distinct().order_by("-year", "-id")
    return tuple(rows.publication_row(each) for each in found.prefetch_related("authors__person")[:MOST_PUBLICATIONS])
