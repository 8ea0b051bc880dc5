"""One's own saved searches and short lists, and the cluster's glossary, as their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q

from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network.models import Lab, Partner, Person, SavedSearch, ShortList, ShortListLine, Term
from squaremile.network.words import finding as words

ADDRESSES = {
    "person": "/network/people/", "partner": "/network/organisations/", "lab": "/network/labs/", "equipment": "/book/",
}  # fmt: skip
MOST = 500


@dataclass(frozen=True, slots=True)
class TermRow:
    """A line of the cluster's own glossary."""

    code: str
    ko: str
    en: str
    broader: str
    retired: bool


@dataclass(frozen=True, slots=True)
class SearchRow:
    """A saved search of the asker's own."""

    code: str
    name: str
    question: str
    kind: str
    alerts: bool
    checked_at: datetime


@dataclass(frozen=True, slots=True)
class ListRow:
    """A short list of the asker's own."""

    code: str
    name: str
    many: int


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of a list; `name` is None for what is no longer there for the asker."""

    subject: str
    code: str
    name: Text | None
    home: Text | None
    url: str
    note: str
    added_at: datetime


def terms(*, asked: str = "", retired: bool = False) -> list[TermRow]:
    """The cluster's own terms, by Korean; `asked` is a part of either word."""
    found = Term.objects.all() if retired else Term.objects.filter(retired_at=None)
    if asked:
        found = found.filter(Q(ko__icontains=asked) | Q(en__icontains=asked))
    return [
        TermRow(t.code, t.ko, t.en, t.broader, t.retired_at is not None) for t in found.order_by("ko", "en")[:MOST]
    ]


def term(code: str) -> TermRow:
    """One term. Raises Missing."""
    found = Term.objects.filter(code=code).first()
    if found is None:
        raise Missing(words.TERM_UNKNOWN)
    return TermRow(found.code, found.ko, found.en, found.broader, found.retired_at is not None)


def searches() -> list[SearchRow]:
    """The asker's own, the newest first."""
    found = SavedSearch.objects.filter(owner_id=require().actor).order_by("-created_at", "code")[:MOST]
    return [SearchRow(s.code, s.name, s.question, s.kind, s.alerts, s.checked_at) for s in found]


def short_lists() -> list[ListRow]:
    """The asker's own, by name."""
    found = ShortList.objects.filter(owner_id=require().actor).annotate(many=Count("lines")).order_by("name", "code")
    return [ListRow(each.code, each.name, each.many) for each in found[:MOST]]


def short_list(code: str) -> ListRow:
    """One of the asker's own. Raises Missing."""
    found = ShortList.objects.filter(code=code, owner_id=require().actor).annotate(many=Count("lines")).first()
    if found is None:
        raise Missing(words.LIST_UNKNOWN)
    return ListRow(found.code, found.name, found.many)


def lines(code: str) -> list[Line]:
    """What is on a list, as it was added; names as the asker may see them now. Four statements."""
    rows = list(ShortListLine.objects.filter(short_list__code=code).order_by("added_at", "id")[:MOST])
    names = _names(rows)
    return [
        Line(
            row.subject, row.subject_code, *names.get((row.subject, row.subject_code), (None, None)),
            f"{ADDRESSES[row.subject]}{row.subject_code}/", row.note, row.added_at,
        )
        for row in rows
    ]


def _names(rows: Iterable[ShortListLine]) -> dict[tuple[str, str], tuple[Text | None, Text | None]]:
    wanted: dict[str, list[str]] = {"person": [], "partner": [], "lab": [], "equipment": []}
    for row in rows:
        wanted[row.subject].append(row.subject_code)
    found: dict[tuple[str, str], tuple[Text | None, Text | None]] = {}
    for subject, kind, home in (("person", Person, "partner"), ("lab", Lab, "partner"), ("partner", Partner, "")):
        there = kind.objects.filter(code__in=wanted[subject], hidden=False)
        for each in there.select_related(home) if home else there:
            place = getattr(each, home) if home else None
            found[subject, each.code] = (_both(each), _both(place) if place else None)
    found |= {("equipment", code): (Text(ko=code, en=code), None) for code in wanted["equipment"]}
    return found


def _both(named: Person | Lab | Partner) -> Text:
    return Text(ko=named.name_ko or named.name_en, en=named.name_en or named.name_ko)
