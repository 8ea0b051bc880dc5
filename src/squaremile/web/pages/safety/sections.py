"""The sections of safety, as tabs above its pages: only what exists and what the reader's roles can use."""

from django.utils.translation import gettext_lazy as _

from squaremile.core.roles import COMPANY_ROLES
from squaremile.web.shell.tabs import Section, shown

STOCK = ("site_director", "safety_officer", "lab_operations", "auditor", *COMPANY_ROLES)


SECTIONS = (
    Section("safety", _("Today")),
    Section("training", _("Training")),
    Section("safety_areas", _("Control areas")),
    Section("safety_can_bring", _("Can I bring this?"), STOCK),
    Section("safety_containers", _("Inventory"), STOCK),
    Section("safety_substances", _("Substances"), STOCK),
    Section("safety_agents", _("Biological agents")),
    Section("safety_permits", _("Permits")),
    Section("safety_analyses", _("Hazard analyses"), STOCK),
    Section("safety_inspections", _("Inspections"), STOCK),
    Section("safety_findings", _("Findings"), STOCK),
    Section("safety_incidents", _("Incidents"), STOCK),
    Section("safety_waste", _("Waste"), STOCK),
    Section("safety_inspector", _("For an inspector"), ("site_director", "safety_officer", "lab_operations", "auditor")),
    Section("safety_emergency", _("Emergency view"), ("site_director", "safety_officer", "lab_operations", "auditor")),
    Section("safety_signs", _("Door signs"), STOCK),
    Section("safety_inside", _("Who is inside")),
    Section("safety_rooms", _("Rooms"), STOCK),
    Section("safety_scan", _("Scan"), STOCK),
    Section("safety_counts", _("Counts"), STOCK),
    Section("safety_head_room", _("Head-room"), ("site_director", "safety_officer", "lab_operations", "auditor")),
    Section("safety_head_room_map", _("Head-room map"), STOCK),
    Section("safety_classes", _("Classes of substances"), STOCK),
    Section("safety_figures", _("Figures")),
)


def tabs(current: str) -> list[tuple[str, str, bool, None]]:
    """The tabs for whoever asks, as <c-tabs> takes them; `current` is the url_name of the page's section."""
    return shown(SECTIONS, current)
