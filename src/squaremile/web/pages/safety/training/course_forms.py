"""The forms of a course: what it is, and its questions, each with its choices and which of them are right."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from squaremile.safety.policies.quiz import MOST_QUESTIONS, Question
from squaremile.safety.reads.courses import CourseSeen

CHOICES = 6
"""Choices that a question of the form has room for."""
LONG = forms.Textarea(attrs={"rows": 6})


class CourseForm(forms.Form):
    """What is taught, how long it counts, and how it is shown."""

    code = forms.CharField(label=_("Code"), max_length=20, help_text=_("Short and fit for an address, such as BASIC."))
    name_ko = forms.CharField(label=_("Name in Korean"), max_length=120, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=120, required=False)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=0, max_value=10_000)
    valid_days = forms.IntegerField(
        label=_("Days for which it counts"), min_value=1, max_value=10_000, required=False, help_text=_("Empty: it does not end.")
    )
    counts_as = forms.ChoiceField(label=_("Hours of the Korean ledger"), required=False, choices=[
        ("", _("gives none")), ("new", _("training for newcomers")), ("regular", _("regular training")), ("special", _("special training")),
    ])  # fmt: skip
    signed_off = forms.BooleanField(
        label=_("A trainer confirms it"), required=False, help_text=_("Otherwise a passed quiz alone is enough.")
    )
    says_ko = forms.CharField(label=_("What is taught, in Korean"), max_length=20_000, required=False, widget=LONG)
    says_en = forms.CharField(label=_("What is taught, in English"), max_length=20_000, required=False, widget=LONG)
    pass_percent = forms.IntegerField(label=_("Pass mark in percent"), min_value=1, max_value=100, initial=80)
    attempts_a_day = forms.IntegerField(label=_("Attempts a day"), min_value=1, max_value=50, initial=3)
    redo_by = forms.DateField(
        label=_("Earlier versions count no more from"), required=False, widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Empty: they go on counting until they end."),
    )


class QuestionForm(forms.Form):
    """One question. Choices left blank are none; a question without words and choices is none."""

    ask_ko = forms.CharField(label=_("Question in Korean"), max_length=400, required=False)
    ask_en = forms.CharField(label=_("Question in English"), max_length=400, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for n in range(CHOICES):
            self.fields[f"ko_{n}"] = forms.CharField(label=_now("Choice in Korean"), max_length=300, required=False)
            self.fields[f"en_{n}"] = forms.CharField(label=_now("Choice in English"), max_length=300, required=False)
            self.fields[f"right_{n}"] = forms.BooleanField(label=_now("Right"), required=False)

    def choices(self) -> list[tuple[int, forms.BoundField, forms.BoundField, forms.BoundField]]:
        """(number, right, Korean, English), as the page lists them."""
        return [(n + 1, self[f"right_{n}"], self[f"ko_{n}"], self[f"en_{n}"]) for n in range(CHOICES)]

    def asked(self) -> dict[str, Any] | None:
        """As the operation takes it; None for a question that was left blank."""
        said = self.cleaned_data
        kept = [n for n in range(CHOICES) if said.get(f"ko_{n}") or said.get(f"en_{n}")]
        if not kept and not said.get("ask_ko") and not said.get("ask_en"):
            return None
        return {
            "ask_ko": said.get("ask_ko", ""), "ask_en": said.get("ask_en", ""),
            "choices": [{"ko": said.get(f"ko_{n}", ""), "en": said.get(f"en_{n}", "")} for n in kept],
            "right": [at for at, n in enumerate(kept) if said.get(f"right_{n}")],
        }


_Formset = forms.formset_factory(QuestionForm, extra=0, max_num=MOST_QUESTIONS)


class Questions(_Formset):  # type: ignore[misc, valid-type]
    """All questions of a version."""

    def asked(self) -> list[dict[str, Any]]:
        return [asked for form in self.forms if (asked := form.asked()) is not None]


def one_more(sent: Any) -> dict[str, Any]:
    """What was sent, with room for another question."""
    said = sent.dict() if hasattr(sent, "dict") else dict(sent)
    return said | {"questions-TOTAL_FORMS": str(min(MOST_QUESTIONS, int(said.get("questions-TOTAL_FORMS") or 0) + 1))}


def filled(seen: CourseSeen) -> dict[str, Any]:
    """The form of a course as its newest version stands."""
    newest = seen.newest
    return {
        "code": seen.code, "name_ko": seen.name_ko, "name_en": seen.name_en, "minutes": newest.minutes,
        "valid_days": newest.valid_days, "counts_as": seen.counts_as, "signed_off": newest.signed_off, "says_ko": newest.says_ko,
        "says_en": newest.says_en, "pass_percent": newest.pass_percent, "attempts_a_day": newest.attempts_a_day,
    }


def rows(questions: Iterable[Question]) -> list[dict[str, Any]]:
    """Questions as the formset is filled with them."""
    found = []
    for each in questions:
        row: dict[str, Any] = {"ask_ko": each.asks.ko, "ask_en": each.asks.en}
        for n, choice in enumerate(each.choices[:CHOICES]):
            row |= {f"ko_{n}": choice.ko, f"en_{n}": choice.en, f"right_{n}": n in each.right}
        found.append(row)
    return found
