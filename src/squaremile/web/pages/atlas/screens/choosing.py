"""What the reader chooses on maps: kind, region, activity; and the side and shape of the square."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from squaremile.atlas.policies.square import SIDES, Columns
from squaremile.atlas.reads import outlines
from squaremile.atlas.reads.points import Sites, Where
from squaremile.atlas.words import registry as words
from squaremile.kernel import clock

LONGEST = 60
"""Years of a slider: an old university does not make every step a tenth of a pixel."""
SHAPES = (("square", gettext_lazy("Square")), ("disc", gettext_lazy("Disc")))


@dataclass(frozen=True, slots=True)
class Years:
    """A slider over years: from `least` to `most`, now at `chosen`; `now` where the newest stands for what is there today."""

    least: int
    most: int
    chosen: int
    now: bool = False

    @property
    def latest(self) -> bool:
        return self.chosen == self.most


def year_of(said: Any) -> int | None:
    """The year of an address; None where there is none that makes sense, or that is not over: then what is there today counts."""
    text = str(said.get("year") or "")
    year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else None
    return None if year is None or year >= clock.now().year else year


def slider(span: tuple[int, int] | None, chosen: int | None, *, now: bool = False) -> Years | None:
    """For these years, at most `LONGEST` of them; None where there is nothing to slide over."""
    if span is None:
        return None
    most = span[1]
    least = max(span[0], most - LONGEST)
    return None if least == most else Years(least, most, min(max(chosen or most, least), most), now)


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
        return Where(said.get("kind") or "", said.get("region") or "", said.get("activity") or "", year_of(self.data))


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
    return Where(**plain, year=year_of(said))


def columns_of(found: Sites) -> Columns:
    """As the measures take them."""
    return Columns(found.latitude, found.longitude, found.organisation)
