"""Forms of the floor plan by which places merge and split."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.spaces import words
from squaremile.spaces.reads.reshaping import Part, reshapable, reshapes

KINDS = ("bench", "desk", "bay")


class MergeForm(forms.Form):
    """Several that become one."""

    merged = forms.MultipleChoiceField(label=_("Places that become one"), widget=forms.SelectMultiple(attrs={"size": 8}))
    on_day = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    kind = forms.ChoiceField(label=_("Becomes a"))
    name_ko = forms.CharField(label=_("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=120, required=False)

    def __init__(self, *args: Any, parts: list[Part], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["merged"].choices = _named(parts)  # type: ignore[attr-defined]
        self.fields["kind"].choices = _kinds()  # type: ignore[attr-defined]


class SplitForm(forms.Form):
    """One that becomes several."""

    place = forms.ChoiceField(label=_("Place"))
    on_day = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    into = forms.IntegerField(label=_("Into how many"), min_value=2, max_value=10, initial=2)
    kind = forms.ChoiceField(label=_("Each becomes a"))

    def __init__(self, *args: Any, parts: list[Part], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["place"].choices = _named(parts)  # type: ignore[attr-defined]
        self.fields["kind"].choices = _kinds()  # type: ignore[attr-defined]


def reshaping(site: str) -> dict[str, Any]:
    """What the floor plan shows of it."""
    parts = reshapable(site)
    return {
        "may_reshape": True, "reshapes": reshapes(site), "merge_form": MergeForm(parts=parts, auto_id="merge-%s"),
        "split_form": SplitForm(parts=parts, auto_id="split-%s"),
    }


def _named(parts: list[Part]) -> list[tuple[str, str]]:
    return [(part.code, f"{part.name} · {part.code} · {part.kind}") for part in parts]


def _kinds() -> list[tuple[str, str]]:
    return [(kind, str(words.KINDS[kind])) for kind in KINDS]
