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
from squaremile.safety.operations.courses import end_course_need, need_course, publish_course
from squaremile.safety.operations.passports import issue_passport, revoke_passport
from squaremile.safety.operations.training import (
    remind_of_training,
    revoke_training,
    set_hours_duty,
    sign_off_training,
    take_quiz,
)

__all__ = [
    "add_area_rooms",
    "add_cabinet",
    "declare_area",
    "edit_area",
    "edit_cabinet",
    "end_course_need",
    "end_pack",
    "issue_passport",
    "need_course",
    "publish_course",
    "put_pack_in_force",
    "remind_of_training",
    "remove_area_room",
    "revoke_passport",
    "revoke_training",
    "set_hours_duty",
    "sign_off_training",
    "take_quiz",
]
