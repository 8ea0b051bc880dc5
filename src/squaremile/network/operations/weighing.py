"""What publications speak of, and what their authors are known for: counted again when either changes."""

from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from django.db.models import Count

from squaremile.network.models import Authorship, Concept, Evidence, PersonConcept, Publication
from squaremile.network.policies import evidence

Spelt = tuple[Concept, tuple[str, ...]]
BATCH = 1000


def spelt() -> list[Spelt]:
    """Every concept with its spellings."""
    return [(each, evidence.forms(each.name_ko, each.name_en, each.also_ko, each.also_en)) for each in Concept.objects.all()]


def publication(row: Publication, concepts: list[Spelt] | None = None) -> None:
    """Renew the evidence in one publication; what is the same stays the row it was."""
    texts = _texts(row)
    weights = {each.id: evidence.weight(forms, texts) for each, forms in (spelt() if concepts is None else concepts)}
    weights = {concept: weight for concept, weight in weights.items() if weight}
    before = {each.concept_id: each for each in row.evidence.all()}
    _renew(
        before, weights, lambda each: each.weight, Evidence,
        lambda concept: Evidence(publication=row, concept_id=concept, weight=weights[concept]),
    )  # fmt: skip


def concept(row: Concept) -> None:
    """Renew the evidence of one concept in all publications, and the people it stands for."""
    spellings = evidence.forms(row.name_ko, row.name_en, row.also_ko, row.also_en)
    weights: dict[UUID, Decimal] = {}
    for each in Publication.objects.all().iterator(BATCH):
        if weight := evidence.weight(spellings, _texts(each)):
            weights[each.id] = weight
    before = {each.publication_id: each for each in row.evidence.all()}
    _renew(
        before, weights, lambda each: each.weight, Evidence,
        lambda key: Evidence(publication_id=key, concept=row, weight=weights[key]),
    )  # fmt: skip
    touched = set(weights) | set(before)
    people(Authorship.objects.filter(publication__in=touched, person__isnull=False).values_list("person", flat=True))


def people(keys: Iterable[UUID | None]) -> None:
    """Renew what people are known for, from the publications that are theirs and not hidden."""
    wanted = {key for key in keys if key}
    if not wanted:
        return
    said: dict[UUID, dict[UUID, list[tuple[Decimal, int, int]]]] = {key: {} for key in wanted}
    rows = Evidence.objects.filter(publication__authors__person__in=wanted, publication__hidden=False)
    sizes = dict(
        Authorship.objects.filter(publication__authors__person__in=wanted).values_list("publication")
        .annotate(n=Count("id", distinct=True))
    )  # fmt: skip
    fields = ("publication__authors__person", "concept", "weight", "publication__authors__position", "publication")
    for person, about, weight, position, where in rows.values_list(*fields):
        said[person].setdefault(about, []).append((weight, position, sizes[where]))
    before: dict[UUID, dict[UUID, PersonConcept]] = {key: {} for key in wanted}
    for each in PersonConcept.objects.filter(person__in=wanted):
        before[each.person_id][each.concept_id] = each
    for person in wanted:
        _renew_person(person, before[person], said[person])


def _renew_person(
    person: UUID, before: dict[UUID, PersonConcept], said: dict[UUID, list[tuple[Decimal, int, int]]]
) -> None:
    weights = {about: (evidence.standing(each), len(each)) for about, each in said.items()}
    _renew(
        before, weights, lambda each: (each.weight, each.publications), PersonConcept,
        lambda about: PersonConcept(
            person_id=person, concept_id=about, weight=weights[about][0], publications=weights[about][1]
        ),
    )  # fmt: skip


def _renew(before, now, said, model, make):  # type: ignore[no-untyped-def]
    """Only the rows that differ are written: those that are gone deleted, those that are new made, the others changed."""
    gone = [each.id for key, each in before.items() if key not in now]
    if gone:
        model.objects.filter(id__in=gone).delete()
    model.objects.bulk_create([make(key) for key in now if key not in before], batch_size=BATCH)
    for key, each in before.items():
        if key in now and said(each) != now[key]:
            fresh = make(key)
            fresh.id = each.id
            fresh.save(force_update=True)


def _texts(row: Publication) -> list[evidence.Text]:
    return [
        evidence.Text(row.title_ko, row.abstract_ko, row.keywords),
        evidence.Text(row.title_en, row.abstract_en, row.keywords),
    ]
