"""A person and her own profile: claim it, correct it, consent, take consent back."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import desk
from squaremile.network.reads.expert import expert as read_expert
from squaremile.web.pages.network.directory.forms import ClaimForm, OwnForm
from squaremile.web.pages.network.directory.keeping import form_page
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_http_methods(["GET", "POST"])
@only(rules.be_listed)
def claim(request: HttpRequest, expert: str) -> HttpResponse:
    """At once where the address of the account proves it; otherwise staff are asked."""
    page, back = read_expert(expert), reverse("network_person", args=[expert])
    form = ClaimForm(request.POST if request.method == "POST" else None)
    form.fields["says"].required = not page.proven
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: network.claim_profile(expert=expert, says=form.cleaned_data["says"]))
        if refusal is None:
            said = _("This profile is yours now.") if page.proven else _("Liaison staff will confirm it.")
            return done(request, said, back)
    lead = _("The address of your account is the one of this profile: it is yours at once.") if page.proven else _(
        "Liaison staff compare what you write with what they know, and answer.")
    return form_page(request, form, refusal, _("This is me: %(name)s") % {"name": page.name}, _("Claim it"), back, lead=lead)


@require_http_methods(["GET", "POST"])
@only(rules.be_listed)
def own(request: HttpRequest, expert: str) -> HttpResponse:
    """What she says of herself."""
    page, back = read_expert(expert), reverse("network_person", args=[expert])
    if not (page.mine or rules.keep_directory(require())):
        raise Missing(NOT_FOUND)
    form = OwnForm(request.POST if request.method == "POST" else None, initial=desk.record("person", expert))
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: network.correct_profile(expert=expert, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), back)
    return form_page(request, form, refusal, _("My profile"), _("Save"), back)


@require_POST
@only(rules.be_listed)
def consent(request: HttpRequest, expert: str) -> HttpResponse:
    """She agrees to be listed."""
    network.give_consent(expert=expert)
    return done(request, _("Your consent is recorded, and the profile is shown."), reverse("network_person", args=[expert]))


@require_POST
@only(rules.be_listed)
def withdraw(request: HttpRequest, expert: str) -> HttpResponse:
    """Hidden at once, and the contact deleted."""
    network.withdraw_consent(expert=expert)
    return done(request, _("The profile is hidden and its contact deleted."), reverse("network_directory"))
