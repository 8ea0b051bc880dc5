"""The register of substances: the shared one and the asker's own."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from squaremile.kernel.korean import search_key
from squaremile.kernel.words import Text, both
from squaremile.safety.models import Substance, SubstanceClass
from squaremile.safety.policies import packs
from squaremile.safety.policies.classing import classed
from squaremile.safety.reads import rule_packs
from squaremile.safety.reads.stock import known
from squaremile.safety.words import stock as words


@dataclass(frozen=True, slots=True)
class SubstanceRow:
    """One substance; figures with the method they come from, None where nobody knows."""

    code: str
    cas: str
    name_ko: str
    name_en: str
    phase: str
    shared: bool
    organisation: str
    """Code of the company whose own it is; empty in the shared register."""
    density: Decimal | None
    flash_c: Decimal | None
    flash_by: str
    boil_c: Decimal | None
    boil_by: str
    water_soluble: bool | None
    sheet_url: str

    @property
    def name(self) -> Text:
        return both(self.name_ko, self.name_en)

    @property
    def phase_said(self) -> Text:
        return words.PHASES[self.phase]


@dataclass(frozen=True, slots=True)
class ClassesSeen:
    """Classes in one scheme. `read_in` is empty where the scheme's own rule found them."""

    scheme: str
    said: Text
    classes: tuple[str, ...]
    why: Text | None
    read_in: str
    read_on: date | None


def substances(*, asked: str = "") -> list[SubstanceRow]:
    """By name; those whose name, code or CAS number holds what was asked for."""
    wanted = search_key(asked)
    return [
        _row(s) for s in Substance.objects.select_related("organisation").order_by("name_ko", "name_en", "code")
        if not wanted or wanted in search_key(f"{s.name_ko} {s.name_en} {s.code} {s.cas}")
    ]


def of_code(code: str) -> tuple[SubstanceRow, list[ClassesSeen]] | None:
    """One with its classes in every scheme: entered, or found by each pack's own rule. None for what one may not see."""
    found = Substance.objects.select_related("organisation").filter(code=code).first()
    if found is None:
        return None
    entered = {c.scheme: c for c in SubstanceClass.objects.filter(substance=found, current=True)}
    seen = [
        ClassesSeen(c.scheme, _scheme(c.scheme), tuple(c.classes), None, c.read_in, c.read_on)
        for c in sorted(entered.values(), key=lambda c: c.scheme)
    ]
    plain = known(found)
    for code_of_pack, rules in rule_packs.in_force(packs.counting()).items():
        if code_of_pack not in entered:
            said = classed(rules, plain)
            seen.append(ClassesSeen(code_of_pack, _scheme(code_of_pack), said.classes, said.why, "", None))
    return _row(found), seen


def _scheme(code: str) -> Text:
    return words.SCHEMES.get(code) or packs.pack(code).title


def _row(s: Substance) -> SubstanceRow:
    return SubstanceRow(
        s.code, s.cas, s.name_ko, s.name_en, s.phase, s.organisation_id is None,
        s.organisation.code if s.organisation else "", s.density, s.flash_c, s.flash_by, s.boil_c,
        s.boil_by, s.water_soluble, s.sheet_url,
    )
