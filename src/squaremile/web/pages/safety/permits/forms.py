"""Forms of permits: they shape input only."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from squaremile.core.reads.organisations import organisations
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.reads import permits
from squaremile.safety.words import permits as words
from squaremile.web.pages.safety.agents.forms import DAY, choose

LIST = _("Separated by commas.")


class Numbers(forms.CharField):
    """Whole numbers, separated by commas."""

    def clean(self, value: Any) -> list[int]:
        """As a list. Raises ValidationError."""
        said = [part.strip() for part in str(super().clean(value)).split(",") if part.strip()]
        if not all(part.isdecimal() and len(part) < 6 for part in said):
            raise ValidationError(_("Whole numbers, separated by commas."))
        return [int(part) for part in said]


class Codes(forms.CharField):
    """Codes, separated by commas."""

    def clean(self, value: Any) -> list[str]:
        """As a list."""
        return [part.strip() for part in str(super().clean(value)).split(",") if part.strip()]


def companies(everybody: str) -> list[tuple[str, str]]:
    """The cluster's companies as choices, after one for nobody in particular."""
    return [("", everybody), *((o.code, str(o.name)) for o in organisations())]


class PermitForm(forms.Form):
    """A permit as its paper says it."""

    permit_kind = forms.ChoiceField(label=_("Kind"))
    organisation = forms.ChoiceField(label=_("Held by"), required=False)
    permit_number = forms.CharField(label=_("Number"), max_length=80)
    issued_on = forms.DateField(label=_("Issued on"), widget=DAY)
    valid_until = forms.DateField(label=_("Valid until"), required=False, widget=DAY, help_text=_("Blank where it does not end."))
    place = forms.CharField(label=_("Code of the place"), max_length=20, required=False, help_text=_("Blank where it holds everywhere."))
    remind_days = Numbers(
        label=_("Remind so many days before"), required=False, max_length=60, help_text=_("Such as 90, 30, 7; blank as its kind says."),
    )
    renews = forms.ChoiceField(label=_("It renews"), required=False)
    upload = forms.FileField(label=_("The paper"), required=False, help_text=_("A PDF or picture of up to 20 MB."))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        staff = rules.confirm_permits(require())
        choose(self, "permit_kind", [(k.code, str(k.name)) for k in permits.kinds() if staff or k.held_by != "cluster"])
        mine = [p for p in permits.permits() if staff or p.owner]
        choose(self, "renews", [("", "—"), *((p.code, f"{p.name} {p.number}") for p in mine)])
        if staff:
            choose(self, "organisation", companies(str(words.CLUSTER)))
        else:
            del self.fields["organisation"]


class KindForm(forms.Form):
    """A kind of permit."""

    code = forms.CharField(label=_("Code"), max_length=40)
    name_ko = forms.CharField(label=_("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=120, required=False)
    authority_ko = forms.CharField(label=_("Authority in Korean"), max_length=120, required=False)
    authority_en = forms.CharField(label=_("Authority in English"), max_length=120, required=False)
    held_by = forms.ChoiceField(label=_("Held by"))
    blocks = forms.MultipleChoiceField(label=_("What is shut without it"), required=False, widget=forms.CheckboxSelectMultiple)
    hazards = Codes(label=_("Only these classes may not be brought in"), required=False, max_length=400, help_text=LIST)
    remind_days = Numbers(label=_("Remind so many days before"), max_length=60, help_text=LIST)
    checklist_item = forms.CharField(label=_("Row of the checklists that it answers"), max_length=40, required=False)
    read_in = forms.CharField(label=_("Where this was read"), max_length=300, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "held_by", [(k, str(said)) for k, said in words.HELD_BY.items()])
        choose(self, "blocks", [(k, str(said)) for k, said in words.BLOCKS.items()])


class NeedForm(forms.Form):
    """Who needs a permit."""

    permit_kind = forms.ChoiceField(label=_("Kind"))
    organisation = forms.ChoiceField(label=_("Who needs it"), required=False)
    place = forms.CharField(label=_("Code of the place"), max_length=20, required=False, help_text=_("Blank where it holds everywhere."))
    blocks = forms.MultipleChoiceField(
        label=_("What is shut without it"), required=False, widget=forms.CheckboxSelectMultiple, help_text=_("None: as its kind says."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "permit_kind", [(k.code, str(k.name)) for k in permits.kinds()])
        choose(self, "organisation", companies(str(_("Everybody"))))
        choose(self, "blocks", [(k, str(said)) for k, said in words.BLOCKS.items()])
