"""Long lists, a part at a time. A cursor is opaque: where the last part ended, to be sent back as it came."""

import base64
import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from ninja import Query

from squaremile.api.answers import Page
from squaremile.core.asked.types import text
from squaremile.core.words import BAD_INPUT
from squaremile.kernel.errors import Invalid
from squaremile.kernel.words import Text

T = TypeVar("T")
R = TypeVar("R")
Limit = Annotated[int, Query(50, ge=1, le=200, description="At most so many items")]
if TYPE_CHECKING:
    Cursor = str
else:
    Cursor = Annotated[text(200), Query("", description="`next` of the part before")]
_SPOILT = Text(ko="받은 그대로 보내십시오.", en="Send it as it came.")


def given(cursor: str, *kinds: Callable[[str], Any]) -> tuple[Any, ...] | None:
    """The values inside a cursor, None for the first part. Raises `core.bad_input` for what is not one of ours."""
    if not cursor:
        return None
    try:
        values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if not isinstance(values, list) or any("\x00" in value for value in values):
            raise ValueError
        return tuple(kind(value) for kind, value in zip(kinds, values, strict=True))
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise Invalid(BAD_INPUT, fields={"cursor": _SPOILT}) from error


def kept(*values: str) -> str:
    """A cursor made of the last item's values."""
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


def page(found: Sequence[R], limit: int, show: Callable[[R], T], last: Callable[[R], str]) -> Page[T]:
    """A part of at most `limit`; `found` holds one more where there is a next part."""
    shown = found[:limit]
    return Page(items=[show(row) for row in shown], next=last(shown[-1]) if len(found) > limit else None)


def cut(rows: Sequence[R], limit: int, cursor: str, show: Callable[[R], T], code: Callable[[R], str]) -> Page[T]:
    """A part of a list that is held whole and is short by nature (instruments, places): what follows a code."""
    after = given(cursor, str)
    codes = [code(row) for row in rows]
    start = 0
    if after is not None:
        if after[0] not in codes:
            raise Invalid(BAD_INPUT, fields={"cursor": _SPOILT})
        start = codes.index(after[0]) + 1
    return page(rows[start : start + limit + 1], limit, show, lambda row: kept(code(row)))
