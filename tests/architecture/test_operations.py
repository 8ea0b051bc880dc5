"""Every operation: declared in full, speaks both languages, and hears every constraint of the tables it writes."""

import inspect
import typing

import pytest
from django.apps import apps
from django.db import connection

from squaremile.atlas import operations as _atlas
from squaremile.billing import operations as _billing
from squaremile.booking import operations as _booking
from squaremile.core import operations as _core
from squaremile.kernel.operation import registry
from squaremile.kernel.words import catalogue
from squaremile.metering import operations as _metering
from squaremile.network import operations as _network
from squaremile.safety import operations as _safety
from squaremile.spaces import operations as _spaces
from squaremile.stores import operations as _stores
from tests.architecture.test_tables import OURS

LOADED = (_atlas, _booking, _core, _metering, _network, _safety, _spaces, _stores)
LOADED = (_atlas, _billing, _booking, _core, _metering, _network, _safety, _spaces)
OPERATIONS = sorted(registry.values(), key=lambda o: o.name)


# A rule is one test over all operations, and names those that break it: a test of each took longer to hand out than to run.


def test_each_is_named_after_its_domain():
    wrong = [
        o.name for o in OPERATIONS
        if not o.call.__module__.startswith(f"squaremile.{o.name.partition('.')[0]}.operations") or not o.name.partition(".")[2].isidentifier()
    ]
    assert wrong == []


def test_each_speaks_both_languages_and_says_what_it_does():
    assert [o.name for o in OPERATIONS if not (o.label.ko and o.label.en and o.summary.endswith((".", ")")))] == []


def test_each_is_typed_and_keyword_only():
    wrong = []
    for operation in OPERATIONS:
        hints = typing.get_type_hints(operation.call)
        wrong += [] if "return" in hints else [f"{operation.name} returns"]
        wrong += [
            f"{operation.name} {name}" for name, parameter in operation.parameters.items()
            if parameter.kind is not inspect.Parameter.KEYWORD_ONLY or name not in hints
        ]
    assert wrong == []


def test_each_refuses_only_in_words():
    assert [(o.name, code) for o in OPERATIONS for code in o.refuses if code not in catalogue] == []


@pytest.mark.django_db
def test_each_maps_constraints_that_exist():
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint UNION SELECT indexname FROM pg_indexes")
        known = {name for (name,) in cursor.fetchall()} | TRIGGERS
    assert [(o.name, name) for o in OPERATIONS for name in o.constraints if name not in known] == []


def test_each_says_who_may():
    assert [o.name for o in OPERATIONS if not o.may.__doc__] == []


