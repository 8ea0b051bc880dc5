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
        Look("mine", "mine", icon="user", label=_("Mine")),
        Look("company", "company", icon="users", label=_("My company")),
        Look("other", "other", icon="circle", label=_("Busy")),
        Look("pending", "pending", icon="circle-dashed", label=_("Waiting for approval")),
        Look("maintenance", "maintenance", icon="wrench", label=_("Maintenance")),
        Look("fault", "stop", icon="octagon-alert", label=_("Out of order")),
        Look("locked", "locked", icon="lock", label=_("Locked for you")),
        Look("free", "free", icon="circle-check", label=_("Free")),
        Look("in_use", "info", icon="clock", label=_("In use")),
        Look("peak", "peak", icon="trending-up", label=_("Peak price")),
        Look("ok", "ok", icon="circle-check", label=_("OK")),
        Look("warn", "warn", icon="triangle-alert", label=_("Attention")),
        Look("stop", "stop", icon="octagon-alert", label=_("Stop")),
        Look("info", "info", icon="info", label=_("Note")),
        Look("neutral", "neutral", icon="circle", label=_("Noted")),
        Look("unknown", "neutral", icon="circle-question-mark", label=_("Not known")),
    )
}
"""Every look by its name; domains map their states to these."""
