"""The form of an event."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads.events import record
from squaremile.network.words import partnering as words
from squaremile.web.pages.network import sections
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


def _when() -> forms.DateTimeInput:
    return forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class EventForm(forms.Form):
    """What there is to say of an event."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"))
    title_ko = forms.CharField(label=gettext_lazy("Title in Korean"), max_length=200, required=False)
    title_en = forms.CharField(label=gettext_lazy("Title in English"), max_length=200, required=False)
    start = forms.DateTimeField(label=gettext_lazy("Starts at"), widget=_when())
    end = forms.DateTimeField(label=gettext_lazy("Ends at"), widget=_when())
    place = forms.CharField(
        label=gettext_lazy("Code of the place"), max_length=20, required=False,
        help_text=gettext_lazy("One of the cluster's own rooms; leave it empty for elsewhere."),
    )
    where_ko = forms.CharField(label=gettext_lazy("Where, in Korean"), max_length=200, required=False)
    where_en = forms.CharField(label=gettext_lazy("Where, in English"), max_length=200, required=False)
    host_ko = forms.CharField(label=gettext_lazy("Host in Korean"), max_length=120, required=False)
    host_en = forms.CharField(label=gettext_lazy("Host in English"), max_length=120, required=False)
    capacity = forms.IntegerField(
        label=gettext_lazy("Seats"), min_value=0, max_value=100_000, initial=0, help_text=gettext_lazy("0: no limit.")
    )
    visibility = forms.ChoiceField(label=gettext_lazy("Who may come"))
    says_ko = forms.CharField(
        label=gettext_lazy("About it, in Korean"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    says_en = forms.CharField(
        label=gettext_lazy("About it, in English"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )

    def __init__(self, *args: Any, new: bool, **more: Any) -> None:
        super().__init__(*args, **{"auto_id": "event_%s", **more})
        self.fields["kind"].choices = list(words.KINDS.items())  # type: ignore[attr-defined]
        self.fields["visibility"].choices = list(words.VISIBILITIES.items())  # type: ignore[attr-defined]
        if not new:
            del self.fields["kind"]


@require_http_methods(["GET", "POST"])
@only(rules.run_events)
def add(request: HttpRequest) -> HttpResponse:
    """A new one, as a draft."""
    return _form_page(request, {}, lambda said: network.add_event(**said).code)


@require_http_methods(["GET", "POST"])
@only(rules.run_events)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """What there is to change."""
    return _form_page(request, record(code), lambda said: network.edit_event(event=code, **said).code)


def _form_page(request: HttpRequest, known: dict[str, Any], call: Any) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form, refusal, made = EventForm(data, new=not known, initial=known), None, []
    if data is not None and form.is_valid():
        refusal = tried(lambda: made.append(call(form.cleaned_data)))
        if refusal is None:
            return done(request, _("Saved."), reverse("event", args=made))
    status = refusal.status if refusal else 200 if data is None else 422
    return render(request, "network/partnering/event_form.html", {
        "form": form, "refusal": refusal, "code": known.get("code", ""), "sections": sections.tabs("network_events"),
    }, status=status)
