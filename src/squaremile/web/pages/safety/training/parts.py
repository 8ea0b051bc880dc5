"""The parts of training as a second row of tabs, and what every page of them is given."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from squaremile.core import roles
from squaremile.web.pages.safety import sections
from squaremile.web.shell.tabs import Section, shown

TRAINERS = (roles.SITE_DIRECTOR, roles.SAFETY_OFFICER, roles.LAB_OPERATIONS)
LOOKERS = (*TRAINERS, roles.AUDITOR)
PARTS = (
    Section("training", _("My training")),
    Section("training_sessions", _("Sessions")),
    Section("training_courses", _("Courses")),
    Section("training_sign_off", _("Sign-off"), TRAINERS),
    Section("training_matrix", _("Matrix"), (*LOOKERS, roles.COMPANY_ADMIN)),
    Section("training_plans", _("Role plans"), (*LOOKERS, roles.COMPANY_ADMIN)),
    Section("training_gates", _("Gates")),
    Section("training_hours", _("Hours"), (*LOOKERS, roles.COMPANY_ADMIN)),
    Section("training_passport", _("Passport")),
)


def page(current: str, /, **more: Any) -> dict[str, Any]:
    """What a page of training shows above its own: the tabs of safety, and those of training."""
    return {"sections": sections.tabs("training"), "parts": shown(PARTS, current), **more}
