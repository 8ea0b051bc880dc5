"""The standard list as rows of fields; the operation judges what they say."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from squaremile.residency.policies.checklists import BLOCKS, DOERS, TAGS, Item, to_rows
from squaremile.residency.words import people as words

TAG_SAID = {"lab": _("works in a laboratory"), "minor": _("under 19")}
NEW_ROWS = 3


def tag(name: str) -> Any:
    """What a row may ask for, in words."""
    return words.WORK.get(name) or words.KINDS.get(name) or TAG_SAID.get(name, name)


class RowForm(forms.Form):
    """One row of the list."""

    ko = forms.CharField(label=_("What, in Korean"), max_length=200)
    en = forms.CharField(label=_("What, in English"), max_length=200)
    about = forms.ChoiceField(label=pgettext_lazy("checklist", "For whom"), choices=[("person", _("each person")), ("company", _("the company"))])
    anchor = forms.ChoiceField(label=_("Counted from"), choices=[("start", _("the first day")), ("exit", _("the last day"))])
    due = forms.IntegerField(label=_("Due (days)"), initial=0, help_text=_("Below nought: before that day."))
    doer = forms.ChoiceField(label=_("Done by"))
    signs = forms.ChoiceField(label=_("Signed off by"))
    blocks = forms.MultipleChoiceField(label=_("Keeps shut"), required=False, widget=forms.CheckboxSelectMultiple)
    after_due = forms.BooleanField(label=_("Only once it is late"), required=False)
    applies_if = forms.MultipleChoiceField(
        label=_("For those who"), required=False, widget=forms.CheckboxSelectMultiple, help_text=_("None chosen: everybody.")
    )
    evidence = forms.BooleanField(label=_("with a paper"), required=False)
    lasts = forms.IntegerField(label=_("Good for (days)"), min_value=1, required=False, help_text=_("Empty: for good."))
    source = forms.CharField(label=_("Where the rule comes from"), max_length=80, required=False)
    code = forms.CharField(
        label=_("Code"), max_length=40, help_text=_("Letters, digits and _. Whoever has a row keeps it under its code.")
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        said = {
            "doer": [(one, str(words.DOERS[one])) for one in DOERS], "signs": [(one, str(words.DOERS[one])) for one in DOERS],
            "blocks": [(one, str(words.BLOCKS[one])) for one in BLOCKS], "applies_if": [(one, str(tag(one))) for one in TAGS],
        }
        for name, choices in said.items():
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def has_changed(self) -> bool:
        """A new row begins with a word: its choices stand on something from the first."""
        begun = any(self.data.get(self.add_prefix(name), "").strip() for name in ("code", "ko", "en"))
        return begun if self.empty_permitted else super().has_changed()

    @property
    def wide(self) -> tuple[str, ...]:
        """Fields that take the whole width."""
        return ("blocks", "applies_if")


Rows = forms.formset_factory(RowForm, extra=NEW_ROWS, can_delete=True, max_num=200, absolute_max=220)


def of_list(items: Iterable[Item], data: Any = None) -> Any:
    """The rows in force, and a few empty ones to add."""
    return Rows(data, initial=to_rows(items), prefix="row")


def told(rows: Any) -> list[dict[str, Any]]:
    """As `residency.declare_checklist` takes them: the rows that stay and those that are new."""
    said = [dict(form.cleaned_data) for form in rows if form.cleaned_data.get("code")]
    return [{name: value for name, value in row.items() if name != "DELETE"} for row in said if not row.get("DELETE")]
