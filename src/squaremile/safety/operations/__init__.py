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
from squaremile.safety.operations.passports import issue_passport, revoke_passport
from squaremile.safety.operations.sessions import (
    announce_session,
    cancel_session,
    give_up_seat,
    record_attendance,
    sign_up,
)
from squaremile.safety.operations.substances import add_substance, agree_classes, enter_classes
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
    "agree_classes",
    "announce_session",
    "ask_to_bring",
    "cancel_session",
    "declare_area",
    "dispose_container",
    "edit_area",
    "edit_cabinet",
    "end_course_need",
    "end_pack",
    "enter_classes",
    "give_up_seat",
    "issue_passport",
    "measure_container",
    "move_container",
    "need_course",
    "open_container",
    "publish_course",
    "put_pack_in_force",
    "receive_container",
    "record_attendance",
    "remind_of_training",
    "remove_area_room",
    "revoke_passport",
    "revoke_training",
    "set_hours_duty",
    "settle_bringing",
    "sign_off_training",
    "sign_up",
    "split_container",
    "take_quiz",
    "transfer_container",
    "verify_pack_row",
]
