"""What safety does. Importing this package registers every operation."""

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
from squaremile.safety.operations.bringing import ask_to_bring, settle_bringing
from squaremile.safety.operations.containers import (
    dispose_container,
    measure_container,
    move_container,
    open_container,
    receive_container,
    split_container,
    transfer_container,
)
from squaremile.safety.operations.courses import end_course_need, need_course, publish_course
from squaremile.safety.operations.findings import (
    assign_finding,
    mend_finding,
    raise_finding,
    remind_of_findings,
    verify_mending,
)
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
from squaremile.safety.operations.passports import issue_passport, revoke_passport
from squaremile.safety.operations.place_locks import lock_place, plan_drill, record_drill, release_place
from squaremile.safety.operations.substances import add_substance, enter_classes
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
    "add_substance",
    "add_waste_generator",
    "ask_to_bring",
    "assign_finding",
    "carry_out_inspection",
    "classify_incident",
    "close_incident",
    "collect_waste",
    "declare_area",
    "dispose_container",
    "edit_area",
    "edit_cabinet",
    "end_course_need",
    "end_pack",
    "enter_classes",
    "fill_waste",
    "investigate_incident",
    "issue_passport",
    "lock_place",
    "measure_container",
    "mend_finding",
    "move_container",
    "name_incident_person",
    "need_course",
    "open_container",
    "plan_drill",
    "publish_course",
    "publish_inspection_list",
    "put_pack_in_force",
    "raise_finding",
    "receive_container",
    "record_drill",
    "record_notice",
    "release_place",
    "remind_of_findings",
    "remind_of_incidents",
    "remind_of_training",
    "remind_of_waste",
    "remove_area_room",
    "report_incident",
    "report_near_miss",
    "require_correction",
    "return_manifest",
    "revoke_passport",
    "revoke_training",
    "set_hours_duty",
    "set_room_risk",
    "settle_bringing",
    "sign_off_training",
    "split_container",
    "start_waste",
    "store_waste",
    "take_quiz",
    "transfer_container",
    "verify_mending",
    "verify_pack_row",
]
