"""A list of substances from a file: which columns it may have, and what each line means."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from squaremile.cli.terminal import Trouble
from squaremile.safety.policies.facts import Facts, facts, is_cas, looks_like_cas
from squaremile.safety.policies.liquids import classify
from squaremile.safety.policies.packs import CONDITIONS, STATES, Pack, worst
from squaremile.safety.policies.quantity import Unreadable, read
from squaremile.safety.policies.sums import Item

NAMES = {
    "substance": ("substance", "name", "chemical", "물질", "물질명", "이름"), "cas": ("cas", "cas_number", "cas number", "cas번호"),
    "amount": ("amount", "quantity", "양", "수량"), "unit": ("unit", "단위"), "state": ("state", "상태"),
    "class": ("class", "classes", "hazard", "등급", "품명"), "flash_c": ("flash_c", "flash", "인화점"), "boil_c": ("boil_c", "boil", "끓는점"),
    "water_soluble": ("water_soluble", "soluble", "수용성"), "condition": ("condition", "use", "사용"),
    "cabinet": ("cabinet", "in_cabinet", "보관함"), "density": ("density", "밀도"),
}  # fmt: skip
STATE_WORDS = {"액체": "liquid", "고체": "solid", "기체": "gas", "l": "liquid", "s": "solid", "g": "gas"}
YES = ("yes", "y", "true", "1", "예", "수용성", "o")
NO = ("no", "n", "false", "0", "아니오", "비수용성", "x")


@dataclass(frozen=True, slots=True)
class Told:
    """One line, and how its class was found."""

    item: Item
    line: int
    why: str


def items(path: str, rules: Pack) -> list[Told]:
    """Every line of the file. Raises Trouble that names the line and what is wrong with it."""
    rows = list(_rows(Path(path)))
    if not rows:
        raise Trouble(ko=f"{path}에 줄이 없습니다.", en=f"{path} holds no line.")
    return [_told(number, row, rules) for number, row in rows]


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp949", errors="replace")
    header, _, _ = text.partition("\n")
    separator = max(",;\t", key=header.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    names = [_column(cell) for cell in next(lines, [])]
    if not ({"substance", "cas", "class"} & set(names)) or "amount" not in names:
        raise Trouble(
            ko="substance(또는 cas, class)와 amount 열이 있어야 합니다.",
            en="The file needs the columns amount and one of substance, cas and class.",
        )
    for cells in lines:
        if any(cell.strip() for cell in cells):
            yield lines.line_num, {n: c.strip() for n, c in zip(names, cells, strict=False) if n}


def _column(cell: str) -> str:
    said = cell.strip().casefold()
    return next((name for name, words in NAMES.items() if said in words), "")


def _told(line: int, row: dict[str, str], rules: Pack) -> Told:
    name = row.get("substance") or row.get("cas") or row.get("class", "")
    try:
        amount = read(row.get("amount", ""), row.get("unit", ""))
    except Unreadable as wrong:
        raise _wrong(line, "amount", row.get("amount", ""), str(wrong)) from wrong
    said = row.get("state", "").casefold()
    state = STATE_WORDS.get(said, said or ("gas" if amount.dimension == "gas" else ""))
    if state and state not in STATES:
        raise _wrong(line, "state", row["state"], f"it is none of {', '.join(STATES)}")
    condition = row.get("condition", "").casefold() or "storage"
    if condition not in CONDITIONS:
        raise _wrong(line, "condition", row["condition"], f"it is none of {', '.join(CONDITIONS)}")
    cas = row.get("cas", "") or (name if looks_like_cas(name) else "")
    if cas and not is_cas(cas):
        raise _wrong(line, "cas", cas, "its check digit is wrong")
    classes, why, sure = _classes(line, row, rules, cas or name, state)
    density = _number(line, row, "density")
    if density is not None and density <= 0:
        raise _wrong(line, "density", row["density"], "it is not above 0")
    return Told(
        Item(name, amount, state or "liquid", classes, condition, row.get("cabinet", "").casefold() in YES, density, sure), line, why
    )


def _classes(line: int, row: dict[str, str], rules: Pack, substance: str, state: str) -> tuple[tuple[str, ...], str, str]:
    """The classes of a line, why, and how sure: given in the file, named by the pack, or found by flash point."""
    if row.get("class"):
        found = []
        for word in row["class"].replace("|", "+").split("+"):
            hazard = rules.find(word)
            if hazard is None:
                raise _wrong(line, "class", word.strip(), f"{rules.code} has no such class")
            found.append(hazard.code)
        return tuple(found), "given", ""
    known = facts(substance)
    if (named := _named(rules, substance, known)) is not None:
        return (named.hazard,), f"named by {rules.code}", named.certainty
    if state in ("solid", "gas", "liquefied"):
        return (), "unclassified: only liquids are classed by their flash point", ""
    return _by_figures(line, row, rules, known)


def _named(rules: Pack, substance: str, known: Facts | None):  # type: ignore[no-untyped-def]
    key = substance.casefold()
    for one in rules.named.values():
        if key in (one.cas, one.label.ko.casefold(), one.label.en.casefold()) or (known and known.cas == one.cas):
            return one
    return None


def _by_figures(line: int, row: dict[str, str], rules: Pack, known: Facts | None) -> tuple[tuple[str, ...], str, str]:
    flash, boil = _number(line, row, "flash_c"), _number(line, row, "boil_c")
    by = ["given" if flash is not None else known.flash_method if known else ""]
    if flash is None and known:
        flash = known.flash_c
    if boil is None and known:
        boil = known.boil_c
    said = row.get("water_soluble", "").casefold()
    soluble = True if said in YES else False if said in NO else None
    found = classify(rules, flash_c=flash, boil_c=boil, autoignition_c=known.autoignition_c if known else None, soluble=soluble)
    if found is None:
        return (), "unclassified: no flash point is known" if flash is None else "unclassified: its figures fit no class", ""
    why = f"flash point {flash} °C ({by[0]})" + (f", boiling point {boil} °C" if boil is not None else "")
    if found.solubility_unknown:
        why += "; taken as not soluble in water, which is the stricter"
    return (found.hazard,), why, worst(found.rule.certainty)


def _number(line: int, row: dict[str, str], name: str) -> Decimal | None:
    if not row.get(name):
        return None
    try:
        value = Decimal(row[name].replace(",", ""))
    except InvalidOperation as wrong:
        raise _wrong(line, name, row[name], "it is no number") from wrong
    if not value.is_finite():
        raise _wrong(line, name, row[name], "it is no number")
    return value


def _wrong(line: int, column: str, value: str, why: str) -> Trouble:
    return Trouble(
        ko=f"{line}번째 줄의 {column} 값을 쓸 수 없습니다: {value!r} ({why})",
        en=f"Line {line}, {column}: {value!r} cannot be used: {why}.",
    )
