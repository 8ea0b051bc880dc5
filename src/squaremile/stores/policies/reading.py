"""Readers of a minibar's contents: what was taken is the difference of two readings (US patent application 20040232230).

A reader says how many of each lot are inside. An RFID cabinet's driver is one; where there is none, the phone stands in for
it: what its holder scans is taken off the first reading.
"""

from collections.abc import Mapping
from typing import Protocol

Contents = Mapping[str, int]
"""Lot code → how many are inside."""


class Reader(Protocol):
    """What a kind of cabinet can be asked when its door closes."""

    def contents(self, stock_point: str, before: Contents, scanned: Contents) -> Contents | None:
        """How many of each lot are inside now; None where the cabinet does not answer."""


class Phone:
    """Believes the phone: inside is what was there before, without what was scanned."""

    def contents(self, stock_point: str, before: Contents, scanned: Contents) -> Contents | None:
        return {lot: before.get(lot, 0) - scanned.get(lot, 0) for lot in before.keys() | scanned.keys()}


class Silent:
    """Stands where no driver is attached: says nothing, so that nobody is charged for a guess."""

    def contents(self, stock_point: str, before: Contents, scanned: Contents) -> Contents | None:
        return None


_READERS: dict[str, Reader] = {"phone": Phone(), "rfid": Silent()}


def attach(kind: str, reader: Reader) -> None:
    """A driver for a kind of cabinet, called once when the server starts."""
    _READERS[kind] = reader


def of(kind: str) -> Reader:
    return _READERS[kind]


def taken(before: Contents, after: Contents) -> dict[str, int]:
    """How many of each lot left between two readings. What was put in meanwhile is no taking, and is left to a count."""
    gone = {lot: inside - after.get(lot, 0) for lot, inside in before.items()}
    return {lot: count for lot, count in sorted(gone.items()) if count > 0}
