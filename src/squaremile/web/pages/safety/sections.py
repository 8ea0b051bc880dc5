"""The sections of safety, as tabs above its pages: only what exists and what the reader's roles can use."""

from django.utils.translation import gettext_lazy as _

from squaremile.core.roles import COMPANY_ROLES
from squaremile.web.shell.tabs import EVERYONE, Section, Tabs, shown

STOCK = ("site_director", "safety_officer", "lab_operations", "auditor", *COMPANY_ROLES)
DESK = ("site_director", "safety_officer", "lab_operations", "auditor")
_TODAY, _STOCK, _LIMITS, _TRAINING = _("Today"), _("Chemicals"), _("Limits"), _("Training")
_WORK, _LOOKED_AT, _EMERGENCY = _("Biology and permits"), _("Inspections and incidents"), _("Emergencies")

SECTIONS = (
    Section("safety", _("Today"), EVERYONE, _TODAY),
    Section("safety_inspector", _("For an inspector"), DESK, _TODAY),
    Section("safety_can_bring", _("Can I bring this?"), STOCK, _STOCK),
    Section("safety_containers", _("Inventory"), STOCK, _STOCK),
    Section("safety_substances", _("Substances"), STOCK, _STOCK),
    Section("safety_classes", _("Classes of substances"), STOCK, _STOCK),
    Section("safety_scan", _("Scan"), STOCK, _STOCK),
    Section("safety_counts", _("Counts"), STOCK, _STOCK),
    Section("safety_waste", _("Waste"), STOCK, _STOCK),
    Section("safety_areas", _("Control areas"), EVERYONE, _LIMITS),
    Section("safety_head_room", _("Head-room"), DESK, _LIMITS),
    Section("safety_head_room_map", _("Head-room map"), STOCK, _LIMITS),
    Section("safety_rooms", _("Rooms"), STOCK, _LIMITS),
    Section("safety_figures", _("Figures"), EVERYONE, _LIMITS),
    Section("training", _("Training"), EVERYONE, _TRAINING),
    Section("safety_agents", _("Biological agents"), EVERYONE, _WORK),
    Section("safety_permits", _("Permits"), EVERYONE, _WORK),
    Section("safety_analyses", _("Hazard analyses"), STOCK, _WORK),
    Section("safety_inspections", _("Inspections"), STOCK, _LOOKED_AT),
    Section("safety_findings", _("Findings"), STOCK, _LOOKED_AT),
    Section("safety_incidents", _("Incidents"), STOCK, _LOOKED_AT),
    Section("safety_emergency", _("Emergency view"), DESK, _EMERGENCY),
    Section("safety_signs", _("Door signs"), STOCK, _EMERGENCY),
    Section("safety_inside", _("Who is inside"), EVERYONE, _EMERGENCY),
)


def tabs(current: str) -> Tabs:
    """The tabs for whoever asks, as <c-tabs> takes them; `current` is the url_name of the page's section."""
    return shown(SECTIONS, current)
