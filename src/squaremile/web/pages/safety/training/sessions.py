"""Sessions: what is announced, a place in one, and who was there."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from squaremile.core import refs
from squaremile.core.reads.people_directory import KIND, present
from squaremile.kernel.errors import Forbidden, SquaremileError
from squaremile.kernel.operation import NOT_ALLOWED
from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import sessions, training
from squaremile.web.pages.safety.training import parts
from squaremile.web.shell.acts import sent
from squaremile.web.shell.entry import signed_in

MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class SessionForm(forms.Form):
    """Which course, when, where, by whom, for how many."""

    course = forms.ChoiceField(label=_("Course"))
    start = forms.DateTimeField(label=_("Begins"), widget=MOMENT)
    end = forms.DateTimeField(label=_("Ends"), widget=MOMENT)
    place = forms.CharField(label=_("Code of the room"), max_length=20, required=False)
    most = forms.IntegerField(label=_("Places"), min_value=1, max_value=1000, initial=12)
    trainer = forms.ChoiceField(label=_("Trainer"), required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        staff = [(refs.ref(KIND, p.id), str(p.name)) for p in present() if p.company is None]
        self.fields["course"].choices = [(c.code, str(c.name)) for c in training.courses()]  # type: ignore[attr-defined]
        self.fields["trainer"].choices = [("", _("myself")), *staff]  # type: ignore[attr-defined]


@require_http_methods(["GET", "POST"])
@signed_in
def listing(request: HttpRequest) -> HttpResponse:
    """What is to come; trainers announce here."""
    if request.method == "GET":
        return _listing(request)
    if not rules.train(require()):
        raise Forbidden(NOT_ALLOWED)
    form = SessionForm(request.POST)
    return sent(request, lambda: _announce(form), reverse("training_sessions"), lambda **more: _listing(request, **more), form=form)


def _announce(form: SessionForm) -> None:
    said = dict(form.cleaned_data)
    trainer = said.pop("trainer")
    safety.announce_session(trainer=refs.read(KIND, trainer) if trainer else None, **said)


def _listing(request: HttpRequest, *, status: int = 200, form: forms.BaseForm | None = None, refusal: object = None) -> HttpResponse:
    past = request.GET.get("past") == "1"
    return render(request, "safety/training/sessions.html", parts.page(
        "training_sessions", rows=sessions.sessions(past=past), past=past, refusal=refusal,
        form=(form or SessionForm()) if rules.train(require()) else None,
    ), status=status)  # fmt: skip


ACTS: dict[str, Callable[[str, list[str]], Any]] = {
    "sign_up": lambda code, _refs: safety.sign_up(training_session=code),
    "give_up": lambda code, _refs: safety.give_up_seat(training_session=code),
    "cancel": lambda code, _refs: safety.cancel_session(training_session=code),
    "attend": lambda code, found: safety.record_attendance(training_session=code, present=[refs.read(KIND, ref) for ref in found]),
}


@require_http_methods(["GET", "POST"])
@signed_in
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One session; an act is named by the button that was pressed."""
    sessions.session(code)
    act = ACTS.get(request.POST.get("act", ""))
    if request.method == "POST" and act is not None:
        return sent(
            request, lambda: act(code, request.POST.getlist("present")), reverse("training_session", args=[code]),
            lambda **more: _page(request, code, **more),
        )
    return _page(request, code)


def _page(request: HttpRequest, code: str, *, status: int = 200, refusal: SquaremileError | None = None) -> HttpResponse:
    row, seats = sessions.session(code)
    return render(request, "safety/training/session.html", parts.page(
        "training_sessions", row=row, seats=seats, refusal=refusal, may_train=rules.train(require()),
        may_learn=rules.learn(require()),
    ), status=status)  # fmt: skip
