"""What must not stand together: groups of substances by the classes that were entered or found for them, and the pairs that
are kept apart. A warning, never a limit: figures and distances are the pack's business."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations_with_replacement

from squaremile.kernel.words import Text

STORAGE = "storage-group"
"""The scheme in which people enter what no fire class tells: whether a corrosive is an acid or a base, and the like."""
ACID, BASE, OXIDISER, FLAMMABLE = "acid", "base", "oxidiser", "flammable"
WATER, PYROPHORIC, PEROXIDE, CYANIDE = "water-reactive", "pyrophoric", "organic-peroxide", "cyanide-or-sulfide"
GROUPS = {
    ACID: Text(ko="산", en="acids"), BASE: Text(ko="염기", en="bases"), OXIDISER: Text(ko="산화성 물질", en="oxidisers"),
    FLAMMABLE: Text(ko="인화성·가연성 물질", en="flammables"), WATER: Text(ko="금수성 물질", en="water-reactives"),
    PYROPHORIC: Text(ko="자연발화성 물질", en="pyrophorics"), PEROXIDE: Text(ko="유기과산화물", en="organic peroxides"),
    CYANIDE: Text(ko="시안화물·황화물", en="cyanides and sulfides"),
}
_BY_PACK = (
    ("flammable-", FLAMMABLE), ("combustible-", FLAMMABLE), ("cryogenic-flammable", FLAMMABLE), ("oxidiz", OXIDISER),
    ("cryogenic-oxidizing", OXIDISER), ("organic-peroxide-", PEROXIDE), ("pyrophoric", PYROPHORIC), ("water-reactive-", WATER),
)  # fmt: skip
_BY_KR = (
    ("1-", OXIDISER), ("6", OXIDISER), ("2-", FLAMMABLE), ("4-", FLAMMABLE), ("3-white-phosphorus", PYROPHORIC),
    ("3-organometal", PYROPHORIC), ("3-", WATER), ("5-", PEROXIDE),
)  # fmt: skip
_BY_GHS = (
    ("flam. ", FLAMMABLE), ("ox. ", OXIDISER), ("pyr. ", PYROPHORIC), ("water-react. ", WATER), ("org. perox. ", PEROXIDE),
    ("self-heat. ", FLAMMABLE),
)  # fmt: skip
_TABLES = {"us-ibc": _BY_PACK, "kr-fire": _BY_KR, "ghs": _BY_GHS}


@dataclass(frozen=True, slots=True)
class Rule:
    """Two groups that are kept apart, why, and where that is said. Certainty as in rule packs."""

    one: str
    other: str
    why: Text
    source: str
    certainty: str = "K"


_SEPARATION = "IFC 5003.9.8, separation of incompatible materials"
_SHEETS = "SDS sections 7 and 10 (GHS), incompatible materials"
FIRE = Text(ko="산화성 물질은 불을 키웁니다.", en="An oxidiser feeds the fire.")
HEAT = Text(ko="섞이면 세게 반응하며 열이 납니다.", en="Mixed, they react violently and heat up.")
GAS = Text(ko="산과 닿으면 독한 가스가 나옵니다.", en="With an acid it gives off toxic gas.")
WET = Text(ko="물이 든 용액과 닿으면 인화성 가스가 나옵니다.", en="With watery solutions it gives off flammable gas.")
LIGHTS = Text(ko="공기에서 저절로 불이 붙어 옆의 것을 태웁니다.", en="It lights itself in air and sets its neighbours on fire.")
DECAYS = Text(ko="분해가 빨라져 터질 수 있습니다.", en="It decomposes faster and may explode.")
RULES = (
    Rule(OXIDISER, FLAMMABLE, FIRE, _SEPARATION), Rule(OXIDISER, PEROXIDE, DECAYS, _SEPARATION),
    Rule(OXIDISER, PYROPHORIC, FIRE, _SEPARATION), Rule(OXIDISER, WATER, HEAT, _SEPARATION),
    Rule(ACID, BASE, HEAT, _SHEETS), Rule(ACID, CYANIDE, GAS, _SHEETS), Rule(ACID, WATER, WET, _SHEETS),
    Rule(BASE, WATER, WET, _SHEETS), Rule(PYROPHORIC, FLAMMABLE, LIGHTS, _SEPARATION), Rule(PEROXIDE, FLAMMABLE, FIRE, _SEPARATION),
    Rule(PEROXIDE, ACID, DECAYS, _SHEETS), Rule(PEROXIDE, BASE, DECAYS, _SHEETS),
)  # fmt: skip

APART = Text(ko="{one:과와} {other:은는} 떨어뜨려 보관합니다. {why}", en="Keep {one} and {other} apart. {why}")


@dataclass(frozen=True, slots=True)
class Clash:
    """A rule that is broken, and by which of the things that stand together."""

    rule: Rule
    ones: tuple[str, ...]
    others: tuple[str, ...]

    @property
    def says(self) -> Text:
        return APART.fill({"one": GROUPS[self.rule.one], "other": GROUPS[self.rule.other], "why": self.rule.why})


def groups(classes: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The groups of a substance, by its classes in each scheme: entered, or found by a pack's own rule."""
    found = {group for group in classes.get(STORAGE, ()) if group in GROUPS}
    for scheme, table in _TABLES.items():
        for name in classes.get(scheme, ()):
            found |= {group for start, group in table if name.casefold().startswith(start)} - _but(scheme, name)
    return frozenset(found)


def clashes(there: Mapping[str, frozenset[str]]) -> list[Clash]:
    """Rules that what stands together breaks. One thing in both groups clashes with others, never with itself alone."""
    found = []
    for rule in RULES:
        ones = tuple(name for name, its in there.items() if rule.one in its)
        others = tuple(name for name, its in there.items() if rule.other in its)
        if ones and others and len({*ones, *others}) > 1 and any(a != b for a in ones for b in others):
            found.append(Clash(rule, ones, others))
    return found


def problems() -> list[str]:
    """What is wrong with the rules themselves: a group nobody knows, or a pair that is listed twice."""
    known = {tuple(sorted(pair)) for pair in combinations_with_replacement(GROUPS, 2)}
    pairs = [tuple(sorted((rule.one, rule.other))) for rule in RULES]
    return [f"{pair} is no pair of groups" for pair in pairs if pair not in known] + [
        f"{pair} is listed twice" for pair in set(pairs) if pairs.count(pair) > 1
    ]


def _but(scheme: str, name: str) -> set[str]:
    """What a class that begins like its neighbours is not: of class 3, white phosphorus and organometals light themselves."""
    return {WATER} if scheme == "kr-fire" and name == "3-white-phosphorus" else set()
