"""Input of the space pages: whose, from which day to which."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.core.reads import organisations


class DayInput(forms.DateInput):
    """The browser's own date field: typed or picked."""

    input_type = "date"


def day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput(format="%Y-%m-%d"), input_formats=["%Y-%m-%d"], **more)


class HoldForm(forms.Form):
    """A place for an organisation, for a span of days."""

    organisation = forms.ChoiceField(label=_("Company"))
    start = day(_("First day"))
    last = day(_("Last day"))
    note_text = forms.CharField(
        label=_("Remark"), max_length=300, required=False, help_text=_("The company and staff can read this.")
    )

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, auto_id="hold_%s", **more)
        listed = [(row.code, str(row.name)) for row in organisations.organisations()]
        field = self.fields["organisation"]
        field.choices = [("", "–"), *listed]  # type: ignore[attr-defined]


class ExtendForm(forms.Form):
    """A later last day."""

    last = day(_("New last day"))


class ReleaseForm(forms.Form):
    """A last day that comes sooner; empty: now."""

    last = day(_("Last day"), required=False, help_text=_("Leave it empty to free the place now."))


class AsOfForm(forms.Form):
    """Which day to look at."""

    on = day(_("As of"), required=False)
