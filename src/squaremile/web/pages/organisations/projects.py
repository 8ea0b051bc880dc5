"""What an organisation's use is charged to."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.core import operations as core
from squaremile.core import rules
from squaremile.core.reads import organisation
from squaremile.core.reads.organisations import organisation as its_organisation
from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class ProjectForm(forms.Form):
    """Names and number."""

    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=160, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=160, required=False)
    reference = forms.CharField(
        label=gettext_lazy("Number"), max_length=80, required=False,
        help_text=gettext_lazy("Grant number or cost centre, as your accounting knows it."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.keep_own_company)
def add(request: HttpRequest, code: str) -> HttpResponse:
    """A new project of an organisation."""
    where = its_organisation(code)
    form = ProjectForm(request.POST or None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: core.add_project(organisation=where.id, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Added."), reverse("organisation", args=[code]))
    return _form(request, code, form, refusal, _("New project"))


@require_http_methods(["GET", "POST"])
@only(rules.keep_own_company)
def edit(request: HttpRequest, code: str, project: str) -> HttpResponse:
    """Its names and number."""
    shown = next((p for p in organisation.page(code).projects if p.code == project), None)
    if shown is None:
        raise Missing(NOT_FOUND)
    initial = {name: getattr(shown, name) for name in ("name_ko", "name_en", "reference")}
    form = ProjectForm(request.POST or None, initial=initial)
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: core.edit_project(project=project, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), reverse("organisation", args=[code]))
    return _form(request, code, form, refusal, _("Edit %(name)s") % {"name": shown.name})


def _form(request: HttpRequest, code: str, form: forms.Form, refusal: object, title: str) -> HttpResponse:
    status = getattr(refusal, "status", 422 if form.errors else 200)
    return render(request, "shell/form.html", {
        "form": form, "refusal": refusal, "title": title, "send": _("Save"),
        "cancel_url": reverse("organisation", args=[code]),
    }, status=status)


@require_POST
@only(rules.keep_own_company)
def close(request: HttpRequest, code: str, project: str) -> HttpResponse:
    """Nothing more is charged to it."""
    core.close_project(project=project)
    return done(request, _("Closed. What was charged to it stays."), reverse("organisation", args=[code]))
