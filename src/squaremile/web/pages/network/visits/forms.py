"""Forms of delegations: they shape input; what is sound is each operation's question."""

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext_lazy as _

from squaremile.network.words import visits as words
from squaremile.web.pages.booking.times import SiteTimeField, set_zone

DAY = forms.DateInput(attrs={"type": "date"})
CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
LONG = forms.Textarea(attrs={"rows": 2})


def _line(label: Any, longest: int = 200, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, required=False, **more)


def _text(label: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=4000, widget=LONG)


def _choices(said: dict[Any, Any]) -> list[tuple[str, Any]]:
    return [(str(key), text) for key, text in said.items()]


def _one_of(label: Any, said: dict[Any, Any], **more: Any) -> forms.ChoiceField:
    # Words are said when the form is shown, in the language of whoever reads it.
    return forms.ChoiceField(label=label, choices=lambda: [(key, str(text)) for key, text in _choices(said)], **more)


class DelegationForm(forms.Form):
    """A new delegation."""

    direction = _one_of(_("Direction"), words.DIRECTIONS)
    name_ko = _line(_("Name in Korean"))
    name_en = _line(_("Name in English"))
    purpose_ko = _text(_("Purpose in Korean"))
    purpose_en = _text(_("Purpose in English"))
    level = _one_of(_("Level"), words.LEVELS, initial="3")
    partner = _line(_("Code of the organisation visited or visiting"), 20)
    region_ko = _line(_("Region in Korean"), 120)
    region_en = _line(_("Region in English"), 120)
    starts_on = forms.DateField(label=_("First day"), widget=DAY)
    ends_on = forms.DateField(label=_("Last day"), widget=DAY)
    time_zone = forms.CharField(label=_("Time zone of the places visited"), max_length=40, initial="Asia/Seoul")
    currency = forms.ChoiceField(label=_("Currency"), choices=[(c, c) for c in ("KRW", "USD", "EUR", "JPY", "GBP")])


