"""Which classes of a pack a substance falls into, why, and how sure that is: entered, named by the pack, or, for liquids,
found by flash and boiling point. What falls into none is unclassified, which is not the same as harmless.

What a company alone says of its own substance, safety not having agreed, lowers nothing: the stricter of what it says and of
what the pack and the library know counts. Where nobody else knows anything, it is counted as said, and as unclassified too."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from squaremile.kernel.words import Text
from squaremile.safety.policies.facts import Facts, facts
from squaremile.safety.policies.liquids import classify
from squaremile.safety.policies.packs import Pack
from squaremile.safety.policies.quantity import KILOGRAMS_PER_POUND, LITRES_PER_GALLON, VOLUME, WEIGHT, dimension

ENTERED = Text(ko="입력한 분류", en="class as entered")
CLAIMED = Text(
    ko="회사가 입력한 분류, 안전관리자 확인 전: 더 엄격한 쪽으로 셉니다",
    en="class as its company entered it, not agreed by safety: the stricter reading")
LOOKED_AT = Text(ko="확인함: 이 규칙의 어느 분류에도 들지 않음", en="looked at: in no class of this pack")
NAMED = Text(ko="규칙 묶음이 정한 물질", en="named by the pack")
NOT_LIQUID = Text(ko="미분류: 액체만 인화점으로 분류합니다", en="unclassified: only liquids are classed by their flash point")
NO_FLASH = Text(ko="미분류: 인화점을 알 수 없습니다", en="unclassified: no flash point is known")
STRICTER = Text(ko="물에 녹는지 알 수 없어 더 엄격한 비수용성으로 봅니다", en="taken as not soluble in water, which is the stricter")
FITS_NONE = Text(ko="미분류: 수치가 어느 분류에도 맞지 않습니다", en="unclassified: its figures fit no class")


@dataclass(frozen=True, slots=True)
class Substance:
    """What is known of a substance. Temperatures in Celsius, density in kilograms a litre; None where nobody knows.

    `entered`: pack → codes of its classes that count, with their source; `claimed`: those that its own company entered and
    safety has not agreed with. `own`: it is of a company's own register, so that its figures are that company's word.
    """

    name: str
    phase: str
    cas: str = ""
    flash_c: Decimal | None = None
    boil_c: Decimal | None = None
    autoignition_c: Decimal | None = None
    soluble: bool | None = None
    density: Decimal | None = None
    entered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    claimed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    own: bool = False
    parts: tuple["Part", ...] = ()
    """What a mixture is made of. It warns, and classes nothing: a mixture goes by its own figures and entered classes."""


@dataclass(frozen=True, slots=True)
class Part:
    """A component of a mixture, with its lowest and highest share in per cent by weight."""

    name: Text
    substance: Substance
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Classed:
    """Its classes in one pack (none: unclassified), why, and how sure."""

    classes: tuple[str, ...]
    why: Text
    certainty: str = ""
    density: Decimal | None = None
    """The substance's own, else the one that the pack names for it."""
    unsure: bool = False
    """Nobody but its own company says so: it is counted as said, and is unclassified all the same."""
    none: bool = False
    """It was looked at, and is in no class of the pack: that is known, and not the same as unclassified."""


def classed(rules: Pack, known: Substance) -> Classed:
    """Entered classes are taken before all others; a class that the pack does not know any more counts for nothing."""
    found = _classed(rules, known)
    if not known.own or known.density is None or not found.classes:
        return found
    density, unsure = _weighed(rules, known, found)
    return replace(found, density=density, unsure=found.unsure or unsure)


def _weighed(rules: Pack, known: Substance, found: Classed) -> tuple[Decimal | None, bool]:
    """The density that counts of what its own company alone has weighed, and whether it takes safety to agree.

    The stricter of its own and the one that the pack names; where the pack names none and safety has not agreed, the stricter
    of its own and of the code's rule, which counts where no density is told. Where there is neither: what is limited by weight
    is counted as said and asks for approval; what is limited by volume is counted by volume alone.
    """
    own = known.density or Decimal(0)
    units = {dimension(unit) for unit in _units(rules, found.classes, known.phase)}
    named = rules.named.get(known.cas) if known.cas else None
    public = named.density if named else None
    agreed = found.why is ENTERED
    if public is not None:
        both = WEIGHT in units and VOLUME in units
        return public if both else (max if WEIGHT in units else min)(own, public), False
    if agreed:
        return own, False
    if rules.pounds_per_gallon is not None:
        rule = rules.pounds_per_gallon * KILOGRAMS_PER_POUND / LITRES_PER_GALLON
        heavier, lighter = WEIGHT in units and own < rule, VOLUME in units and own > rule
        return None if heavier or lighter or {WEIGHT, VOLUME} <= units else own, False
    return (own, True) if WEIGHT in units else (None, False)


