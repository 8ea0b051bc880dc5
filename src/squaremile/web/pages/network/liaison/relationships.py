"""All relationships the reader may see: who looks after whom, what is late, what comes next."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.reads import members, relationships, waiting_promises
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.liaison import filled, picking
from squaremile.web.shell.entry import only


@require_GET
@only(rules.look)
def page(request: HttpRequest) -> HttpResponse:
    """For liaison staff and auditors all of them, for a company its own."""
    asked = request.GET.get("q", "")
    return render(request, "network/liaison/relationships.html", {
        "lines": relationships.lines(asked), "asked": asked, "mine": waiting_promises.mine(), "staff": rules.liaise(require()),
        "oversees": rules.oversee(require()), "sections": sections.tabs("network_relationships"),
    })


class Opening(forms.Form):
    """A code of a company or a partner."""

    member = picking.field(
        "partner", gettext_lazy("Organisation"), required=True,
        help_text=gettext_lazy("Of a company of the cluster, or of an organisation in the directory."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def open_one(request: HttpRequest) -> HttpResponse:
    """Begin a relationship: its page is there as soon as its organisation is."""
    form = Opening(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("network_relationship", members.member(form.cleaned_data["member"].strip()).code)
    return filled.shown(
        request, form, lambda asked: None, title=_("Open a relationship"), send=_("Open it"), said="",
        back=reverse("network_relationships"), lead=_("Membership, contacts and promises are kept on its page."),
    )
