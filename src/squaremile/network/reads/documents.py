"""Everything that is written in the directory, as the index of matching wants it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from squaremile.kernel.words import Text, both
from squaremile.network.models import Lab, Person, Publication, ResearchProject, Technology

BATCH = 2000


@dataclass(frozen=True, slots=True)
class Document:
    """One text. `people` are codes in their order; `visible_to` is an organisation, None where everyone may read it.

    `title` and `text` are as written: a language that is not there is empty.
    """

    code: str
    kind: str
    title_ko: str
    title_en: str
    text_ko: str
    text_en: str
    year: int | None
    people: tuple[str, ...]
    partner: str
    url: str
    visible_to: UUID | None = None

    @property
    def title(self) -> Text:
        return both(self.title_ko, self.title_en)


def documents(*, kinds: tuple[str, ...] = ("publication", "technology", "project", "profile", "lab")) -> Iterator[Document]:
    """All documents that are not hidden, kind by kind, in the order of their birth; what is merged away is left out.

    Runs in batches: the statements grow with the number of documents, the memory does not.
    """
    for kind in kinds:
        yield from _KINDS[kind]()


def _publications() -> Iterator[Document]:
    found = Publication.objects.filter(hidden=False).order_by("id").prefetch_related("authors__person__partner")
    for row in found.iterator(BATCH):
        who = [a.person for a in sorted(row.authors.all(), key=lambda a: a.position) if a.person and _shown(a.person)]
        home = next((each.partner.code for each in who if each.partner), "")
        keywords = f"\n{row.keywords}" if row.keywords else ""
        yield Document(
            row.code, "publication", row.title_ko, row.title_en,
            row.abstract_ko + (keywords if row.title_ko or row.abstract_ko else ""),
            row.abstract_en + (keywords if row.title_en or row.abstract_en else ""),
            row.year, tuple(each.code for each in who), home, f"/network/publications/{row.code}/",
        )  # fmt: skip


def _technologies() -> Iterator[Document]:
    found = Technology.objects.filter(hidden=False).order_by("id").select_related("partner")
    for row in found.prefetch_related("makers__person").iterator(BATCH):
        makers = sorted(row.makers.all(), key=lambda each: each.position)
        yield Document(
            row.code, "technology", row.name_ko, row.name_en,
            _joined(row.problem_ko, row.advantage_ko, row.economics_ko, row.stage_ko),
            _joined(row.problem_en, row.advantage_en, row.economics_en, row.stage_en), row.checked_on.year,
            tuple(each.person.code for each in makers if _shown(each.person)), row.partner.code,
            f"/network/technologies/{row.code}/",
        )  # fmt: skip


def _projects() -> Iterator[Document]:
    found = ResearchProject.objects.filter(hidden=False).order_by("id").select_related("partner")
    for row in found.prefetch_related("members__person").iterator(BATCH):
        members = sorted(row.members.all(), key=lambda each: each.position)
        yield Document(
            row.code, "project", row.title_ko, row.title_en, row.says_ko, row.says_en, row.last_year,
            tuple(each.person.code for each in members if _shown(each.person)), row.partner.code,
            f"/network/projects/{row.code}/",
        )  # fmt: skip


def _profiles() -> Iterator[Document]:
    """A person whose profile says something of her; her name alone is no document."""
    written = ~Q(bio_ko="") | ~Q(bio_en="")
    found = Person.objects.filter(written, hidden=False, merged_into=None).order_by("id").select_related("partner")
    for row in found.iterator(BATCH):
        yield Document(
            row.code, "profile", row.name_ko, row.name_en, _joined(row.role_ko, row.bio_ko),
            _joined(row.role_en, row.bio_en), None, (row.code,), row.partner.code if row.partner else "",
            f"/network/people/{row.code}/",
        )  # fmt: skip


def _labs() -> Iterator[Document]:
    found = Lab.objects.filter(hidden=False, partner__hidden=False).order_by("id").select_related("partner")
    for row in found.prefetch_related("people").iterator(BATCH):
        people = sorted((each for each in row.people.all() if _shown(each)), key=lambda each: (-each.rank, each.code))
        yield Document(
            row.code, "lab", row.name_ko, row.name_en, row.says_ko, row.says_en, None,
            tuple(each.code for each in people), row.partner.code, f"/network/labs/{row.code}/",
        )  # fmt: skip


def _shown(person: Person) -> bool:
    return not person.hidden and person.merged_into_id is None


def _joined(*parts: str) -> str:
    return "\n".join(part for part in parts if part)


_KINDS: dict[str, Callable[[], Iterator[Document]]] = {
    "publication": _publications, "technology": _technologies, "project": _projects, "profile": _profiles,
    "lab": _labs,
}  # fmt: skip
