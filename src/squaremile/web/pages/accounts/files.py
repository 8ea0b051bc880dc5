"""Stored files, handed to those whom row security lets see them."""

from typing import cast

from django.http import FileResponse, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from squaremile.core.reads import files
from squaremile.web.shell.entry import signed_in

SHOWN_IN_PLACE = ("image/png", "image/jpeg", "image/webp")


@require_safe
@signed_in
def download(request: HttpRequest, ref: str, name: str = "") -> HttpResponse:
    """One file. Pictures may show in a page; everything else is downloaded, and nothing in it runs."""
    file = files.by_ref(ref)
    response = FileResponse(
        file.path.open("rb"), as_attachment=file.media_type not in SHOWN_IN_PLACE, filename=file.name,
        content_type=file.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, max-age=3600"
    # The header set here wins over the site's own: a file needs nothing from anywhere.
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    # A file is streamed, which only Django's stubs tell apart from other answers.
    return cast(HttpResponse, response)
