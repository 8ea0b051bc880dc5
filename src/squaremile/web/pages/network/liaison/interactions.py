"""Logging a contact, and mending its entry."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.kernel import clock
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads.agreed_agenda import agreed
from squaremile.network.reads.interaction import entry
from squaremile.network.reads.members import member as member_of
from squaremile.network.words import liaison as words
from squaremile.web.pages.network.liaison import filled, picking
from squaremile.web.shell.entry import only


class EntryForm(forms.Form):
    """What was said, who was there, and what of the membership it used."""

    title_ko = forms.CharField(label=gettext_lazy("Title in Korean"), max_length=200, required=False)
    title_en = forms.CharField(label=gettext_lazy("Title in English"), max_length=200, required=False)
    length = forms.IntegerField(label=gettext_lazy("Length in minutes"), min_value=0, max_value=10_080, initial=0)
    attendees = forms.CharField(
        label=gettext_lazy("Who was there"), max_length=400, required=False,
        help_text=gettext_lazy("Codes of people in the directory, with commas between."),
    )
    minutes_ko = filled.area(gettext_lazy("Minutes in Korean"), gettext_lazy("The member reads them too."))
    minutes_en = filled.area(gettext_lazy("Minutes in English"))
    staff_notes_ko = filled.area(gettext_lazy("Notes for staff, in Korean"), gettext_lazy("Only liaison staff read them."))
    staff_notes_en = filled.area(gettext_lazy("Notes for staff, in English"))
    entitlement = forms.ChoiceField(label=gettext_lazy("Counts against the membership"), required=False)
    units = forms.IntegerField(label=gettext_lazy("How many"), min_value=1, max_value=1000, initial=1)

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        found = filled.choices(words.ENTITLEMENTS, blank=_("Nothing"))
        self.fields["entitlement"].choices = found  # type: ignore[attr-defined]


class LogForm(EntryForm):
    """With when and how, and what it was about."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"))
    at = forms.DateTimeField(label=gettext_lazy("When"), widget=filled.Moments)
    need = picking.field("need", gettext_lazy("The need it was about"))
    introduction = picking.field("introduction", gettext_lazy("The introduction it followed"))
    agenda = forms.CharField(max_length=20, required=False, widget=forms.HiddenInput)
    follow_up = forms.BooleanField(
        label=gettext_lazy("Promise follow-ups after a meeting or visit"), required=False, initial=True
    )
    field_order = ("kind", "at", "title_ko", "title_en")

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)
        self.fields["kind"].choices = filled.choices(words.INTERACTIONS)  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def add(request: HttpRequest, member: str) -> HttpResponse:
    """A visit, call, mail, meeting or event."""
    whose = member_of(member)
    return filled.shown(
        request, LogForm(request.POST or None, initial={"at": clock.now(), "kind": "meeting"} | _agreed(request, whose.code)),
        lambda asked: network.log_interaction(member=whose.code, **asked), send=_("Log it"), said=_("Logged."),
        title=_("Log a contact with %(name)s") % {"name": whose.name}, back=reverse("network_relationship", args=[whose.code]),
        lead=_("After a meeting or a visit, follow-ups are promised by themselves."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def edit(request: HttpRequest, interaction: str) -> HttpResponse:
    """Minutes and who was there; when and with whom stay."""
    found = entry(interaction)
    initial: dict[str, Any] = {name: getattr(found, name) for name in EntryForm.base_fields}
    return filled.shown(
        request, EntryForm(request.POST or None, initial=initial),
        lambda asked: network.edit_interaction(interaction=interaction, **asked), title=_("Minutes and notes"),
        send=_("Save"), said=_("Saved."), back=reverse("network_relationship", args=[found.member_code]),
    )


def _agreed(request: HttpRequest, member: str) -> dict[str, object]:
    """What the agenda of the meeting says already."""
    found = agreed(request.GET.get("agenda", ""), member)
    if found is None:
        return {}
    return {
        "agenda": found.code, "title_ko": found.title_ko, "title_en": found.title_en, "need": found.need,
        "attendees": ", ".join(found.people), "minutes_ko": found.lines_ko, "minutes_en": found.lines_en,
        "length": found.minutes,
    }
