"""The form of a new booking: shapes the input only; what may be booked is the operation's business."""

from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.core import refs
from squaremile.core.reads.payers import Payer
from squaremile.core.reads.people_directory import KIND
from squaremile.kernel.scope import require
from squaremile.web.pages.booking.fees import Chosen
from squaremile.web.pages.booking.times import SiteTimeField, set_zone


class SlotForm(forms.Form):
    """When, for whom, charged to what, and why."""

    equipment = forms.CharField(widget=forms.HiddenInput)
    start = SiteTimeField(label=_("From"))
    end = SiteTimeField(label=_("To"))
    organisation = forms.ChoiceField(label=_("Company"), required=False)
    project = forms.ChoiceField(label=_("Charged to"), required=False)
    person = forms.ChoiceField(label=_("For whom"), required=False)
    purpose = forms.CharField(
        label=_("Purpose"), max_length=300, required=False,
        help_text=_("Only your own company and lab operations see this."),
    )
    assisted = forms.BooleanField(
        label=_("I need a member of staff beside me"), required=False,
        help_text=_("The booking then waits for lab operations to agree."),
    )

    def __init__(self, data: Any = None, *, zone: ZoneInfo, payers: list[Payer], assistance: bool, **more: Any) -> None:
        super().__init__(data, auto_id="slot_%s", **more)
        set_zone(self, zone)
        self.payers = payers
        self._offer("organisation", [(p.code, str(p.name)) for p in payers], blank=False, least=2)
        several = len(payers) > 1
        projects = [(c, f"{p.name} · {n}" if several else str(n)) for p in payers for c, n in p.projects]
        self._offer("project", projects, blank=True, least=1)
        people = {refs.ref(KIND, i): str(n) for p in payers for i, n in p.people}
        self._offer("person", list(people.items()), blank=False, least=2)
        me = require().actor
        if "person" in self.fields and me and refs.ref(KIND, me) in people:
            self.fields["person"].initial = refs.ref(KIND, me)
        if not assistance:
            del self.fields["assisted"]

    def _offer(self, name: str, choices: list[tuple[str, str]], *, blank: bool, least: int) -> None:
        """A question with one possible answer is not asked."""
        if len(choices) < least:
            del self.fields[name]
            return
        field = self.fields[name]
        field.choices = [("", _("No project")), *choices] if blank else choices  # type: ignore[attr-defined]

    def chosen(self) -> Chosen:
        """What the fee and the conditions depend on, from a form that is valid."""
        said = self.cleaned_data
        person = said.get("person")
        return Chosen(
            said.get("organisation", ""), said.get("project", ""), refs.read(KIND, person) if person else None, said.get("assisted", False)
        )

    def asked(self) -> dict[str, Any]:
        """What `booking.reserve` is asked, from a form that is valid."""
        said = self.cleaned_data
        person = said.get("person")
        return {
            "equipment": said["equipment"], "start": said["start"], "end": said["end"],
            "organisation": said.get("organisation", ""), "project": said.get("project", ""),
            "purpose": said["purpose"], "assisted": said.get("assisted", False),
            "person": refs.read(KIND, person) if person else None,
        }
