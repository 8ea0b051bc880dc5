"""Forms of membership: admitting, contacts, renewing, ending; and who looks after a member."""

from datetime import timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from squaremile.kernel import clock
from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.network.reads import memberships
from squaremile.network.reads.members import member as member_of
from squaremile.network.reads.tiers import tiers
from squaremile.web.pages.network.liaison import filled, picking
from squaremile.web.shell.entry import only


class ContactsForm(forms.Form):
    """Whom to call, and who decides."""

    working_contact = picking.field("expert", gettext_lazy("Working contact"))
    policy_contact = picking.field("expert", gettext_lazy("Policy contact"))


class AdmitForm(ContactsForm):
    """Tier and period."""

    tier = forms.ChoiceField(label=gettext_lazy("Tier"))
    start = forms.DateTimeField(label=gettext_lazy("Begins"), widget=filled.Moments)
    end = forms.DateTimeField(
        label=gettext_lazy("Ends"), widget=filled.Moments, required=False, help_text=gettext_lazy("A year later if left empty.")
    )
    field_order = ("tier", "start", "end", "working_contact", "policy_contact")

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        self.fields["tier"].choices = [(each.code, str(each.name)) for each in tiers() if each.active]  # type: ignore[attr-defined]


class RenewForm(forms.Form):
    """The same tier or another."""

    tier = forms.ChoiceField(label=gettext_lazy("Tier"), required=False)

    def __init__(self, *args: object, **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type]
        found = [(each.code, str(each.name)) for each in tiers() if each.active]
        self.fields["tier"].choices = [("", _("The same as now")), *found]  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """A sentence."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300)


class DirectorForm(forms.Form):
    """Somebody of the liaison staff."""

    director = picking.field(
        "staff", gettext_lazy("Director"), required=True, max_length=254,
        help_text=gettext_lazy("A site director or a member of the programme staff.")
    )


def _back(code: str) -> str:
    return reverse("network_relationship", args=[code])


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def admit(request: HttpRequest, member: str) -> HttpResponse:
    """A membership from a day on."""
    whose = member_of(member)
    form = AdmitForm(request.POST or None, initial={"start": clock.now()})
    return filled.shown(
        request, form, lambda asked: network.admit_member(member=whose.code, **asked), send=_("Admit"),
        title=_("Admit %(name)s") % {"name": whose.name}, said=_("Admitted."), back=_back(whose.code),
        lead=_("The dues are those that the tier has today."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def director(request: HttpRequest, member: str) -> HttpResponse:
    """One person looks after the member; the one before stays on record."""
    whose = member_of(member)
    return filled.shown(
        request, DirectorForm(request.POST or None),
        lambda asked: network.assign_director(member=whose.code, **asked), title=_("Director of %(name)s") % {"name": whose.name},
        send=_("Assign"), said=_("Assigned."), back=_back(whose.code),
        lead=_("The member sees the name and the address. Whoever was it before stays on record."),
    )


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def contacts(request: HttpRequest, membership: str) -> HttpResponse:
    """Whom to call about the everyday, and who decides."""
    found = memberships.one(membership)
    form = ContactsForm(request.POST or None, initial={"working_contact": found.working, "policy_contact": found.policy})
    return filled.shown(
        request, form, lambda asked: network.edit_contacts(membership=membership, **asked), title=_("Contact persons"),
        send=_("Save"), said=_("Saved."), back=_back(found.member_code),
    )


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def renew(request: HttpRequest, membership: str) -> HttpResponse:
    """Another year from the day it ends."""
    found = memberships.one(membership)
    return filled.shown(
        request, RenewForm(request.POST or None), lambda asked: network.renew_membership(membership=membership, **asked),
        title=_("Renew the membership"), send=_("Renew"), said=_("Renewed."), back=_back(found.member_code),
        lead=_("For %(days)s days from the day it ends, at the dues of today.") % {"days": timedelta(days=365).days},
    )


@require_http_methods(["GET", "POST"])
@only(rules.liaise)
def end(request: HttpRequest, membership: str) -> HttpResponse:
    """Before its time, with the reason."""
    found = memberships.one(membership)
    return filled.shown(
        request, ReasonForm(request.POST or None), lambda asked: network.end_membership(membership=membership, **asked),
        title=_("End the membership"), send=_("End it now"), said=_("Ended."), back=_back(found.member_code), look="stop",
        lead=_("Its record stays in the timeline, with the reason. The member reads it too."),
    )
