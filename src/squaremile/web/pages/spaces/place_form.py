"""The form of a place: its names, its size and corners, whether it is for renting."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.kernel.words import Text

_NUMBER = r"-?\d{1,4}(?:\.\d{1,3})?"
_CORNER = re.compile(rf"\(?\s*({_NUMBER})\s*,\s*({_NUMBER})\s*\)?[\s;]*")
Choices = list[tuple[str, Text]]


class CornersField(forms.CharField):
    """Corners in order, as metres east and north of the floor's south-west corner: `0,0 6,0 6,4.5 0,4.5`."""

    widget = forms.Textarea(attrs={"rows": 2, "spellcheck": "false"})

    def to_python(self, value: Any) -> Any:
        """Pairs of numbers; None where nothing is written. Whether they enclose an area is the operation's question."""
        text, corners, at = (value or "").strip(), [], 0
        while at < len(text):
            found = _CORNER.match(text, at)
            if not found:
                raise forms.ValidationError(_("Write corners as 0,0 6,0 6,4.5 0,4.5: metres east, metres north."))
            corners.append([float(found[1]), float(found[2])])
            at = found.end()
        return corners or None

    def validate(self, value: Any) -> None:
        """A place that is not drawn is a sound answer."""

    def prepare_value(self, value: Any) -> Any:
        """As a person writes them."""
        if isinstance(value, list | tuple):
            return " ".join(f"{x:g},{y:g}" for x, y in value)
        return value


class PlaceForm(forms.Form):
    """What there is to say of a place; fields that its kind does not have are left out by the page."""

    kind = forms.ChoiceField(label=_("Kind"))
    code = forms.SlugField(
        label=_("Code"), max_length=20, required=False, allow_unicode=True,
        help_text=_("Stands in its address and on its label. Empty: one is made."),
    )
    name_ko = forms.CharField(label=_("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=120, required=False)
    level = forms.IntegerField(
        label=_("Storey"), min_value=-20, max_value=200, required=False,
        help_text=_("1 is the entrance floor, -1 the first below ground. Floors only."),
    )
    time_zone = forms.CharField(label=_("Time zone"), max_length=40, initial="Asia/Seoul")
    area_m2 = forms.DecimalField(
        label=_("Area in m²"), min_value=0, max_digits=9, decimal_places=2, required=False
    )
    position = forms.IntegerField(label=_("Place in lists"), min_value=0, max_value=100_000, initial=0)
    rentable = forms.BooleanField(label=_("For renting"), required=False)
    outline = CornersField(
        label=_("Corners on the plan"), required=False,
        help_text=_("Metres east and north of the floor's south-west corner, one after another: 0,0 6,0 6,4 0,4."),
    )

    def __init__(self, *args: Any, kinds: Choices = (), leave: tuple[str, ...] = (), **more: Any) -> None:  # type: ignore[assignment]
        super().__init__(*args, **{"auto_id": "place_%s", **more})
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        for name in leave:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if "level" in self.fields and said.get("level") is None and said.get("kind", "floor") == "floor":
            self.add_error("level", _("A floor has a storey."))
        if "level" in said and said.get("kind", "floor") != "floor":
            said["level"] = None
        return said
