"""What every page's frame needs: who is here, where she may go, what waits for her."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    """Context for the shell's templates."""
    return {"demo": settings.DEMO, "entered": getattr(request, "entered", None)}
