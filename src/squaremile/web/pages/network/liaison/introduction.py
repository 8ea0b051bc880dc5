"""One introduction: where it stands, and what its reader may do about it."""

from collections.abc import Callable
from typing import Any

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
from squaremile.network.reads import introductions
from squaremile.network.words import liaison as words
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.liaison import filled, picking
from squaremile.web.pages.network.liaison.membership import ReasonForm
from squaremile.web.shell.acts import done
from squaremile.web.shell.entry import only


class ApproveForm(forms.Form):
    """Whom to ask, and what she reads."""

    expert = picking.field(
        "expert", gettext_lazy("Whom to ask"), help_text=gettext_lazy("A person, where a lab or an organisation was named.")
    )
    message_ko = filled.area(
        gettext_lazy("Message in Korean"), gettext_lazy("All that the expert reads. Nothing of the reason goes with it.")
    )
    message_en = filled.area(gettext_lazy("Message in English"))


class CloseForm(forms.Form):
    """What came of it, and why."""

    outcome = forms.ChoiceField(label=gettext_lazy("Outcome"))
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300)

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.fields["outcome"].choices = filled.choices(words.OUTCOMES)  # type: ignore[attr-defined]


class HeardForm(forms.Form):
    """What she said, and how it was heard."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Her answer"), widget=forms.RadioSelect,
        choices=[("accept", gettext_lazy("She accepts")), ("decline", gettext_lazy("She declines"))],
    )
    heard = forms.CharField(
        label=gettext_lazy("When and how it was heard"), max_length=300, help_text=gettext_lazy("By telephone on 1 March, for instance.")
    )
    private_reason = forms.CharField(
        label=gettext_lazy("Why she declines"), max_length=300, required=False,
        help_text=gettext_lazy("Only liaison staff read it, never the other side."),
    )


def _here(introduction: str) -> str:
    return reverse("network_introduction", args=[introduction])


@require_GET
@only(rules.look)
def page(request: HttpRequest, introduction: str) -> HttpResponse:
    """For both sides and the staff; for everyone else it is not there."""
    found = introductions.page(introduction)
    asks = rules.ask_introduction(require()) and found.requester
    side = "expert" if found.line.hers else "requester"
    return render(request, "network/liaison/introduction.html", {
        "page": found, "line": found.line, "asks": asks, "may_rate": rules.settle(require()) and (asks or found.line.hers),
        "said": next((each for each in found.feedback if each.side == side), None),
        "crumbs": [(_("Introductions"), reverse("network_introductions")), (str(found.line.target), "")],
        "sections": sections.tabs("network_relationships"),
    })


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def approve(request: HttpRequest, introduction: str) -> HttpResponse:
    """Pass it on: the expert is asked on her page, by letter, or both."""
    found = introductions.page(introduction)
    return filled.shown(
        request, ApproveForm(request.POST or None),
        lambda asked: network.approve_introduction(introduction=introduction, **asked),
        title=_("Ask %(name)s") % {"name": found.line.target}, send=_("Ask now"), said=_("Asked."), back=_here(introduction),
        lead=_("The requester stays unnamed until she accepts.") if found.anonymous else _("She reads who asks."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def refuse(request: HttpRequest, introduction: str) -> HttpResponse:
    """Do not pass it on; the requester reads why."""
    introductions.page(introduction)
    return filled.shown(
        request, ReasonForm(request.POST or None),
        lambda asked: network.refuse_introduction(introduction=introduction, **asked), title=_("Do not pass it on"),
        send=_("Send it back"), said=_("Sent back."), back=_here(introduction), look="stop",
        lead=_("The requester reads the reason. The other side never hears of the request."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def record(request: HttpRequest, introduction: str) -> HttpResponse:
    """An answer that came by telephone or mail."""
    introductions.page(introduction)
    return filled.shown(
        request, HeardForm(request.POST or None),
        lambda asked: network.record_answer(
            introduction=introduction, accept=asked["answer"] == "accept", heard=asked["heard"],
            private_reason=asked["private_reason"],
        ),
        title=_("Record an answer"), send=_("Record it"), said=_("Recorded."), back=_here(introduction),
        lead=_("For an answer by telephone or mail. The link in the letter closes."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.ask_introduction)
def close(request: HttpRequest, introduction: str) -> HttpResponse:
    """The outcome, with its reason."""
    introductions.page(introduction)
    return filled.shown(
        request, CloseForm(request.POST or None),
        lambda asked: network.close_introduction(introduction=introduction, **asked), title=_("What came of it"),
        send=_("Record the outcome"), said=_("Recorded."), back=_here(introduction),
        lead=_("For your side and the liaison staff."),
    )


def _act(request: HttpRequest, introduction: str, call: Callable[..., Any], said: str, **more: Any) -> HttpResponse:
    call(introduction=introduction, **more)
    return done(request, said, _here(introduction))


@require_POST
@only(rules.liaise)
def ask_again(request: HttpRequest, introduction: str) -> HttpResponse:
    """A new letter; the old link opens nothing any more."""
    return _act(request, introduction, network.ask_again, _("A new letter is on its way."))


@require_POST
@only(rules.answer)
def answer(request: HttpRequest, introduction: str) -> HttpResponse:
    """The expert accepts or declines."""
    accept = request.POST.get("answer") == "accept"
    said = _("You are connected.") if accept else _("Declined. The other side is not told why.")
    return _act(
        request, introduction, network.answer_introduction, said, accept=accept,
        private_reason=request.POST.get("private_reason", "")[:300],
    )


@require_POST
@only(rules.ask_introduction)
def withdraw(request: HttpRequest, introduction: str) -> HttpResponse:
    """Take it back while nobody has answered."""
    return _act(request, introduction, network.withdraw_introduction, _("Withdrawn."))


@require_POST
@only(rules.ask_introduction)
def met(request: HttpRequest, introduction: str) -> HttpResponse:
    """Both have met."""
    return _act(request, introduction, network.record_introduction_met, _("Recorded. How was it?"))


@require_POST
@only(rules.settle)
def rate(request: HttpRequest, introduction: str) -> HttpResponse:
    """Two taps."""
    return _act(
        request, introduction, network.rate_introduction, _("Thank you."), useful=request.POST.get("useful") == "yes",
        goes_on=request.POST.get("goes_on") == "yes",
    )
