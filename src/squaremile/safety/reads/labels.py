"""GHS labels and safety data sheets of substances, as a page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from squaremile.core.reads import files
from squaremile.core.reads import people as core_people
from squaremile.kernel.words import Text, both
from squaremile.safety.models import SafetySheet, Substance, SubstanceClass, SubstanceLabel
from squaremile.safety.policies import ghs
from squaremile.safety.policies.ghs import Label, Said
from squaremile.safety.words import ghs as words


@dataclass(frozen=True, slots=True)
class Pictogram:
    code: str
    says: Text


@dataclass(frozen=True, slots=True)
class LabelSeen:
    """A label, as it was read, or, where nobody has entered one, as far as the classes settle it: then `read_in` is empty."""

    signal: str
    statements: tuple[Said, ...]
    precautions: tuple[Said, ...]
    pictograms: tuple[Pictogram, ...]
    read_in: str
    read_on: date | None
    entered_by: Text | None

    @property
    def signal_said(self) -> Text | None:
        return words.SIGNALS.get(self.signal)

    @property
    def entered(self) -> bool:
        return bool(self.read_in)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One revision. `own`: a company's, not everybody's."""

    language: Text
    supplier: str
    revised_on: date
    name: str
    url: str
    company: Text | None
    newest: bool


def of_substance(code: str) -> LabelSeen | None:
    """The label that stands; without one, what its GHS classes bring with them; None where there is nothing."""
    found = SubstanceLabel.objects.filter(substance__code=code, current=True).select_related("entered_by").first()
    if found is not None:
        plain = Label(found.signal, tuple(found.statements), tuple(found.precautions), tuple(found.pictograms))
        who = core_people.named({found.entered_by_id}) if found.entered_by_id else {}
        name = who[found.entered_by_id].name if found.entered_by_id in who else None
        return _seen(plain, found.read_in, found.read_on, name)
    classes = SubstanceClass.objects.filter(substance__code=code, scheme="ghs", current=True).values_list("classes", flat=True).first()
    return _seen(ghs.label(classes), "", None, None) if classes else None


def pictograms(substances: Iterable[str]) -> dict[str, tuple[Pictogram, ...]]:
    """Of several substances by their codes, for lists and cards. Two statements."""
    wanted = set(substances)
    entered = dict(SubstanceLabel.objects.filter(substance__code__in=wanted, current=True).values_list("substance__code", "pictograms"))
    classes = SubstanceClass.objects.filter(substance__code__in=wanted - set(entered), scheme="ghs", current=True)
    found = entered | {code: list(ghs.label(its).pictograms) for code, its in classes.values_list("substance__code", "classes")}
    return {code: _pictures(pictures) for code, pictures in found.items()}


def sheets(code: str) -> list[SheetRow]:
    """Every revision that the asker may see, the newest of each language and supplier first. One statement."""
    rows = SafetySheet.objects.filter(substance__code=code).select_related("file", "organisation").order_by("-revised_on", "-entered_at")
    seen: set[tuple[str, str, UUID | None]] = set()
    made = []
    for row in rows:
        kind = (row.language, row.supplier.casefold(), row.organisation_id)
        whose = row.organisation
        made.append(SheetRow(
            words.LANGUAGES[row.language], row.supplier, row.revised_on, row.file.name if row.file else row.url,
            files.url(row.file.id, row.file.name) if row.file else row.url, both(whose.name_ko, whose.name_en) if whose else None,
            kind not in seen,
        ))  # fmt: skip
        seen.add(kind)
    return made


def linked(code: str) -> str:
    """The address of its sheet that was given when it was registered."""
    return Substance.objects.filter(code=code).values_list("sheet_url", flat=True).first() or ""


def _seen(found: Label, read_in: str, read_on: date | None, by: Text | None) -> LabelSeen:
    return LabelSeen(
        found.signal, tuple(map(ghs.hazard_said, found.statements)), tuple(map(ghs.precaution_said, found.precautions)),
        _pictures(found.pictograms), read_in, read_on, by,
    )


def _pictures(codes: Iterable[str]) -> tuple[Pictogram, ...]:
    return tuple(Pictogram(code, words.PICTOGRAMS[code]) for code in sorted(codes) if code in words.PICTOGRAMS)
