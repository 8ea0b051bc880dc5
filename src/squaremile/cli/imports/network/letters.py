"""From bytes to letters: the encodings that reference managers write, told apart by what decodes and what it makes."""

from __future__ import annotations

import re

from squaremile.core.sheets.words import EMPTY, NOT_TEXT
from squaremile.kernel.errors import Invalid

_HANGUL = re.compile(r"[가-힣]")
_STRANGE = re.compile(r"[\u4e00-\u9fff\uf900-\ufaff\u0400-\u04ff\u3040-\u30ff\u2500-\u25ff\u3130-\u318f]")
"""What Latin letters become when they are taken for CP949: Han, Cyrillic, kana, box drawing, single letters."""


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding: UTF-8 (marked or not), marked UTF-16, CP949 (EUC-KR), Latin-1.

    CP949 is believed where it makes Hangul and little else; otherwise bytes above ASCII that stand between Latin
    letters are Latin-1 (Windows-1252).

    Raises:
        Invalid: `imports.empty`; `imports.not_text` where none of them makes sense.
    """
    if not data.strip():
        raise Invalid(EMPTY)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strict(data, "utf-16"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError as error:
        place = error.start
    try:
        text = data.decode("cp949")
        if len(_HANGUL.findall(text)) >= 2 and len(_STRANGE.findall(text)) * 4 <= len(_HANGUL.findall(text)):
            return text, "CP949"
    except UnicodeDecodeError:
        pass
    if _latin(data):
        return data.decode("cp1252"), "Latin-1"
    raise Invalid(NOT_TEXT, {"place": place, "encodings": "UTF-8, UTF-16, CP949, Latin-1"})


def _latin(data: bytes) -> bool:
    """Are the bytes above ASCII few, defined in Windows-1252, and one or two together between other letters?"""
    if set(data) & {0x81, 0x8D, 0x8F, 0x90, 0x9D} or any(byte < 0x09 for byte in data):
        return False
    runs = [len(run) for run in re.findall(rb"[\x80-\xff]+", data)]
    return sum(runs) * 4 <= len(data) and sum(n for n in runs if n <= 2) * 10 >= sum(runs) * 9


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Invalid(NOT_TEXT, {"place": error.start, "encodings": "UTF-8, UTF-16, CP949, Latin-1"}) from error