def _units(rules: Pack, classes: Iterable[str], phase: str) -> Iterator[str]:
    """In what each class is measured for a phase: by the figures of that state, else by its first."""
    for code in classes:
        hazard = rules.classes[code]
        by_state = {row.state: row.unit for row in reversed(hazard.rows)}
        yield hazard.unit if rules.kind == "designated_quantity" else by_state.get(phase, hazard.rows[0].unit)


def _classed(rules: Pack, known: Substance) -> Classed:
    entered = tuple(code for code in known.entered.get(rules.code, ()) if code in rules.classes)
    named = rules.named.get(known.cas) if known.cas else None
    density = known.density if known.density is not None else named.density if named else None
    if entered:
        return Classed(entered, ENTERED, density=density)
    if rules.code in known.entered and not known.entered[rules.code]:
        return Classed((), LOOKED_AT, density=density, none=True)
    claimed = tuple(code for code in known.claimed.get(rules.code, ()) if code in rules.classes)
    if known.own or claimed:
        return _stricter_reading(rules, known, claimed, density)
    return _found(rules, known, density)


def _found(rules: Pack, known: Substance, density: Decimal | None) -> Classed:
    """Without anybody's entry: named by the pack, else by its figures."""
    named = rules.named.get(known.cas) if known.cas else None
    if named is not None:
        return Classed((named.hazard,), NAMED, named.certainty, density)
    if known.phase != "liquid":
        return Classed((), NOT_LIQUID, density=density)
    if known.flash_c is None and known.autoignition_c is None:
        return Classed((), NO_FLASH, density=density)
    found = classify(
        rules, flash_c=known.flash_c, boil_c=known.boil_c, autoignition_c=known.autoignition_c, soluble=known.soluble
    )
    if found is None:
        return Classed((), FITS_NONE if known.flash_c is not None else NO_FLASH, density=density)
    flash = f"{known.flash_c:f}" if known.flash_c is not None else "—"
    boil = f"{known.boil_c:f}" if known.boil_c is not None else "—"
    more_ko, more_en = (f"; {STRICTER.ko}", f"; {STRICTER.en}") if found.solubility_unknown else ("", "")
    why = Text(ko=f"인화점 {flash} °C, 끓는점 {boil} °C{more_ko}", en=f"flash point {flash} °C, boiling point {boil} °C{more_en}")
    return Classed((found.hazard,), why, found.rule.certainty, density)


def _stricter_reading(rules: Pack, known: Substance, claimed: tuple[str, ...], density: Decimal | None) -> Classed:
    own = _found(rules, known, density)
    public = _library(known.cas) if known.cas else None
    if public is not None:
        told = replace(
            known, flash_c=public.flash_c, boil_c=public.boil_c, autoignition_c=public.autoignition_c, soluble=None
        )
        theirs = _found(rules, told, density)
    else:
        theirs = own if known.cas in rules.named else Classed((), own.why, density=density)
    classes = strictest(rules, (*theirs.classes, *own.classes, *claimed))
    if not theirs.classes:
        return Classed(classes, CLAIMED if claimed else own.why, own.certainty, density, unsure=bool(classes))
    same = set(classes) == set(theirs.classes)
    return Classed(classes, theirs.why if same else CLAIMED, theirs.certainty, density)


def strictest(rules: Pack, found: Iterable[str]) -> tuple[str, ...]:
    """Every class, but of those that add up to one figure the one of which least is allowed: nothing is counted twice."""
    every = list(dict.fromkeys(found))
    for group in (each.together for each in rules.classes.values() if each.together):
        rivals = [code for code in every if code in group]
        if len(rivals) > 1:
            least = min(rivals, key=lambda code: _allowed(rules, code))
            every = [code for code in every if code not in rivals or code == least]
    return tuple(every)


def _allowed(rules: Pack, code: str) -> Decimal:
    """The least storage figure of a class; a class without one allows nothing."""
    figures = [row.figures.get("storage") for row in rules.classes[code].rows]
    return min((figure if figure is not None else Decimal(0) for figure in figures), default=Decimal(0))


@lru_cache(maxsize=4096)
def _library(cas: str) -> Facts | None:
    return facts(cas)
