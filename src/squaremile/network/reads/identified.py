"""What is in the directory already under a public identifier or the very same name: for imports."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Lower

from squaremile.network.models import Partner, Person, Publication
from squaremile.network.policies import written_names

PUBLICATION_FIELDS = (
    "title_ko", "title_en", "abstract_ko", "abstract_en", "keywords", "venue", "year", "language", "doi", "pmid", "openalex",
)  # fmt: skip
PERSON_FIELDS = ("name_ko", "name_en", "also", "bio_ko", "bio_en", "role_ko", "role_en", "website", "orcid")
PARTNER_FIELDS = (
    "name_ko", "name_en", "also", "country", "city_ko", "city_en", "website", "latitude", "longitude", "ror",
    "business_number",
)  # fmt: skip
BATCH = 2000


@dataclass(frozen=True, slots=True)
class KnownPublication:
    """One that is here. `authors` are (position, name, code of the person or empty)."""

    code: str
    said: dict[str, Any]
    authors: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """A person or an organisation. `kept`: she keeps her profile herself or wants none, so an import writes nothing."""

    code: str
    said: dict[str, Any]
    home: str = ""
    kept: bool = False


def publications(
    *, dois: Collection[str], pmids: Collection[str], openalexes: Collection[str], titles: Collection[str]
) -> list[KnownPublication]:
    """Those with one of the identifiers, or with one of the titles (folded to lower case) and no DOI that differs."""
    found: dict[str, KnownPublication] = {}
    for field, values in (("doi", dois), ("pmid", pmids), ("openalex", openalexes)):
        for some in _some(values):
            _take(found, Publication.objects.filter(**{f"{field}__in": some}))
    lowered = Publication.objects.annotate(low_ko=Lower("title_ko"), low_en=Lower("title_en"))
    for some in _some(titles):
        _take(found, lowered.filter(Q(low_ko__in=some) | Q(low_en__in=some)))
    return list(found.values())


def _take(found: dict[str, KnownPublication], rows: Any) -> None:
    for row in rows.prefetch_related("authors__person"):
        authors = sorted(row.authors.all(), key=lambda each: each.position)
        found[row.code] = KnownPublication(
            row.code, {name: getattr(row, name) for name in PUBLICATION_FIELDS},
            tuple((each.position, each.name, each.person.code if each.person else "") for each in authors),
        )  # fmt: skip


def people() -> tuple[dict[str, KnownEntry], dict[str, list[str]]]:
    """Everybody: by ORCID iD (who was merged stands for whom she was merged into), and codes by written name."""
    by_orcid: dict[str, KnownEntry] = {}
    by_name: dict[str, list[str]] = {}
    rows = Person.objects.select_related("merged_into__partner", "partner").order_by("id")
    for row in rows:
        stands = row.merged_into or row
        if row.orcid:
            by_orcid[row.orcid] = KnownEntry(
                stands.code, {name: getattr(stands, name) for name in PERSON_FIELDS} | {"orcid": row.orcid},
                stands.partner.code if stands.partner else "",
                stands.user_id is not None or stands.hidden or stands.consent_withdrawn_at is not None,
            )  # fmt: skip
        if row.merged_into is None and not row.hidden:
            for name in {written_names.bag(each) for each in (row.name_ko, row.name_en, *row.also.split(";")) if each.strip()}:
                by_name.setdefault(name, []).append(row.code)
    return by_orcid, by_name


def partners() -> tuple[dict[str, KnownEntry], dict[str, list[KnownEntry]]]:
    """Every organisation: by ROR id, and by written name."""
    by_ror: dict[str, KnownEntry] = {}
    by_name: dict[str, list[KnownEntry]] = {}
    for row in Partner.objects.select_related("merged_into").order_by("id"):
        stands = row.merged_into or row
        one = KnownEntry(stands.code, {name: getattr(stands, name) for name in PARTNER_FIELDS})
        if row.ror:
            by_ror[row.ror] = KnownEntry(one.code, one.said | {"ror": row.ror})
        if row.merged_into is None:
            for name in {written_names.folded(each) for each in (row.name_ko, row.name_en) if each}:
                by_name.setdefault(name, []).append(one)
    return by_ror, by_name


def _some(values: Iterable[str]) -> Iterable[list[str]]:
    wanted = sorted({value for value in values if value})
    for start in range(0, len(wanted), BATCH):
        yield wanted[start : start + BATCH]


def key(kind: str, code: str) -> UUID:
    """The key of an organisation (`partners`) or a person (`experts`) that is there."""
    model: Any = Partner if kind == "partners" else Person
    found: UUID = model.objects.values_list("id", flat=True).get(code=code)
    return found
