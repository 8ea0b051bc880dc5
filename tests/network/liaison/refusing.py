"""How a refusal is expected."""

from collections.abc import Callable
from typing import Any

import pytest

from squaremile.kernel.errors import SquaremileError


def refused(code: str, call: Callable[..., Any], /, **asked: Any) -> None:
    """The act says no, with that code."""
    with pytest.raises(SquaremileError) as caught:
        call(**asked)
    assert caught.value.code == code