TRIGGERS = {
    "billing_account_registered", "billing_issuer_registered", "account_term_open",
    "stock_count_open", "stock_count_closed",
    "reservation_step_allowed", "reservation_has_detail", "occupancy_step_allowed", "occupancy_has_detail",
    "event_step_allowed", "event_capacity_kept",
    "need_step_allowed", "occupancy_place_rentable", "occupancy_no_overlap_around", "place_closed_is_empty", "place_open_in_open",
    "occupancy_within_place",
    "place_gone_is_empty",
    "agreement_step_allowed", "outcome_corrects_its_own", "outcome_evidence_its_own",
    "introduction_step_allowed", "introduction_answered_by_expert", "introduction_words_stand", "approach_answer_alone",
    "person_claim_proven", "person_changes_her_own",
    "need_long_list_needed", "need_yes_needed", "need_agenda_needed", "need_minutes_needed", "soft_check_in_turn",
    "soft_check_names_nobody", "soft_check_stands", "agenda_stands", "agenda_complete", "agenda_person_agreed",
    # network: delegations and visit days
    "delegation_step_allowed",
    # residency
    "review_round_step_allowed", "review_step_allowed", "review_no_conflict", "review_of_round", "review_stands",
    "review_in_time", "decision_stands", "decision_has_basis", "pitch_of_round", "pitch_no_conflict",
    "company_step_allowed", "call_step_allowed", "application_step_allowed", "licence_step_allowed",
    "answer_in_time", "application_in_time", "sheet_keeps_version",
    "lead_step_allowed", "tour_step_allowed", "lead_not_too_often",
    "milestone_step_allowed", "evaluation_step_allowed", "suspension_step_allowed", "office_hour_step_allowed",
    "offer_step_allowed", "offer_terms_stand", "licence_signed_by_both", "licence_insured", "licence_deposit_paid",
    "licence_void_said", "application_stop_excepted",
    "price_version_stands", "signature_in_place", "signature_company_first", "amendment_step_allowed",
    "amendment_signed_by_both", "licence_notice_in_time", "licence_notice_of_running", "seal_of_signed",
    "checklist_entry_step_allowed", "access_pass_step_allowed", "member_within_seats",
    "departure_step_allowed", "departure_proof_zero", "departure_passes_back", "departure_deposit_paid",
    "clearance_open", "company_cleared_first",
    "plan_step_allowed", "request_step_allowed", "move_step_allowed", "move_amendment_signed", "people_terms_as_licensed", "pass_company_in_standing",
    "space_need_urgency_by_staff",
    # stores
    "movement_lot_not_recalled", "movement_lot_not_expired", "opening_step_allowed", "charge_step_allowed",
    "charge_dispute_in_time", "charge_settled_by_staff",
    "lot_step_allowed", "order_step_allowed", "order_decided_by_hers", "parcel_step_allowed", "cylinder_step_allowed",
    "service_order_step_allowed", "service_order_answered_by_staff", "service_order_loads_gone", "cycle_step_allowed", "indicator_step_allowed",
    "load_step_allowed", "load_cycle_running", "load_of_accepted_order", "load_proved_sterile",
    # safety: training
    "training_attempt_hers", "training_signed_off", "training_own_name",
    "training_session_step_allowed", "training_seat_step_allowed", "training_session_full",
    # safety
    "container_step_allowed", "container_cabinet_in_room", "container_substance_its_own", "container_gone",
    "bringing_step_allowed", "bringing_not_too_often", "bringing_substance_its_own", "container_stays_itself",
    # safety: mixtures
    "composition_of_mixture", "component_its_own", "component_shares_sum", "substance_is_component",
    # safety: labels, sheets and handovers
    "sheet_of_its_own", "handover_step_allowed", "handover_of_its_own", "handover_taken_by_key", "handover_stale",
    # safety: biological agents
    "protocol_version_step_allowed", "protocol_stands", "protocol_decided_by_safety", "protocol_agreed", "protocol_agent_its_own",
    "protocol_opinion_awaited", "committee_of_staff", "agent_line_adds_up", "agent_protocol_in_force", "agent_room_admits",
    "holding_as_written",
    # safety: permits
    "permit_step_allowed", "permit_confirmed_by_safety", "permit_holder_fits",
    # safety: hazard analyses
    "analysis_version_step_allowed", "analysis_stands", "analysis_own_name", "analysis_decided_by_safety",
    # safety: inspections and findings
    "finding_step_allowed", "finding_shown", "finding_responsible_fits", "finding_due_by_staff", "finding_check_by_another",
    "inspection_of_its_room", "inspection_answer_asked", "inspection_confirmed_by_another",
    # safety: incidents, locked places and waste
    "incident_step_allowed", "incident_settled", "incident_not_too_often", "incident_notice_stands", "place_lock_released",
    "waste_step_allowed", "waste_generator_fits", "waste_gone",
    # billing
    "close_step_allowed", "bill_step_allowed", "dispute_step_allowed", "rate_card_version_stands", "invoice_stands",
    "invoice_number_gapless", "invoice_lines_add_up", "entry_balanced", "wallet_holds", "match_within", "budget_project_its_own",
    "filing_step_allowed", "filing_stands", "deposit_holds", "payment_request_of_its_invoice",
    "invoice_taken_back_once", "entry_of_its_day", "account_card_its_own",
}
"""Constraint names that triggers raise under."""

NEVER_BROKEN_BY_INPUT = {
    "core_activity": "written by the machinery", "core_outbox_fact": "written by the machinery",
    "core_delivery": "written by the worker", "core_card": "update_or_create", "core_notice": "written by the worker",
    "core_mail": "written by the worker", "core_idempotent_request": "handled by the API",
    "core_token": "made with a random secret", "safety_stock_scan": "a label that was sent before is passed over",
    "safety_substance_found": "written by the machinery, over what was there",
    "billing_head_count": "written by the worker, once for each fact",
    "billing_voucher_taken": "written by a trigger, with each document",
}


def test_every_constraint_is_heard_by_some_operation():
    """A constraint that no operation maps would be a 500 for somebody: CHECKs may be guarded by typed input instead."""
    from django.db import models

    heard = {name for operation in OPERATIONS for name in operation.constraints}
    unheard = []
    for model in apps.get_models():
        if model._meta.app_label not in OURS:
            continue
        if model._meta.db_table in NEVER_BROKEN_BY_INPUT or model.__name__.endswith("History"):
            continue
        unheard += [
            constraint.name
            for constraint in model._meta.constraints
            if not isinstance(constraint, models.CheckConstraint) and constraint.name not in heard
        ]
    assert unheard == []
