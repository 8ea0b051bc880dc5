"""Which class of a code a liquid falls into, by its flash and boiling point. GHS is not the fire class: GHS category 3
spans two of the code's classes, so the figures decide, never the pictogram."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from squaremile.safety.policies.packs import LiquidRule, Pack

ABSOLUTE_ZERO_C = Decimal("-273.15")


@dataclass(frozen=True, slots=True)
class Found:
    """The class of a liquid. `solubility_unknown`: the stricter one was taken, as nobody said whether it mixes with water."""

    hazard: str
    rule: LiquidRule
    solubility_unknown: bool


def classify(
    rules: Pack, *, flash_c: Decimal | None, boil_c: Decimal | None = None, autoignition_c: Decimal | None = None,
    soluble: bool | None = None,
) -> Found | None:
    """The class of a liquid, or None where its figures fit none or are not known: then it is unclassified, not safe.

    Temperatures are in Celsius, the flash point by closed cup. The first rule that fits decides; a rule that needs a
    figure nobody knows does not fit, but where the boiling point is missing the stricter class is taken: see `_fits`.

    Raises:
        ValueError: a temperature below absolute zero.
    """
    for value in (flash_c, boil_c, autoignition_c):
        if value is not None and value < ABSOLUTE_ZERO_C:
            raise ValueError(f"{value} °C is below absolute zero")
    known = {"flash": flash_c, "boil": boil_c, "autoignition": autoignition_c}
    for rule in rules.liquids:
        if _fits(rule, known):
            if rule.soluble:
                return Found(rule.soluble if soluble else rule.hazard, rule, soluble is None)
            return Found(rule.hazard, rule, False)
    return None


def _fits(rule: LiquidRule, known: Mapping[str, Decimal | None]) -> bool:
    """Every bound holds. A missing boiling point fits an upper bound: the class with the low boiling point is the
    stricter one, and what is not known is never assumed to be harmless."""
    for name, bound in rule.bounds.items():
        figure, _, rest = name.partition("_")
        side, _, scale = rest.partition("_")
        value = known[figure]
        if value is None:
            if figure == "boil" and side in ("below", "to"):
                continue
            return False
        measured = value * 9 / 5 + 32 if scale == "f" else value
        holds = {"below": measured < bound, "to": measured <= bound, "from": measured >= bound}[side]
        if not holds:
            return False
    return True
