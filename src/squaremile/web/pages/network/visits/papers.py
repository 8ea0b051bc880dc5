"""Documents of a visit: versions to download as PDF or as a page for the phone; calendars for everyone who comes."""

import hashlib
import io
from collections.abc import Sequence
from typing import cast

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from squaremile.core import calendars
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.reads import visit_rows
from squaremile.network.reads.visit_calendar import Entry, entries, member_entries, my_entries
from squaremile.network.reads.visit_pdf import pdf as printed
from squaremile.network.words.visits import DOCUMENT_UNKNOWN
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.visits.forms import DocumentForm
from squaremile.web.shell.entry import only, signed_in
from squaremile.web.shell.papers import pdf

NAMES = {"briefing": "briefing-book", "committee": "committee-file", "report": "report"}


@require_GET
@only(rules.see_delegations)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Every version, the newest first, with its hash."""
    found, asking = visit_rows.delegation(code), require()
    return render(request, "network/visits/documents.html", {
        "delegation": found, "documents": visit_rows.documents(found), "form": DocumentForm(auto_id="document_%s"),
        "keeps": rules.liaise(asking) and asking.may_write and found.state not in ("closed", "cancelled"),
        "crumbs": [(_("Delegations"), "/network/visits/"), (found.name, f"/network/visits/{code}/")],
        "sections": sections.tabs("network_visits"),
    })


@require_GET
@signed_in
def as_pdf(request: HttpRequest, code: str, visit_document: str) -> HttpResponse:
    """One version, printed again from what was kept: its hash says that it is the same."""
    kind, language, version = _named(visit_document)
    found = visit_rows.document(code, kind, language, version)
    content = printed(kind, found.content, language, found.made_at)
    same = "same" if hashlib.sha256(content).hexdigest() == found.digest else "different"
    return pdf(f"{NAMES[kind]}-{language}-{version}.pdf", content, X_Document_Digest=f"{found.digest} {same}")


@require_GET
@signed_in
def as_html(request: HttpRequest, code: str, visit_document: str) -> HttpResponse:
    """The same in one file without anything from elsewhere: saved on a phone, it opens without a network."""
    kind, language, version = _named(visit_document)
    found = visit_rows.document(code, kind, language, version)
    with override(language):
        text = render_to_string("network/visits/book.html", {"data": found.content, "language": language, "kind": kind})
    response = FileResponse(
        io.BytesIO(text.encode()), as_attachment=True, filename=f"{NAMES[kind]}-{language}-{version}.html",
        content_type="text/html; charset=utf-8",
    )
    response["Cache-Control"] = "private, no-cache"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return cast(HttpResponse, response)


@require_GET
@only(rules.see_delegations)
def ics(request: HttpRequest, code: str) -> HttpResponse:
    """The whole itinerary."""
    return _calendar(entries(visit_rows.delegation(code)), code)


@require_GET
@only(rules.see_delegations)
def member_ics(request: HttpRequest, code: str, visit_member: str) -> HttpResponse:
    """What one member is expected at."""
    return _calendar(member_entries(visit_rows.delegation(code), visit_member), visit_member)


@require_GET
@signed_in
def my_ics(request: HttpRequest) -> HttpResponse:
    """The asker's own meetings with delegations."""
    return _calendar(my_entries(), "meetings")


def _calendar(found: Sequence[Entry], name: str) -> HttpResponse:
    language = "en" if (get_language() or "").startswith("en") else "ko"
    events = [
        calendars.Event(
            uid=f"{entry.code}@visits.squaremile", sequence=entry.sequence, start=entry.start, end=entry.end,
            summary=entry.title, place=Text(ko=entry.place, en=entry.place) if entry.place else None, url=reverse("network_visits"),
        )
        for entry in found
    ]
    return HttpResponse(calendars.published(events, language=language), content_type="text/calendar; charset=utf-8", headers={
        "Content-Disposition": f'attachment; filename="{name}.ics"', "Cache-Control": "private, no-cache",
    })


def _named(text: str) -> tuple[str, str, int]:
    """`briefing-ko-2` is the second Korean briefing book. Anything else is not there."""
    kind, _dash, rest = text.partition("-")
    language, _dash, number = rest.partition("-")
    if kind not in NAMES or language not in ("ko", "en") or not number.isdecimal() or len(number) > 4:
        raise Missing(DOCUMENT_UNKNOWN)
    return kind, language, int(number)
