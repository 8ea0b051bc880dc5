"""How a refusal is caught."""

from collections.abc import Callable
from typing import Any

import pytest

from squaremile.kernel.errors import SquaremileError


def refused(act: Callable[..., Any], **asked: Any) -> str:
    """The code of the refusal that the operation must give."""
    with pytest.raises(SquaremileError) as caught:
        act(**asked)
    return caught.value.code
