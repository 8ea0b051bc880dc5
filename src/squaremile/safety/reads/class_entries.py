"""Classes of substances as somebody entered them: who, from which source and day, and whether safety has agreed."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from squaremile.core.reads import people as core_people
from squaremile.kernel.words import Text, both
from squaremile.safety.models import ClassAgreement, SubstanceClass
from squaremile.safety.policies import packs
from squaremile.safety.words import stock as words


@dataclass(frozen=True, slots=True)
class ClassEntry:
    """One entry that stands. `company` is empty for the shared register. `counts`: sums take it as it is."""

    substance: str
    substance_name: Text
    cas: str
    company: Text | None
    scheme: str
    scheme_said: Text
    classes: tuple[str, ...]
    read_in: str
    read_on: date
    entered_at: datetime
    entered_by: Text | None
    agreed_at: datetime | None
    agreed_by: Text | None

    @property
    def counts(self) -> bool:
        return self.company is None or self.agreed_at is not None


def entries(*, waiting: bool = False) -> list[ClassEntry]:
    """Those that stand and that the asker may see, the newest first; `waiting`: those that safety has not agreed with.

    Two statements.
    """
    found = SubstanceClass.objects.filter(current=True).select_related("substance__organisation", "agreement")
    if waiting:
        found = found.filter(substance__organisation__isnull=False, agreement=None)
    rows = list(found.order_by("-entered_at", "-id"))
    people = {person for each in rows for person in (each.entered_by_id, getattr(_agreement(each), "person_id", None)) if person}
    named = core_people.named(people)
    return [_row(each, named) for each in rows]


def _agreement(each: SubstanceClass) -> ClassAgreement | None:
    return getattr(each, "agreement", None)


def _scheme(code: str) -> Text:
    if code in words.SCHEMES:
        return words.SCHEMES[code]
    return packs.pack(code).title if code in packs.codes() else Text(ko=code, en=code)


def _row(each: SubstanceClass, named: dict[UUID, core_people.Named]) -> ClassEntry:
    substance, agreed = each.substance, _agreement(each)
    whose = substance.organisation
    who = named.get(each.entered_by_id) if each.entered_by_id else None
    safety = named.get(agreed.person_id) if agreed and agreed.person_id else None
    return ClassEntry(
        substance.code, both(substance.name_ko, substance.name_en), substance.cas,
        both(whose.name_ko, whose.name_en) if whose else None, each.scheme,
        _scheme(each.scheme),
        tuple(each.classes), each.read_in, each.read_on, each.entered_at, who.name if who else None,
        agreed.agreed_at if agreed else None, safety.name if safety else None,
    )
