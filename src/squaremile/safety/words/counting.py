"""Words of labels and of counting what stands in a room."""

from squaremile.kernel.words import Text, refusal

FOUND, MISSING, ELSEWHERE, UNKNOWN = "found", "missing", "elsewhere", "unknown"
OUTCOMES = {
    FOUND: Text(ko="확인", en="Found"), MISSING: Text(ko="찾지 못함", en="Missing"),
    ELSEWHERE: Text(ko="다른 곳에 등록됨", en="Registered elsewhere"), UNKNOWN: Text(ko="모르는 라벨", en="Unknown label"),
}

COUNT_UNKNOWN = refusal(
    "safety.count_unknown", ko="그런 재고 조사가 없습니다.", en="No such count.",
    do_ko="재고 조사 목록에서 다시 고르십시오.", do_en="Choose it again in the list of counts.")
COUNT_RUNS = refusal(
    "safety.count_runs", ko="이 방에는 이미 진행 중인 재고 조사가 있습니다.", en="A count of this room is going on already.",
    do_ko="그 조사를 이어서 하거나 먼저 마치십시오.", do_en="Go on with it, or close it first.")
COUNT_CLOSED = refusal(
    "safety.count_closed", ko="이미 마친 재고 조사입니다.", en="The count is closed.",
    do_ko="새 재고 조사를 시작하십시오.", do_en="Begin another one.")
LABELS_TOO_MANY = refusal(
    "safety.labels_too_many", ko="한 번에 보낼 수 있는 라벨은 1,000개까지입니다.", en="At most 1,000 labels at a time.",
    do_ko="나누어 보내십시오. 같은 라벨을 다시 보내도 한 번만 셉니다.", do_en="Send them in parts; a label sent again counts once.")