class EditForm(DelegationForm):
    """Everything about it that can be changed, with the terms of its days."""

    day_start = forms.TimeField(label=_("Days begin at"), widget=CLOCK)
    day_end = forms.TimeField(label=_("Days end at"), widget=CLOCK)
    lunch_minutes = forms.IntegerField(label=_("Minutes for lunch"), min_value=0, max_value=240)
    most_meetings = forms.IntegerField(label=_("Meetings a day at most"), min_value=1, max_value=20)
    rest_minutes = forms.IntegerField(label=_("Minutes between meetings besides the way"), min_value=0, max_value=240)
    speed_kmh = forms.IntegerField(label=_("Speed in km/h"), min_value=1, max_value=400)
    detour_percent = forms.IntegerField(label=_("Way against the straight line, in %"), min_value=100, max_value=400)
    outline_ko = _text(_("Outline for the report, in Korean"))
    outline_en = _text(_("Outline for the report, in English"))
    implications_ko = _text(_("Implications for the report, in Korean"))
    implications_en = _text(_("Implications for the report, in English"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("direction", "currency"):
            del self.fields[name]


class MemberForm(forms.Form):
    """A member: a person of the directory by code, or a name."""

    expert = _line(_("Code of a person of the directory"), 20)
    name_ko = _line(_("Name in Korean"), 120)
    name_en = _line(_("Name in English"), 120)
    role_ko = _line(_("Position in Korean"))
    role_en = _line(_("Position in English"))
    rank = _one_of(_("Level"), {0: _("not known"), **words.LEVELS}, initial="0")
    needs_ko = _line(_("Food, access, religion (seen by liaison staff only)"), 300)


class ScreenForm(forms.Form):
    """One check of a member."""

    check = _one_of(_("Check"), words.CHECKS)
    result = _one_of(_("Result"), words.RESULTS)
    note_text = _line(_("Remark"), 300)


class BudgetForm(forms.Form):
    """A budget line."""

    line = forms.IntegerField(label=_("Number"), min_value=1, max_value=99)
    name_ko = _line(_("Name in Korean"), 120)
    name_en = _line(_("Name in English"), 120)
    planned = forms.IntegerField(label=_("Planned, in the smallest unit of the currency"), min_value=0)
    spent = forms.IntegerField(label=_("Spent, in the smallest unit of the currency"), min_value=0, required=False)


class ApproverForm(forms.Form):
    """Who must approve next."""

    email = forms.EmailField(label=_("E-mail address of the approver"))


class ReasonForm(forms.Form):
    """A reason."""

    reason = forms.CharField(label=_("Reason"), max_length=300)


class PlaceForm(forms.Form):
    """A place of the visit."""

    name_ko = _line(_("Name in Korean"))
    name_en = _line(_("Name in English"))
    address = _line(_("Address"), 300)
    latitude = forms.DecimalField(label=_("Latitude"), required=False, max_digits=8, decimal_places=5)
    longitude = forms.DecimalField(label=_("Longitude"), required=False, max_digits=8, decimal_places=5)
    base = forms.BooleanField(label=_("Days begin and end there"), required=False)


class WayForm(forms.Form):
    """A travel time."""

    origin_place = forms.ChoiceField(label=_("From"))
    target_place = forms.ChoiceField(label=_("To"))
    minutes = forms.IntegerField(label=_("Minutes"), min_value=0, max_value=1440)


class WishForm(forms.Form):
    """A wish."""

    expert = _line(_("Code of a person of the directory"), 20)
    title_ko = _line(_("Title in Korean"))
    title_en = _line(_("Title in English"))
    place = forms.ChoiceField(label=_("Place"), required=False)
    party = forms.ChoiceField(label=_("Travel party"), required=False)
    minutes = forms.IntegerField(label=_("Minutes"), min_value=5, max_value=600, initial=60)
    priority = forms.IntegerField(label=_("Priority, 5 is the most wanted"), min_value=1, max_value=5, initial=3)
    equal_rank = forms.BooleanField(label=_("Ranks must match"), required=False)


class SheetForm(WishForm):
    """A wish with its meeting's sheet."""

    asks_ko = _text(_("We ask, in Korean"))
    asks_en = _text(_("We ask, in English"))
    offers_ko = _text(_("We offer, in Korean"))
    offers_en = _text(_("We offer, in English"))
    talking_ko = _text(_("Talking points, in Korean"))
    talking_en = _text(_("Talking points, in English"))
    avoid_ko = _text(_("Not to be raised, in Korean"))
    avoid_en = _text(_("Not to be raised, in English"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        del self.fields["expert"]


class PartyForm(forms.Form):
    """A new party."""

    name_ko = _line(_("Name in Korean"), 80)
    name_en = _line(_("Name in English"), 80)


class JoinForm(forms.Form):
    """Who goes with which party."""

    member = forms.ChoiceField(label=_("Member of the delegation"))
    visit_party = forms.ChoiceField(label=_("Travel party"))
    day = forms.DateField(label=_("Day; empty is every day"), widget=DAY, required=False)


class LeaveForm(JoinForm):
    """Who goes with no party."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        del self.fields["visit_party"]


class AttendanceForm(forms.Form):
    """Who is at a stop."""

    members = forms.MultipleChoiceField(
        label=_("Exactly these; nobody chosen is whoever's stop it is"), required=False, widget=forms.CheckboxSelectMultiple)


class WindowForm(forms.Form):
    """When a host is free, on the clock of the place visited."""

    start = SiteTimeField(label=_("The host is free from"))
    end = SiteTimeField(label=_("The host is free until"))


class StopForm(forms.Form):
    """A stop."""

    kind = _one_of(_("Kind"), words.STOP_KINDS)
    title_ko = _line(_("Title in Korean"))
    title_en = _line(_("Title in English"))
    wish = forms.ChoiceField(label=_("Wish"), required=False)
    start = SiteTimeField(label=_("Start"))
    end = SiteTimeField(label=_("End time"))
    place = forms.ChoiceField(label=_("Place"), required=False)
    party = forms.ChoiceField(label=_("Travel party"), required=False)
    room = _line(_("Room"), 80)
    language = forms.ChoiceField(label=_("Language"), choices=[("en", "English"), ("ko", "한국어")])
    chair = _line(_("Chair"), 120)
    fixed = forms.BooleanField(label=_("Fixed: never moved"), required=False)


class EditStopForm(StopForm):
    """A stop that is there."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("kind", "wish"):
            del self.fields[name]


class MinutesForm(forms.Form):
    """What was said."""

    minutes_ko = _text(_("Minutes in Korean"))
    minutes_en = _text(_("Minutes in English"))


class PromiseForm(forms.Form):
    """What was promised."""

    says_ko = _line(_("Promise in Korean"), 300)
    says_en = _line(_("Promise in English"), 300)
    promiser = forms.CharField(label=_("Who promised"), max_length=120)
    due_on = forms.DateField(label=_("Until"), widget=DAY)


class LateForm(forms.Form):
    """How late."""

    minutes = forms.IntegerField(label=_("Minutes late"), min_value=1, max_value=480, initial=20)
    party = forms.ChoiceField(label=_("Travel party"), required=False)


class DocumentForm(forms.Form):
    """Which document."""

    document = _one_of(_("Document"), words.DOCUMENTS)
    language = forms.ChoiceField(label=_("Language"), choices=[("ko", "한국어"), ("en", "English")])


class ClockForm(forms.Form):
    """One clock."""

    clock_kind = _one_of(_("What is due"), words.CLOCKS)
    anchor = forms.ChoiceField(label=_("Counted from"), choices=[("start", _("first day")), ("end", _("last day"))])
    days = forms.IntegerField(label=_("Days after it; negative is before"), min_value=-365, max_value=365)


class TickForm(forms.Form):
    """Which clock."""

    clock_kind = _one_of(_("What is due"), words.CLOCKS)


Choices = Sequence[tuple[str, str]]


def placed(
    form: forms.Form, zone: ZoneInfo, places: Choices, wishes: Choices = (), parties: Choices = (), members: Choices = (),
) -> forms.Form:
    """The form with the visit's clock, places, wishes, parties and members. Where there are no parties, none is asked for."""
    set_zone(form, zone)
    nothing = [("", "–")]
    for name, choices in (
        ("place", [*nothing, *places]), ("origin_place", places), ("target_place", places), ("wish", [*nothing, *wishes]),
        ("party", [("", _("Everybody")), *parties]), ("visit_party", parties), ("member", members), ("members", members),
    ):
        if name in form.fields:
            form.fields[name].choices = choices  # type: ignore[attr-defined]
    if not parties:
        form.fields.pop("party", None)
    return form
