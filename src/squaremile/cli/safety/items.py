"""A list of substances from a file: which columns it may have, and what each line means."""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text
from squaremile.safety.policies.classing import Substance, classed
from squaremile.safety.policies.facts import Facts, facts, is_cas, looks_like_cas
from squaremile.safety.policies.packs import CONDITIONS, STATES, Pack
from squaremile.safety.policies.quantity import Amount, Unreadable, read
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
NO_NUMBER = Text(ko="숫자가 아닙니다", en="it is no number")
NO = ("no", "n", "false", "0", "아니오", "비수용성", "x")


@dataclass(frozen=True, slots=True)
class Told:
    """One line, and how its class was found."""

    item: Item
    line: int
    why: Text


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
        raise _wrong(line, "amount", row.get("amount", ""), wrong.text) from wrong
    said = row.get("state", "").casefold()
    state = STATE_WORDS.get(said, said or ("gas" if amount.dimension == "gas" else ""))
    if state and state not in STATES:
        raise _wrong(line, "state", row["state"], _none_of(STATES))
    condition = row.get("condition", "").casefold() or "storage"
    if condition not in CONDITIONS:
        raise _wrong(line, "condition", row["condition"], _none_of(CONDITIONS))
    cas = row.get("cas", "") or (name if looks_like_cas(name) else "")
    if cas and not is_cas(cas):
        raise _wrong(line, "cas", cas, Text(ko="검증 숫자가 맞지 않습니다", en="its check digit is wrong"))
    if amount.dimension == "gas" and not said and "m" in (row.get("unit") or row.get("amount", "")).casefold():
        raise _wrong(line, "state", "", Text(
            ko="세제곱미터는 액체일 수도 기체일 수도 있으니 어느 쪽인지 적으십시오", en="cubic metres may be a liquid or a gas: say which"))
    if state in ("liquid", "solid") and amount.dimension == "gas":
        amount = Amount(amount.base, "volume")
    density = _number(line, row, "density")
    if density is not None and density <= 0:
        raise _wrong(line, "density", row["density"], Text(ko="0보다 커야 합니다", en="it is not above 0"))
    known = facts(cas or name)
    found = classed(rules, _substance(line, row, rules, name=name, cas=cas, state=state, density=density, known=known))
    why = found.why
    if known and known.flash_method and "flash" in why.en and not row.get("flash_c"):
        why = Text(ko=f"{why.ko} ({known.flash_method})", en=f"{why.en} ({known.flash_method})")
    item = Item(
        name, amount, state or "liquid", found.classes, condition, row.get("cabinet", "").casefold() in YES, found.density, found.certainty
    )
    return Told(item, line, why)


def _substance(
    line: int, row: dict[str, str], rules: Pack, *, name: str, cas: str, state: str, density: Decimal | None, known: Facts | None
) -> Substance:
    """A line as the policies take a substance: figures of the file before those of the library, a class given before all."""
    flash, boil = _number(line, row, "flash_c"), _number(line, row, "boil_c")
    if known:
        flash, boil = (known.flash_c if flash is None else flash), (known.boil_c if boil is None else boil)
    said = row.get("water_soluble", "").casefold()
    return Substance(
        name, state or "liquid", cas or (known.cas if known else _cas_named(rules, name)), flash, boil,
        known.autoignition_c if known else None, True if said in YES else False if said in NO else None, density,
        {rules.code: _given(line, row, rules)} if row.get("class") else {},
    )


def _given(line: int, row: dict[str, str], rules: Pack) -> tuple[str, ...]:
    found = []
    for word in row["class"].replace("|", "+").split("+"):
        hazard = rules.find(word)
        if hazard is None:
            raise _wrong(line, "class", word.strip(), Text(
                ko=f"{rules.code}에 그런 등급이 없습니다", en=f"{rules.code} has no such class"))
        found.append(hazard.code)
    return tuple(found)


def _cas_named(rules: Pack, name: str) -> str:
    """The CAS number of what the pack itself calls by that name; the library knows few Korean ones."""
    asked = name.casefold()
    return next((one.cas for one in rules.named.values() if asked in (one.label.ko.casefold(), one.label.en.casefold())), "")


def _number(line: int, row: dict[str, str], name: str) -> Decimal | None:
    if not row.get(name):
        return None
    try:
        value = Decimal(row[name].replace(",", ""))
    except InvalidOperation as wrong:
        raise _wrong(line, name, row[name], NO_NUMBER) from wrong
    if not value.is_finite():
        raise _wrong(line, name, row[name], NO_NUMBER)
    return value


def _none_of(known: Iterable[str]) -> Text:
    listed = ", ".join(known)
    return Text(ko=f"{listed} 가운데 하나여야 합니다", en=f"it is none of {listed}")


def _wrong(line: int, column: str, value: str, why: Text) -> Trouble:
    return Trouble(
        ko=f"{line}번째 줄의 {column} 값을 쓸 수 없습니다: {value!r} ({why.ko})",
        en=f"Line {line}, {column}: {value!r} cannot be used: {why.en}.",
    )
