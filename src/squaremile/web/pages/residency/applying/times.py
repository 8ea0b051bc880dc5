"""The form in which an applicant says when it cannot pitch: a day, from, until, in a few rows."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.utils.translation import gettext as _

from squaremile.kernel.period import Period, civil
from squaremile.residency.operations import Away

ROWS, MIDNIGHT, DAY = 4, time(0), timedelta(days=1)


class TimesForm(forms.Form):
    """Rows that say nothing are left out. Without hours a whole day is meant."""

    def __init__(self, *args: Any, rows: int = ROWS, **more: Any) -> None:
        super().__init__(*args, **more)
        self.rows = rows
        for n in range(1, rows + 1):
            said = {"n": n}
            self.fields[f"day_{n}"] = forms.DateField(
                label=_("Day %(n)d") % said, required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
            self.fields[f"from_{n}"] = forms.TimeField(
                label=_("From, day %(n)d") % said, required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
            self.fields[f"until_{n}"] = forms.TimeField(
                label=_("Until, day %(n)d") % said, required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))

    @classmethod
    def of(cls, said: Iterable[Period]) -> "TimesForm":
        """With what was said before; a time that goes over midnight is shown day by day."""
        days = [piece for span in said for piece in _by_day(span)]
        initial: dict[str, Any] = {}
        for n, (day, begins, ends) in enumerate(days, 1):
            initial |= {f"day_{n}": day, f"from_{n}": begins, f"until_{n}": ends}
        return cls(initial=initial, rows=max(ROWS, len(days) + 1), auto_id="times-%s")

    def triples(self) -> list[tuple[Any, Any, Any]]:
        """The fields of each row, as the template lays them out."""
        return [tuple(self[f"{what}_{n}"] for what in ("day", "from", "until")) for n in range(1, self.rows + 1)]  # type: ignore[misc]

    def away(self) -> list[Away]:
        """As the operation takes it, in the clock of the cluster."""
        zone, made = ZoneInfo(settings.TIME_ZONE), []
        for n in range(1, self.rows + 1):
            day = self.cleaned_data.get(f"day_{n}")
            if day is None:
                continue
            begins, ends = self.cleaned_data.get(f"from_{n}") or MIDNIGHT, self.cleaned_data.get(f"until_{n}")
            made.append(Away(civil(day, begins, zone), civil(day, ends, zone) if ends else civil(day + DAY, MIDNIGHT, zone)))
        return made


def _by_day(span: Period) -> list[tuple[date, time | None, time | None]]:
    zone, made = ZoneInfo(settings.TIME_ZONE), []
    begin, end = span.start.astimezone(zone), span.end.astimezone(zone)
    while begin < end:
        midnight: datetime = civil(begin.date() + DAY, MIDNIGHT, zone).astimezone(zone)
        until = min(end, midnight)
        made.append((begin.date(), begin.time() or None, None if until == midnight else until.time()))
        begin = midnight
    return made
