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

NOTHING_LEFT = Text(ko="기록에 남은 것이 없습니다", en="Nothing is left by the records")
DISPUTE_ENDED = Text(ko="‘{what}’ 공제에 대한 이의를 운영기관이 마쳤습니다: {says}", en="The house has ended your dispute of “{what}”: {says}")
OWED = Text(
    ko="{code} 퇴거: 보증금을 넘는 {sum:이가} 남아 있습니다. 내거나 감면될 때까지 최종 청구가 끝나지 않습니다.",
    en="Exit {code}: {sum} is owed beyond the deposit. The final bill stays open until it is paid or written off.")
EXIT_BEGUN = Text(
    ko="{company:이가} 쓰던 자리의 계약이 모두 끝나 퇴거가 시작되었습니다. 제염이 서명될 때까지 그 자리는 아무에게도 배정되지 않습니다.",
    en="The last licence of {company} is over and its exit has begun. Nobody else is given its places before they are signed as clean.")
REOPENED = Text(
    ko="{company}의 퇴거 정리 항목 ‘{what}’({kind})을 다시 열었습니다: {says}",
    en="“{what}” ({kind}) of the clearance of {company} was re-opened: {says}")
BACK_IN = Text(
    ko="{company:이가} 다시 입주 상태입니다. 끝난 자리와 역할은 저절로 돌아오지 않으니, 들어와야 할 사람을 다시 합류시키고 역할을 주십시오: {says}",
    en="{company} counts as resident again. Seats and roles that ended do not come back by themselves: let those who must come in "
    "join again, and give them their roles. {says}")
UNCLEANED_KEPT = Text(
    ko="{company}의 퇴거일이 지났으나 {place}의 제염이 서명되지 않아 자리를 비우지 않았습니다.",
    en="{company} was to be gone: {place} is kept, for nobody has signed that it is decontaminated.")
UNCLEANED_LOST = Text(
    ko="{company}의 {place} 제염이 서명되지 않았는데 다음 기업의 입주일이 되었습니다. 들어가기 전에 확인하십시오.",
    en="{place} of {company} is not signed as decontaminated, and somebody else has it from now on: look at it before they move in.")

PASSES_OUT = refusal(
    "residency.passes_out", ko="돌려받지 않은 {what:이가} {count}개({numbers}) 있습니다.", en="{what}: {count} not given back ({numbers}).",
    do_ko="반납이나 분실을 기록하십시오.", do_en="Record that it came back, or that it is lost.")
DEPARTURE_UNKNOWN = refusal(
    "residency.departure_unknown", ko="그런 퇴거 통지가 없습니다.", en="No such notice to leave.",
    do_ko="퇴거 목록에서 다시 고르십시오.", do_en="Choose again in the list of exits.")
DEPARTURE_RUNS = refusal(
    "residency.departure_runs", ko="이미 진행 중인 퇴거가 있습니다.", en="This company is leaving already.",
    do_ko="그 퇴거를 여십시오.", do_en="Open that exit.")
DEPARTURE_STEP = refusal(
    "residency.departure_step", ko="지금 상태에서는 그렇게 할 수 없습니다.", en="That cannot be done from where the exit stands.",
    do_ko="정리표의 현재 상태를 확인하십시오.", do_en="Look at the clearance board.")
BY_ITSELF = refusal(
    "residency.exit_by_itself", ko="마지막 계약이 끝나 저절로 시작된 퇴거는 거둘 수 없습니다.",
    en="This exit began by itself, for the last licence is over: there is no notice to withdraw.",
    do_ko="머물려면 새 계약을 시작하십시오. 그때 이 퇴거가 거두어집니다.",
    do_en="To stay, begin a new licence: this exit is withdrawn with it.")
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
NOT_CONFIRMED = refusal(
    "residency.exit_not_confirmed", ko="정리는 끝났지만 졸업이 아직 확정되지 않았습니다.",
    en="Everything is cleared, but it is not confirmed yet that the company has left.",
    do_ko="프로그램팀이 이 화면에서 ‘떠났음을 확정’한 뒤 정산하십시오.",
    do_en="Settle it once the programme team has confirmed on this page that the company has left.")
CURRENCIES = refusal(
    "residency.deposit_currencies", ko="보증금이 {currency} 말고 {others}로도 들어와 있어 함께 정산할 수 없습니다.",
    en="Deposits came in in {others} besides {currency}: they cannot be settled together.",
    do_ko="다른 통화의 보증금을 먼저 따로 돌려주고 장부에 기록하십시오.",
    do_en="Pay the others back by themselves first, and enter that in the books.")
OWED_UNSOUND = refusal(
    "residency.owed_unsound", ko="보증금을 넘어 남은 금액은 {left}입니다.", en="What is left of the sum owed beyond the deposit is {left}.",
    do_ko="0보다 크고 남은 금액을 넘지 않게 적으십시오. 잘못 적은 것은 적힌 만큼만 되돌릴 수 있습니다.",
    do_en="Give an amount above nothing, and no more than is left. Of a wrong record, no more can be taken back than was recorded.")
DISPUTED = refusal(
    "residency.deduction_disputed", ko="다툼이 끝나지 않은 공제가 있습니다.", en="A deduction is still in dispute.",
    do_ko="먼저 다툼을 정리하십시오.", do_en="Settle the dispute first.")
