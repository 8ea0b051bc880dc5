"""Publishing a course, or the next version of one, with its questions."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import courses
from squaremile.web.pages.safety.training import parts
from squaremile.web.pages.safety.training.course_forms import CourseForm, Questions, filled, one_more, rows
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only

BLANK = 3
"""Questions that a new course has room for at once."""


@require_http_methods(["GET", "POST"])
@only(rules.keep_courses)
def publish(request: HttpRequest) -> HttpResponse:
    """A new course."""
    return _page(request, {}, [{}] * BLANK, "")


@require_http_methods(["GET", "POST"])
@only(rules.keep_courses)
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """The next version of a course, which begins as the newest one stands."""
    seen, asked = courses.to_edit(code)
    return _page(request, filled(seen), rows(asked), seen.code)


def _page(request: HttpRequest, kept: dict[str, Any], asked: list[dict[str, Any]], code: str) -> HttpResponse:
    more = request.POST.get("act") == "more"
    sent: Any = (one_more(request.POST) if more else request.POST) if request.method == "POST" else None
    form, questions = CourseForm(sent, initial=kept), Questions(sent, initial=asked, prefix="questions")
    if code:
        form.fields["code"].disabled = True
    refusal = None
    if sent is not None and not more and form.is_valid() and questions.is_valid():
        said = form.cleaned_data
        refusal = tried(lambda: safety.publish_course(questions=questions.asked(), **said))
        if refusal is None:
            return done(request, _("The version is published."), reverse("training_course", args=[said["code"]]))
    wrong = sent is not None and not more and not (form.is_valid() and questions.is_valid())
    return render(request, "safety/training/editor.html", parts.page(
        "training_courses", form=form, questions=questions, refusal=refusal, code=code, quiet=more,
    ), status=refusal.status if refusal else 422 if wrong else 200)  # fmt: skip
