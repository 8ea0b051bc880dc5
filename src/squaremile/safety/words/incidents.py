"""Words of incidents, locked places and drills."""

from squaremile.kernel.words import Text, refusal

KINDS = {
    "injury": Text(ko="부상", en="Injury"), "exposure": Text(ko="노출", en="Exposure"), "spill": Text(ko="누출·유출", en="Spill"),
    "fire": Text(ko="화재·폭발", en="Fire or explosion"), "gas": Text(ko="가스", en="Gas"), "equipment": Text(ko="장비 사고", en="Equipment"),
    "near_miss": Text(ko="아차사고", en="Near miss"), "other": Text(ko="그 밖", en="Other"),
}
STATES = {
    "reported": Text(ko="접수", en="Reported"),
    "investigating": Text(ko="조사 중", en="Being investigated"),
    "closed": Text(ko="종결", en="Closed"),
}
PARTS = {
    "reporter": Text(ko="신고한 사람", en="Reported by"), "injured": Text(ko="다친 사람", en="Hurt"), "witness": Text(ko="본 사람", en="Witness"),
}
CLOCKS = {
    "running": Text(ko="통보 필요", en="To be told"), "overdue": Text(ko="통보 기한 지남", en="Overdue"),
    "told": Text(ko="통보함", en="Told"), "told_late": Text(ko="늦게 통보함", en="Told late"),
}
DRILLS = {
    "evacuation": Text(ko="대피 훈련", en="Evacuation"), "spill": Text(ko="누출 대응 훈련", en="Spill"), "fire": Text(ko="소화 훈련", en="Fire"),
    "gas": Text(ko="가스 누출 훈련", en="Gas"),
}
CAME = Text(ko="사고·아차사고가 접수되었습니다: {kind}", en="An incident or near miss was reported: {kind}")
CLOCK_RUNS = Text(ko="{incident} 사고를 {authority}에 {due}까지 통보해야 합니다.", en="{authority} has to be told of {incident} by {due}.")
UNLOCKED = Text(ko="사용이 제한되지 않은 곳", en="The place is not locked")

INCIDENT_UNKNOWN = refusal(
    "safety.incident_unknown", ko="그런 사고 기록이 없습니다.", en="No such incident.",
    do_ko="사고 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
INCIDENT_UNSOUND = refusal(
    "safety.incident_unsound", ko="무슨 일이 있었는지와 종류를 적어야 하고, 일어난 때는 지금보다 앞서야 합니다.",
    en="Say what happened and of which kind it is; it happened before now.",
    do_ko="한 문장이면 충분합니다.", do_en="One sentence is enough.")
INCIDENT_OFTEN = refusal(
    "safety.incident_often", ko="익명 신고가 한꺼번에 너무 많이 들어와 지금은 받을 수 없습니다.", en="Too many anonymous reports came at once.",
    do_ko="급하면 안전관리자에게 전화하시고, 아니면 한 시간 뒤에 다시 보내십시오.",
    do_en="Call the safety officer if it is urgent; else try again in an hour.")
INCIDENT_STEP = refusal(
    "safety.incident_step", ko="지금 상태에서는 할 수 없는 일입니다.", en="This cannot be done as the incident stands.",
    do_ko="사고의 상태를 확인하십시오.", do_en="See how the incident stands.")
INCIDENT_OPEN = refusal(
    "safety.incident_open",
    ko="아직 종결할 수 없습니다. 조사 결과와 원인을 적고, 관계 기관 통보와 재발 방지 조치를 마치고, 사용 제한을 풀어야 합니다.",
    en="It cannot be closed yet: it needs a cause, every authority told, every correction verified, and no place still locked.",
    do_ko="남은 일을 사고 화면에서 확인하십시오.", do_en="The incident's page shows what is left.")
PERSON_UNSOUND = refusal(
    "safety.incident_person_unsound", ko="이름과 어떻게 관련되었는지를 적어야 합니다.", en="Give the name, and what part she had in it.",
    do_ko="신고한 사람, 다친 사람, 본 사람 가운데 고르십시오.", do_en="She reported it, was hurt, or saw it.")
CLOCK_UNKNOWN = refusal(
    "safety.notice_clock_unknown", ko="그런 통보 의무가 없습니다.", en="No such duty to tell.",
    do_ko="목록에서 고르십시오.", do_en="Choose one of the list.")
NOTICE_STANDS = refusal(
    "safety.notice_stands", ko="통보한 때는 접수와 지금 사이여야 하고, 이미 적은 통보는 바꿀 수 없습니다.",
    en="It was told between the report and now; what is recorded stays.",
    do_ko="때를 다시 적으십시오.", do_en="Give the moment again.")
LOCKED_ALREADY = refusal(
    "safety.place_locked_already", ko="이미 사용을 제한한 곳입니다.", en="This place is locked already.",
    do_ko="사고 상황판에서 확인하십시오.", do_en="See the incident desk.")
LOCK_UNKNOWN = refusal(
    "safety.place_lock_unknown", ko="그런 사용 제한이 없습니다.", en="No such lock.",
    do_ko="사고 상황판에서 다시 고르십시오.", do_en="Choose it again on the incident desk.")
LOCK_SAYS = refusal(
    "safety.place_lock_says", ko="왜 제한하는지, 풀 때에는 무엇을 확인했는지 적어야 합니다.",
    en="Say why it is locked, and what was looked at before it is released.",
    do_ko="한 문장으로 적으십시오.", do_en="One sentence is enough.")
PLACE_LOCKED = refusal(
    "safety.place_locked", ko="안전을 위해 지금 이곳의 사용을 제한하고 있습니다.", en="For safety, this place is not to be used at present.",
    do_ko="안전관리자가 제한을 풀면 다시 사용할 수 있습니다. 급한 것은 다른 방을 쓰십시오.",
    do_en="It can be used again once the safety officer releases it. What cannot wait goes to another room.")
DRILL_UNKNOWN = refusal(
    "safety.drill_unknown", ko="그런 훈련이 없습니다.", en="No such drill.",
    do_ko="훈련 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
DRILL_UNSOUND = refusal(
    "safety.drill_unsound", ko="훈련의 종류와 날, 마친 뒤에는 모인 사람 수를 적어야 합니다.",
    en="A drill has a kind and a day, and afterwards how many were counted.",
    do_ko="다시 적으십시오.", do_en="Give them again.")
