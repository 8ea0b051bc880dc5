"""Reading one cell: a typed value, or what is wrong with it and what to do."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from squaremile.core.sheets import row_words as words
from squaremile.core.sheets.table import Cell, CellError, Formula
from squaremile.kernel.words import Text


class Trouble(Exception):
    """A cell that cannot be read."""

    def __init__(self, what: Text, todo: Text) -> None:
        super().__init__(what.en)
        self.what, self.todo = what, todo


Read = Callable[[Cell, ZoneInfo], object]
_NUMBER = re.compile(r"[+-][\d\s().,/-]*")
_EMAIL = re.compile(r"[^@\s,;<>\"()]+@[^@\s,;<>\"()]+\.[^@\s,;<>\"()]+")
_YES = frozenset({"예", "네", "y", "yes", "true", "t", "1", "o", "가동", "정상", "사용", "있음", "active"})
_NO = frozenset({"아니오", "아니요", "n", "no", "false", "f", "0", "x", "중지", "고장", "미사용", "없음", "inactive"})
_WEIGHTS = (1, 3, 7, 1, 3, 7, 1, 3, 5)


def is_formula(value: str) -> bool:
    """Whether a spreadsheet would compute this text (CWE-1236); signed numbers and phone numbers are none."""
    bare = value.strip()
    signed = bare[:1] in ("+", "-") and len(bare) > 1
    return bare[:1] in ("=", "@") or (signed and not _NUMBER.fullmatch(bare))


def safe_cell(value: str) -> str:
    """Text as it may be written into a CSV that people open in Excel: what would compute gets an apostrophe."""
    return f"'{value}" if value[:1] in ("=", "@", "+", "-", "\t", "\r") else value


def plain(cell: Cell) -> str:
    """The text of a cell, composed (NFC; macOS writes decomposed Hangul), trimmed, without control characters."""
    match cell:
        case None:
            return ""
        case Formula():
            raise Trouble(words.FORMULA, words.FORMULA_DO)
        case CellError():
            raise Trouble(words.CELL_ERROR, words.CELL_ERROR_DO)
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() | date() | time():
            return cell.isoformat(sep=" ") if isinstance(cell, datetime) else cell.isoformat()
    composed = unicodedata.normalize("NFC", str(cell))
    kept = "".join(c for c in composed if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf"))
    if is_formula(kept):
        raise Trouble(words.FORMULA, words.FORMULA_DO)
    stripped = kept.strip()
    return stripped[1:] if stripped[:1] == "'" and is_formula(stripped[1:]) else stripped


def text(limit: int) -> Read:
    """Text of at most ``limit`` characters."""

    def read(cell: Cell, zone: ZoneInfo) -> str:
        value = plain(cell)
        if len(value) > limit:
            raise Trouble(words.TOO_LONG.fill({"limit": limit}), words.TOO_LONG_DO)
        return value

    return read


def email(cell: Cell, zone: ZoneInfo) -> str:
    """An address in lower case; a leading ``mailto:`` (Excel's links) is dropped."""
    value = plain(cell).lower().removeprefix("mailto:")
    if value and (not _EMAIL.fullmatch(value) or len(value) > 254):
        raise Trouble(words.NOT_EMAIL, words.NOT_EMAIL_DO)
    return value


def whole(cell: Cell, zone: ZoneInfo) -> int | None:
    """A whole number of 0 or more; thousands separators are fine, units are not."""
    value = plain(cell).replace(",", "")
    if not value:
        return None
    if not (value.isascii() and value.isdecimal()) or len(value) > 9:
        raise Trouble(words.NOT_WHOLE, words.NOT_WHOLE_DO)
    return int(value)


def flag(cell: Cell, zone: ZoneInfo) -> bool | None:
    value = plain(cell).casefold()
    if not value:
        return None
    if value in _YES:
        return True
    if value in _NO:
        return False
    raise Trouble(words.NOT_FLAG, words.NOT_FLAG_DO)


def business_number(cell: Cell, zone: ZoneInfo) -> str:
    """A Korean business registration number as ``000-00-00000``.

    Source: the National Tax Service's check digit: weights 1 3 7 1 3 7 1 3 5, plus the tens of the ninth product.
    """
    digits = re.sub(r"[\s-]", "", plain(cell))
    if not digits:
        return ""
    if len(digits) == 10 and digits.isascii() and digits.isdecimal():
        numbers = [int(digit) for digit in digits]
        total = sum(weight * number for weight, number in zip(_WEIGHTS, numbers, strict=False))
        total += numbers[8] * 5 // 10
        if (10 - total % 10) % 10 == numbers[9]:
            return f"{digits[:3]}-{digits[3:5]}-{digits[5:]}"
    raise Trouble(words.NOT_BUSINESS_NUMBER, words.NOT_BUSINESS_NUMBER_DO)
