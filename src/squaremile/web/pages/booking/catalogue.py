"""The list of instruments, for everyone."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from squaremile.booking import rules, words
from squaremile.booking.reads import catalogue
from squaremile.core.reads.search import search
from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.web.pages.booking.feed import MOST_FOUND
from squaremile.web.shell.entry import signed_in
from squaremile.web.shell.site import every, looked_at


class Filters(forms.Form):
    """Which instruments."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    place = forms.ChoiceField(label=gettext_lazy("Room"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("Now"), required=False)
    usable = forms.ChoiceField(
        label=gettext_lazy("Show"),
        required=False,
        choices=[("", gettext_lazy("All instruments")), ("1", gettext_lazy("Only what I can use"))],
    )

    def __init__(self, request: HttpRequest, listed: catalogue.Listed) -> None:
        super().__init__(request.GET or None, auto_id="filter-%s")
        every = [("", _("All"))]
        self.fields["kind"].choices = [*every, *listed.kinds]  # type: ignore[attr-defined]
        self.fields["place"].choices = [*every, *listed.places]  # type: ignore[attr-defined]
        self.fields["state"].choices = [*every, *words.NOW.items()]  # type: ignore[attr-defined]


@require_GET
@signed_in
def page(request: HttpRequest) -> HttpResponse:
    """All instruments with what they do now."""
    kind, place, state = (request.GET.get(name, "") for name in ("kind", "place", "state"))
    site = looked_at(request)
    if site is None and request.GET.get("site"):
        raise Missing(NOT_FOUND)
    usable = bool(request.GET.get("usable"))
    listed = catalogue.listed(kind=kind, place=place, state=state, can_use=usable, site=site.id if site else None)
    text = request.GET.get("q", "").strip()
    rows = listed.rows
    if text:
        found = [hit.url for hit in search(text, kind="equipment", limit=MOST_FOUND)]
        rows = tuple(
            sorted((row for row in rows if _url(row.code) in found), key=lambda row: found.index(_url(row.code)))
        )
    return render(
        request,
        "booking/catalogue.html",
        {
            "rows": rows,
            "total": listed.total,
            "site": site if len(every(request)) > 1 else None,
            "filters": Filters(request, listed),
            "text": text,
            "keeps": rules.keep_catalogue(require()),
        },
    )


def _url(code: str) -> str:
    return reverse("instrument", args=[code])
