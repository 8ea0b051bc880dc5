"""Taking the quiz of a course: one question below the other, fit for a thumb."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from squaremile.kernel.scope import require
from squaremile.safety import operations as safety
from squaremile.safety import rules
from squaremile.safety.reads import courses
from squaremile.web.pages.safety.training import parts
from squaremile.web.shell.acts import done, tried
from squaremile.web.shell.entry import only


@require_http_methods(["GET", "POST"])
@only(rules.learn)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The newest version's questions. A passed quiz is a completed training, or waits for a trainer where one confirms it."""
    seen, me, made = courses.course(code), require().actor, []
    assert me is not None
    refusal, chosen = None, _chosen(request)
    if request.method == "POST":
        refusal = tried(lambda: made.append(safety.take_quiz(course=seen.code, choices=chosen)))
        if refusal is None and made[0].passed:
            waits = seen.newest.signed_off
            said = _("Passed. A trainer confirms it next.") if waits else _("Passed. The training is recorded.")
            return done(request, said, reverse("training"))
    asked = [(n, each, chosen.get(str(n), [])) for n, each in enumerate(seen.newest.questions, 1)]
    return render(request, "safety/training/quiz.html", parts.page(
        "training", course=seen, asked=asked, refusal=refusal, attempt=made[0] if made else None,
        left=courses.attempts_left(seen.newest, me),
    ), status=refusal.status if refusal else 200)  # fmt: skip


def _chosen(request: HttpRequest) -> dict[str, list[int]]:
    """Question → chosen answers, both from 1."""
    names = [name for name in request.POST if name.startswith("q")]
    return {name[1:]: [int(v) for v in request.POST.getlist(name) if v.isdecimal()] for name in names if name[1:].isdecimal()}
