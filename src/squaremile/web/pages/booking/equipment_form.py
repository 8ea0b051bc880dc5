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


class ManualForm(forms.Form):
    """A document: a file of ours or a web address, with a title."""

    title_ko = forms.CharField(label=_("Title in Korean"), max_length=160, required=False)
    title_en = forms.CharField(label=_("Title in English"), max_length=160, required=False)
    file = forms.FileField(
        label=_("File"), required=False, help_text=_("PDF or picture, at most 20 MB."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/png,image/jpeg,image/webp"}),
    )
    url = forms.URLField(
        label=_("or web address"), required=False, max_length=200, assume_scheme="https",
        error_messages={"invalid": _("Write a web address that begins with https://.")},
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"auto_id": "manual_%s", **more})

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("title_ko") and not said.get("title_en"):
            self.add_error("title_ko", _("Give it a title in one of the two languages."))
        if not self.errors.get("file") and not self.errors.get("url") and bool(said.get("file")) == bool(
            said.get("url")
        ):
            self.add_error("file", _("Give a file or a web address: one of the two."))
        return said


class PhotoForm(forms.Form):
    """A picture of it."""

    file = forms.FileField(
        label=_("Photo"), help_text=_("PNG, JPEG or WebP, at most 20 MB."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **{"auto_id": "photo_%s", **more})
