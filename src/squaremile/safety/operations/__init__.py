"""What safety does. Importing this package registers every operation."""

from squaremile.safety.operations.agents import bring_agent, log_agent, register_agent
from squaremile.safety.operations.analyses import (
    decide_analysis,
    draft_analysis,
    end_analysis,
    remind_of_analyses,
    sign_analysis,
)
from squaremile.safety.operations.areas import (
    add_area_rooms,
    add_cabinet,
    declare_area,
    edit_area,
    edit_cabinet,
    end_pack,
    put_pack_in_force,
    remove_area_room,
)
from squaremile.safety.operations.biosafety import declare_room_biosafety, seat_member, unseat_member
from squaremile.safety.operations.bringing import ask_to_bring, settle_bringing
from squaremile.safety.operations.confirming import confirm_inspection
from squaremile.safety.operations.containers import (
    correct_container,
    dispose_container,
    measure_container,
    move_container,
    open_container,
    receive_container,
    split_container,
    transfer_container,
)
from squaremile.safety.operations.counting import begin_count, close_count, scan_containers
from squaremile.safety.operations.courses import end_course_need, need_course, publish_course
from squaremile.safety.operations.door_signs import add_shut_off, give_up_shut_off, print_door_signs, set_room_card
from squaremile.safety.operations.emergency_copies import copy_for_emergencies
from squaremile.safety.operations.entries import record_entry
from squaremile.safety.operations.findings import (
    assign_finding,
    mend_finding,
    raise_finding,
    remind_of_findings,
    verify_mending,
)
from squaremile.safety.operations.handovers import offer_container, take_container, withdraw_offer
from squaremile.safety.operations.incident_photos import add_incident_photo
from squaremile.safety.operations.incidents import (
    classify_incident,
    close_incident,
    investigate_incident,
    name_incident_person,
    record_notice,
    remind_of_incidents,
    report_incident,
    report_near_miss,
    require_correction,
)
from squaremile.safety.operations.inspecting import carry_out_inspection
from squaremile.safety.operations.inspection_lists import publish_inspection_list, set_room_risk
from squaremile.safety.operations.labels import add_sheet, enter_label
from squaremile.safety.operations.manifests import remind_of_manifests
from squaremile.safety.operations.mixtures import enter_components
from squaremile.safety.operations.pack_editions import offer_pack_edition, take_pack_edition
from squaremile.safety.operations.passports import issue_passport, revoke_passport
from squaremile.safety.operations.permits import (
    adopt_permit_kinds,
    confirm_permit,
    declare_permit_kind,
    end_permit,
    end_permit_need,
    need_permit,
    record_permit,
    remind_of_permits,
)
from squaremile.safety.operations.place_locks import lock_place, plan_drill, record_drill, release_place
from squaremile.safety.operations.protocols import (
    decide_protocol,
    draft_protocol,
    end_protocol,
    give_opinion,
    remind_of_biosafety,
    submit_protocol,
    withdraw_protocol,
)
from squaremile.safety.operations.sessions import (
    announce_session,
    cancel_session,
    give_up_seat,
    record_attendance,
    sign_up,
)
from squaremile.safety.operations.stock_lists import import_stock_list
from squaremile.safety.operations.substances import add_substance, agree_classes, enter_classes
from squaremile.safety.operations.training import (
    remind_of_training,
    revoke_training,
    set_hours_duty,
    sign_off_training,
    take_quiz,
)
from squaremile.safety.operations.verifying import verify_pack_row
from squaremile.safety.operations.waste import (
    add_waste_generator,
    collect_waste,
    fill_waste,
    remind_of_waste,
    return_manifest,
    start_waste,
    store_waste,
)

__all__ = [
    "add_area_rooms",
    "add_cabinet",
    "add_incident_photo",
    "add_sheet",
    "add_shut_off",
    "add_substance",
    "add_waste_generator",
    "adopt_permit_kinds",
    "agree_classes",
    "announce_session",
    "ask_to_bring",
    "assign_finding",
    "begin_count",
    "bring_agent",
    "cancel_session",
    "carry_out_inspection",
    "classify_incident",
    "close_count",
    "close_incident",
    "collect_waste",
    "confirm_inspection",
    "confirm_permit",
    "copy_for_emergencies",
    "correct_container",
    "decide_analysis",
    "decide_protocol",
    "declare_area",
    "declare_permit_kind",
    "declare_room_biosafety",
    "dispose_container",
    "draft_analysis",
    "draft_protocol",
    "edit_area",
    "edit_cabinet",
    "end_analysis",
    "end_course_need",
    "end_pack",
    "end_permit",
    "end_permit_need",
    "end_protocol",
    "enter_classes",
    "enter_components",
    "enter_label",
    "fill_waste",
    "give_opinion",
    "give_up_seat",
    "give_up_shut_off",
    "import_stock_list",
    "investigate_incident",
    "issue_passport",
    "lock_place",
    "log_agent",
    "measure_container",
    "mend_finding",
    "move_container",
    "name_incident_person",
    "need_course",
    "need_permit",
    "offer_container",
    "offer_pack_edition",
    "open_container",
    "plan_drill",
    "print_door_signs",
    "publish_course",
    "publish_inspection_list",
    "put_pack_in_force",
    "raise_finding",
    "receive_container",
    "record_attendance",
    "record_drill",
    "record_entry",
    "record_notice",
    "record_permit",
    "register_agent",
    "release_place",
    "remind_of_analyses",
    "remind_of_biosafety",
    "remind_of_findings",
    "remind_of_incidents",
    "remind_of_manifests",
    "remind_of_permits",
    "remind_of_training",
    "remind_of_waste",
    "remove_area_room",
    "report_incident",
    "report_near_miss",
    "require_correction",
    "return_manifest",
    "revoke_passport",
    "revoke_training",
    "scan_containers",
    "seat_member",
    "set_hours_duty",
    "set_room_card",
    "set_room_risk",
    "settle_bringing",
    "sign_analysis",
    "sign_off_training",
    "sign_up",
    "split_container",
    "start_waste",
    "store_waste",
    "submit_protocol",
    "take_container",
    "take_pack_edition",
    "take_quiz",
    "transfer_container",
    "unseat_member",
    "verify_mending",
    "verify_pack_row",
    "withdraw_offer",
    "withdraw_protocol",
]
