"""Kinds of equipment and classes of stand-ins: the two lists, and the names of one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.booking import operations as booking
from squaremile.booking import rules
from squaremile.booking.reads import keeping
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class NamesForm(forms.Form):
    """A code, given once, and a name in each language."""

    code = forms.SlugField(
        label=gettext_lazy("Code"), max_length=40, required=False, allow_unicode=True,
        help_text=gettext_lazy("Programs and imports name it by this. Empty: one is made."),
    )
    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=120, required=False)

    def __init__(self, *args: Any, new: bool, **more: Any) -> None:
        super().__init__(*args, **{"auto_id": "names_%s", **more})
        if not new:
            del self.fields["code"]


@dataclass(frozen=True, slots=True)
class Sort:
    """One of the two lists: its words, and what reads and writes it."""

    add_title: Promise
    edit_title: Promise
    names: Callable[[str], dict[str, str]]
    add: Callable[..., Any]
    edit: Callable[[str, dict[str, str]], Any]


SORTS = {
    "kinds": Sort(
        gettext_lazy("Add a kind"), gettext_lazy("Edit a kind"), keeping.kind_names, booking.add_kind,
        lambda code, said: booking.edit_kind(kind=code, **said),
    ),
    "classes": Sort(
        gettext_lazy("Add a class"), gettext_lazy("Edit a class"), keeping.class_names, booking.add_class,
        lambda code, said: booking.edit_class(equivalence=code, **said),
    ),
}


@require_GET
@only(rules.keep_catalogue)
def index(request: HttpRequest) -> HttpResponse:
    """Both lists."""
    return render(request, "booking/kinds.html", {"kinds": keeping.kinds_used(), "classes": keeping.classes_used()})


@require_http_methods(["GET", "POST"])
@only(rules.keep_catalogue)
def page(request: HttpRequest, sort: str, code: str = "") -> HttpResponse:
    """One entry, or a new one."""
    of = SORTS[sort]
    data = request.POST if request.method == "POST" else None
    form = NamesForm(data, new=not code, initial=of.names(code) if code else {})
    refusal = None
    if data is not None and form.is_valid():
        said = form.cleaned_data
        refusal = tried(lambda: of.edit(code, said) if code else of.add(**said))
        if refusal is None:
            return done(request, _("Saved."), reverse("kinds"))
    status = refusal.status if refusal else 200 if data is None else 422
    return render(request, "booking/kind.html", {
        "form": form, "code": code, "refusal": refusal, "title": of.edit_title if code else of.add_title, "sort": sort,
    }, status=status)
