"""Acts between a need and its meeting: long list, soft checks, agenda."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from squaremile.network import operations as network
from squaremile.network import rules
from squaremile.web.pages.network.needs.acts import after
from squaremile.web.shell.entry import only


def _whole(text: str) -> int:
    """A number as typed; 0 for anything that is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0


def _of(request: HttpRequest, *names: str) -> dict[str, str]:
    return {name: request.POST.get(name, "") for name in names}


@require_POST
@only(rules.liaise)
def put(request: HttpRequest, code: str) -> HttpResponse:
    """A candidate onto the long list."""
    asked = _of(request, "subject", "subject_code", "why_ko", "why_en")
    return after(request, code, lambda: network.put_on_long_list(need=code, **asked), _("On the long list."), "#long-list")


@require_POST
@only(rules.liaise)
def reorder(request: HttpRequest, code: str) -> HttpResponse:
    """One place up or down."""
    asked, position = _of(request, "subject", "subject_code"), _whole(request.POST.get("position", ""))
    return after(
        request, code, lambda: network.move_on_long_list(need=code, position=position, **asked), _("Moved."), "#long-list"
    )


@require_POST
@only(rules.liaise)
def take_off(request: HttpRequest, code: str) -> HttpResponse:
    """No longer a candidate."""
    asked = _of(request, "subject", "subject_code")
    return after(
        request, code, lambda: network.take_off_long_list(need=code, **asked), _("Taken off the long list."), "#long-list"
    )


@require_POST
@only(rules.liaise)
def ask(request: HttpRequest, code: str) -> HttpResponse:
    """A candidate was asked."""
    asked = _of(request, "subject", "subject_code", "way", "question_ko", "question_en")
    return after(request, code, lambda: network.ask_softly(need=code, **asked), _("Noted. The clock runs."), "#long-list")


@require_POST
@only(rules.liaise)
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """What the candidate said."""
    asked = _of(request, "soft_check", "answer", "heard")
    return after(request, code, lambda: network.record_soft_answer(**asked), _("The answer is recorded."), "#long-list")


@require_POST
@only(rules.liaise)
def draft(request: HttpRequest, code: str) -> HttpResponse:
    """A new agenda."""
    asked = _of(request, "title_ko", "title_en")
    return after(request, code, lambda: network.draft_agenda(need=code, **asked), _("Drafted."), "#agenda")


@require_POST
@only(rules.liaise)
def subject(request: HttpRequest, code: str) -> HttpResponse:
    """A subject onto an agenda, or off it."""
    agenda, position = request.POST.get("agenda", ""), _whole(request.POST.get("drop", ""))
    if position:
        return after(
            request, code, lambda: network.drop_agenda_subject(agenda=agenda, position=position), _("Dropped."), "#agenda"
        )
    asked, minutes = _of(request, "says_ko", "says_en"), _whole(request.POST.get("minutes", ""))
    return after(
        request, code, lambda: network.add_agenda_subject(agenda=agenda, minutes=minutes, **asked), _("Added."), "#agenda"
    )


@require_POST
@only(rules.liaise)
def person(request: HttpRequest, code: str) -> HttpResponse:
    """Somebody who comes."""
    asked = _of(request, "agenda", "side", "soft_check", "name_ko", "name_en")
    if asked["soft_check"]:
        asked |= {"side": "candidate", "name_ko": "", "name_en": ""}
    return after(request, code, lambda: network.add_agenda_person(**asked), _("Added."), "#agenda")


@require_POST
@only(rules.liaise)
def agree(request: HttpRequest, code: str) -> HttpResponse:
    """It stands."""
    agenda = request.POST.get("agenda", "")
    said = _("Agreed. The company reads it now.")
    return after(request, code, lambda: network.agree_agenda(agenda=agenda), said, "#agenda")


@require_POST
@only(rules.liaise)
def carry(request: HttpRequest, code: str) -> HttpResponse:
    """Into a visit, as wishes."""
    asked = _of(request, "agenda", "delegation")
    said = _("Carried over. The candidates are wishes of the visit.")
    return after(request, code, lambda: network.carry_agenda(**asked), said, "#agenda")
