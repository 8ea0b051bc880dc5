"""GHS labels: which statements, pictograms and signal word the classes of a substance bring with them.

Classes are written as on labels and in sheets ("Flam. Liq. 2"; the route of an acute toxicity in brackets, "Acute Tox. 3
(oral)"). Source: United Nations GHS, rev. 9, annexes 1 and 3, and chapter 1.4.10.5.3 on which element gives way to which; the
Korean notice on classification, labelling and MSDS gives the same. What a class does not settle (the route of an acute
toxicity, which of two effects a STOT SE 3 is) is left open, never chosen. GHS is not the fire class: no sum is made from it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from squaremile.kernel.words import Text
from squaremile.safety.words import ghs as words
from squaremile.safety.words.hazard_statements import HAZARDS
from squaremile.safety.words.precautions import PRECAUTIONS

DANGER, WARNING = "danger", "warning"
Shape = re.Pattern[str]
HAZARD_SHAPE = re.compile(r"(?:EUH\d{3}[A-Z]?|H\d{3}[A-Za-z]{0,2})(?:\+(?:EUH|H)\d{3})*")
PRECAUTION_SHAPE = re.compile(r"P\d{3}(?:\+P\d{3})*")
BOMB, FLAME, CIRCLE, CYLINDER, CORROSION, SKULL, MARK, HEALTH, NATURE = words.PICTOGRAMS
_EYES_AND_SKIN = ("Skin Irrit.", "Eye Irrit.")


@dataclass(frozen=True, slots=True)
class Brings:
    """What one class brings: statements (none where the class alone does not say), pictograms, signal word ("" for none)."""

    statements: tuple[str, ...]
    pictograms: tuple[str, ...]
    signal: str


def _rows(name: str, *rows: tuple[str, str, str, str]) -> dict[str, Brings]:
    return {
        f"{name} {category}".strip(): Brings(tuple(h.split()), tuple(p.split()), signal)
        for categories, h, p, signal in rows for category in categories.split("/")
    }


CLASSES: dict[str, Brings] = {
    **_rows("Unst. Expl.", ("", "H200", BOMB, DANGER)),
    **_rows("Expl.", ("1.1", "H201", BOMB, DANGER), ("1.2", "H202", BOMB, DANGER), ("1.3", "H203", BOMB, DANGER),
            ("1.4", "H204", BOMB, WARNING), ("1.5", "H205", "", DANGER), ("1.6", "", "", "")),
    **_rows("Desen. Expl.", ("1", "H206", FLAME, DANGER), ("2", "H207", FLAME, DANGER), ("3", "H207", FLAME, WARNING), ("4", "H208", FLAME, WARNING)),
    **_rows("Flam. Gas", ("1/1A", "H220", FLAME, DANGER), ("1B", "H221", FLAME, DANGER), ("2", "H221", "", WARNING)),
    **_rows("Aerosol", ("1", "H222 H229", FLAME, DANGER), ("2", "H223 H229", FLAME, WARNING), ("3", "H229", "", WARNING)),
    **_rows("Ox. Gas", ("1", "H270", CIRCLE, DANGER)),
    **_rows("Press. Gas", ("/(Comp.)/(Liq.)/(Diss.)", "H280", CYLINDER, WARNING), ("(Ref. Liq.)", "H281", CYLINDER, WARNING)),
    **_rows("Flam. Liq.", ("1", "H224", FLAME, DANGER), ("2", "H225", FLAME, DANGER), ("3", "H226", FLAME, WARNING), ("4", "H227", "", WARNING)),
    **_rows("Flam. Sol.", ("1", "H228", FLAME, DANGER), ("2", "H228", FLAME, WARNING)),
    **{code: found for name in ("Self-react.", "Org. Perox.") for code, found in _rows(
        name, ("A", "H240", BOMB, DANGER), ("B", "H241", f"{BOMB} {FLAME}", DANGER), ("C/D/CD", "H242", FLAME, DANGER),
        ("E/F/EF", "H242", FLAME, WARNING), ("G", "", "", "")).items()},
    **_rows("Pyr. Liq.", ("1", "H250", FLAME, DANGER)), **_rows("Pyr. Sol.", ("1", "H250", FLAME, DANGER)),
    **_rows("Self-heat.", ("1", "H251", FLAME, DANGER), ("2", "H252", FLAME, WARNING)),
    **_rows("Water-react.", ("1", "H260", FLAME, DANGER), ("2", "H261", FLAME, DANGER), ("3", "H261", FLAME, WARNING)),
    **{code: found for name in ("Ox. Liq.", "Ox. Sol.") for code, found in _rows(
        name, ("1", "H271", CIRCLE, DANGER), ("2", "H272", CIRCLE, DANGER), ("3", "H272", CIRCLE, WARNING)).items()},
    **_rows("Met. Corr.", ("1", "H290", CORROSION, WARNING)),
    **_rows("Acute Tox.", ("1/2/3", "", SKULL, DANGER), ("4", "", MARK, WARNING), ("5", "", "", WARNING)),
    **{f"Acute Tox. {category} ({route})": Brings((f"H{start}{last}",), (picture,) if picture else (), signal)
       for route, start in (("oral", "30"), ("dermal", "31"), ("inhal.", "33"))
       for category, last, picture, signal in (
           ("1", "0", SKULL, DANGER), ("2", "0", SKULL, DANGER), ("3", "1", SKULL, DANGER), ("4", "2", MARK, WARNING), ("5", "3", "", WARNING))},
    **_rows("Skin Corr.", ("1/1A/1B/1C", "H314", CORROSION, DANGER)),
    **_rows("Skin Irrit.", ("2", "H315", MARK, WARNING), ("3", "H316", "", WARNING)),
    **_rows("Eye Dam.", ("1", "H318", CORROSION, DANGER)),
    **_rows("Eye Irrit.", ("2/2A", "H319", MARK, WARNING), ("2B", "H320", "", WARNING)),
    **_rows("Resp. Sens.", ("1/1A/1B", "H334", HEALTH, DANGER)), **_rows("Skin Sens.", ("1/1A/1B", "H317", MARK, WARNING)),
    **_rows("Muta.", ("1/1A/1B", "H340", HEALTH, DANGER), ("2", "H341", HEALTH, WARNING)),
    **_rows("Carc.", ("1/1A/1B", "H350", HEALTH, DANGER), ("2", "H351", HEALTH, WARNING)),
    **_rows("Repr.", ("1/1A/1B", "H360", HEALTH, DANGER), ("2", "H361", HEALTH, WARNING)), **_rows("Lact.", ("", "H362", "", "")),
    **_rows("STOT SE", ("1", "H370", HEALTH, DANGER), ("2", "H371", HEALTH, WARNING), ("3", "", MARK, WARNING)),
    **_rows("STOT RE", ("1", "H372", HEALTH, DANGER), ("2", "H373", HEALTH, WARNING)),
    **_rows("Asp. Tox.", ("1", "H304", HEALTH, DANGER), ("2", "H305", HEALTH, WARNING)),
    **_rows("Aquatic Acute", ("1", "H400", NATURE, WARNING), ("2", "H401", "", ""), ("3", "H402", "", "")),
    **_rows("Aquatic Chronic", ("1", "H410", NATURE, WARNING), ("2", "H411", NATURE, ""), ("3", "H412", "", ""), ("4", "H413", "", "")),
    **_rows("Ozone", ("1", "H420", MARK, WARNING)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """What stands on a label. Codes, in the order in which they are read out."""

    signal: str
    statements: tuple[str, ...]
    precautions: tuple[str, ...]
    pictograms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A code with its sentence; an unknown one says itself."""

    code: str
    says: Text
    known: bool


