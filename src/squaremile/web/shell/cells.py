"""A cell of a table that people take along: nothing in it is run by the spreadsheet that opens it."""

import re

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def cell(value: object) -> str:
    """As text. What a spreadsheet would take for a formula (CWE-1236) is led by an apostrophe; numbers stay numbers."""
    said = "" if value is None else str(value)
    return f"'{said}" if said.startswith(_FORMULA) and not _NUMBER.fullmatch(said) else said
