"""The server's entry point with the clock stopped at AS_OF: pictures show a working morning, whenever they are made."""

import os
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from squaremile.config.wsgi import application as served
from squaremile.kernel import clock

MOMENT = datetime.fromisoformat(os.environ["AS_OF"])


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    with clock.as_of(MOMENT):
        return served(environ, start_response)
