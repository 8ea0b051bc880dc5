"""The register of substances: the shared one and the asker's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from squaremile.core.reads.organisations import organisation as organisation_by_code
from squaremile.kernel.korean import search_key
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text, both
from squaremile.safety import rules
from squaremile.safety.models import Substance, SubstanceClass
from squaremile.safety.models.substance import SCHEMES
from squaremile.safety.policies import ghs, mixtures, packs
from squaremile.safety.policies.classing import classed
from squaremile.safety.policies.facts import facts
from squaremile.safety.policies.incompatible import GROUPS
from squaremile.safety.reads import rule_packs
from squaremile.safety.reads.stock import known
from squaremile.safety.words import ghs as ghs_words
from squaremile.safety.words import stock as words

SUGGESTED, SHORTEST = 12, 2
_LISTED = {"kr-chemicals-before-2025": ghs_words.KR_BEFORE, "kr-chemicals-2025": ghs_words.KR_SINCE, "storage-group": GROUPS}


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
    mixture: bool

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
    warns: tuple[Text, ...] = ()
    """What the components of a mixture warn of, where nothing that counts is known of the mixture itself."""

    @property
    def named(self) -> tuple[Text, ...]:
        """Each class in words, in the order entered."""
        return tuple(class_said(self.scheme, code) for code in self.classes)


def substances(*, asked: str = "") -> list[SubstanceRow]:
    """By name; those whose name, code or CAS number holds what was asked for."""
    wanted = search_key(asked)
    return [
        _row(s) for s in Substance.objects.select_related("organisation").order_by("name_ko", "name_en", "code")
        if not wanted or wanted in search_key(f"{s.name_ko} {s.name_en} {s.code} {s.cas}")
    ]


def suggestions(asked: str) -> list[tuple[str, Text]]:
    """What may be meant while it is typed: (code or CAS number, what to show), of the register and, for a whole name, of the
    library."""
    key = search_key(asked)
    if len(key) < SHORTEST:
        return []
    found = [(row.cas or row.code, row.name, row.cas) for row in substances(asked=asked)]
    public = facts(asked) if not any(key == search_key(name) for _v, text, _c in found for name in (text.ko, text.en)) else None
    if public is not None and public.cas not in {cas for _value, _name, cas in found}:
        found.append((public.cas, both("", public.name), public.cas))
    found = found[:SUGGESTED]
    return [(value, Text(ko=f"{name.ko} {cas}".strip(), en=f"{name.en} {cas}".strip())) for value, name, cas in found]


def of_code(code: str) -> tuple[SubstanceRow, list[ClassesSeen]] | None:
    """One with its classes in every scheme: entered, or found by each pack's own rule. None for what one may not see."""
    found = Substance.objects.select_related("organisation").filter(code=code).first()
    if found is None:
        return None
    entered = {c.scheme: c for c in SubstanceClass.objects.filter(substance=found, current=True)}
    plain, every = known(found), rule_packs.in_force(packs.counting())
    warns = {code_of_pack: mixtures.warnings(pack, plain) for code_of_pack, pack in every.items()}
    seen = [
        ClassesSeen(c.scheme, _scheme(c.scheme), tuple(c.classes), None, c.read_in, c.read_on, warns.get(c.scheme, ()))
        for c in sorted(entered.values(), key=lambda c: c.scheme)
    ]
    for code_of_pack, pack in every.items():
        if code_of_pack not in entered:
            said = classed(pack, plain)
            seen.append(ClassesSeen(code_of_pack, _scheme(code_of_pack), said.classes, said.why, "", None, warns[code_of_pack]))
    return _row(found), seen


def blank_schemes(seen: Iterable[ClassesSeen]) -> list[tuple[str, Text]]:
    """Schemes in which nobody has entered anything, and which no pack's rule works out."""
    known = {each.scheme for each in seen}
    return [(code, said) for code, said in words.SCHEMES.items() if code not in known]


def scheme_said(code: str) -> Text | None:
    """A scheme or rule pack in words; None for one that there is not."""
    return _scheme(code) if code in (*SCHEMES, *packs.counting()) else None


def class_said(scheme: str, code: str) -> Text:
    """A class of a scheme in words; one that nobody knows is its code."""
    if scheme == "ghs":
        return ghs.class_said(code)
    if scheme in packs.counting() and code in packs.pack(scheme).classes:
        label = packs.pack(scheme).classes[code].label
        return Text(ko=f"{label.ko} ({code})", en=f"{label.en} ({code})")
    return _LISTED.get(scheme, {}).get(code, Text(ko=code, en=code))


def choices(scheme: str) -> list[tuple[str, Text]]:
    """The classes of a scheme to choose from; none for GHS, whose classes are written as on the label."""
    if scheme in packs.counting():
        return [(code, class_said(scheme, code)) for code in packs.pack(scheme).classes]
    return list(_LISTED.get(scheme, {}).items())


def entered(code: str, scheme: str) -> list[str]:
    """The classes that stand in one scheme."""
    found = SubstanceClass.objects.filter(substance__code=code, scheme=scheme, current=True).values_list("classes", flat=True)
    return list(next(iter(found), []))


def may_enter(row: SubstanceRow) -> bool:
    """Whether the asker may write what is known of it: her own company's, or any for those who answer for safety."""
    asking = require()
    if not rules.keep_stock(asking):
        return False
    own = not row.shared and Substance.objects.filter(code=row.code, organisation_id__in=asking.organisations).exists()
    return own or rules.see_everyone(asking)


def owner_of_sheet(code: str, organisation: str) -> UUID | None:
    """Whose a sheet's file will be: the company that is named, the asker's own, or that of the substance; None: everybody's."""
    asking = require()
    if organisation:
        return organisation_by_code(organisation).id
    if len(asking.organisations) == 1 and not rules.see_everyone(asking):
        return next(iter(asking.organisations))
    return Substance.objects.filter(code=code).values_list("organisation_id", flat=True).first()


def _scheme(code: str) -> Text:
    return words.SCHEMES.get(code) or packs.pack(code).title


def _row(s: Substance) -> SubstanceRow:
    return SubstanceRow(
        s.code, s.cas, s.name_ko, s.name_en, s.phase, s.organisation_id is None,
        s.organisation.code if s.organisation else "", s.density, s.flash_c, s.flash_by, s.boil_c,
        s.boil_by, s.water_soluble, s.sheet_url, s.mixture,
    )
