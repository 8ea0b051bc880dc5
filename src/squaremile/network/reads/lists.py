"""The directory as lists: people, organisations, labs, technologies, projects, publications, by filter and order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, IntegerField, Model, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf

from squaremile.kernel.words import Text, both
from squaremile.network.models import (
    Concept,
    Evidence,
    Lab,
    Partner,
    Person,
    PersonConcept,
    ProjectPerson,
    Publication,
    ResearchProject,
    Technology,
    TechnologyPerson,
)  # fmt: skip
from squaremile.network.reads.partners import Choice
from squaremile.network.words import directory as words
from squaremile.network.words import knowledge

KINDS = ("people", "organisations", "labs", "technologies", "projects", "publications")
MOST_CONCEPTS = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to list. Empty: everything."""

    kind: str = "people"
    sort_of: str = ""
    """The kind within the kind: university, researcher, review, …"""
    country: str = ""
    concept: str = ""
    text: str = ""
    sort: str = "name"


@dataclass(frozen=True, slots=True)
class Line:
    """One row, whatever its kind. `count` is of publications (people, organisations, labs), of authors, or a TRL."""

    code: str
    name: Text
    second: str
    """The other language's name, where there is one."""
    sort_of: Text
    at: Text
    country: str
    count: int
    year: int | None
    concepts: tuple[Text, ...]
    hidden: bool


@dataclass(frozen=True, slots=True)
class _Kind:
    model: type[Model]
    texts: tuple[str, ...]
    sort_of: str
    country: str
    concept: Callable[[str], Q]
    line: Callable[[Any], tuple[Text, Text, str, int | None]]
    related: tuple[str, ...]
    names: tuple[str, str] = ("name_ko", "name_en")
    merges: bool = False


def query(wanted: Wanted) -> QuerySet[Any]:
    """The entries that the asker may see, filtered and in order; to be cut into pages."""
    kind = _KINDS[wanted.kind]
    found: QuerySet[Any] = kind.model._default_manager.select_related(*kind.related)
    if kind.merges:
        found = found.filter(merged_into=None)
    for word in wanted.text.split():
        found = found.filter(_any(kind.texts, word))
    if wanted.sort_of and kind.sort_of:
        found = found.filter(**{kind.sort_of: wanted.sort_of})
    if wanted.country:
        found = found.filter(**{kind.country: wanted.country})
    if wanted.concept:
        found = found.filter(kind.concept(wanted.concept))
    return _counted(wanted.kind, found).order_by(*_order(wanted.sort, kind.names))


def part(wanted: Wanted, after: str, most: int) -> list[Line]:
    """Entries by code, those that follow `after`, at most so many: with the same rights as the list on the page."""
    return lines(wanted.kind, list(query(wanted).order_by("code").filter(code__gt=after)[:most]))


def _any(fields: tuple[str, ...], word: str) -> Q:
    said = Q()
    for name in fields:
        said |= Q(**{f"{name}__icontains": word})
    return said


def _order(sort: str, names: tuple[str, str]) -> tuple[Any, ...]:
    said = Coalesce(NullIf(F(names[0]), Value("")), F(names[1]))
    name, down = sort.lstrip("-"), sort.startswith("-")
    if name in ("count", "year"):
        by = F({"count": "n", "year": "y"}[name])
        return (by.desc(nulls_last=True) if down else by.asc(nulls_last=True), said, "code")
    return (said.desc() if down else said.asc(), "code")


def _counted(kind: str, found: QuerySet[Any]) -> QuerySet[Any]:
    none = Value(None, output_field=IntegerField())
    if kind == "people":
        return found.annotate(n=Count("authorships", distinct=True), y=none)
    if kind == "organisations":
        return found.annotate(n=Count("people", filter=Q(people__hidden=False, people__merged_into=None), distinct=True), y=none)
    if kind == "labs":
        return found.annotate(n=Count("people", filter=Q(people__hidden=False, people__merged_into=None), distinct=True), y=none)
    if kind == "technologies":
        return found.annotate(n=F("trl"), y=F("checked_on__year"))
    if kind == "projects":
        return found.annotate(n=Count("members", distinct=True), y=F("last_year"))
    return found.annotate(n=Count("authors", distinct=True), y=F("year"))


def lines(kind: str, rows: list[Any]) -> list[Line]:
    """Rows as a page shows them; one more statement for the concepts, however many rows."""
    about, made = _KINDS[kind], []
    concepts = _concepts(kind, [row.id for row in rows])
    for row in rows:
        sort_of, at, country, _ = about.line(row)
        ko, en = getattr(row, about.names[0]), getattr(row, about.names[1])
        made.append(Line(
            row.code, both(ko, en), en if ko and en else "", sort_of, at, country, row.n, row.y,
            tuple(concepts.get(row.id, ())[:MOST_CONCEPTS]), row.hidden,
        ))
    return made


