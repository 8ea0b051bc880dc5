"""A new agreement, and changing a draft."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from squaremile.core.reads.codes import emails
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import agreement
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.agreements.acts import answered
from squaremile.web.pages.network.agreements.forms import AgreementForm
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def new(request: HttpRequest) -> HttpResponse:
    """Open a draft."""
    form = AgreementForm(request.POST or None, initial={"agreement_type": "MOU", "binding": True, **request.GET.dict()})
    refusal, made = None, []
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: made.append(network.draft_agreement(**form.cleaned_data)))
        if refusal is None:
            to = reverse("agreement", args=[made[0].code])
            return done(request, _("Drafted. Now add its parties and check them."), to)
    status = getattr(refusal, "status", 422 if form.errors else 200)
    return render(request, "network/agreements/form.html", {
        "sections": sections.tabs("network_agreements"), "form": form, "refusal": refusal, "title": _("Draft an agreement"),
        "send": _("Open the draft"), "lead": _("Its parties' own people and liaison staff see it; nobody else."),
        "cancel_url": reverse("network_agreements"),
    }, status=status)  # fmt: skip


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """Change a draft."""
    about = agreement.page(code)
    who = emails([key for key in (about.officer, about.deputy) if key])
    title_ko, title_en, scope_ko, scope_en = about.texts
    form = AgreementForm(request.POST or None, code=code, initial={
        "agreement_type": about.type, "title_ko": title_ko, "title_en": title_en, "scope_ko": scope_ko,
        "scope_en": scope_en, "binding": about.binding, "effective_on": about.effective_on, "ends_on": about.ends_on,
        "notice_days": about.notice_days, "auto_renews": about.auto_renews,
        "renews_months": about.renews_months, "exclusive": about.exclusive, "governing": about.governing,
        "parent_agreement": about.parent, "relation": about.relation, "officer": who.get(about.officer, ""),
        "deputy": who.get(about.deputy, "") if about.deputy else "",
    })  # fmt: skip
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: network.edit_agreement(agreement=code, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Saved."), reverse("agreement", args=[code]))
    return answered(request, form, refusal, title=_("Edit the draft"), send=_("Save"), about=about)
