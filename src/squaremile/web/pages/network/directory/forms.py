"""Input of the directory's pages."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.network.reads.partners import partner_choices
from squaremile.network.reads.people import lab_choices
from squaremile.network.words import directory as words
from squaremile.network.words import knowledge


def _line(label: Any, longest: int = 200, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=False, **more)


def _text(label: Any, rows: int = 3) -> forms.CharField:
    return forms.CharField(label=label, max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": rows}))


def _address() -> forms.URLField:
    return forms.URLField(label=_("Website"), max_length=300, required=False, assume_scheme="https")


def _trl() -> forms.IntegerField:
    return forms.IntegerField(label=_("Technology readiness level"), min_value=1, max_value=9, help_text=_("1 (an idea) to 9 (in use), ISO 16290"))


class EntryForm(forms.Form):
    """What all have: choices that follow the language and what is there."""

    CHOICES: dict[str, Any] = {}

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **{"auto_id": "entry_%s", **more})
        for name, choices in self.CHOICES.items():
            if name in self.fields:
                self.fields[name].choices = [(code, str(label)) for code, label in choices.items()]  # type: ignore[attr-defined]
        if "partner" in self.fields:
            blank = [] if self.fields["partner"].required else [("", "–")]
            listed = [(c.code, str(c.name)) for c in partner_choices()]
            self.fields["partner"].choices = [*blank, *listed]  # type: ignore[attr-defined]
        if "lab" in self.fields:
            self.fields["lab"].choices = [("", "–"), *((c.code, str(c.name)) for c in lab_choices())]  # type: ignore[attr-defined]


class PartnerForm(EntryForm):
    """An organisation."""

    CHOICES = {"kind": words.PARTNER_KINDS}
    kind = forms.ChoiceField(label=_("Kind"))
    name_ko = _line(_("Name in Korean"))
    name_en = _line(_("Name in English"))
    also = _line(_("Other names"), 300)
    country = forms.RegexField(r"^[A-Za-z]{2}$", label=_("Country"), required=False, help_text=_("Two letters: KR, US"))
    city_ko = _line(_("City in Korean"), 80)
    city_en = _line(_("City in English"), 80)
    website = _address()
    ror = _line(_("ROR id"), 60)
    says_ko = _text(_("About it, in Korean"))
    says_en = _text(_("About it, in English"))


class LabForm(EntryForm):
    """A research group."""

    partner = forms.ChoiceField(label=_("Organisation"))
    name_ko = _line(_("Name in Korean"))
    name_en = _line(_("Name in English"))
    website = _address()
    says_ko = _text(_("About it, in Korean"))
    says_en = _text(_("About it, in English"))


class OwnForm(EntryForm):
    """What a person says of herself."""

    CHOICES: dict[str, Any] = {"contact_way": words.CONTACT_WAYS}
    name_ko = _line(_("Name in Korean"), 120)
    name_en = _line(_("Name in English"), 120)
    also = _line(_("Other names"), 300)
    role_ko = _line(_("Role in Korean"), 120)
    role_en = _line(_("Role in English"), 120)
    bio_ko = _text(_("About the person, in Korean"))
    bio_en = _text(_("About the person, in English"))
    website = _address()
    speaks = _line(_("Languages"), 40, help_text=_("Two letters each, comma between: ko,en"))
    contact_way = forms.ChoiceField(label=_("How to reach"))
    email = forms.EmailField(label=_("E-mail address"), required=False)
    phone = _line(_("Telephone"), 40)
    needs_ko = _line(_("What a host must know, in Korean"), 200, help_text=_("Food, access, religion. Seen by the person and liaison staff."))
    needs_en = _line(_("What a host must know, in English"), 200)


class PersonForm(OwnForm):
    """A person, as staff keep her: with affiliation and rank."""

    CHOICES = {"contact_way": words.CONTACT_WAYS, "kind": words.PERSON_KINDS}
    kind = forms.ChoiceField(label=_("Kind"))
    partner = forms.ChoiceField(label=_("Organisation"), required=False)
    lab = forms.ChoiceField(label=_("Lab"), required=False)
    rank = forms.IntegerField(label=_("Rank for protocol"), min_value=0, max_value=5, initial=0, help_text=_("1 to 5; 0 is not known"))
    orcid = _line(_("ORCID iD"), 60)


class TechnologyForm(EntryForm):
    """A technology: the four facts must be there, in one language at least."""

    partner = forms.ChoiceField(label=_("Organisation"))
    lab = forms.ChoiceField(label=_("Lab"), required=False)
    name_ko = _line(_("Name in Korean"))
    name_en = _line(_("Name in English"))
    trl = _trl()
    problem_ko = _text(_("Problem it solves, in Korean"))
    problem_en = _text(_("Problem it solves, in English"))
    advantage_ko = _text(_("Advantage, in Korean"))
    advantage_en = _text(_("Advantage, in English"))
    economics_ko = _text(_("Economics, in Korean"))
    economics_en = _text(_("Economics, in English"))
    stage_ko = _line(_("Stage, in Korean"), 300)
    stage_en = _line(_("Stage, in English"), 300)
    patents = _line(_("Patents"), 300)


class ProjectForm(EntryForm):
    """A research project."""

    partner = forms.ChoiceField(label=_("Organisation"))
    lab = forms.ChoiceField(label=_("Lab"), required=False)
    title_ko = _line(_("Title in Korean"), 300)
    title_en = _line(_("Title in English"), 300)
    first_year = forms.IntegerField(label=_("First year"), min_value=1900, max_value=2200)
    last_year = forms.IntegerField(label=_("Last year"), min_value=1900, max_value=2200)
    funder_ko = _line(_("Funder in Korean"))
    funder_en = _line(_("Funder in English"))
    says_ko = _text(_("About it, in Korean"))
    says_en = _text(_("About it, in English"))


class PublicationForm(EntryForm):
    """A publication; its authors come with imports or the API."""

    CHOICES = {"kind": knowledge.PUBLICATION_KINDS}
    kind = forms.ChoiceField(label=_("Kind"))
    title_ko = _line(_("Title in Korean"), 500)
    title_en = _line(_("Title in English"), 500)
    year = forms.IntegerField(label=_("Year"), min_value=1500, max_value=2200, required=False)
    venue = _line(_("Published in"), 300)
    doi = _line("DOI", 200)
    pmid = _line("PMID", 12)
    keywords = _line(_("Keywords"), 500, help_text=_("Semicolon between"))
    abstract_ko = _text(_("Abstract in Korean"), 6)
    abstract_en = _text(_("Abstract in English"), 6)


class ClaimForm(forms.Form):
    """Why it is hers."""

    says = forms.CharField(
        label=_("How can liaison staff tell that it is you?"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
