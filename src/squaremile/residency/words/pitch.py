"""Words of the day of pitches: sittings, slots, invitations."""

from squaremile.kernel.words import Text, refusal

SUBJECT = Text(ko="[{cluster}] ‘{call}’ 발표 심사에 모십니다", en="[{cluster}] Your pitch for “{call}”")
LETTER = Text(
    ko="{company:을를} ‘{call}’ 발표 심사에 모십니다.\n\n일시: {when}\n장소: {where}\n\n"
    "앞서 다른 시간을 안내받으셨다면 이 편지가 대신합니다. 오시기 어려우면 담당자에게 알려 주십시오.\n\n{cluster}",
    en="We invite {company} to pitch for “{call}”.\n\nWhen: {when}\nWhere: {where}\n\n"
    "This replaces any earlier time we wrote of. If you cannot come, please tell our staff.\n\n{cluster}",
)
OFF_SUBJECT = Text(ko="[{cluster}] ‘{call}’ 발표 시간이 취소되었습니다", en="[{cluster}] Your pitch time for “{call}” is off")
OFF = Text(
    ko="안내해 드린 {company}의 발표 시간이 취소되었습니다. 새 시간이 정해지면 다시 알려 드립니다. 번거롭게 해 드려 죄송합니다.\n\n{cluster}",
    en="The pitch time we gave {company} is off. We write again as soon as there is a new one, and are sorry for the trouble.\n\n{cluster}",
)
PANEL_SUBJECT = Text(ko="[{cluster}] 발표 심사 일정", en="[{cluster}] Pitches you hear")
PANEL = Text(
    ko="{name} 님, 발표 심사에 모십니다.\n\n일시: {when}\n장소: {where}\n발표 {count}건\n\n심사표는 받으신 링크에서 여실 수 있습니다. "
    "이해 충돌이 있으면 발표 전에 알려 주십시오.\n\n{cluster}",
    en="Dear {name}, we ask you to hear pitches.\n\nWhen: {when}\nWhere: {where}\nPitches: {count}\n\nYour sheets open by the link you have. "
    "Where you have a conflict of interest, please say so before the day.\n\n{cluster}",
)

SITTING_UNKNOWN = refusal(
    "residency.pitch_sitting_unknown", ko="그런 발표 심사 자리가 없습니다.", en="There is no such sitting.",
    do_ko="발표 일정에서 다시 고르십시오.", do_en="Choose it again in the schedule of pitches.")
SITTING_UNSOUND = refusal(
    "residency.pitch_sitting_unsound",
    ko="발표 심사 자리는 앞날에 열리며, 한 건에 5~120분씩 1~40건이고, 심사위원이 한 명 이상 있어야 합니다.",
    en="A sitting lies ahead, holds 1 to 40 pitches of 5 to 120 minutes, and has a reviewer at least.",
    do_ko="시작 시각과 길이, 심사위원을 고치십시오.", do_en="Mend its beginning, its length or its panel.")
SITTING_NOWHERE = refusal(
    "residency.pitch_sitting_nowhere", ko="발표할 방이나 https:// 로 시작하는 화상 회의 주소가 필요합니다.",
    en="A sitting needs a room, or a link that begins with https://.",
    do_ko="방이나 주소를 적으십시오.", do_en="Give a room or a link.")
NOT_A_PITCH = refusal(
    "residency.not_a_pitch", ko="발표 심사 단계가 아닙니다.", en="The round is not one of pitches.",
    do_ko="발표 심사를 먼저 만드십시오.", do_en="Draft a round of the pitch stage first.")
ROOM_TAKEN = refusal(
    "residency.pitch_room_taken", ko="그 방에서는 그 시간에 다른 발표 심사가 열립니다.", en="Another sitting is in that room at that time.",
    do_ko="다른 방이나 다른 시간을 고르십시오.", do_en="Choose another room or time.")
PANELIST_TAKEN = refusal(
    "residency.pitch_panelist_taken", ko="심사위원 한 분이 그 시간에 다른 발표 심사에 앉습니다.",
    en="A reviewer of the panel sits in another one at that time.",
    do_ko="다른 심사위원이나 다른 시간을 고르십시오.", do_en="Choose another reviewer or another time.")
SLOT_UNKNOWN = refusal(
    "residency.pitch_slot_unknown", ko="그런 발표 시간이 없습니다.", en="There is no such pitch slot.",
    do_ko="발표 일정에서 다시 고르십시오.", do_en="Choose it again in the schedule of pitches.")
SLOT_OVER = refusal(
    "residency.pitch_slot_over", ko="이미 시작했거나 취소된 발표 시간입니다.", en="That slot has begun, or its sitting is called off.",
    do_ko="앞으로의 시간을 고르십시오.", do_en="Choose a slot that lies ahead.")
PLACED_TWICE = refusal(
    "residency.pitch_placed_twice", ko="이 신청서에는 이미 발표 시간이 있습니다.", en="The application has a slot already.",
    do_ko="먼저 지금 시간에서 빼십시오.", do_en="Take it out of the one it has first.")
PANEL_CONFLICT = refusal(
    "residency.pitch_panel_conflict", ko="이 신청서와 이해 충돌이 있는 심사위원이 그 자리에 있습니다.",
    en="Somebody on that panel has a conflict of interest with the application.",
    do_ko="다른 심사위원들의 시간을 고르십시오.", do_en="Choose a slot of another panel.")
