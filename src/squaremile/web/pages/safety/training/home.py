"""What Safety home says of training: one's own, the heat of the matrix, who waits, what ends, whose hours are late."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from squaremile.core import refs
from squaremile.core.reads.people_directory import KIND
from squaremile.core.roles import COMPANY_ADMIN
from squaremile.kernel.scope import require
from squaremile.safety.reads import hours, records, sessions, training, training_heat
from squaremile.safety.reads.areas import today
from squaremile.web.pages.safety.home_sections import HomeLine, HomeSection
from squaremile.web.pages.safety.training import parts
from squaremile.web.shell.tabs import EVERYONE


def own() -> Iterator[HomeLine]:
    """What one still needs, and what ends soon."""
    me = require().actor
    assert me is not None
    for row in training.of_person(me, today()):
        if row.gap or row.standing.state == "ending":
            until = row.standing.until
            yield HomeLine(
                row.course.name, f"{row.said}{f' · {until.isoformat()}' if until else ''}",
                reverse("training_course", args=[row.code]), "stop" if row.gap else "warn",
            )


def heat() -> tuple[str, Mapping[str, Any]]:
    """Company by company and course by course; only courses that somebody's role asks for."""
    courses, people = training.matrix(today())
    rows = training_heat.heat(courses, people)
    asked = [n for n, _course in enumerate(courses) if any(row.cells[n].needed for row in rows)]
    return "safety/training/heat.html", {
        "courses": [courses[n] for n in asked],
        "heat": [training_heat.HeatRow(row.company, tuple(row.cells[n] for n in asked)) for row in rows] if asked else [],
    }


def for_trainers() -> Iterator[HomeLine]:
    """Who passed and waits; which sessions are over and have no attendance."""
    for one in records.waiting():
        yield HomeLine(one.name, one.course_name, reverse("training_sign_off"), "warn")
    for session in sessions.unrecorded():
        yield HomeLine(
            session.course_name, _now("attendance is not recorded"), reverse("training_session", args=[session.code]), "warn"
        )


def expiring() -> Iterator[HomeLine]:
    """Records that end soon and have no successor, the first to end first."""
    found = training.ending(today())
    named = training.names({row.person for row in found})
    for row in found:
        if row.person in named:
            yield HomeLine(
                named[row.person], f"{row.course} · {row.until.isoformat()}",
                reverse("training_person", args=[refs.ref(KIND, row.person)]), "warn",
            )


def late_hours() -> Iterator[HomeLine]:
    """Whose hours are over their day."""
    for row in hours.everybody(today(), short=True):
        if row.late:
            missing = sum(one.owed.left for one in row.rows if one.late)
            said = _now("%(n)s min missing") % {"n": missing}
            yield HomeLine(row.name, f"{row.grade_said} · {said}", reverse("training_person", args=[row.ref]), "stop")


WATCH = (*parts.LOOKERS, COMPANY_ADMIN)
HOME: tuple[HomeSection, ...] = (
    HomeSection("own-training", _("My training"), "book-open", EVERYONE, own, _("You have all the training that your roles ask for."), "training"),
    HomeSection("trainers", _("Waiting for a trainer"), "circle-check", parts.TRAINERS, for_trainers, _("Nobody waits"), "training_sign_off"),
    HomeSection(
        "expiring", _("Trainings that end soon"), "calendar-clock", WATCH, expiring, _("Nothing ends within thirty days."), "training_matrix",
    ),
    HomeSection("hours", _("Hours that are late"), "clock", WATCH, late_hours, _("Nobody's hours are late."), "training_hours"),
    HomeSection("heat", _("Training by company"), "users", WATCH, lambda: (), "", "training_matrix", heat),
)
