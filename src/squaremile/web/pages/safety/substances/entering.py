"""Entering what was read of a substance: its label, its classes in one scheme, a mixture's components, a safety data sheet."""

import re
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.core import operations as core
from squaremile.core.reads.organisations import organisations
from squaremile.kernel.errors import Missing
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.policies import mixtures as mixture_policy
from squaremile.safety.reads import labels, mixtures, substances
from squaremile.safety.words import ghs as words
from squaremile.safety.words.stock import SCHEME_UNKNOWN, SUBSTANCE_UNKNOWN
from squaremile.web.pages.safety import sections
from squaremile.web.pages.safety.agents.forms import DAY, choose
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


class Codes(forms.CharField):
    """Codes of statements, separated by commas or lines; joined ones keep their +."""

    widget = forms.Textarea(attrs={"rows": 3, "autocapitalize": "characters", "spellcheck": "false"})

    def clean(self, value: Any) -> list[str]:
        """As a list."""
        text = re.sub(r"\s*\+\s*", "+", str(super().clean(value)))
        return [part for part in re.split(r"[,;\s]+", text) if part]


class _Read(forms.Form):
    read_in = forms.CharField(
        label=gettext_lazy("Where it was read"), max_length=300,
        help_text=gettext_lazy("The supplier's sheet or safety data sheet, with its number or revision."),
    )
    read_on = forms.DateField(label=gettext_lazy("Date of the source"), widget=DAY)


class LabelForm(_Read):
    """A label, by its codes."""

    signal = forms.ChoiceField(label=gettext_lazy("Signal word"), required=False)
    pictograms = forms.MultipleChoiceField(label=gettext_lazy("Pictograms"), required=False, widget=forms.CheckboxSelectMultiple)
    statements = Codes(
        label=gettext_lazy("Hazard statements (H)"), required=False, max_length=800, help_text=gettext_lazy("Such as H225, H319, H336."),
    )
    precautions = Codes(
        label=gettext_lazy("Precautionary statements (P)"), required=False, max_length=1600, help_text=gettext_lazy("Such as P210, P305+P351+P338."),
    )
    field_order = ("signal", "pictograms", "statements", "precautions", "read_in", "read_on")

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "signal", [("", str(_("None"))), *((code, str(said)) for code, said in words.SIGNALS.items())])
        choose(self, "pictograms", [(code, f"{said} ({code})") for code, said in words.PICTOGRAMS.items()])


class ClassesForm(_Read):
    """All classes of a substance in one scheme."""

    hazards = forms.MultipleChoiceField(
        label=gettext_lazy("Classes"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("None ticked says that it was looked at and is in none."),
    )
    field_order = ("hazards", "read_in", "read_on")

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        if choices:
            choose(self, "hazards", choices)
        else:
            self.fields["hazards"] = Listed(
                label=_("Classes"), required=False, max_length=600, widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
                help_text=_("One a line, as on the label: Flam. Liq. 2. Nothing says that it was looked at and is in none."),
            )


class Listed(forms.CharField):
    """One a line, or separated by commas."""

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value: Any) -> list[str]:
        """As a list."""
        return [part.strip() for part in re.split(r"[,;\n]+", str(super().clean(value))) if part.strip()]


class Components(forms.CharField):
    """One a line, as in section 3 of a data sheet."""

    widget = forms.Textarea(attrs={"rows": 6, "spellcheck": "false"})

    def clean(self, value: Any) -> list[dict[str, str]]:
        """As the operation takes them."""
        try:
            return mixture_policy.written(str(super().clean(value)))
        except mixture_policy.Unsound as wrong:
            raise forms.ValidationError(_("This line cannot be read: %(line)s") % {"line": wrong}) from wrong


class ComponentsForm(_Read):
    """What a mixture is made of."""

    components = Components(
        label=gettext_lazy("Components of the mixture"), max_length=6000,
        help_text=gettext_lazy(
            "One a line: its CAS number, or the code or name of a registered substance, then its share in % by weight. Such as 64-17-5 60-70."
        ),
    )
    field_order = ("components", "read_in", "read_on")


