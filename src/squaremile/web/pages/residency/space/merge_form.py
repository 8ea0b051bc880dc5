"""The form by which places of one company become one while it sits on them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.spaces import words
from squaremile.web.pages.residency.space.reshape_forms import KINDS


class OwnMergeForm(forms.Form):
    """Which of its places, into what, from which day."""

    merged = forms.CharField(label=_("Places that become one (codes)"), max_length=300)
    on_day = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    kind = forms.ChoiceField(label=_("Becomes a"))
    name_ko = forms.CharField(label=_("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=120, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"auto_id": "merge-%s", **more})
        self.fields["kind"].choices = [(kind, str(words.KINDS[kind])) for kind in KINDS]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        return {**self.cleaned_data, "merged": self.cleaned_data["merged"].replace(",", " ").split()}
