"""One's own short lists, and a list as a table to take along."""

import csv

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import keeping
from squaremile.web.pages.network import sections
from squaremile.web.shell.acts import back, done, tried
from squaremile.web.shell.cells import cell
from squaremile.web.shell.entry import only


class ListForm(forms.Form):
    """Its name."""

    name = forms.CharField(label=gettext_lazy("Name of the list"), max_length=120)


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """One's lists and saved searches."""
    return render(request, "network/finding/kept.html", {
        "lists": keeping.short_lists(), "searches": keeping.searches(), "sections": sections.tabs("network"),
        "may_keep": rules.keep_own(require()),
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep_own)
def add(request: HttpRequest) -> HttpResponse:
    """A new one."""
    form, refusal, made = ListForm(request.POST or None), None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(network.start_list(name=form.cleaned_data["name"])))
        if refusal is None:
            return done(request, _("The list is there."), reverse("network_list", args=[made[0].code]))
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "shell/form.html", {
        "form": form, "refusal": refusal, "title": _("Start a list"), "send": _("Start it"),
        "cancel_url": reverse("network_kept"),
    }, status=status)


@require_GET
@only(rules.look)
def one(request: HttpRequest, code: str) -> HttpResponse:
    """What is on it."""
    return render(request, "network/finding/list.html", {
        "list": keeping.short_list(code), "lines": keeping.lines(code), "sections": sections.tabs("network"),
        "crumbs": [(_("Lists and searches"), reverse("network_kept")), (code, "")],
    })


@require_GET
@only(rules.look)
def export(request: HttpRequest, code: str) -> HttpResponse:
    """The same as CSV, in UTF-8 with a mark so that spreadsheets read Korean."""
    kept = keeping.short_list(code)
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers={
        "Content-Disposition": f'attachment; filename="{kept.code}.csv"',
    })
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(
        [_("Kind"), _("Code"), _("Name in Korean"), _("Name in English"), _("Where"), _("Note"), _("Added")]
    )
    for line in keeping.lines(code):
        cells = (
            line.subject, line.code, line.name.ko if line.name else "", line.name.en if line.name else "",
            line.home or "", line.note, f"{line.added_at:%Y-%m-%d}",
        )
        writer.writerow([cell(each) for each in cells])
    return response


@require_POST
@only(rules.keep_own)
def put(request: HttpRequest) -> HttpResponse:
    """Something found goes on a list."""
    code = request.POST.get("short_list", "")
    asked = {name: request.POST.get(name, "") for name in ("subject", "subject_code")}
    network.put_on_list(short_list=code, **asked)
    return done(request, _("It is on the list."), back(request, reverse("network_list", args=[code])))


@require_POST
@only(rules.keep_own)
def take(request: HttpRequest, code: str) -> HttpResponse:
    """One entry goes."""
    asked = {name: request.POST.get(name, "") for name in ("subject", "subject_code")}
    network.take_off_list(short_list=code, **asked)
    return done(request, _("Taken off the list."), reverse("network_list", args=[code]))


@require_POST
@only(rules.keep_own)
def drop(request: HttpRequest, code: str) -> HttpResponse:
    """The whole list goes."""
    network.drop_list(short_list=code)
    return done(request, _("The list is gone."), reverse("network_kept"))
