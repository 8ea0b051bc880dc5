"""Inviting people, and taking an invitation back."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from squaremile.core import operations as core
from squaremile.core import refs, rules
from squaremile.core.reads import organisation
from squaremile.core.reads.organisations import organisation as its_organisation
from squaremile.core.roles import COMPANY_ROLES, ROLES, SITE_DIRECTOR, STAFF_ROLES, any_of
from squaremile.kernel.errors import Forbidden
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.web.pages.organisations.keeping import may
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only, signed_in


class InviteForm(forms.Form):
    """Whom, to what, until when."""

    email = forms.EmailField(label=gettext_lazy("E-mail address"))
    role = forms.ChoiceField(label=gettext_lazy("Role"))
    name_ko = forms.CharField(label=gettext_lazy("Name in Korean"), max_length=80, required=False)
    name_en = forms.CharField(label=gettext_lazy("Name in English"), max_length=80, required=False)
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the message"), choices=[("ko", "한국어"), ("en", "English")]
    )
    until = forms.DateField(
        label=gettext_lazy("Role lasts until"), required=False, widget=forms.DateInput(attrs={"type": "date"}),
        help_text=gettext_lazy("That day included. Empty: a year."),
    )

    def __init__(self, *args: Any, roles: tuple[str, ...], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["role"].choices = [(role, str(ROLES[role].label)) for role in roles]  # type: ignore[attr-defined]


def end_of(day: date | None) -> datetime | None:
    """Midnight after a day of the cluster's zone."""
    return datetime.combine(day + timedelta(days=1), time.min, ZoneInfo(settings.TIME_ZONE)) if day else None


@require_http_methods(["GET", "POST"])
@signed_in
def page(request: HttpRequest, code: str) -> HttpResponse:
    """To a company: its admin, or staff."""
    where = its_organisation(code)
    if not may(where.id).invite:
        raise Forbidden(NOT_ALLOWED)
    # The most usual role stands first.
    roles = tuple(reversed(COMPANY_ROLES))
    return _invite(request, roles, where.id, str(where.name), reverse("organisation", args=[code]))


@require_http_methods(["GET", "POST"])
@only(any_of(SITE_DIRECTOR))
def staff(request: HttpRequest) -> HttpResponse:
    """To the cluster's own staff."""
    return _invite(request, STAFF_ROLES, None, _("the site's staff"), reverse("organisations"))


def _invite(request: HttpRequest, roles: tuple[str, ...], where: UUID | None, name: str, back: str) -> HttpResponse:
    initial = {"language": "en" if (get_language() or "").startswith("en") else "ko"}
    form = InviteForm(request.POST or None, roles=roles, initial=initial)
    refusal = None
    if request.method == "POST" and form.is_valid():
        asked = dict(form.cleaned_data)
        ends = end_of(asked.pop("until"))
        refusal = tried(lambda: core.invite(organisation=where, end=ends, **asked))
        if refusal is None:
            # The same words whether the address is known here or not.
            return done(request, _("Invited. The link in the message opens for 14 days."), back)
    status = refusal.status if refusal else 422 if form.errors else 200
    return render(request, "shell/form.html", {
        "form": form, "refusal": refusal, "title": _("Invite to %(name)s") % {"name": name},
        "send": _("Send the invitation"), "cancel_url": back,
    }, status=status)


@require_POST
@only(rules.keep_own_company)
def withdraw(request: HttpRequest, code: str, ref: str) -> HttpResponse:
    """Its link opens nothing from now on."""
    core.withdraw_invitation(invitation=refs.read(organisation.INVITATION, ref))
    return done(request, _("Withdrawn. The link opens nothing any more."), reverse("organisation", args=[code]))
