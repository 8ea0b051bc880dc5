"""The page of a person: what she is known for and by what evidence, with whom she works, how she may be reached."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Sum

from squaremile.core.reads import codes
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.network import rules
from squaremile.network.models import (
    Claim,
    Contact,
    Person,
    PersonCare,
    PersonConcept,
    Publication,
    ResearchProject,
    Technology,
)
from squaremile.network.reads import entry_pages as rows
from squaremile.network.words import directory as words

MOST_PUBLICATIONS, MOST_COAUTHORS, MOST_SIMILAR = 100, 12, 6


@dataclass(frozen=True, slots=True)
class Reached:
    """How she may be reached, as far as the asker may know."""

    way: Text
    email: str
    phone: str
    needs: Text


@dataclass(frozen=True, slots=True)
class Coauthor:
    """With how many publications together."""

    person: rows.Named
    together: int


@dataclass(frozen=True, slots=True)
class ExpertPage:
    code: str
    name: Text
    name_ko: str
    name_en: str
    also: str
    kind: Text
    role: Text
    bio_ko: str
    bio_en: str
    partner: rows.Named | None
    lab: rows.Named | None
    orcid: str
    website: str
    speaks: tuple[str, ...]
    source: str
    contact: Reached
    concepts: tuple[rows.ConceptRow, ...]
    publications: tuple[rows.PublicationRow, ...]
    publications_in_all: int
    technologies: tuple[rows.TechnologyRow, ...]
    projects: tuple[rows.Named, ...]
    coauthors: tuple[Coauthor, ...]
    similar: tuple[rows.Named, ...]
    mine: bool
    claimed: bool
    claim_asked: bool
    proven: bool
    """The address of the asker's account is hers: a claim holds at once."""
    hidden: bool
    consented_at: datetime | None
    merged_into: str


def expert(code: str) -> ExpertPage:
    """One person. Raises Missing for whom the asker may not see. The statements do not grow with what she wrote."""
    found = Person.objects.select_related("partner", "lab", "merged_into").filter(code=code).first()
    if found is None:
        raise Missing(words.PERSON_UNKNOWN)
    papers = Publication.objects.filter(authors__person=found, hidden=False).order_by("-year", "-id")
    shown = list(papers.prefetch_related("authors__person")[:MOST_PUBLICATIONS])
    concepts = PersonConcept.objects.filter(person=found).order_by("-weight", "concept__code").values_list(
        "concept__code", "concept__name_ko", "concept__name_en", "publications", "weight")
    actor = require().actor
    mine = actor is not None and found.user_id == actor
    contact = Contact.objects.filter(person=found).first()
    return ExpertPage(
        found.code, both(found.name_ko, found.name_en), found.name_ko, found.name_en, found.also,
        words.PERSON_KINDS[found.kind], both(found.role_ko, found.role_en), found.bio_ko, found.bio_en,
        rows.named(found.partner), rows.named(found.lab), found.orcid or "", found.website,
        tuple(each.strip() for each in found.speaks.split(",") if each.strip()), found.source,
        _reached(found, contact, mine=mine), rows.concept_rows(concepts), tuple(rows.publication_row(p) for p in shown),
        papers.count(),
        tuple(rows.technology_row(t) for t in Technology.objects.filter(makers__person=found, hidden=False).order_by("code")),
        tuple(rows.project_row(p) for p in
              ResearchProject.objects.filter(members__person=found, hidden=False).order_by("-last_year", "code")),
        _coauthors(found, shown), _similar(found), mine, found.user_id is not None,
        actor is not None and Claim.objects.filter(person=found, user_id=actor, state="asked").exists(), _proven(contact), found.hidden,
        found.consented_at, found.merged_into.code if found.merged_into else "",
    )  # fmt: skip


def _reached(found: Person, contact: Contact | None, *, mine: bool) -> Reached:
    """The database gives a contact to whoever may see it, and to whoever has the same address, who is not told here."""
    told = contact is not None and (mine or found.contact_way == "open" or rules.see_contacts(require()))
    return Reached(
        words.CONTACT_WAYS[found.contact_way], contact.email if told and contact else "",
        contact.phone if told and contact else "",
        _care(found),
    )


def _care(found: Person) -> Text:
    """The database shows it to herself and liaison staff."""
    care = PersonCare.objects.filter(person=found).first()
    return both(care.needs_ko, care.needs_en) if care else both("", "")


def _proven(contact: Contact | None) -> bool:
    actor = require().actor
    if actor is None or contact is None or not contact.email:
        return False
    return codes.emails([actor]).get(actor, "").lower() == contact.email.lower()


def _coauthors(found: Person, papers: list[Publication]) -> tuple[Coauthor, ...]:
    together: Counter[Person] = Counter()
    for paper in papers:
        together.update({a.person for a in paper.authors.all() if a.person and a.person_id != found.id and not a.person.hidden})
    ranked = sorted(together.items(), key=lambda pair: (-pair[1], pair[0].code))
    return tuple(Coauthor(rows.person_row(person), count) for person, count in ranked[:MOST_COAUTHORS])


def _similar(found: Person) -> tuple[rows.Named, ...]:
    """Those who weigh most in the concepts that she is known for."""
    hers = PersonConcept.objects.filter(person=found).order_by("-weight").values("concept")[:8]
    near = PersonConcept.objects.filter(concept__in=list(hers.values_list("concept", flat=True)))
    near_ids = near.exclude(person=found).values("person").annotate(total=Sum("weight")).order_by("-total", "person")
    people = {
        each.id: each
        for each in Person.objects.filter(id__in=[n["person"] for n in near_ids[: 2 * MOST_SIMILAR]], hidden=False, merged_into=None)
    }
    ranked = [people[n["person"]] for n in near_ids[: 2 * MOST_SIMILAR] if n["person"] in people]
    return tuple(rows.person_row(each) for each in ranked[:MOST_SIMILAR])
