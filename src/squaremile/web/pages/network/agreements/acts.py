"""Acts on one agreement, each a form of its own at an address of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.core.reads.codes import organisation
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import agreement
from squaremile.network.words.agreements import COMMITMENT_UNKNOWN
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.agreements import forms
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import Rule, only

Run = Callable[[str, Mapping[str, Any]], object]


@dataclass(frozen=True, slots=True)
class Act:
    """A form, what it does, and how it is named."""

    form: type[forms.OfAgreement]
    run: Run
    title: str | Promise
    send: str | Promise
    said: str | Promise
    part: str = ""
    """Where on the agreement's page one is led back to."""
    may: Rule = rules.liaise


def _party(code: str, asked: Mapping[str, Any]) -> object:
    kind, _, name = asked["body"].partition(":")
    named: dict[str, Any] = {"organisation": organisation(name)} if kind == "organisation" else {"partner": name}
    return network.add_party(agreement=code, party_role=asked["party_role"], **named)


def _paper(code: str, asked: Mapping[str, Any]) -> object:
    file = asked["file"]
    return network.add_paper(
        agreement=code, name=file.name, content=file.read(), text_language=asked["text_language"],
        prevails=asked["prevails"],
    )


def _of(operation: Callable[..., object]) -> Run:
    return lambda code, asked: operation(agreement=code, **asked)


_ADD, _SAVED = gettext_lazy("Add"), gettext_lazy("Saved.")
ACTS = {
    "parties": Act(forms.PartyForm, _party, gettext_lazy("Add a party"), _ADD, _SAVED, "parties"),
    "signatories": Act(forms.SignatoryForm, _of(network.add_signatory), gettext_lazy("Add a signatory"), _ADD, _SAVED, "parties"),
    "papers": Act(forms.PaperForm, _paper, gettext_lazy("Add a file"), _ADD, _SAVED, "papers", rules.report_promise),
    "checks": Act(forms.CheckForm, _of(network.record_check), gettext_lazy("Record a partner check"), _ADD, _SAVED, "checks"),
    "steps": Act(forms.StepForm, _of(network.advance_agreement), gettext_lazy("Take the next step"), gettext_lazy("Take the step"), _SAVED),
    "renew": Act(forms.RenewForm, _of(network.renew_agreement), gettext_lazy("Renew"), gettext_lazy("Renew it"), _SAVED),
    "notice": Act(forms.NoticeForm, _of(network.give_notice), gettext_lazy("Record notice"), gettext_lazy("Record it"),
                  gettext_lazy("Recorded. It does not renew itself after this term.")),
    "end": Act(forms.EndForm, _of(network.end_agreement), gettext_lazy("End the agreement"), gettext_lazy("End it"),
               gettext_lazy("Ended. What was still open has lapsed with it.")),
    "publish": Act(forms.SummaryForm, _of(network.publish_agreement), gettext_lazy("Publish a summary"),
                   gettext_lazy("Publish it"), gettext_lazy("Published for the whole cluster.")),
    "answer": Act(forms.AnswerForm, _of(network.answer_clock), gettext_lazy("Answer what is due"),
                  gettext_lazy("Record it"), gettext_lazy("Recorded. Its reminders stop."), "clocks"),
    "commitments": Act(forms.CommitmentForm, _of(network.add_commitment), gettext_lazy("Add a commitment"), _ADD, _SAVED, "commitments"),
}  # fmt: skip


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, code: str, act: str) -> HttpResponse:
    """The form, and what follows it."""
    chosen = ACTS[act]
    return only(chosen.may)(_shown)(request, code, chosen)


def _shown(request: HttpRequest, code: str, act: Act) -> HttpResponse:
    about = agreement.page(code)
    back = reverse("agreement", args=[code])
    form = act.form(request.POST or None, request.FILES or None, about=about, initial=request.GET.dict())
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: act.run(code, form.cleaned_data))
        if refusal is None:
            return done(request, str(act.said), f"{back}#{act.part}" if act.part else back)
    return answered(request, form, refusal, title=str(act.title), send=str(act.send), about=about)


@require_http_methods(["GET", "POST"])
@only(rules.report_promise)
def record(request: HttpRequest, code: str, commitment: str) -> HttpResponse:
    """A dated entry of one commitment."""
    about = agreement.page(code)
    chosen = next((c for c in about.commitments if c.code == commitment), None)
    if chosen is None:
        raise Missing(COMMITMENT_UNKNOWN)
    form = forms.EntryForm(
        request.POST or None, about=about, commitment=chosen, staff=rules.liaise(require()), initial=request.GET.dict(),
    )
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: network.record_commitment(commitment=commitment, **form.cleaned_data))
        if refusal is None:
            return done(request, _("Recorded."), f"{reverse('agreement', args=[code])}#commitments")
    return answered(request, form, refusal, title=_("Record what came of it"), send=_("Record it"), about=about,
                    lead=str(chosen.what))


def answered(
    request: HttpRequest, form: Any, refusal: Any, *, title: str, send: str, about: agreement.AgreementPage, lead: str = "",
) -> HttpResponse:
    """The form again, with what stands against it."""
    status = getattr(refusal, "status", 422 if form.errors else 200)
    crumbs = [(_("Agreements"), reverse("network_agreements")), (str(about.title), reverse("agreement", args=[about.code])),
              (title, "")]  # fmt: skip
    return render(request, "network/agreements/form.html", {
        "sections": sections.tabs("network_agreements"), "form": form, "refusal": refusal, "title": title, "send": send,
        "lead": lead or str(about.title), "cancel_url": reverse("agreement", args=[about.code]), "crumbs": crumbs,
        "files": bool(form.is_multipart()),
    }, status=status)  # fmt: skip
