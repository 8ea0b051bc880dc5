"""Is this the document that was signed? For whoever holds it: the file itself, or its digest, is what opens the answer."""

import hashlib
import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from squaremile.core.policies.files import MOST_BYTES
from squaremile.residency.reads.licence_file import verdict
from squaremile.residency.reads.seals import kept_seal, seal_of
from squaremile.web.pages.residency.public.frame import tabs

DIGEST = re.compile(r"[0-9a-f]{64}")


@never_cache
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, code: str = "") -> HttpResponse:
    """A digest in the address, or typed, or of a file that is put in (which is not kept). The code of a licence in the
    address opens the form alone, and looks the same for one that never was."""
    typed = request.POST.get("digest", "") if request.method == "POST" else code
    content = b""
    digest, upload = re.sub(r"\s", "", typed).lower(), request.FILES.get("file")
    asked = request.method == "POST" or DIGEST.fullmatch(digest) is not None
    if upload is not None:
        content = upload.read(MOST_BYTES + 1)
        digest = hashlib.sha256(content).hexdigest() if content and len(content) <= MOST_BYTES else ""
    found = verdict(digest) if asked and DIGEST.fullmatch(digest) else None
    seal = seal_of(content) if content and digest else kept_seal(digest) if found and found.sealed == digest else None
    return render(request, "residency/public/verify.html", {
        "parts": tabs(""), "asked": asked, "found": found, "seal": seal, "digest": digest if DIGEST.fullmatch(digest) else "",
        "unfit": asked and not DIGEST.fullmatch(digest),
    }, status=422 if asked and not DIGEST.fullmatch(digest) else 200)
