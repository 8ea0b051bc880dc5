"""The pages of publications, technologies and research projects."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.words import Text, both
from squaremile.network.models import Publication, ResearchProject, Technology
from squaremile.network.policies import freshness
from squaremile.network.reads import entry_pages as rows
from squaremile.network.words import knowledge


@dataclass(frozen=True, slots=True)
class PublicationPage:
    row: rows.PublicationRow
    title_ko: str
    title_en: str
    abstract_ko: str
    abstract_en: str
    keywords: tuple[str, ...]
    language: str
    pmid: str
    openalex: str
    source: str
    concepts: tuple[rows.ConceptRow, ...]
    hidden: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the four that are always there, in both languages."""

    label: Text
    ko: str
    en: str


@dataclass(frozen=True, slots=True)
class TechnologyPage:
    code: str
    name: Text
    name_ko: str
    name_en: str
    partner: rows.Named
    lab: rows.Named | None
    trl: int
    facts: tuple[Fact, ...]
    patents: str
    makers: tuple[rows.Named, ...]
    transferred_on: date | None
    checked_on: date
    stale: bool
    hidden: bool


@dataclass(frozen=True, slots=True)
class ProjectPage:
    code: str
    title: Text
    title_ko: str
    title_en: str
    says_ko: str
    says_en: str
    funder: Text
    years: tuple[int, int]
    partner: rows.Named
    lab: rows.Named | None
    people: tuple[rows.Named, ...]
    hidden: bool


def publication(code: str) -> PublicationPage:
    """One publication. Raises Missing."""
    found = Publication.objects.prefetch_related("authors__person").filter(code=code).first()
    if found is None:
        raise Missing(knowledge.PUBLICATION_UNKNOWN)
    evidence = found.evidence.order_by("-weight", "concept__code").values_list("concept__code", "concept__name_ko", "concept__name_en", "weight")
    return PublicationPage(
        rows.publication_row(found), found.title_ko, found.title_en, found.abstract_ko, found.abstract_en,
        tuple(k.strip() for k in found.keywords.split(";") if k.strip()), found.language, found.pmid, found.openalex,
        found.source, rows.concept_rows((code, ko, en, 1, weight) for code, ko, en, weight in evidence), found.hidden,
    )


def technology(code: str) -> TechnologyPage:
    """One technology. Raises Missing."""
    found = Technology.objects.select_related("partner", "lab").prefetch_related("makers__person").filter(code=code).first()
    if found is None:
        raise Missing(knowledge.TECHNOLOGY_UNKNOWN)
    facts = tuple(Fact(label, getattr(found, f"{n}_ko"), getattr(found, f"{n}_en")) for n, label in knowledge.FACTS.items())
    makers = sorted((m for m in found.makers.all() if not m.person.hidden), key=lambda each: each.position)
    home = rows.Named(found.partner.code, both(found.partner.name_ko, found.partner.name_en))
    return TechnologyPage(
        found.code, both(found.name_ko, found.name_en), found.name_ko, found.name_en, home, rows.named(found.lab), found.trl,
        facts, found.patents, tuple(rows.person_row(m.person) for m in makers), found.transferred_on, found.checked_on,
        freshness.stale(found.checked_on, clock.now().date(), settings.TECHNOLOGY_STALE_DAYS), found.hidden,
    )


def research_project(code: str) -> ProjectPage:
    """One research project. Raises Missing."""
    found = ResearchProject.objects.select_related("partner", "lab").prefetch_related("members__person").filter(code=code).first()
    if found is None:
        raise Missing(knowledge.PROJECT_UNKNOWN)
    people = sorted((m for m in found.members.all() if not m.person.hidden), key=lambda each: each.position)
    home = rows.Named(found.partner.code, both(found.partner.name_ko, found.partner.name_en))
    return ProjectPage(
        found.code, both(found.title_ko, found.title_en), found.title_ko, found.title_en, found.says_ko, found.says_en,
        both(found.funder_ko, found.funder_en), (found.first_year, found.last_year), home, rows.named(found.lab),
        tuple(rows.person_row(m.person) for m in people), found.hidden,
    )
