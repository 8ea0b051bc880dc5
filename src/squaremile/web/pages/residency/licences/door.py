"""An offer behind a key: who applies from outside reads it, accepts or declines, and signs. The key is for its company."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST, require_safe

from squaremile.kernel.errors import SquaremileError
from squaremile.residency import operations as residency
from squaremile.residency.reads import licences
from squaremile.residency.reads.licence_file import document, licence_file
from squaremile.web.pages.residency.licences.forms import SignForm
from squaremile.web.pages.residency.licences.licence import pdf
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import by_key


@require_GET
@by_key("applicant")
def mine(request: HttpRequest) -> HttpResponse:
    """The offers of the company that the key is for."""
    return render(request, "residency/licences/door_offers.html", {"rows": licences.licences()})


@require_GET
@by_key("applicant")
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One offer."""
    return _page(request, code, SignForm(), None)


@require_safe
@by_key("applicant")
def paper(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The document, the very bytes that are signed."""
    return pdf(*document(code, number))


@require_POST
@by_key("applicant")
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """The company takes the offer, or leaves it."""
    accept = request.POST.get("accept") == "yes"
    refusal = tried(lambda: residency.answer_offer(licence=code, accept=accept))
    if refusal is None:
        said = _("The offer is accepted. Please sign the document.") if accept else _("The offer is declined.")
        return done(request, said, reverse("door_offer", args=[code]))
    return _page(request, code, SignForm(), refusal)


@require_POST
@by_key("applicant")
def sign(request: HttpRequest, code: str) -> HttpResponse:
    """By a name that is typed."""
    form, refusal = SignForm(request.POST), None
    if form.is_valid():
        refusal = tried(lambda: residency.sign_licence(licence=code, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Signed."), reverse("door_offer", args=[code]))
    return _page(request, code, form, refusal)


def _page(request: HttpRequest, code: str, form: SignForm, refusal: SquaremileError | None) -> HttpResponse:
    found = licence_file(code)
    status = refusal.status if refusal else 422 if form.is_bound and form.errors else 200
    return render(request, "residency/licences/door_offer.html", {
        "file": found, "row": found.row, "terms": found.terms, "sign_form": form, "refusal": refusal,
        "may_answer": found.row.offer == "open", "may_sign": found.waits_for == "company", "door": True,
    }, status=status)
