"""Which of our columns each of theirs is: by header in Korean or English, or by ``--map theirs=ours``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from squaremile.core.sheets.cells import Read
from squaremile.core.sheets.words import AMBIGUOUS_COLUMNS, BAD_MAP, MISSING_COLUMNS, NO_HEADER
from squaremile.kernel.errors import Invalid


@dataclass(frozen=True, slots=True)
class Column:
    """One of our columns: its name, the headers it is known by, how its cells are read."""

    name: str
    headers: tuple[str, ...]
    read: Read
    required: bool = False


@dataclass(frozen=True, slots=True)
class Mapped:
    """Our column, and where in the row theirs is, under which header."""

    column: Column
    position: int
    header: str


def squeezed(header: str) -> str:
    """A header without case, blanks, punctuation and remarks in brackets: ``E-mail (필수)`` is ``email``."""
    folded = unicodedata.normalize("NFKC", header).casefold()
    without = re.sub(r"\([^)]*\)|\[[^\]]*\]", "", folded)
    return re.sub(r"[\s_\-./·:*#]+", "", without or folded)


def parse_map(given: Sequence[str], columns: Sequence[Column]) -> dict[str, str]:
    """``--map`` options as squeezed header → our name.

    Raises:
        Invalid: ``imports.bad_map`` for a shape other than ``theirs=ours`` or a name of ours that is none.
    """
    known = {column.name for column in columns}
    parsed: dict[str, str] = {}
    for each in given:
        theirs, separator, ours = each.rpartition("=")
        if not separator or not theirs.strip() or ours.strip() not in known:
            raise Invalid(BAD_MAP, {"given": each, "known": ", ".join(sorted(known))})
        parsed[squeezed(theirs)] = ours.strip()
    return parsed


def _unused_maps(explicit: Mapping[str, str], headers: Sequence[str]) -> list[str]:
    there = {squeezed(header) for header in headers}
    return [theirs for theirs in explicit if theirs not in there]


def map_columns(
    headers: Sequence[str], columns: Sequence[Column], explicit: Mapping[str, str]
) -> tuple[tuple[Mapped, ...], tuple[str, ...]]:
    """Our columns found in the header row, and the headers that nobody needs.

    An explicit mapping takes its column away from automatic ones.

    Raises:
        Invalid: ``imports.{no_header,missing_columns,ambiguous_columns,bad_map}``.
    """
    by_name = {column.name: column for column in columns}
    known = ", ".join(column.headers[0] for column in columns)
    if unused := _unused_maps(explicit, headers):
        raise Invalid(BAD_MAP, {"given": ", ".join(unused), "known": ", ".join(headers)})
    automatic = {squeezed(alias): column.name for column in columns for alias in (column.name, *column.headers)}
    taken = set(explicit.values())
    found: dict[str, list[Mapped]] = {}
    ignored: list[str] = []
    for position, header in enumerate(headers):
        key = squeezed(header)
        name = explicit.get(key) or automatic.get(key)
        if name is None or (key not in explicit and name in taken):
            ignored += [header] if header else []
            continue
        found.setdefault(name, []).append(Mapped(by_name[name], position, header))
    if not found:
        raise Invalid(NO_HEADER, {"found": ", ".join(headers), "known": known})
    for name, several in found.items():
        if len(several) > 1:
            values = {"columns": ", ".join(each.header for each in several), "ours": name}
            raise Invalid(AMBIGUOUS_COLUMNS, values)
    missing = [column.headers[0] for column in columns if column.required and column.name not in found]
    if missing:
        raise Invalid(MISSING_COLUMNS, {"missing": ", ".join(missing), "found": ", ".join(headers)})
    return tuple(several[0] for several in found.values()), tuple(ignored)
