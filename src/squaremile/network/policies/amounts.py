"""How amounts of promises are said: money, people, items; in full and shortened, in both languages."""

from decimal import ROUND_HALF_UP, Decimal

from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.words import Text

SIGNS = {"KRW": "₩", "JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£"}
_KO_NAMES = {"KRW": "원", "JPY": "엔", "USD": "달러", "EUR": "유로", "GBP": "파운드"}
_KO_STEPS = ((Decimal(10) ** 12, "조"), (Decimal(10) ** 8, "억"), (Decimal(10) ** 4, "만"))
_EN_STEPS = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "M"), (Decimal(10) ** 3, "k"))


def full(amount: Decimal, unit: str) -> Text:
    """Every digit: 1,250,000,000원 · ₩1,250,000,000; 12명 · 12 people. `amount` in `unit` (money in minor units)."""
    if unit not in MINOR_DIGITS:
        count = f"{_major(amount, unit):,f}"
        return Text(ko=f"{count}{'명' if unit == 'person' else '건'}", en=f"{count} {_counted(unit, count)}")
    said = f"{_major(amount, unit):,f}"
    return Text(ko=f"{said}{_KO_NAMES[unit]}", en=f"{SIGNS[unit]}{said}")


def short(amount: Decimal, unit: str) -> Text:
    """Three figures at most, rounded half up: 1.25조원 · ₩1.25 tn; small amounts in full."""
    major = _major(amount, unit)
    ko, en = full(amount, unit).ko, full(amount, unit).en
    tail = _KO_NAMES.get(unit, "명" if unit == "person" else "건")
    for step, name in _KO_STEPS:
        if major >= step:
            ko = f"{_three(major / step)}{name} {tail}" if unit in MINOR_DIGITS and unit != "KRW" else f"{_three(major / step)}{name}{tail}"
            break
    for step, name in _EN_STEPS:
        if major >= step and (unit in MINOR_DIGITS or step >= 10**6):
            en = f"{SIGNS.get(unit, '')}{_three(major / step)} {name}"
            break
    return Text(ko=ko, en=en)


def _major(amount: Decimal, unit: str) -> Decimal:
    """In major units with their own digits: 125000 cents are 1250.00 dollars."""
    digits = MINOR_DIGITS.get(unit, 0)
    return amount.scaleb(-digits).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def _three(value: Decimal) -> str:
    """12.5, 1.25, 125 or 1,250: three figures, or all whole ones."""
    places = max(0, 3 - len(str(int(value))))
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    said = f"{rounded:,f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


def _counted(unit: str, count: str) -> str:
    one = count == "1"
    return {"person": "person" if one else "people", "item": "item" if one else "items"}[unit]
