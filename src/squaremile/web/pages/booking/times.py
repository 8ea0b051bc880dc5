"""Typed times: clock times of the site where the instrument stands, never of the server or the browser."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

SHAPE = "%Y-%m-%dT%H:%M"


class ClockInput(forms.DateTimeInput):
    """The browser's own date-and-time field: typed or picked."""

    input_type = "datetime-local"


class SiteTimeField(forms.DateTimeField):
    """A wall-clock time; `zone` is set by the page, which knows the site."""

    widget = ClockInput(format=SHAPE)
    zone = ZoneInfo("UTC")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=[SHAPE, "%Y-%m-%d %H:%M"], **kwargs)

    def to_python(self, value: Any) -> datetime | None:
        """The moment, or an error for a clock time that a change of clocks leaves out."""
        read = forms.Field.to_python(self, value)
        if read in self.empty_values:
            return None
        for shape in self.input_formats:
            try:
                wall = datetime.strptime(str(read).strip()[:16], shape)
            except ValueError:
                continue
            moment = wall.replace(tzinfo=self.zone)
            if moment.astimezone(ZoneInfo("UTC")).astimezone(self.zone).replace(tzinfo=None) != wall:
                raise forms.ValidationError(_("The clocks change then: this time does not exist on that day."))
            return moment
        raise forms.ValidationError(_("Write the time as 2027-03-01 14:30."))

    def prepare_value(self, value: Any) -> Any:
        """A moment shows as the site's clock does."""
        if isinstance(value, datetime) and value.tzinfo is not None:
            return value.astimezone(self.zone).strftime(SHAPE)
        return value


def set_zone(form: forms.Form, zone: ZoneInfo) -> None:
    """Tell every time field of the form which clock it reads."""
    for field in form.fields.values():
        if isinstance(field, SiteTimeField):
            field.zone = zone
