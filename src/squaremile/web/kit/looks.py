"""The looks that mean something: a colour family, an icon as second cue, and words."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Look:
    """`family` is the colour family in `states.css`; `label` is what is said when nothing better is given."""

    name: str
    family: str
    icon: str
    label: str | Promise


LOOKS = {
    look.name: look
    for look in (
        Look("mine", "mine", "user", _("Mine")),
        Look("company", "company", "users", _("My company")),
        Look("other", "other", "circle", _("Busy")),
        Look("pending", "pending", "circle-dashed", _("Waiting for approval")),
        Look("maintenance", "maintenance", "wrench", _("Maintenance")),
        Look("fault", "stop", "octagon-alert", _("Out of order")),
        Look("locked", "locked", "lock", _("Locked for you")),
        Look("free", "free", "circle-check", _("Free")),
        Look("in_use", "info", "clock", _("In use")),
        Look("peak", "peak", "trending-up", _("Peak price")),
        Look("ok", "ok", "circle-check", _("OK")),
        Look("warn", "warn", "triangle-alert", _("Attention")),
        Look("stop", "stop", "octagon-alert", _("Stop")),
        Look("info", "info", "info", _("Note")),
        Look("neutral", "neutral", "circle", _("Noted")),
        Look("unknown", "neutral", "circle-question-mark", _("Not known")),
    )
}
"""Every look by its name; domains map their states to these."""
