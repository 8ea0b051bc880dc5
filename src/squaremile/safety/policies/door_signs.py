"""What a sign at a door says: hazards by class as words with their GHS symbol, what to wear, what to do. No amounts, no names
of companies or substances."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from squaremile.kernel.words import Text

GLOVES, EYES, COAT, FACE, COLD_GLOVES, BREATHING, EARS, SHOES = (
    "gloves", "eyes", "coat", "face", "cold_gloves", "breathing", "ears", "shoes",
)
PROTECTION = {
    EYES: Text(ko="보안경", en="Eye protection"), GLOVES: Text(ko="보호장갑", en="Gloves"), COAT: Text(ko="실험복", en="Lab coat"),
    FACE: Text(ko="보안면", en="Face shield"), COLD_GLOVES: Text(ko="저온 장갑", en="Cryogenic gloves"),
    BREATHING: Text(ko="호흡보호구", en="Respirator"), EARS: Text(ko="귀마개", en="Hearing protection"),
    SHOES: Text(ko="안전화", en="Safety shoes"),
}


@dataclass(frozen=True, slots=True)
class Hazard:
    """One hazard as a sign says it. `symbol`: which drawing; GHS numbers its own."""

    symbol: str
    word: Text
    wear: tuple[str, ...] = (EYES, GLOVES, COAT)


HAZARDS: dict[str, Hazard] = {
    "explosive": Hazard("GHS01", Text(ko="폭발성", en="Explosive"), (EYES, FACE, GLOVES, COAT)),
    "flammable": Hazard("GHS02", Text(ko="인화성·가연성", en="Flammable")),
    "pyrophoric": Hazard("GHS02", Text(ko="자연발화성", en="Catches fire in air"), (EYES, FACE, GLOVES, COAT)),
    "water": Hazard("GHS02", Text(ko="금수성 — 물 사용 금지", en="Reacts with water: no water"), (EYES, FACE, GLOVES, COAT)),
    "oxidising": Hazard("GHS03", Text(ko="산화성", en="Oxidising")),
    "gas": Hazard("GHS04", Text(ko="고압가스", en="Gas under pressure"), (EYES, SHOES)),
    "cold": Hazard("cold", Text(ko="극저온", en="Extremely cold"), (FACE, COLD_GLOVES, COAT)),
    "corrosive": Hazard("GHS05", Text(ko="부식성", en="Corrosive"), (EYES, FACE, GLOVES, COAT)),
    "toxic": Hazard("GHS06", Text(ko="급성 독성", en="Toxic")),
    "health": Hazard("GHS08", Text(ko="건강 유해성", en="Health hazard")),
    "harmful": Hazard("GHS07", Text(ko="경고(자극성 등)", en="Irritant or harmful")),
    "environment": Hazard("GHS09", Text(ko="수생환경 유해성", en="Environmental hazard")),
    "biohazard": Hazard("bio", Text(ko="생물재해", en="Biohazard"), (EYES, GLOVES, COAT)),
    "unclassified": Hazard("unknown", Text(ko="미분류 화학물질", en="Chemicals not classified yet")),
}
"""In the order in which a sign names them."""
_US = (
    ("explosive", "explosive"), ("unstable-", "explosive"), ("organic-peroxide-", "explosive"), ("organic-peroxide-", "flammable"),
    ("flammable-", "flammable"), ("combustible-", "flammable"), ("cryogenic-flammable", "flammable"), ("cryogenic-", "cold"),
    ("pyrophoric", "pyrophoric"), ("water-reactive-", "water"), ("oxidiz", "oxidising"), ("cryogenic-oxidizing", "oxidising"),
    ("corrosive", "corrosive"), ("toxic", "toxic"), ("highly-toxic", "toxic"),
)  # fmt: skip
_KR = (
    ("1-", "oxidising"), ("6", "oxidising"), ("2-", "flammable"), ("4-", "flammable"), ("3-white-phosphorus", "pyrophoric"),
    ("3-organometal", "pyrophoric"), ("3-", "water"), ("5-", "explosive"),
)  # fmt: skip
_GHS = (
    ("expl.", "explosive"), ("unst. expl.", "explosive"), ("self-react.", "flammable"), ("org. perox.", "flammable"), ("flam.", "flammable"),
    ("self-heat.", "flammable"), ("pyr.", "pyrophoric"), ("water-react.", "water"), ("ox.", "oxidising"), ("press. gas", "gas"),
    ("met. corr.", "corrosive"), ("skin corr.", "corrosive"), ("eye dam.", "corrosive"), ("acute tox. 4", "harmful"), ("acute tox.", "toxic"),
    ("skin irrit.", "harmful"), ("eye irrit.", "harmful"), ("skin sens.", "harmful"), ("stot se 3", "harmful"), ("stot", "health"),
    ("resp. sens.", "health"), ("muta.", "health"), ("carc.", "health"), ("repr.", "health"), ("asp. tox.", "health"), ("lact.", "health"),
    ("aquatic", "environment"), ("ozone", "environment"),
)  # fmt: skip
_GROUPS = (
    ("acid", "corrosive"), ("base", "corrosive"), ("oxidiser", "oxidising"), ("flammable", "flammable"), ("water-reactive", "water"),
    ("pyrophoric", "pyrophoric"), ("organic-peroxide", "explosive"), ("cyanide-or-sulfide", "toxic"),
)  # fmt: skip
_STATEMENTS = {
    "explosive": (*range(200, 212), 240, 241), "flammable": (*range(220, 232), 242, 251, 252), "pyrophoric": (232, 250), "water": (260, 261),
    "oxidising": (270, 271, 272), "gas": (280, 281), "corrosive": (290, 314, 318), "toxic": (300, 301, 310, 311, 330, 331),
    "harmful": (302, 312, 315, 317, 319, 332, 335, 336),
    "health": (304, 334, 340, 341, 350, 351, 360, 361, 362, 370, 371, 372, 373), "environment": (*range(400, 421),),
}  # fmt: skip
"""Hazard statements (GHS annex 3) by what they warn of."""
_BY_STATEMENT = {number: hazard for hazard, numbers in _STATEMENTS.items() for number in numbers}
_TABLES = {"us-ibc": _US, "kr-fire": _KR, "ghs": _GHS, "storage-group": _GROUPS}
GASES = ("gas", "liquefied")
WASTE = {
    "halogenated": ("health",), "organic": ("flammable",), "acid": ("corrosive",), "base": ("corrosive",), "biological": ("biohazard",),
    "sharps": ("biohazard",),
}  # fmt: skip
"""What a waste stream adds to the sign of the room in which its container is filled."""
DO = (
    Text(ko="불이 나거나 가스 냄새가 나면 즉시 나가고, 비상벨을 누른 뒤 {emergency}에 신고합니다.",
         en="Fire or smell of gas: leave at once, sound the alarm, call {emergency}."),
    Text(ko="쏟거나 새면 사람들을 물리고 문을 닫은 뒤 안전관리자에게 알립니다.", en="Spill or leak: keep people away, close the door, tell safety."),
    Text(ko="닿은 곳은 흐르는 물로 15분 넘게 씻습니다.", en="Splashed: rinse under running water for 15 minutes or more."),
)  # fmt: skip
DO_WATER = Text(ko="금수성 물질이 있습니다. 물로 끄지 마십시오.", en="Water-reactive material inside: do not fight fire with water.")
DO_GAS = Text(ko="고압가스 용기가 있습니다. 불이 닿으면 다가가지 마십시오.", en="Gas cylinders inside: stay away when fire reaches them.")


def of_substance(classes: Mapping[str, Iterable[str]], phase: str = "") -> frozenset[str]:
    """The hazards of a substance, by its classes in each scheme and its phase; `unclassified` where it is in none."""
    found = {"gas"} if phase in GASES else set()
    for scheme, table in _TABLES.items():
        for name in classes.get(scheme, ()):
            found |= _of_class(table, name.casefold())
    for name in classes.get("ghs", ()):
        number = name[1:4]
        if name[:1].upper() == "H" and number.isdigit() and int(number) in _BY_STATEMENT:
            found.add(_BY_STATEMENT[int(number)])
    return frozenset(found) or frozenset({"unclassified"})


def _of_class(table: Iterable[tuple[str, str]], name: str) -> set[str]:
    """The building code's classes may be several things at once; elsewhere the first beginning that fits decides:
    `acute tox. 4` is not `acute tox.`."""
    found = [hazard for start, hazard in table if name.startswith(start)]
    return set(found) if table is _US else set(found[:1])


def in_order(hazards: Iterable[str]) -> tuple[str, ...]:
    """As a sign names them."""
    found = set(hazards)
    return tuple(each for each in HAZARDS if each in found)


def to_wear(hazards: Iterable[str], level: int | None, added: Iterable[str]) -> tuple[str, ...]:
    """What is put on before one goes in: for the hazards, for a biosafety level, and what safety adds."""
    found = {each for hazard in hazards for each in HAZARDS[hazard].wear} | set(added)
    found |= {COAT, GLOVES} if level else set()
    found |= {EYES} if (level or 0) >= 2 else set()
    return tuple(each for each in PROTECTION if each in found)


def digest(says: Mapping[str, Any]) -> str:
    """The same for signs that say the same."""
    return hashlib.sha256(json.dumps(says, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


PARTS = {
    "name": Text(ko="방 이름", en="name"), "hazards": Text(ko="유해·위험성", en="hazards"), "level": Text(ko="생물안전 등급", en="biosafety level"),
    "admits": Text(ko="다루는 것", en="what is handled"), "modified": Text(ko="LMO", en="LMO"), "notice": Text(ko="LMO 신고 번호", en="LMO notice"),
    "wear": Text(ko="보호구", en="protection"), "adds": Text(ko="안내", en="instructions"), "manager": Text(ko="책임자", en="manager"),
    "phone": Text(ko="전화", en="telephone"), "emergency": Text(ko="비상 전화", en="emergency numbers"),
}  # fmt: skip


def changed(before: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[Text, ...]:
    """What a sign says otherwise than the room is today."""
    return tuple(label for part, label in PARTS.items() if before.get(part) != now.get(part))
