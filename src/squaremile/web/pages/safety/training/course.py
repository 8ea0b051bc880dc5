"""Courses: the list, and one with its versions and who needs it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.reads import courses, sessions, training
from squaremile.safety.reads.areas import today
from squaremile.web.pages.safety.training import parts
from squaremile.web.shell.entry import signed_in


@require_GET
@signed_in
def listing(request: HttpRequest) -> HttpResponse:
    """Every course, with how the reader stands in it."""
    me = require().actor
    assert me is not None
    return render(request, "safety/training/courses.html", parts.page(
        "training_courses", rows=training.of_person(me, today()), may_keep=rules.keep_courses(require()),
    ))  # fmt: skip


@require_GET
@signed_in
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One course."""
    me = require().actor
    assert me is not None
    seen = courses.course(code)
    return render(request, "safety/training/course.html", parts.page(
        "training_courses", course=seen, may_keep=rules.keep_courses(require()),
        mine=next(row for row in training.of_person(me, today()) if row.code == seen.code), may_learn=rules.learn(require()),
        sessions=sessions.sessions(course=seen.code),
    ))  # fmt: skip
