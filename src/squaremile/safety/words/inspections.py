"""Words of inspections and findings."""

from squaremile.kernel.words import Text, refusal

KINDS = {
    "daily": Text(ko="일상점검", en="Daily check"), "regular": Text(ko="정기점검", en="Regular inspection"),
    "precise": Text(ko="정밀안전진단", en="In-depth diagnosis"), "us_lab": Text(ko="미국식 연구실 점검", en="Laboratory inspection (US)"),
}
SAID = {"good": Text(ko="양호", en="Good"), "poor": Text(ko="불량", en="Poor"), "na": Text(ko="해당 없음", en="Not applicable")}
SEVERITIES = {
    "minor": Text(ko="경미", en="Minor"), "major": Text(ko="중대", en="Major"), "critical": Text(ko="위급", en="Critical"),
}
STATES = {
    "open": Text(ko="조치 필요", en="To be mended"), "mended": Text(ko="확인 대기", en="Waits to be verified"),
    "closed": Text(ko="종결", en="Closed"),
}
STANDING = {
    "overdue": Text(ko="기한 지남", en="Overdue"), "due": Text(ko="곧 점검", en="Due"), "later": Text(ko="예정", en="Later"),
}
AGES = {
    "week": Text(ko="7일 이내", en="Up to 7 days old"), "month": Text(ko="8~30일", en="8–30 days old"),
    "quarter": Text(ko="31~90일", en="31–90 days old"), "older": Text(ko="90일 초과", en="More than 90 days old"),
}
FINDING_DUE = Text(ko="조치 기한이 {due}인 지적 사항이 있습니다: {title}", en="A finding is to be mended by {due}: {title}")
INSPECTION_DUE = Text(ko="{room}의 {list} 기한이 {due}에 지났습니다.", en="{list} of {room} was due on {due}.")

LIST_UNSOUND = refusal(
    "safety.inspection_list_unsound",
    ko="점검표에는 이름, 종류, 출처, 위험 등급별 주기와 서로 다른 항목이 하나 이상 있어야 합니다.",
    en="A checklist has a name, a kind, a source, intervals by risk grade and at least one item, each with a key of its own.",
    do_ko="빠진 것을 채워 다시 보내십시오.", do_en="Fill in what is missing and send it again.")
LIST_UNKNOWN = refusal(
    "safety.inspection_list_unknown", ko="그런 점검표가 없습니다.", en="No such checklist.",
    do_ko="점검표 목록에서 다시 고르십시오.", do_en="Choose it again among the checklists.")
LIST_RACED = refusal(
    "safety.inspection_list_raced", ko="방금 다른 사람이 이 점검표의 새 판을 냈습니다.", en="Somebody published a new version just now.",
    do_ko="새 판을 보고 다시 보내십시오.", do_en="Look at it, then send yours again.")
RISK_UNSOUND = refusal(
    "safety.room_risk_unsound", ko="방이나 독립실의 위험 등급을 고위험, 중위험, 저위험 가운데 하나로 적으십시오.",
    en="A room or suite has one of the risk grades high, middle and low.",
    do_ko="등급을 다시 고르십시오.", do_en="Choose the grade again.")
ROOM_UNGRADED = refusal(
    "safety.room_ungraded", ko="점검 대상으로 정해 둔 방이 아닙니다.", en="This room is not among those that are inspected.",
    do_ko="안전관리자에게 방의 위험 등급을 정해 달라고 요청하십시오.", do_en="Ask the safety officer to give the room its risk grade.")
ANSWERS_MISSING = refusal(
    "safety.inspection_incomplete", ko="아직 답하지 않은 항목은 다음과 같습니다: {items} 모두 답해야 합니다.",
    en="These items have no answer yet: {items} All of them need one.",
    do_ko="모든 항목에 양호, 불량, 해당 없음 가운데 하나를 고르십시오.", do_en="Answer each with good, poor or not applicable.")
INSPECTION_UNSOUND = refusal(
    "safety.inspection_unsound", ko="점검한 날은 오늘이거나 지난 7일 안이어야 하고, 진단 등급은 1~5입니다.",
    en="It was done today or within the last 7 days; a diagnosis is graded 1 to 5.",
    do_ko="날짜와 등급을 다시 적으십시오.", do_en="Give day and grade again.")
INSPECTION_UNKNOWN = refusal(
    "safety.inspection_unknown", ko="그런 점검 기록이 없습니다.", en="No such inspection.",
    do_ko="점검 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
OWN_INSPECTION = refusal(
    "safety.own_inspection", ko="자신이 실시한 점검은 스스로 확인할 수 없습니다.", en="Nobody confirms an inspection of her own.",
    do_ko="연구실책임자나 안전 담당자에게 확인을 요청하십시오.", do_en="Ask the head of the laboratory, or the safety staff.")
INSPECTION_CONFIRMED = refusal(
    "safety.inspection_confirmed", ko="이미 확인한 점검입니다.", en="This inspection is confirmed already.",
    do_ko="점검 기록에서 누가 언제 확인했는지 보십시오.", do_en="Its record says by whom, and when.")
FINDING_UNKNOWN = refusal(
    "safety.finding_unknown", ko="그런 지적 사항이 없습니다.", en="No such finding.",
    do_ko="지적 사항 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
FINDING_UNSOUND = refusal(
    "safety.finding_unsound", ko="무엇이 문제인지와 심각도를 적어야 하고, 기한은 발견한 날보다 앞설 수 없습니다.",
    en="A finding says what is wrong and how severe it is; it is not due before it was found.",
    do_ko="빠진 것을 적으십시오.", do_en="Fill in what is missing.")
FINDING_STEP = refusal(
    "safety.finding_step", ko="지금 상태에서는 할 수 없는 일입니다.", en="This cannot be done as the finding stands.",
    do_ko="지적 사항의 상태를 확인하십시오.", do_en="See how the finding stands.")
FINDING_WHOSE = refusal(
    "safety.finding_whose", ko="회사의 방에서 나온 지적은 그 회사나 운영 기관만 맡을 수 있고, 담당자는 그 회사 사람이어야 합니다.",
    en="What is found in a company's room is for that company or the operator, and for somebody who belongs there.",
    do_ko="맡을 곳을 다시 고르십시오.", do_en="Choose again who mends it.")
MEND_SAYS = refusal(
    "safety.mend_says", ko="무엇을 조치했는지 적어야 합니다.", en="Say what was done.",
    do_ko="한 문장으로 적으십시오.", do_en="One sentence is enough.")
OWN_MENDING = refusal(
    "safety.own_mending", ko="자신이 조치한 일은 스스로 확인할 수 없습니다.", en="Nobody verifies what she mended herself.",
    do_ko="다른 담당자에게 확인을 요청하십시오.", do_en="Ask another member of the safety staff.")
