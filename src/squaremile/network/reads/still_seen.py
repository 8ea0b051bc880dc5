"""What the asker may see of what was found, asked of the database itself: row security has the last word.

The mask of the index was made when the index was; whatever was hidden since then ends here, before anything is counted,
quoted or named. One statement for each kind of thing, however many there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from squaremile.core.reads import cards
from squaremile.kernel.words import Text
from squaremile.network.models import Lab, Need, Partner, Person, Publication, ResearchProject, Technology
from squaremile.network.reads.index_entries import NO_LONGER_ASKED, Entry


@dataclass(frozen=True, slots=True)
class Who:
    """A person, lab or organisation as results name it."""

    subject: str
    code: str
    name: Text
    role: Text | None
    partner: str
    lab: str = ""
    contact_way: str = ""
    speaks: str = ""
    kind: str = ""
    country: str = ""
    organisation: UUID | None = None

    @property
    def url(self) -> str:
        folder = {"person": "people", "lab": "labs", "partner": "organisations"}[self.subject]
        return f"/network/{folder}/{self.code}/"


@dataclass(frozen=True, slots=True)
class Seen:
    """Everybody and everything of some entries that the asker may see; the rest is as if it were not."""

    people: dict[str, Who]
    labs: dict[str, Who]
    partners: dict[str, Who]
    ids: frozenset[str]

    def home(self, who: Who) -> Text | None:
        """Where somebody belongs."""
        place = self.partners.get(who.partner)
        return place.name if place and place.code != who.code else None


Kept = type[Publication] | type[Technology] | type[ResearchProject]
DOCUMENTS: dict[str, Kept] = {"publication": Publication, "technology": Technology, "project": ResearchProject}


def seen(entries: Iterable[Entry], people: Iterable[str] = (), labs: Iterable[str] = (), partners: Iterable[str] = ()) -> Seen:
    """Ask for some entries, and for people, labs and organisations beside them."""
    entries = list(entries)
    codes: dict[str, set[str]] = {}
    for entry in entries:
        codes.setdefault(entry.kind, set()).add(entry.code)
    there_people = _people({*people, *codes.get("person", ()), *(p for e in entries for p in e.people)})
    there_labs = _labs({*labs, *codes.get("lab", ())})
    there_partners = _partners({
        *partners, *codes.get("company", ()), *(e.partner for e in entries if e.partner),
        *(w.partner for w in (*there_people.values(), *there_labs.values()) if w.partner),
    })  # fmt: skip
    there: dict[str, set[str]] = {
        "person": set(there_people), "lab": set(there_labs), "company": set(there_partners),
        "need": set(_needs(codes.get("need", set()))),
    }  # fmt: skip
    for kind, model in DOCUMENTS.items():
        found = model.objects.filter(code__in=codes.get(kind, ()), hidden=False)
        there[kind] = set(found.values_list("code", flat=True))
    urls = cards.still_there([e.url for e in entries if e.kind == "equipment"])
    ids = {e.id for e in entries if (e.url in urls if e.kind == "equipment" else e.code in there.get(e.kind, ()))}
    # What belongs to an organisation that is hidden is hidden with it; a publication stands for itself.
    ids -= {e.id for e in entries if e.partner and e.kind != "publication" and e.partner not in there_partners}
    return Seen(there_people, there_labs, there_partners, frozenset(ids))


def _people(codes: set[str]) -> dict[str, Who]:
    found = Person.objects.filter(code__in=codes, hidden=False, merged_into=None).select_related("partner", "lab")
    return {
        p.code: Who(
            "person", p.code, _both(p.name_ko, p.name_en), _both(p.role_ko, p.role_en) if p.role_ko or p.role_en else None,
            p.partner.code if p.partner else "", p.lab.code if p.lab else "", p.contact_way, p.speaks, p.kind,
        )
        for p in found
    }


def _labs(codes: set[str]) -> dict[str, Who]:
    found = Lab.objects.filter(code__in=codes, hidden=False).select_related("partner")
    return {
        each.code: Who("lab", each.code, _both(each.name_ko, each.name_en), None, each.partner.code) for each in found
    }


def _partners(codes: set[str]) -> dict[str, Who]:
    return {
        p.code: Who(
            "partner", p.code, _both(p.name_ko, p.name_en), None, p.code, kind=p.kind, country=p.country,
            organisation=p.organisation_id,
        )
        for p in Partner.objects.filter(code__in=codes, hidden=False, merged_into=None)
    }


def _needs(codes: set[str]) -> list[str]:
    found = Need.objects.filter(code__in=codes, listed=True).exclude(state__in=NO_LONGER_ASKED)
    return list(found.values_list("code", flat=True))


def _both(ko: str, en: str) -> Text:
    return Text(ko=ko or en, en=en or ko)
