"""What becomes of each kind of NEMO record, and of each field of those we take.

Source: the model list of NEMO 8.1 and the fields of 7.4 to 8.1 (an export of any of them reads; a field that is in
none of them is reported as unknown, one that we know and do not carry is reported as left behind).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """Taken into the plan; kept word for word for a later import; left behind with a reason."""

    TAKEN = "taken"
    KEPT = "kept"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Kind:
    """One of NEMO's kinds. ``uses`` and ``leaves`` name fields, for kinds that are taken."""

    fate: Fate
    reason: str = ""
    uses: frozenset[str] = frozenset()
    leaves: frozenset[str] = frozenset()


BY_NAME = frozenset(
    [
        "account",
        "accounttype",
        "chemicalhazard",
        "contactinformationcategory",
        "onboardingphase",
        "project",
        "projectdiscipline",
        "projecttype",
        "safetycategory",
        "safetytraining",
        "staffavailabilitycategory",
        "staffknowledgebasecategory",
        "tool",
        "toolqualificationgroup",
        "user",
        "userknowledgebasecategory",
        "usertype",
    ]
)
"""Kinds that NEMO serializes by natural key: the name is their identity (a user's is the username)."""

_RULES = (
    "reservation_horizon minimum_usage_block_time maximum_usage_block_time maximum_reservations_per_day "
    "maximum_future_reservations minimum_time_between_reservations maximum_future_reservation_time "
    "missed_reservation_threshold policy_off_between_times policy_off_start_time policy_off_end_time "
    "policy_off_weekend "
)
_CHARGE = "validated validated_by waived waived_on waived_by "


def _taken(uses: str, leaves: str = "") -> Kind:
    return Kind(Fate.TAKEN, "", frozenset(uses.split()), frozenset(leaves.split()))


TAKEN: dict[str, Kind] = {
    "account": _taken("name note type start_date active"),
    "project": _taken(
        "name application_identifier account start_date active discipline project_types only_allow_tools",
        "allow_consumable_withdrawals allow_staff_charges",
    ),
    "user": _taken(
        "username first_name last_name email type badge_number access_expiration is_active is_staff is_user_office "
        "is_accounting_officer is_service_personnel is_technician is_facility_manager is_superuser notes "
        "training_required date_joined safety_trainings physical_access_levels projects managed_projects "
        "managed_accounts managed_users",
        "domain last_login preferences onboarding_phases groups user_permissions password qualifications",
    ),
    "area": _taken(
        "name parent_area category maximum_capacity requires_reservation " + _RULES,
        "abuse_email reservation_email area_calendar_color logout_grace_period auto_logout_time welcome_message "
        "buddy_system_allowed count_staff_in_occupancy count_service_personnel_in_occupancy reservation_warning "
        "access_request_reviewers adjustment_request_reviewers abuse_weight lft rght tree_id level",
    ),
    "tool": _taken(
        "name parent_tool visible description serial image category operational properties primary_owner "
        "backup_owners superusers staff location phone_number notification_email_address requires_area_access "
        "operation_mode qualifications_never_expire max_delayed_logoff " + _RULES,
        "tool_calendar_color adjustment_request_reviewers interlock ask_to_leave_area_when_done_using "
        "grant_physical_access_level_upon_qualification grant_badge_reader_access_upon_qualification abuse_weight "
        "pre_usage_questions post_usage_questions",
    ),
    "qualification": _taken("user tool qualified_on"),
    "scheduledoutage": _taken(
        "start end title details category tool area resource creator",
        "reminder_days reminder_emails alert_days_before",
    ),
    "task": _taken(
        "tool urgency force_shutdown safety_hazard creator creation_time problem_category problem_description "
        "progress_description estimated_resolution_time cancelled resolved",
        "last_updated last_updated_by resolution_time resolver resolution_description resolution_category",
    ),
    "reservation": _taken(
        "user creator creation_time tool area project start end cancelled missed shortened descendant title "
        "additional_information note question_data",
        "short_notice cancellation_time cancelled_by self_configuration " + _CHARGE,
    ),
    "usageevent": _taken(
        "user operator project tool start end remote_work training pre_run_data run_data validated waived",
        "has_ended validated_by waived_on waived_by",
    ),
}

_KEPT = [
    "physicalaccesslevel",
    "temporaryphysicalaccess",
    "temporaryphysicalaccessrequest",
    "closure",
    "closuretime",
    "chemical",
    "chemicalhazard",
    "safetytraining",
    "consumable",
    "consumablecategory",
    "consumablewithdraw",
    "recurringconsumablecharge",
    "corefacility",
    "resource",
    "toolqualificationgroup",
    "configuration",
    "configurationoption",
    "configurationhistory",
    "toolusagequestions",
    "toolusagecounter",
    "reservationquestions",
    "trainingsession",
    "areaaccessrecord",
    "staffcharge",
    "adjustmentrequest",
    "requestmessage",
    "safetyissue",
    "comment",
    "taskhistory",
    "taskcategory",
    "taskstatus",
    "interlock",
    "door",
    "toolwaitlist",
    "unplannedoutage",
    "staffassistancerequest",
    "buddyrequest",
    "safetyitem",
    "safetycategory",
    "staffknowledgebaseitem",
    "userknowledgebaseitem",
    "staffknowledgebasecategory",
    "userknowledgebasecategory",
    "userdocuments",
    "tooldocuments",
    "projectdocuments",
    "safetyitemdocuments",
    "taskimages",
    "membershiphistory",
    "customization",
]

_LEFT: dict[str, str] = {
    "lookup": "accounttype projecttype projectdiscipline usertype resourcecategory",
    "secret": "toolcredentials interlockcard badgereader",
    "web_content": "news alert alertcategory landingpagechoice contactinformation contactinformationcategory "
    "staffknowledgebaseitemdocuments userknowledgebaseitemdocuments",
    "personal_setting": "userpreferences notification usercalendartoollist",
    "log": "emaillog activityhistory physicalaccesslog",
    "system": "interlockcardcategory policy onboardingphase staffabsence staffabsencetype staffavailability "
    "staffavailabilitycategory scheduledoutagecategory",
}

KINDS: dict[str, Kind] = (
    TAKEN
    | {name: Kind(Fate.KEPT) for name in _KEPT}
    | {name: Kind(Fate.LEFT, reason) for reason, names in _LEFT.items() for name in names.split()}
)
SECRET_FIELDS = frozenset({"password", "username", "token", "secret", "key", "credentials"})
"""Fields never written into the kept section, whatever kind they are on."""
