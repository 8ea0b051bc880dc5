"""Words of leaving the building."""

from squaremile.kernel.words import Text, refusal

STATES = {
    "noticed": Text(ko="통지함", en="Notice given"), "cleared": Text(ko="정리 완료", en="Cleared"),
    "withdrawn": Text(ko="통지 철회", en="Withdrawn"),
}
KINDS = {
    "chemicals": Text(ko="화학물질", en="chemicals"), "biologicals": Text(ko="생물체·시료", en="biologicals"),
    "freezer": Text(ko="냉동고", en="freezer"), "keys": Text(ko="열쇠", en="keys"), "badges": Text(ko="출입증", en="badges"),
    "data": Text(ko="데이터·계정", en="data"), "own_equipment": Text(ko="자체 장비", en="own equipment"),
    "decontamination": Text(ko="제염", en="decontamination"), "waste": Text(ko="폐기물", en="waste"),
    "final_bill": Text(ko="최종 청구", en="final bill"), "photos": Text(ko="상태 사진", en="photographs"),
}
"""Everything that is cleared, as people say it."""
VERDICTS = {
    "uncounted": Text(ko="세지 않음", en="not counted"), "open": Text(ko="남아 있음", en="something left"),
    "unsigned": Text(ko="서명 전", en="not signed"), "cleared": Text(ko="정리됨", en="cleared"),
}
UNITS = {
    "piece": Text(ko="개", en="pieces"), "kg": Text(ko="kg", en="kg"), "litre": Text(ko="L", en="L"), "box": Text(ko="상자", en="boxes"),
    "certificate": Text(ko="증명서", en="certificates"), "picture": Text(ko="장", en="pictures"), "KRW": Text(ko="원", en="KRW"),
    "USD": Text(ko="USD", en="USD"),
}

DEPARTURE_UNKNOWN = refusal(
    "residency.departure_unknown", ko="그런 퇴거 통지가 없습니다.", en="No such notice to leave.",
    do_ko="퇴거 목록에서 다시 고르십시오.", do_en="Choose again in the list of exits.")
DEPARTURE_RUNS = refusal(
    "residency.departure_runs", ko="이미 진행 중인 퇴거가 있습니다.", en="This company is leaving already.",
    do_ko="그 퇴거를 여십시오.", do_en="Open that exit.")
DEPARTURE_STEP = refusal(
    "residency.departure_step", ko="지금 상태에서는 그렇게 할 수 없습니다.", en="That cannot be done from where the exit stands.",
    do_ko="정리표의 현재 상태를 확인하십시오.", do_en="Look at the clearance board.")
NOTICE_SHORT = refusal(
    "residency.notice_short", ko="통지 기간 {months}개월이 되지 않습니다. 가장 이른 마지막 날은 {earliest}입니다.",
    en="That is short of {months} months of notice: the earliest last day is {earliest}.",
    do_ko="마지막 날을 늦추거나 프로그램팀과 상의하십시오.", do_en="Choose a later day, or talk to the programme team.")
TERMS_MISSING = refusal(
    "residency.people_terms_missing", ko="이 기업의 통지 기간과 보증금이 정해지지 않았습니다.",
    en="Notice and deposit of this company are not set.",
    do_ko="프로그램팀이 인원 조건을 먼저 적어야 합니다.", do_en="The programme team has to enter the terms first.")
LINE_UNKNOWN = refusal(
    "residency.clearance_unknown", ko="그런 정리 항목이 없습니다.", en="No such line to clear.",
    do_ko="정리표를 다시 여십시오.", do_en="Open the clearance board again.")
LINE_UNSOUND = refusal(
    "residency.clearance_unsound", ko="종류, 단위, 수량을 확인해 주십시오.", en="Please check the kind, the unit and the amount.",
    do_ko="수량은 0 이상, 셋째 소수 자리까지 적으십시오.", do_en="An amount is not below nothing, with three decimals at most.")
LINE_SIGNER = refusal(
    "residency.clearance_not_yours", ko="이 항목은 {who:이가} 서명합니다.", en="This line is signed by {who}.",
    do_ko="서명할 분께 알려 주십시오.", do_en="Tell whoever signs it.")
NOT_ZERO = refusal(
    "residency.clearance_not_zero", ko="{sums}: 아직 남아 있습니다.", en="{sums}: something is left.",
    do_ko="정리표에서 남은 항목을 마치고 서명을 받으십시오.", do_en="Clear what is left on the board and have it signed.")
DEDUCTION_UNKNOWN = refusal(
    "residency.deduction_unknown", ko="그런 공제 항목이 없습니다.", en="No such deduction.",
    do_ko="정산서를 다시 여십시오.", do_en="Open the statement again.")
DEDUCTION_UNSOUND = refusal(
    "residency.deduction_unsound", ko="금액과 이유를 확인해 주십시오.", en="Please check the amount and what it is for.",
    do_ko="다투는 금액은 공제액을 넘을 수 없습니다.", do_en="No more can be disputed than is deducted.")
DISPUTED = refusal(
    "residency.deduction_disputed", ko="다툼이 끝나지 않은 공제가 있습니다.", en="A deduction is still in dispute.",
    do_ko="먼저 다툼을 정리하십시오.", do_en="Settle the dispute first.")
