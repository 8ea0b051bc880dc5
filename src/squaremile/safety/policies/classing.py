"""Which classes of a pack a substance falls into, why, and how sure that is: entered, named by the pack, or, for liquids,
found by flash and boiling point. What falls into none is unclassified, which is not the same as harmless."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from squaremile.kernel.words import Text
from squaremile.safety.policies.liquids import classify
from squaremile.safety.policies.packs import Pack

ENTERED = Text(ko="입력한 분류", en="class as entered")
NAMED = Text(ko="규칙 묶음이 정한 물질", en="named by the pack")
NOT_LIQUID = Text(ko="미분류: 액체만 인화점으로 분류합니다", en="unclassified: only liquids are classed by their flash point")
NO_FLASH = Text(ko="미분류: 인화점을 알 수 없습니다", en="unclassified: no flash point is known")
FITS_NONE = Text(ko="미분류: 수치가 어느 분류에도 맞지 않습니다", en="unclassified: its figures fit no class")


@dataclass(frozen=True, slots=True)
class Substance:
    """What is known of a substance. Temperatures in Celsius, density in kilograms a litre; None where nobody knows.

    `entered`: pack → codes of its classes that somebody entered, with their source.
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


@dataclass(frozen=True, slots=True)
class Classed:
    """Its classes in one pack (none: unclassified), why, and how sure."""

    classes: tuple[str, ...]
    why: Text
    certainty: str = ""
    density: Decimal | None = None
    """The substance's own, else the one that the pack names for it."""


def classed(rules: Pack, known: Substance) -> Classed:
    """Entered classes are taken before all others; a class that the pack does not know any more counts for nothing."""
    entered = tuple(code for code in known.entered.get(rules.code, ()) if code in rules.classes)
    named = rules.named.get(known.cas) if known.cas else None
    density = known.density if known.density is not None else named.density if named else None
    if entered:
        return Classed(entered, ENTERED, density=density)
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
    why = Text(ko=f"인화점 {flash} °C, 끓는점 {boil} °C", en=f"flash point {flash} °C, boiling point {boil} °C")
    return Classed((found.hazard,), why, found.rule.certainty, density)