class SheetForm(forms.Form):
    """One revision of a safety data sheet."""

    upload = forms.FileField(label=gettext_lazy("The sheet"), required=False, help_text=gettext_lazy("A PDF or picture of up to 20 MB."))
    sheet_url = forms.CharField(label=gettext_lazy("Or its address"), max_length=300, required=False)
    sheet_language = forms.ChoiceField(label=gettext_lazy("Language"))
    revised_on = forms.DateField(label=gettext_lazy("Revised on"), widget=DAY)
    supplier = forms.CharField(label=gettext_lazy("Supplier"), max_length=120, required=False)
    organisation = forms.ChoiceField(label=gettext_lazy("Whose it is"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "sheet_language", [(code, str(said)) for code, said in words.LANGUAGES.items()])
        if rules.see_everyone(require()):
            choose(self, "organisation", [("", str(_("Everybody's"))), *((o.code, str(o.name)) for o in organisations())])
        else:
            del self.fields["organisation"]


@require_http_methods(["GET", "POST"])
@only(rules.keep_stock)
def label(request: HttpRequest, code: str) -> HttpResponse:
    """The label as it stands, to be read anew."""
    row, now = _row(code), labels.of_substance(code)
    begun = {
        "signal": now.signal, "pictograms": [each.code for each in now.pictograms],
        "statements": ", ".join(each.code for each in now.statements), "precautions": ", ".join(each.code for each in now.precautions),
    } if now else {}  # fmt: skip
    form = LabelForm(request.POST or None, initial=begun)
    return _page(
        request, form, row, _("GHS label"),
        lambda: safety.enter_label(substance=code, **form.cleaned_data),
        _("What nobody has entered yet is filled in as far as the GHS classes settle it. Compare it with the sheet before you save.")
        if now and not now.entered else "",
    )


@require_http_methods(["GET", "POST"])
@only(rules.keep_stock)
def classes(request: HttpRequest, code: str, scheme: str) -> HttpResponse:
    """Its classes in one scheme; what was entered before ends."""
    row = _row(code)
    title = substances.scheme_said(scheme)
    if title is None:
        raise Missing(SCHEME_UNKNOWN)
    form = ClassesForm(
        request.POST or None, choices=[(key, str(said)) for key, said in substances.choices(scheme)],
        initial={"hazards": substances.entered(code, scheme)},
    )
    return _page(
        request, form, row, str(title),
        lambda: safety.enter_classes(substance=code, scheme=scheme, **form.cleaned_data),
        _("GHS is not the fire class: what is entered here changes no sum of the fire code.") if scheme == "ghs" else "",
    )


@require_http_methods(["GET", "POST"])
@only(rules.keep_stock)
def components(request: HttpRequest, code: str) -> HttpResponse:
    """What it is made of, anew; what was entered before ends."""
    row, now = _row(code), mixtures.of_substance(code)
    form = ComponentsForm(request.POST or None, initial={"components": "\n".join(each.line for each in now.components)} if now else {})
    return _page(
        request, form, row, _("Components of the mixture"), lambda: safety.enter_components(substance=code, **form.cleaned_data),
        _("Components warn and class nothing: a mixture goes by its own flash and boiling point and by the classes on its own data sheet.")
        + ("" if row.mixture else " " + _("Once they are entered, the substance is kept as a mixture.")),
    )


@require_http_methods(["GET", "POST"])
@only(rules.keep_stock)
def sheet(request: HttpRequest, code: str) -> HttpResponse:
    """A revision is added; earlier ones stay."""
    row, form = _row(code, own=False), SheetForm(request.POST or None, request.FILES or None, initial={"sheet_language": "ko"})
    return _page(
        request, form, row, _("Safety data sheet"), lambda: _add(code, dict(form.cleaned_data)),
        _("Sheets differ by supplier: yours is seen by your company alone."),
    )


def _add(code: str, said: dict[str, Any]) -> Any:
    upload, whose, asking = said.pop("upload"), said.get("organisation", ""), require()
    with transaction.atomic():
        file = None
        if upload:
            owner = substances.owner_of_sheet(code, whose)
            file = core.store_file(name=upload.name or "", content=upload.read(), organisation=owner).id
        return safety.add_sheet(substance=code, file=file, **({} if not asking.staff else {"organisation": whose}), **{
            key: value for key, value in said.items() if key != "organisation"
        })


def _row(code: str, *, own: bool = True) -> substances.SubstanceRow:
    found = substances.of_code(code)
    if found is None or (own and not substances.may_enter(found[0])):
        raise Missing(SUBSTANCE_UNKNOWN)
    return found[0]


def _page(request: HttpRequest, form: forms.Form, row: substances.SubstanceRow, title: str, act: Any, lead: str) -> HttpResponse:
    refusal, to = None, reverse("safety_substance", args=[row.code])
    if request.method == "POST" and form.is_valid():
        refusal = tried(act)
        if refusal is None:
            return done(request, _("Saved."), to)
    return render(request, "safety/substances/entering.html", {
        "form": form, "refusal": refusal, "row": row, "title": title, "lead": lead, "back": to, "sections": sections.tabs("safety_substances"),
    }, status=refusal.status if refusal else 422 if form.errors else 200)
