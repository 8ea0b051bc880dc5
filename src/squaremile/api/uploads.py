"""Files come as base64 in JSON. At their address alone a body may be as large as the largest file makes it.

Everywhere else Django's own limit holds (DATA_UPLOAD_MAX_MEMORY_SIZE). Only a known token's body is read.
"""

from io import BytesIO

from django.http import HttpRequest

from squaremile.core.asked.types import MOST_CONTENT
from squaremile.core.policies.files import MOST_BYTES
from squaremile.core.words import FILE_TOO_LARGE
from squaremile.kernel.errors import Invalid

ADDRESS = "/api/v1/files"
MOST_BODY = MOST_CONTENT + 64 * 2**10
"""In bytes: the content, and room for the names around it."""


def take_in(request: HttpRequest) -> Invalid | None:
    """Read the body of an upload, or say that it is too large."""
    if request.path_info != ADDRESS or request.method != "POST" or getattr(request, "entered", None) is None:
        return None
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BODY:
        return Invalid(FILE_TOO_LARGE, {"limit": MOST_BYTES // 2**20})
    body = request.read()
    request._body, request._stream = body, BytesIO(body)  # type: ignore[attr-defined]  # as HttpRequest.body keeps it
    return None
