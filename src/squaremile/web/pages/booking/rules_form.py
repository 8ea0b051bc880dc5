"""The form of a set of rules of use: numbers, the week's hours, and shares."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.booking.words import WEEKDAYS

_SPAN = re.compile(r"^\s*(\d{1,2}):(\d{2})\s*[-–~]\s*(\d{1,2}):(\d{2})\s*$")
NUMBERS = (
    ("step_minutes", _("Step"), 15),
    ("min_minutes", _("Shortest booking"), 15),
    ("max_minutes", _("Longest booking"), 480),
    ("lead_minutes", _("Book at least so long before"), 0),
    ("horizon_days", _("Days ahead that can be booked"), 60),
    ("buffer_before_minutes", _("Kept free before"), 0),
    ("buffer_after_minutes", _("Kept free after"), 0),
    ("cancel_free_minutes", _("Cancel free until so long before"), 120),
    ("early_start_minutes", _("Start at most so early"), 10),
)


class HoursField(forms.CharField):
    """One weekday: `09:00-12:00, 13:00-18:00`; empty is closed."""

    def to_python(self, value: Any) -> Any:
        """Spans in minutes of the day, in order and apart."""
        spans: list[tuple[int, int]] = []
        for part in filter(str.strip, (value or "").split(",")):
            found = _SPAN.match(part)
            if not found:
                raise forms.ValidationError(_("Write 09:00-18:00, or 09:00-12:00, 13:00-18:00."))
            opens, closes = (int(found[n]) * 60 + int(found[n + 1]) for n in (1, 3))
            closes = closes or 1440
            if not (spans[-1][1] if spans else 0) <= opens < closes <= 1440 or int(found[2]) > 59 or int(found[4]) > 59:
                raise forms.ValidationError(_("Each span ends after it starts, and after the one before it."))
            spans.append((opens, closes))
        return spans

    def validate(self, value: Any) -> None:
        """Closed all day is a sound answer."""


def spans_text(spans: list[tuple[int, int]]) -> str:
    """As a person writes them."""
    return ", ".join(f"{o // 60:02d}:{o % 60:02d}-{c // 60:02d}:{c % 60:02d}" for o, c in spans)


class RulesForm(forms.Form):
    """Names, numbers, hours."""

    name_ko = forms.CharField(label=_("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=120, required=False)
    needs_approval = forms.BooleanField(label=_("Lab operations approve each booking"), required=False)
    offers_assistance = forms.BooleanField(label=_("A member of staff can be asked for"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"auto_id": "rules_%s", **more})
        for name, label, usual in NUMBERS:
            unit = _("days") if name == "horizon_days" else _("minutes")
            self.fields[name] = forms.IntegerField(
                label=label, min_value=0, max_value=525_600, initial=usual, help_text=unit
            )
        self.fields["max_minutes"].help_text = _("minutes; 0 is no limit")
        for day, says in enumerate(WEEKDAYS):
            self.fields[f"hours_{day}"] = HoursField(label=str(says), required=False, initial="00:00-24:00")

    @property
    def numbers(self) -> list[Any]:
        return [self[name] for name, _label, _usual in NUMBERS]

    @property
    def week(self) -> list[Any]:
        return [self[f"hours_{day}"] for day in range(7)]

    def asked(self) -> dict[str, Any]:
        """What `booking.add_rules` and `booking.edit_rules` take."""
        said = self.cleaned_data
        plain = {name: said[name] for name, _label, _usual in NUMBERS}
        hours = [(day, opens, closes) for day in range(7) for opens, closes in said[f"hours_{day}"]]
        return {
            **plain,
            "hours": hours,
            **{n: said[n] for n in ("name_ko", "name_en", "needs_approval", "offers_assistance")},
        }


class ShareForm(forms.Form):
    """At most so many minutes per person or company, in a day or a week."""

    per = forms.ChoiceField(label=_("For each"), choices=[("person", _("person")), ("company", _("company"))])
    span = forms.ChoiceField(label=_("In a"), choices=[("day", _("day")), ("week", _("week"))])
    minutes = forms.IntegerField(label=_("At most (minutes)"), min_value=1, max_value=10_080, required=False)
    prime_only = forms.BooleanField(label=_("Prime time only"), required=False)
    prime = HoursField(label=_("Prime time"), required=False, initial="09:00-18:00")

    def clean_prime(self) -> tuple[int, int]:
        """One span; the working day where nothing is written."""
        spans: list[tuple[int, int]] = self.cleaned_data["prime"]
        if len(spans) > 1:
            raise forms.ValidationError(_("Write one span."))
        return spans[0] if spans else (540, 1080)


_Formset = forms.formset_factory(ShareForm, extra=2, max_num=12)


class Shares(_Formset):  # type: ignore[misc, valid-type]
    """All shares of a set; a row without minutes is none."""

    def asked(self) -> list[dict[str, Any]]:
        rows = (form.cleaned_data for form in self.forms if form.cleaned_data.get("minutes"))
        return [
            {
                "per": r["per"],
                "span": r["span"],
                "minutes": r["minutes"],
                "prime_only": r["prime_only"],
                "prime_from_minute": r["prime"][0],
                "prime_to_minute": r["prime"][1],
            }
            for r in rows
        ]
