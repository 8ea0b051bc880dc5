"""What safety does. Importing this package registers every operation."""

from squaremile.safety.operations.agents import (
    bring_agent,
    log_agent,
    register_agent,
)
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
from squaremile.safety.operations.biosafety import (
    declare_room_biosafety,
    seat_member,
    unseat_member,
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
from squaremile.safety.operations.protocols import (
    decide_protocol,
    draft_protocol,
    end_protocol,
    give_opinion,
    remind_of_biosafety,
    submit_protocol,
    withdraw_protocol,
)
from squaremile.safety.operations.substances import add_substance, enter_classes
from squaremile.safety.operations.training import (
    remind_of_training,
    revoke_training,
    set_hours_duty,
    sign_off_training,
    take_quiz,
)
from squaremile.safety.operations.verifying import verify_pack_row

__all__ = [
    "add_area_rooms",
    "add_cabinet",
    "add_substance",
    "adopt_permit_kinds",
    "ask_to_bring",
    "bring_agent",
    "confirm_permit",
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
    "give_opinion",
    "issue_passport",
    "log_agent",
    "measure_container",
    "move_container",
    "need_course",
    "need_permit",
    "open_container",
    "publish_course",
    "put_pack_in_force",
    "receive_container",
    "record_permit",
    "register_agent",
    "remind_of_analyses",
    "remind_of_biosafety",
    "remind_of_permits",
    "remind_of_training",
    "remove_area_room",
    "revoke_passport",
    "revoke_training",
    "seat_member",
    "set_hours_duty",
    "settle_bringing",
    "sign_analysis",
    "sign_off_training",
    "split_container",
    "submit_protocol",
    "take_quiz",
    "transfer_container",
    "unseat_member",
    "verify_pack_row",
    "withdraw_protocol",
]
