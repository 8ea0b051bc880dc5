"""The keys that signed training passports which count, and the signed list of those that were revoked: for any host, without an account."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from squaremile.safety.reads import passports


@require_GET
def key(request: HttpRequest) -> JsonResponse:
    """The public key of today, and older ones while a passport of theirs counts, for hosts to keep."""
    return JsonResponse(passports.published_key())


@require_GET
def status(request: HttpRequest) -> JsonResponse:
    """The status list, signed as of now."""
    return JsonResponse(passports.status_list())