def label(classes: Iterable[str]) -> Label:
    """The label that classes bring with them: no precautions, as those are chosen by whoever writes it. Classes that GHS does
    not know bring nothing."""
    known = [code for code in dict.fromkeys(map(_plain, classes)) if code in CLASSES]
    brings = [CLASSES[code] for code in known]
    signals = {each.signal for each in brings}
    return Label(
        DANGER if DANGER in signals else WARNING if WARNING in signals else "",
        tuple(sorted({h for each in brings for h in each.statements})), (), _pictures(known),
    )


def _pictures(classes: list[str]) -> tuple[str, ...]:
    """The skull drives out the exclamation mark; corrosion drives it out for skin and eyes, and respiratory sensitisation for
    skin and eyes too (GHS 1.4.10.5.3.1)."""
    every = {(picture, code) for code in classes for picture in CLASSES[code].pictograms}
    shown = {picture for picture, _code in every}
    marks = {code for picture, code in every if picture == MARK}
    if SKULL in shown:
        marks = set()
    if any(code.startswith(("Skin Corr.", "Eye Dam.")) for code in classes):
        marks = {code for code in marks if not code.startswith(_EYES_AND_SKIN)}
    if any(code.startswith("Resp. Sens.") for code in classes):
        marks = {code for code in marks if not code.startswith((*_EYES_AND_SKIN, "Skin Sens."))}
    return tuple(sorted(shown - {MARK} | ({MARK} if marks else set())))


def _plain(code: str) -> str:
    return re.sub(r"\s+", " ", code.strip())


def class_said(code: str) -> Text:
    """A class by its name in full: "Flam. Liq. 2" is a flammable liquid of category 2. An unknown one says itself."""
    plain = _plain(code)
    start = max((name for name in words.CLASSES if plain == name or plain.startswith(f"{name} ")), key=len, default="")
    if not start:
        return Text(ko=plain, en=plain)
    category = plain[len(start):].strip()
    return words.CATEGORY.fill({"name": words.CLASSES[start], "category": category}) if category else words.CLASSES[start]


def hazard_said(code: str) -> Said:
    """A hazard statement. Joined ones are said one after the other."""
    return _said(code, HAZARDS)


def precaution_said(code: str) -> Said:
    """A precautionary statement, as `hazard_said`."""
    return _said(code, PRECAUTIONS)


def _said(code: str, listed: dict[str, Text]) -> Said:
    parts = [listed.get(part) for part in code.split("+")]
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return Said(code, Text(ko=code, en=code), known=False)
    return Said(code, Text(ko=" ".join(part.ko for part in known), en=" ".join(part.en for part in known)), known=True)
