"""Forms of outcomes: they shape input only; what it must say is the operations' question."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.kernel.money import MINOR_DIGITS
from squaremile.kernel.scope import require
from squaremile.residency import rules
from squaremile.residency.policies.outcomes import OF_NOBODY
from squaremile.residency.policies.survey_form import CHOICE, DAY, MONEY, NUMBER, Question
from squaremile.residency.reads import companies
from squaremile.residency.words import outcomes as words


def day(label: Any, **more: Any) -> forms.DateField:
    """A day, picked."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **more)


class SaidForm(forms.Form):
    """What an outcome says, whatever its kind."""

    happened_on = day(_("Day it happened"))
    money = forms.DecimalField(label=_("Amount"), max_digits=20, decimal_places=2, min_value=0, required=False)
    currency = forms.ChoiceField(label=_("Currency"), required=False, choices=[("", "—"), *((c, c) for c in MINOR_DIGITS)])
    funding_source = forms.ChoiceField(label=_("Source of the money"), required=False)
    funding_round = forms.ChoiceField(label=_("Round"), required=False)
    counted = forms.IntegerField(
        label=_("How many"), min_value=0, required=False,
        help_text=_("People, patents, trials; metres from the site; points from 0 to 10. The kind says which."),
    )
    out_of = forms.IntegerField(label=_("Out of how many"), min_value=1, required=False, help_text=_("For founders: all of them."))
    evidence_url = forms.CharField(label=_("Address of the evidence"), max_length=300, required=False)
    note_text = forms.CharField(label=_("Note"), max_length=300, required=False)
    may_publish = forms.BooleanField(label=_("The company agrees that this entry and its evidence are told to others"), required=False)
    verified = forms.BooleanField(label=_("Staff have seen the evidence"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["funding_source"].choices = [("", "—"), *((c, str(t)) for c, t in words.SOURCES.items())]  # type: ignore[attr-defined]
        self.fields["funding_round"].choices = [("", "—"), *((c, str(t)) for c, t in words.ROUNDS.items())]  # type: ignore[attr-defined]
        if not rules.keep_outcomes(require()):
            del self.fields["verified"]


class RecordForm(SaidForm):
    """Whose outcome it is, and of which kind."""

    company = forms.ChoiceField(label=_("Company"), required=False)
    kind = forms.ChoiceField(label=_("Kind"))
    field_order = ("company", "kind")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        keeps = rules.keep_outcomes(require())
        listed = [(row.code, str(row.name)) for row in companies.companies()]
        none = [("", str(_("None: of the region itself")))] if keeps else []
        self.fields["company"].choices = [*listed, *none]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            (code, f"{label} – {words.MEASURED[code]}") for code, label in words.KINDS.items() if keeps or code not in OF_NOBODY
        ]


class WithdrawForm(forms.Form):
    """Why it did not happen."""

    reason = forms.CharField(label=_("Reason"), max_length=300)


class FreezeForm(forms.Form):
    """The day and the words of a report."""

    as_of = day(_("As of"))
    title_ko = forms.CharField(label=_("Title in Korean"), max_length=120, required=False)
    title_en = forms.CharField(label=_("Title in English"), max_length=120, required=False)
    preface_ko = forms.CharField(label=_("Preface in Korean"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4}))
    preface_en = forms.CharField(label=_("Preface in English"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4}))
    versions = forms.CharField(
        label=_("Older definitions, separated by commas"), max_length=300, required=False,
        help_text=_("Such as capital:1. The newest version is used of every other."),
    )


class SurveyForm(forms.Form):
    """Which day it asks about, and until when."""

    as_of = day(_("Answers are as of"))
    closes_on = day(_("Last day to answer"))


class AskForm(forms.Form):
    """One more company, by a key to an address or its admin."""

    company = forms.ChoiceField(label=_("Company"))
    email = forms.EmailField(
        label=_("E-mail address"), required=False, help_text=_("For companies without an account: a link is sent there."),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        rows = companies.companies(states=("resident", "alumni"))
        self.fields["company"].choices = [(row.code, str(row.name)) for row in rows]  # type: ignore[attr-defined]


class SheetForm(forms.Form):
    """The questions of a survey, as they are declared in its version."""

    def __init__(self, questions: tuple[Question, ...], *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for question in questions:
            self.fields[question.name] = _field(question)
        self.fields["may_publish"] = forms.BooleanField(
            label=_("We agree that our entries and their evidence are told to others by name"), required=False
        )

    def replies(self) -> dict[str, str]:
        """What was answered, by question."""
        return {name: str(value) for name, value in self.cleaned_data.items() if name != "may_publish" and value not in (None, "")}


def _field(question: Question) -> forms.Field:
    label = str(question.says)
    if question.sort == NUMBER:
        return forms.IntegerField(label=label, min_value=0, required=False)
    if question.sort == MONEY:
        return forms.DecimalField(label=label, min_value=0, max_digits=20, decimal_places=2, required=False)
    if question.sort == DAY:
        return day(label, required=False)
    if question.sort == CHOICE:
        said = {**words.ROUNDS, **words.SOURCES}
        return forms.ChoiceField(
            label=label, required=False, choices=[("", "—"), *((c, str(said.get(c, c))) for c in question.choices)]
        )
    return forms.CharField(label=label, max_length=300, required=False)