def _concepts(kind: str, keys: list[UUID]) -> dict[UUID, list[Text]]:
    found: dict[UUID, list[Text]] = {}
    if kind == "people":
        rows: Any = PersonConcept.objects.filter(person__in=keys).order_by("-weight", "concept__code")
        rows = rows.values_list("person", "concept__name_ko", "concept__name_en")
    elif kind == "publications":
        rows = Evidence.objects.filter(publication__in=keys).order_by("-weight", "concept__code")
        rows = rows.values_list("publication", "concept__name_ko", "concept__name_en")
    else:
        return {}
    for key, ko, en in rows:
        found.setdefault(key, []).append(both(ko, en))
    return found


def countries() -> list[str]:
    """Countries of the organisations that the asker sees."""
    found = Partner.objects.filter(merged_into=None).exclude(country="")
    return list(found.order_by("country").values_list("country", flat=True).distinct())


def concept_choices() -> list[Choice]:
    """Concepts, by name."""
    rows = Concept.objects.order_by("name_ko").values_list("code", "name_ko", "name_en")
    return [Choice(code, both(ko, en)) for code, ko, en in rows]


def _home(partner: Partner | None) -> tuple[Text, str]:
    return (both(partner.name_ko, partner.name_en), partner.country) if partner else (Text(ko="", en=""), "")


def _person(row: Any) -> tuple[Text, Text, str, int | None]:
    return (both(row.role_ko, row.role_en) if row.role_ko or row.role_en else words.PERSON_KINDS[row.kind], *_home(row.partner), None)


def _partner(row: Any) -> tuple[Text, Text, str, int | None]:
    return words.PARTNER_KINDS[row.kind], both(row.city_ko, row.city_en), row.country, None


def _lab(row: Any) -> tuple[Text, Text, str, int | None]:
    return (knowledge.ENTRY_NOUNS["lab"], *_home(row.partner), None)


def _technology(row: Any) -> tuple[Text, Text, str, int | None]:
    return (Text(ko=f"TRL {row.trl}", en=f"TRL {row.trl}"), *_home(row.partner), None)


def _project(row: Any) -> tuple[Text, Text, str, int | None]:
    years = f"{row.first_year}–{row.last_year}"
    return (Text(ko=years, en=years), *_home(row.partner), None)


def _publication(row: Any) -> tuple[Text, Text, str, int | None]:
    return knowledge.PUBLICATION_KINDS[row.kind], Text(ko=row.venue, en=row.venue), "", row.year


def _known_for(person: str, code: str) -> Exists:
    return Exists(PersonConcept.objects.filter(concept__code=code, **{person: OuterRef("pk")}))


_KINDS: dict[str, _Kind] = {
    "people": _Kind(
        Person, ("name_ko", "name_en", "also", "code", "orcid", "role_ko", "role_en"), "kind", "partner__country",
        lambda code: Q(_known_for("person", code)), _person, ("partner",), merges=True,
    ),
    "organisations": _Kind(
        Partner, ("name_ko", "name_en", "also", "code", "ror", "city_ko", "city_en"), "kind", "country",
        lambda code: Q(_known_for("person__partner", code)), _partner, (), merges=True,
    ),
    "labs": _Kind(
        Lab, ("name_ko", "name_en", "code", "says_ko", "says_en"), "", "partner__country",
        lambda code: Q(_known_for("person__lab", code)), _lab, ("partner",),
    ),
    "technologies": _Kind(
        Technology, ("name_ko", "name_en", "code", "problem_ko", "problem_en", "advantage_ko", "advantage_en"), "",
        "partner__country",
        lambda code: Q(id__in=TechnologyPerson.objects.filter(person__concepts__concept__code=code).values("technology")),
        _technology, ("partner",),
    ),
    "projects": _Kind(
        ResearchProject, ("title_ko", "title_en", "code", "says_ko", "says_en"), "", "partner__country",
        lambda code: Q(id__in=ProjectPerson.objects.filter(person__concepts__concept__code=code).values("project")),
        _project, ("partner",), names=("title_ko", "title_en"),
    ),
    "publications": _Kind(
        Publication, ("title_ko", "title_en", "code", "doi", "keywords", "venue", "abstract_ko", "abstract_en"), "kind",
        "authors__person__partner__country", lambda code: Q(evidence__concept__code=code), _publication, (),
        names=("title_ko", "title_en"),
    ),
}  # fmt: skip
