"""What every page's frame needs: who is here, where she may go, what waits for her."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from squaremile.core.reads import shell as own
from squaremile.web.shell import site
from squaremile.web.shell.scope import acting_until
from squaremile.web.templatetags.shell import acting


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context for the shell's templates. Parts that need the database are asked only where a template shows them."""
    entered = getattr(request, "entered", None)
    frame = cache(own.frame)
    return {
        "demo": settings.DEMO, "entered": entered,
        "notices_unread": lambda: frame().unread if entered else 0,
        "shell_sites": lambda: site.every(request) if entered else (),
        "shell_site": lambda: site.looked_at(request) if entered else None,
        "acting_until": acting_until(request) if entered and acting(entered) else None,
        "own_companies": lambda: frame().companies if entered else (),
    }
