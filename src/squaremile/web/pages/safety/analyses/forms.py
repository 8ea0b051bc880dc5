"""The form of a hazard analysis: it shapes input only. Steps stand in rows; a row without what is done is left out."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.core.reads import people_directory
from squaremile.safety.reads.analyses import StepRow
from squaremile.safety.words import analyses as words
from squaremile.web.pages.safety.agents.forms import choose

LEAST_ROWS, SPARE = 3, 2


class AnalysisForm(forms.Form):
    """The activity, who is responsible, and what is done in an emergency."""

    place = forms.CharField(label=_("Code of the room"), max_length=20)
    name_ko = forms.CharField(label=_("Activity in Korean"), max_length=160, required=False)
    name_en = forms.CharField(label=_("Activity in English"), max_length=160, required=False)
    responsible = forms.ChoiceField(label=_("Responsible person"))
    emergency = forms.CharField(
        label=_("Emergency plan"), widget=forms.Textarea(attrs={"rows": 5}), max_length=4000,
        help_text=_("Whom to call, how to stop, where to wash, which extinguisher, where to gather."),
    )

    def __init__(self, *args: Any, companies: Sequence[Any], moves: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not moves:
            del self.fields["place"]
        found = {p.id: str(p.name) for company in companies for p in people_directory.colleagues(company)}
        choose(self, "responsible", [(str(key), name) for key, name in found.items()])


class StepForm(forms.Form):
    """One step of the work."""

    does = forms.CharField(label=_("What is done"), max_length=400, required=False)
    risk = forms.CharField(label=_("What may happen"), max_length=400, required=False)
    measure = forms.CharField(label=_("What is done about it"), max_length=400, required=False)
    ppe = forms.MultipleChoiceField(label=_("What is worn"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "ppe", [(k, str(said)) for k, said in words.PPE.items()])


Steps = forms.formset_factory(StepForm, extra=0, max_num=30, absolute_max=30)


def steps_of(rows: Sequence[StepRow]) -> list[dict[str, Any]]:
    """What a version's steps begin with, and some empty rows."""
    begun: list[dict[str, Any]] = [{"does": s.does, "risk": s.risk, "measure": s.measure, "ppe": s.ppe} for s in rows]
    return begun + [{}] * max(SPARE, LEAST_ROWS - len(begun))
