"""Figures of rule packs: which are verified here, by whom, when, in which text; and verifying one."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import verifications
from squaremile.web.pages.safety import sections
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import only


class VerifyForm(forms.Form):
    """In which text it was read, and when."""

    row = forms.CharField(widget=forms.HiddenInput, max_length=120)
    read_in = forms.CharField(
        label=_("Read in"), max_length=300, help_text=_("The text that the authority has adopted: its name, edition and section.")
    )
    read_on = forms.DateField(label=_("Read on"), widget=forms.DateInput(attrs={"type": "date"}))


@require_GET
@only(rules.look)
def listing(request: HttpRequest) -> HttpResponse:
    """Every pack, with how much of it may block."""
    return render(request, "safety/figures.html", {"packs": verifications.every(), "sections": sections.tabs("safety_figures")})


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest, pack: str) -> HttpResponse:
    """The rows of one pack; `?row=` opens the form for one of them."""
    verifications.pack(pack)
    if request.method == "GET":
        return _page(request, pack)
    if not rules.verify(require()):
        raise Forbidden(NOT_ALLOWED)
    form = VerifyForm(request.POST)
    return sent(
        request, lambda: _verify(pack, form), reverse("safety_figures_of", args=[pack]), lambda **more: _page(request, pack, **more),
        form=form,
    )


def _verify(pack: str, form: VerifyForm) -> None:
    said = form.cleaned_data
    safety.verify_pack_row(pack=pack, pack_row=said["row"], read_in=said["read_in"], read_on=said["read_on"])


def _page(
    request: HttpRequest, pack: str, *, status: int = 200, form: forms.BaseForm | None = None, refusal: object = None
) -> HttpResponse:
    seen, wanted = verifications.pack(pack), request.POST.get("row") or request.GET.get("row", "")
    chosen = next((row for row in seen.rows if row.key == wanted), None) if rules.verify(require()) else None
    return render(request, "safety/figures_of.html", {
        "pack": seen, "chosen": chosen, "form": form or VerifyForm(initial={"row": wanted}), "refusal": refusal,
        "may_verify": rules.verify(require()), "sections": sections.tabs("safety_figures"),
    }, status=status)
