"""Documents as files: what a browser is told of a PDF, and in which language it is asked for."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language


def pdf(name: str, content: bytes, **headers: str) -> HttpResponse:
    """A PDF under its file name, kept by no shared cache. `headers` say more, or otherwise: `Cache_Control="…"`."""
    said = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-cache"}
    said |= {header.replace("_", "-"): value for header, value in headers.items()}
    return HttpResponse(content, content_type="application/pdf", headers=said)


def language_asked(request: HttpRequest) -> str:
    """`ko` or `en`: the one asked for by `?lang=`, else the one that is being served."""
    asked = request.GET.get("lang", "")
    return asked if asked in ("ko", "en") else "en" if (get_language() or "ko").startswith("en") else "ko"
