"""The form of an instrument in the catalogue."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

Choices = list[tuple[str, Any]]


class EquipmentForm(forms.Form):
    """What it is, where it stands, under which rules."""

    code = forms.SlugField(
        label=_("Code"), max_length=20, required=False,
        help_text=_("Stands in its address and on its label. Empty: one is made.")
    )
    name_ko = forms.CharField(label=_("Name in Korean"), max_length=160, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=160, required=False)
    kind = forms.ChoiceField(label=_("Kind"))
    place = forms.ChoiceField(label=_("Room"))
    rules_of_use = forms.ChoiceField(label=_("Rules of use"))
    equivalence = forms.ChoiceField(
        label=_("Can stand in for"), required=False, help_text=_("Instruments of one class can replace each other.")
    )
    maker = forms.CharField(label=_("Maker"), max_length=120, required=False)
    model = forms.CharField(label=_("Model"), max_length=120, required=False)
    serial = forms.CharField(label=_("Serial number"), max_length=80, required=False)
    asset_number = forms.CharField(label=_("Asset number"), max_length=40, required=False)
    nfec_number = forms.CharField(
        label=_("NFEC number"), max_length=40, required=False,
        help_text=_("National equipment registration (ZEUS): state grants pay only for registered equipment.")
    )
    says_ko = forms.CharField(label=_("About it, in Korean"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    says_en = forms.CharField(label=_("About it, in English"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    contact = forms.CharField(label=_("Contact"), max_length=120, required=False)
    needs_qualification = forms.BooleanField(label=_("Only for people trained on it"), required=False)
    position = forms.IntegerField(label=_("Place in lists"), min_value=0, max_value=100_000, initial=0)

    def __init__(self, *args: Any, kinds: Choices, places: Choices, rules: Choices, classes: Choices, new: bool = True,
                 **more: Any) -> None:
        super().__init__(*args, **{"auto_id": "equipment_%s", **more})
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["place"].choices = places  # type: ignore[attr-defined]
        self.fields["rules_of_use"].choices = rules  # type: ignore[attr-defined]
        self.fields["equivalence"].choices = [("", _("None")), *classes]  # type: ignore[attr-defined]
        if not new:
            del self.fields["code"]
