"""What the forms of one agreement ask: each shapes the input of one operation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.network.reads.agreement import AgreementPage, CommitmentRow
from squaremile.network.words import agreements as words
from squaremile.web.pages.network.agreements.fields import bodies, day, line, officers, others, said, text

NOT_SET = _("not set")


class AgreementForm(forms.Form):
    """What is agreed."""

    agreement_type = forms.ChoiceField(label=_("Type"), choices=said(words.TYPES))
    title_ko = line(_("Title in Korean"), 200)
    title_en = line(_("Title in English"), 200)
    binding = forms.BooleanField(
        label=_("Any money or mutual obligation?"), required=False,
        help_text=_(
            "With it, the council report, action plan, quarterly progress and yearly review fall due. "
            "Without it, only renewals are reminded of."
        ),
    )
    scope_ko = text(_("Scope in Korean"))
    scope_en = text(_("Scope in English"))
    effective_on = day(_("In force from"), required=False)
    ends_on = day(_("Last day"), required=False)
    notice_days = forms.IntegerField(label=_("Days of notice before the end"), min_value=0, max_value=1095, required=False)
    auto_renews = forms.BooleanField(label=_("Renews itself unless notice is given"), required=False)
    renews_months = forms.IntegerField(label=_("Renews itself by so many months"), min_value=1, max_value=600, required=False)
    exclusive = forms.BooleanField(
        label=_("An exclusive licence"), required=False, help_text=_("Who granted it is bound for others of its field."))
    governing = line(_("Governing law or text"), 200)
    parent_agreement = forms.ChoiceField(label=_("Comes from"), required=False)
    relation = forms.ChoiceField(label=_("As its"), choices=said(words.RELATIONS, empty=NOT_SET), required=False)
    officer = forms.ChoiceField(label=_("Liaison officer"), required=False, choices=officers,
                                help_text=_("Reminders go here first; without one, to you."))
    deputy = forms.ChoiceField(label=_("Deputy"), required=False, choices=officers)

    def __init__(self, *args: Any, code: str = "", **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["parent_agreement"].choices = others(code)  # type: ignore[attr-defined]


class OfAgreement(forms.Form):
    """A form about one agreement, which it is given."""

    def __init__(self, *args: Any, about: AgreementPage, **more: Any) -> None:
        super().__init__(*args, **more)
        parties = [(p.code, f"{p.name} ({p.role})") for p in about.parties]
        if "party" in self.fields:
            self.fields["party"].choices = parties  # type: ignore[attr-defined]
        if "paper" in self.fields:
            papers = [(p.code, p.name) for p in about.papers]
            self.fields["paper"].choices = [("", "–"), *papers]  # type: ignore[attr-defined]
        if "step" in self.fields:
            steps = ("draft", "review", "approved", "signed", "effective")
            self.fields["step"].choices = [(s, str(words.STATES[s])) for s in about.next_steps if s in steps]  # type: ignore[attr-defined]
        if "ending" in self.fields:
            ends = ("completed", "lapsed", "terminated", "withdrawn")
            self.fields["ending"].choices = [(s, str(words.STATES[s])) for s in about.next_steps if s in ends]  # type: ignore[attr-defined]


class PartyForm(OfAgreement):
    """Who else stands behind it."""

    body = forms.ChoiceField(label=_("Organisation"), choices=bodies, help_text=_("Its own people will see this agreement from now on."))
    party_role = forms.ChoiceField(label=_("Role"), choices=said(words.ROLES), initial="partner")


class SignatoryForm(OfAgreement):
    """Who signs."""

    party = forms.ChoiceField(label=_("For"))
    name_ko = line(_("Name in Korean"), 120)
    name_en = line(_("Name in English"), 120)
    role_ko = line(_("Position in Korean"), 120)
    role_en = line(_("Position in English"), 120)
    signed_on = day(_("Signed on"), required=False)


class PaperForm(OfAgreement):
    """A file."""

    file = forms.FileField(label=_("File"), help_text=_("A PDF or picture of up to 20 MB."))
    text_language = forms.ChoiceField(
        label=_("Text or evidence"), required=False,
        choices=[("", _("Evidence")), ("ko", _("The text in Korean")), ("en", _("The text in English"))],
    )
    prevails = forms.BooleanField(label=_("This language version prevails"), required=False)


class CheckForm(OfAgreement):
    """What looking into the partner found."""

    check_item = forms.ChoiceField(label=_("Check"), choices=said(words.CHECKS))
    check_result = forms.ChoiceField(label=_("Result"), choices=said(words.RESULTS))
    says = line(_("What was found"), help_text=_("Needed where there is a concern."))
    checked_on = day(_("Checked on"), required=False)


class StepForm(OfAgreement):
    """One step on."""

    step = forms.ChoiceField(label=_("Next step"))
    happened_on = day(_("On which day, as the papers say"), required=False)
    reason = line(_("Remark"))


class RenewForm(OfAgreement):
    """A later end."""

    ends_on = day(_("New last day"))
    happened_on = day(_("Renewed on"), required=False)
    reason = line(_("Reason"))


class NoticeForm(OfAgreement):
    """Who gave notice, and when."""

    party = forms.ChoiceField(label=_("Who gave notice"))
    given_on = day(_("On which day"), required=False)


class EndForm(OfAgreement):
    """How it ended, why, and what was learnt."""

    ending = forms.ChoiceField(label=_("How it ended"))
    happened_on = day(_("On which day"), required=False)
    reason = line(_("Reason"), help_text=_("The council reads it."))
    lesson_ko = line(_("What was learnt, in Korean"))
    lesson_en = line(_("What was learnt, in English"))


class SummaryForm(OfAgreement):
    """What everybody in the cluster may read."""

    says_ko = text(_("Summary in Korean"), help_text=_("Title, parties and day of signature are shown with it; no clauses."))
    says_en = text(_("Summary in English"))


class AnswerForm(OfAgreement):
    """What was done."""

    clock_name = forms.ChoiceField(label=_("What was due"), choices=said(words.CLOCKS))
    anchor = forms.DateField(widget=forms.HiddenInput)
    number = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=999)
    says = line(_("What was done"), required=True)
    answered_on = day(_("On which day"), required=False)


class CommitmentForm(OfAgreement):
    """A measurable clause."""

    party = forms.ChoiceField(label=_("Who promises it"))
    commitment_kind = forms.ChoiceField(label=_("Kind"), choices=said(words.KINDS))
    what_ko = line(_("The clause in Korean"))
    what_en = line(_("The clause in English"))
    amount = forms.DecimalField(label=_("How much"), max_digits=20, decimal_places=0, min_value=1)
    amount_unit = forms.ChoiceField(label=_("Unit"), choices=said(words.UNITS))
    due_on = day(_("By when"))
    officer = forms.ChoiceField(label=_("Liaison officer"), required=False, choices=officers)


class EntryForm(OfAgreement):
    """What is known to have come of a promise."""

    entry_state = forms.ChoiceField(label=_("State"), choices=said(words.ENTRY_STATES), initial="reported")
    happened_on = day(_("On which day"))
    amount = forms.DecimalField(label=_("Amount so far"), max_digits=20, decimal_places=0, min_value=0,
                                help_text=_("All that has come until that day, not what was added."))
    evidence_url = forms.URLField(label=_("Link to the evidence"), max_length=300, required=False, assume_scheme="https")
    paper = forms.ChoiceField(label=_("File of this agreement"), required=False)
    confirmed_by = line(_("Who confirmed it"), 120)
    reason = line(_("Reason"), help_text=_("Needed for what lapsed or was withdrawn, and for corrections."))
    supersedes = forms.ChoiceField(label=_("Corrects"), required=False)

    def __init__(self, *args: Any, about: AgreementPage, commitment: CommitmentRow, staff: bool, **more: Any) -> None:
        super().__init__(*args, about=about, **more)
        told = [(e.code, f"{e.label} {e.happened_on} · {e.code}") for e in commitment.entries if not e.corrected]
        self.fields["supersedes"].choices = [("", "–"), *told]  # type: ignore[attr-defined]
        if not staff:
            for name in ("supersedes", "confirmed_by"):
                del self.fields[name]
            own = [(s, str(words.ENTRY_STATES[s])) for s in ("started", "reported")]
            self.fields["entry_state"].choices = own  # type: ignore[attr-defined]
