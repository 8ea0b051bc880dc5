"""JSON from elsewhere: one object, a list, a page of results, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from squaremile.cli.imports.network.letters import decoded
from squaremile.cli.imports.network.words import BROKEN_JSON
from squaremile.kernel.errors import Invalid


def objects(data: bytes, *, inside: tuple[str, ...] = ("results", "items")) -> list[Any]:
    """Every record of the file.

    Raises:
        Invalid: `imports.empty`, `imports.not_text`, `imports.broken_json` with the line it breaks off at.
    """
    text, _ = decoded(data)
    try:
        whole = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
        if len(lines) > 1 and lines[0][1].lstrip().startswith("{") and lines[0][1].rstrip().endswith("}"):
            return list(_lines(lines))
        raise Invalid(BROKEN_JSON, {"line": getattr(error, "lineno", 1)}) from error
    if isinstance(whole, dict):
        found = next((whole[name] for name in inside if isinstance(whole.get(name), list)), None)
        return [whole] if found is None else found
    return whole if isinstance(whole, list) else [whole]


def _lines(lines: list[tuple[int, str]]) -> Iterator[Any]:
    for number, line in lines:
        try:
            yield json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise Invalid(BROKEN_JSON, {"line": number}) from error


def at(value: Any, *path: str) -> Any:
    """The value inside nested objects; None where any of them is missing or no object."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def said(value: Any, *path: str) -> str:
    """The same as text; empty for nothing."""
    found = at(value, *path)
    return str(found).strip() if isinstance(found, str | int | float) and not isinstance(found, bool) else ""


def listed(value: Any, *path: str) -> list[Any]:
    """The same as a list; empty for nothing."""
    found = at(value, *path)
    return found if isinstance(found, list) else []
