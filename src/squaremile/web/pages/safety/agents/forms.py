"""Forms of biological agents: they shape input only."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.core.reads import people_directory
from squaremile.core.reads.organisations import organisations
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.policies.biosafety import LEVELS
from squaremile.safety.reads import agents
from squaremile.safety.words import agents as words

DAY = forms.DateInput(attrs={"type": "date"})
KINDS = words.KINDS


def choose(form: forms.Form, field: str, choices: list[tuple[str, str]]) -> None:
    """Fill the choices of a field at the moment it is shown."""
    form.fields[field].choices = choices  # type: ignore[attr-defined]


class AgentForm(forms.Form):
    """An agent for the register."""

    organisation = forms.ChoiceField(label=_("Company"), required=False)
    name_ko = forms.CharField(label=_("Name in Korean"), max_length=160, required=False)
    name_en = forms.CharField(label=_("Name in English"), max_length=160, required=False)
    kind = forms.ChoiceField(label=_("Kind"))
    risk_group = forms.TypedChoiceField(label=_("Risk group"), coerce=int, choices=[(n, str(n)) for n in LEVELS])
    read_in = forms.CharField(label=_("Where the risk group was read"), max_length=200)
    modified = forms.BooleanField(label=_("It is a living modified organism (LMO)"), required=False)
    made_of = forms.CharField(label=_("Host, vector and insert"), max_length=400, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "kind", [(k, str(said)) for k, said in KINDS.items()])
        if rules.see_everyone(require()):
            choose(self, "organisation", [("", "—"), *((o.code, str(o.name)) for o in organisations())])
        else:
            del self.fields["organisation"]


class BringForm(forms.Form):
    """So much of an agent into a room."""

    agent = forms.ChoiceField(label=_("Agent"))
    place = forms.CharField(label=_("Code of the room"), max_length=20)
    spot = forms.CharField(label=_("Freezer, rack, box"), max_length=120, required=False)
    amount_held = forms.DecimalField(label=_("How much"), min_value=0, max_digits=13, decimal_places=4)
    counted_in = forms.CharField(label=_("Counted in"), max_length=30, help_text=_("Such as vials, plates or mL."))
    other_party = forms.CharField(label=_("From whom"), max_length=200, required=False)
    abroad = forms.BooleanField(label=_("It comes from abroad"), required=False)
    notice_number = forms.CharField(label=_("Number of the import notice"), max_length=80, required=False)
    done_on = forms.DateField(label=_("Day"), required=False, widget=DAY)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "agent", [(a.code, f"{a.name} ({a.code})") for a in agents.agents()])


class LineForm(forms.Form):
    """What happened to what is held."""

    happened = forms.ChoiceField(label=_("What happened"))
    amount_held = forms.DecimalField(label=_("How much"), min_value=0, max_digits=13, decimal_places=4, required=False)
    place = forms.CharField(label=_("Code of the room"), max_length=20, required=False, help_text=_("Where it was moved to."))
    spot = forms.CharField(label=_("Freezer, rack, box"), max_length=120, required=False)
    other_party = forms.CharField(label=_("To whom"), max_length=200, required=False)
    notice_number = forms.CharField(label=_("Number of the export notice"), max_length=80, required=False)
    says = forms.CharField(label=_("What for, or how it was destroyed"), max_length=300, required=False)
    done_on = forms.DateField(label=_("Day"), required=False, widget=DAY)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "happened", [(k, str(said)) for k, said in words.ACTS.items() if k not in ("bring", "import")])


class ProtocolForm(forms.Form):
    """A protocol: what is done with which agents, at which level, by whom."""

    name_ko = forms.CharField(label=_("Title in Korean"), max_length=160, required=False)
    name_en = forms.CharField(label=_("Title in English"), max_length=160, required=False)
    biosafety_level = forms.TypedChoiceField(label=_("Biosafety level"), coerce=int, choices=[(n, f"BSL-{n}") for n in LEVELS])
    agents = forms.MultipleChoiceField(label=_("Agents"), widget=forms.CheckboxSelectMultiple)
    investigator = forms.ChoiceField(label=_("Principal investigator"))
    plan_of_work = forms.CharField(
        label=_("The work"), widget=forms.Textarea(attrs={"rows": 8}), required=False,
        help_text=_("What is done, its risks and what is done about them, and where the waste goes."),
    )

    def __init__(self, *args: Any, companies: list[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "agents", [(a.code, f"{a.name} ({a.code})") for a in agents.agents() if a.owner in companies])
        found = {p.id: str(p.name) for company in companies for p in people_directory.colleagues(company)}
        choose(self, "investigator", [(str(key), name) for key, name in found.items()])


class DecisionForm(forms.Form):
    """Approve until a day, or return, with the reason."""

    ends_on = forms.DateField(label=_("Approved until"), required=False, widget=DAY)
    reason = forms.CharField(label=_("Reason"), max_length=300)


class OpinionForm(forms.Form):
    """A member's opinion."""

    opinion = forms.ChoiceField(label=_("Opinion"))
    reason = forms.CharField(label=_("Reason"), max_length=300)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "opinion", [(k, str(said)) for k, said in words.OPINIONS.items()])


class RoomForm(forms.Form):
    """Level and policy of a room, and what its sign says."""

    place = forms.CharField(label=_("Code of the room"), max_length=20)
    biosafety_level = forms.TypedChoiceField(label=_("Biosafety level"), coerce=int, choices=[(n, f"BSL-{n}") for n in LEVELS])
    admits = forms.MultipleChoiceField(label=_("What it admits"), widget=forms.CheckboxSelectMultiple, required=False)
    admits_modified = forms.BooleanField(label=_("It admits living modified organisms"), required=False)
    lmo_notice = forms.CharField(label=_("Number of the LMO facility notice"), max_length=80, required=False)
    manager = forms.CharField(label=_("Manager on the sign"), max_length=80, required=False)
    manager_phone = forms.CharField(label=_("Telephone on the sign"), max_length=40, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        choose(self, "admits", [(k, str(said)) for k, said in KINDS.items()])


class SeatForm(forms.Form):
    """Somebody of the staff for the committee."""

    person = forms.ChoiceField(label=_("Member of staff"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        found = {p.id: str(p.name) for p in people_directory.present() if p.company is None}
        choose(self, "person", [(str(key), name) for key, name in found.items()])
