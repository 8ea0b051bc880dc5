"""What the reader chooses on maps: kind, region, activity; and the side and shape of the square."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from squaremile.atlas.policies.square import SIDES, Columns
from squaremile.atlas.reads import outlines
from squaremile.atlas.reads.points import Sites, Where
from squaremile.atlas.words import registry as words

SHAPES = (("square", gettext_lazy("Square")), ("disc", gettext_lazy("Disc")))


class WhereForm(forms.Form):
    """Which sites. A choice that is not there is left out."""

    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    region = forms.ChoiceField(label=gettext_lazy("Region"), required=False)
    activity = forms.ChoiceField(label=gettext_lazy("Activity"), required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="filter-%s")
        anything, fields = ("", _("All")), self.fields
        fields["kind"].choices = [anything, *((k, str(t)) for k, t in words.KINDS.items())]  # type: ignore[attr-defined]
        fields["region"].choices = [anything, *((c.key, str(c.name)) for c in outlines.regions_with_sites())]  # type: ignore[attr-defined]
        fields["activity"].choices = [anything, *((c.key, str(c.name)) for c in outlines.activities_done())]  # type: ignore[attr-defined]

    def where(self) -> Where:
        self.is_valid()
        said = self.cleaned_data
        return Where(kind=said.get("kind") or "", region=said.get("region") or "", activity=said.get("activity") or "")


class SquareForm(WhereForm):
    """And how large a square, or a disc."""

    side = forms.ChoiceField(label=gettext_lazy("Side"), required=False)
    shape = forms.ChoiceField(label=gettext_lazy("Shape"), choices=SHAPES, required=False)
    field_order = ("side", "shape", "kind", "region", "activity")

    def __init__(self, data: Any) -> None:
        said = QueryDict(mutable=True)
        said.update({"side": "1mi", "shape": "square"} | {key: data[key] for key in data if data[key]})
        super().__init__(said)
        self.fields["side"].choices = [(key, str(name)) for key, name in SIDES.items()]  # type: ignore[attr-defined]

    def patch(self) -> tuple[str, str]:
        """Side and shape."""
        self.is_valid()
        return self.cleaned_data.get("side") or "1mi", self.cleaned_data.get("shape") or "square"


def asked(said: QueryDict) -> Where:
    """The same of an address that has no form: what is not known finds nothing."""
    plain = {name: said.get(name, "").replace("\x00", "")[:81] for name in ("kind", "region", "activity")}
    return Where(**plain)


def columns_of(found: Sites) -> Columns:
    """As the measures take them."""
    return Columns(found.latitude, found.longitude, found.organisation)
