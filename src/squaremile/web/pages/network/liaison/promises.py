"""Writing down a promise, and settling one."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import waiting_promises
from squaremile.network.reads.members import member as member_of
from squaremile.network.words import liaison as words
from squaremile.web.pages.network import sections
from squaremile.web.pages.network.liaison import filled, picking
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

ENDS = {
    "kept": gettext_lazy("Kept: here is the evidence"), "broken": gettext_lazy("Broken: here is why"),
    "withdrawn": gettext_lazy("No longer wanted: here is why"),
}  # fmt: skip


class PromiseForm(forms.Form):
    """What, by whom, by when."""

    what_ko = forms.CharField(label=gettext_lazy("What, in Korean"), max_length=300, required=False)
    what_en = forms.CharField(label=gettext_lazy("What, in English"), max_length=300, required=False)
    due = forms.DateField(label=gettext_lazy("By when"), widget=filled.Days)
    owner_kind = forms.ChoiceField(label=gettext_lazy("Who promised"))
    owner_code = picking.field(
        "promiser", gettext_lazy("Which one"), max_length=254,
        help_text=gettext_lazy("Type a name and choose. Of the staff: yourself, if left empty."),
    )
    interaction = picking.field("interaction", gettext_lazy("The contact it was made in"))
    internal = forms.BooleanField(label=gettext_lazy("For staff only: the member does not see it"), required=False)

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.fields["owner_kind"].choices = filled.choices(words.OWNERS)  # type: ignore[attr-defined]


class SettleForm(forms.Form):
    """How it ended, with evidence or reason."""

    ended = forms.ChoiceField(label=gettext_lazy("How it stands"), choices=list(ENDS.items()), widget=forms.RadioSelect)
    grounds = forms.CharField(
        label=gettext_lazy("Evidence or reason"), max_length=300, help_text=gettext_lazy("A document, a date, or a sentence.")
    )


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def add(request: HttpRequest, member: str) -> HttpResponse:
    """Who said to do what by when."""
    whose = member_of(member)
    return filled.shown(
        request, PromiseForm(request.POST or None), lambda asked: network.make_promise(member=whose.code, **asked),
        title=_("A promise in the relationship with %(name)s") % {"name": whose.name}, send=_("Write it down"),
        said=_("Written down."), back=reverse("network_relationship", args=[whose.code]),
    )


def _settle(promise: str, ended: str, grounds: str) -> None:
    if ended == "kept":
        network.keep_promise(promise=promise, evidence=grounds)
    elif ended == "broken":
        network.break_promise(promise=promise, reason=grounds)
    else:
        network.withdraw_promise(promise=promise, reason=grounds)


@require_http_methods(["GET", "POST"])
@only(rules.look)
def page(request: HttpRequest, promise: str) -> HttpResponse:
    """One promise; whoever made it, and the staff, say how it ended."""
    found = waiting_promises.one(promise)
    form, refusal = SettleForm(request.POST or None), None
    if request.method == "POST" and form.is_valid():
        refusal = tried(lambda: _settle(promise, form.cleaned_data["ended"], form.cleaned_data["grounds"]))
        if refusal is None:
            return done(request, _("Settled."), reverse("network_promise", args=[promise]))
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "network/liaison/promise.html", {
        "page": found, "form": form, "refusal": refusal, "sections": sections.tabs("network_relationships"),
    }, status=status)
