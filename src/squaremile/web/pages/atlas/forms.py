"""Input of the atlas's pages."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.atlas.reads import registry
from squaremile.atlas.words import claims as claim_words
from squaremile.atlas.words import registry as words
from squaremile.kernel.errors import Refused


def _line(label: Any, longest: int = 200, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=False, **more)


def _text(label: Any, rows: int = 3) -> forms.CharField:
    return forms.CharField(label=label, max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": rows}))


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class AtlasForm(forms.Form):
    """What all have: choices that follow the language and what is there."""

    CHOICES: dict[str, Any] = {}

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **{"auto_id": "atlas_%s", **more})
        for name, field in self.fields.items():
            # What the editor saw goes along with what was typed: only what was changed is sent on.
            field.show_hidden_initial = name in self.initial and (not self.is_bound or self[name].html_initial_name in self.data)
        for name, choices in self.CHOICES.items():
            self.fields[name].choices = [(code, str(label)) for code, label in choices.items()]  # type: ignore[attr-defined]
        if "source" in self.fields:
            listed = [(c.code, str(c.name)) for c in registry.sources()]
            self.fields["source"].choices = [("", str(_("Known to us"))), *listed]  # type: ignore[attr-defined]


    def said(self, *, new: bool = False) -> dict[str, Any]:
        """What was filled in: a number that was left out is nothing said."""
        return {name: value for name, value in self.cleaned_data.items() if value is not None and not (new and value == "")}

    def changes(self) -> dict[str, Any]:
        """What was changed, with the source it is of. Raises Refused where somebody else has changed the same field since."""
        self.refuse_overtaken(self.changed_data)
        return {name: value for name, value in self.said().items() if name in self.changed_data or name == "source"}

    def refuse_overtaken(self, names: Iterable[str]) -> None:
        """Raises Refused where one of these fields does not say any more what the editor saw."""
        for name in names:
            field = self.fields[name]
            if field.show_hidden_initial:
                saw = self.data[self[name].html_initial_name].replace("\r\n", "\n")
                now = self.initial[name]
                if field.has_changed(now.replace("\r\n", "\n") if isinstance(now, str) else now, saw):
                    raise Refused(words.CHANGED_SINCE)


class OrganisationForm(AtlasForm):
    """An organisation; each field is said to be of the source."""

    CHOICES = {"kind": words.KINDS, "status": words.STATUSES}
    kind = forms.ChoiceField(label=_("Kind"))
    status = forms.ChoiceField(label=_("Status"), initial="active")
    name_ko = _line(_("Name in Korean"), 300)
    name_en = _line(_("Name in English"), 300)
    also = _line(_("Other names"), 500)
    founded = forms.IntegerField(label=_("Founded"), min_value=800, max_value=2200, required=False)
    country = forms.RegexField(r"^[A-Za-z]{2}$", label=_("Country"), required=False, help_text=_("Two letters: KR, US"))
    city = _line(_("City"), 120)
    website = _line(_("Website"), 300)
    ror = _line(_("ROR id"), 60)
    openalex = _line(_("OpenAlex number"), 60)
    lei = _line(_("Legal Entity Identifier"), 24)
    parent_institution = _line(_("Code of the organisation it belongs to"), 20)
    source = forms.ChoiceField(label=_("Source"), required=False)


class SiteForm(AtlasForm):
    """A place of an organisation."""

    CHOICES = {"precision": {"": words.PRECISIONS[""], **{p: t for p, t in words.PRECISIONS.items() if p}}}
    address_ko = _line(_("Address in Korean"), 300)
    address_en = _line(_("Address in English"), 300)
    latitude = forms.DecimalField(label=_("Latitude"), min_value=-90, max_value=90, decimal_places=7, required=False)
    longitude = forms.DecimalField(label=_("Longitude"), min_value=-180, max_value=180, decimal_places=7, required=False)
    precision = forms.ChoiceField(label=_("Precision of the point"), required=False)
    opened = _day(_("Opened"))
    closed = _day(_("Closed"))
    jobs = forms.IntegerField(label=_("People who work there"), min_value=0, max_value=1_000_000, required=False)
    source = forms.ChoiceField(label=_("Source"), required=False)


class ClaimForm(AtlasForm):
    """A sentence with a number, what it means and what would refute it."""

    text_ko = _line(_("Claim in Korean"), 300, help_text=_("{k} and {n} stand for the numbers"))
    text_en = _line(_("Claim in English"), 300)
    definition_ko = _text(_("Definition in Korean"))
    definition_en = _text(_("Definition in English"))
    refuted_ko = _line(_("What would refute it, in Korean"), 300)
    refuted_en = _line(_("What would refute it, in English"), 300)
    query = forms.JSONField(label=_("Question (JSON)"), required=False, help_text=_("Left out: the members are judged one by one"))


class JudgeForm(AtlasForm):
    """Yes, no or unknown, by which evidence."""

    CHOICES = {"judgement": claim_words.JUDGEMENTS}
    judgement = forms.ChoiceField(label=_("Judgement"))
    evidence_at = _line(_("Evidence"), 300, help_text=_("An address on the web, or a document by its name"))
    of_day = _day(_("As of"))
    says_ko = _line(_("Remark in Korean"), 300)
    says_en = _line(_("Remark in English"), 300)
    institution = _line(_("Code of the organisation in the registry"), 20)
