"""What a cylinder's whole content would do to the air of a closed room: the simplest worst case, without ventilation.

Oxygen left, in percent, after a gas without oxygen has mixed with the room's air: 20.9 × (V − g) / V (the worst case of
the European Industrial Gases Association's guidance on asphyxiation hazards; certainty K: not checked against its text).
Limits: below 19.5 % is oxygen-deficient and above 23.5 % enriched (29 CFR 1910.134 and 1910.146); Korea asks for 18 % or more
and less than 23.5 % (산업안전보건기준에 관한 규칙 제618조). They warn, and block nothing.
"""

from dataclasses import dataclass
from decimal import Decimal

OXYGEN = Decimal("20.9")
DEFICIENT, DEFICIENT_KR, ENRICHED = Decimal("19.5"), Decimal(18), Decimal("23.5")


@dataclass(frozen=True, slots=True)
class Gas:
    """`kind`: inert (drives oxygen out), oxygen, air, or flammable (drives it out as well). `hazard`: its class in us-ibc."""

    kind: str
    cas: str
    hazard: str = ""


GASES = {
    "nitrogen": Gas("inert", "7727-37-9"), "argon": Gas("inert", "7440-37-1"), "helium": Gas("inert", "7440-59-7"),
    "carbon_dioxide": Gas("inert", "124-38-9"), "oxygen": Gas("oxygen", "7782-44-7", "oxidizing-gas"), "air": Gas("air", ""),
    "hydrogen": Gas("flammable", "1333-74-0", "flammable-gas"), "acetylene": Gas("flammable", "74-86-2", "flammable-gas"),
    "methane": Gas("flammable", "74-82-8", "flammable-gas"),
}  # fmt: skip


def released(litres: Decimal, bar: int) -> Decimal:
    """Cubic metres at about 1 bar that a full cylinder holds: water capacity × filling pressure (ideal gas)."""
    return litres * bar / 1000


def oxygen_after(room_m3: Decimal, gas_m3: Decimal, *, oxygen: bool = False) -> Decimal:
    """Percent of oxygen in the room's air once all of it is out; with `oxygen`, it is oxygen itself that comes out."""
    share = min(gas_m3 / room_m3, Decimal(1))
    percent = OXYGEN * (1 - share) + (share * 100 if oxygen else 0)
    return percent.quantize(Decimal("0.1"))
