"""One organisation: people, roles, projects, invitations, and what happened lately."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.core import operations as core
from squaremile.core import rules
from squaremile.core.reads import organisation
from squaremile.kernel.scope import require
from squaremile.web.pages.organisations.keeping import may
from squaremile.web.pages.organisations.organisations import OrganisationForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only, signed_in


class EditForm(OrganisationForm):
    """With whether it is in use."""

    active = forms.BooleanField(
        label=gettext_lazy("Takes part in the cluster"), required=False,
        help_text=gettext_lazy("Without this, nobody books for it and nobody is invited to it."),
    )


@require_GET
@signed_in
def page(request: HttpRequest, code: str) -> HttpResponse:
    """For its own people and for staff; for others it is not there."""
    shown = organisation.page(code)
    return render(request, "organisations/organisation.html", {
        "page": shown, "may": may(shown.id), "me": require().actor,
        "crumbs": [(_("Organisations"), reverse("organisations")), (str(shown.name), "")] if require().staff else [],
    })


@require_http_methods(["GET", "POST"])
@only(rules.keep_organisations)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Names, kind, and whether it takes part."""
    shown = organisation.page(code)
    initial = {name: getattr(shown, name) for name in ("name_ko", "name_en", "kind", "active")}
    form = EditForm(request.POST or None, initial=initial)
    refusal = None
    back = reverse("organisation", args=[code])
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: core.edit_organisation(organisation=code, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), back)
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "shell/form.html", {
        "form": form, "refusal": refusal, "title": _("Edit %(name)s") % {"name": shown.name}, "send": _("Save"),
        "cancel_url": back,
    }, status=status)
