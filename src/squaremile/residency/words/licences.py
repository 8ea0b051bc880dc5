"""Words of prices, offers and licences."""

from squaremile.kernel.words import Text, refusal

STATES = {
    "draft": Text(ko="초안", en="Draft"), "offered": Text(ko="제안", en="Offered"), "signed": Text(ko="서명 완료", en="Signed"),
    "in_force": Text(ko="효력 있음", en="In force"), "ended": Text(ko="끝남", en="Ended"),
    "lapsed": Text(ko="효력 없음", en="Lapsed"),
}
OFFER_STATES = {
    "open": Text(ko="답 기다림", en="Waiting for an answer"), "accepted": Text(ko="수락", en="Accepted"),
    "declined": Text(ko="거절", en="Declined"), "withdrawn": Text(ko="철회", en="Withdrawn"),
    "lapsed": Text(ko="기한 지남", en="Lapsed"),
}
AMENDMENT_STATES = {
    "proposed": Text(ko="서명 기다림", en="Waiting for signatures"), "signed": Text(ko="서명 완료", en="Signed"),
    "in_effect": Text(ko="적용됨", en="In effect"), "withdrawn": Text(ko="거둠", en="Withdrawn"),
}
PARTIES = {"cluster": Text(ko="운영기관", en="The cluster"), "company": Text(ko="입주 기업", en="The company")}

LICENCE_UNKNOWN = refusal(
    "residency.licence_unknown", ko="그런 사용 계약이 없습니다.", en="No such licence.",
    do_ko="계약 목록에서 다시 고르십시오.", do_en="Choose it again in the list of licences.")
LICENCE_STEP = refusal(
    "residency.licence_step", ko="계약의 지금 상태에서는 할 수 없습니다.", en="The licence cannot take that step from where it is.",
    do_ko="계약의 현재 상태를 확인하십시오.", do_en="Look at where the licence stands now.")
OFFER_OVER = refusal(
    "residency.offer_over", ko="제안의 기한이 지났거나 이미 답한 제안입니다.", en="This offer has lapsed or was answered already.",
    do_ko="프로그램 담당자에게 새 제안을 요청하십시오.", do_en="Ask the programme staff for a new offer.")
OFFER_DATES = refusal(
    "residency.offer_dates", ko="답할 기한은 지금보다 뒤여야 하고, 끝은 시작보다 뒤여야 합니다.",
    en="The offer must stand beyond now, and the licence end after it starts.",
    do_ko="날짜를 다시 적으십시오.", do_en="Write the dates again.")
OFFER_TERMS = refusal(
    "residency.offer_terms", ko="계약 조건이 맞지 않습니다.", en="These terms are not sound.",
    do_ko="사용 목적을 적고, 인원은 1~1000명, 통지 기간은 0~24개월, 금액은 0 이상으로 적으십시오.",
    do_en="Name the permitted use; people 1 to 1000, notice 0 to 24 months, amounts of 0 or more.")
OFFER_EMPTY = refusal(
    "residency.offer_empty", ko="제안할 자리가 없습니다.", en="The offer names no place.",
    do_ko="자리를 하나 이상 고르십시오.", do_en="Choose at least one place.")
NOT_ADMITTED = refusal(
    "residency.not_admitted", ko="입주가 확정되지 않은 기업입니다.", en="This company has not been admitted.",
    do_ko="먼저 입주를 확정하십시오.", do_en="Admit it first.")
PLACE_LICENSED = refusal(
    "residency.place_licensed", ko="그 기간에 이미 다른 계약에 든 자리입니다.", en="The place is under another licence in that period.",
    do_ko="다른 자리나 다른 기간을 고르십시오.", do_en="Choose another place or another period.")
PRICE_UNKNOWN = refusal(
    "residency.price_unknown", ko="그런 가격표가 없습니다.", en="No such list of prices.",
    do_ko="가격표를 다시 고르십시오.", do_en="Choose a list of prices again.")
PRICE_MISSING = refusal(
    "residency.price_missing", ko="이 가격표에는 {kind} 가격이 없습니다.", en="This list has no price for: {kind}.",
    do_ko="그 종류가 든 가격표를 고르거나 새로 공표하십시오.", do_en="Choose a list that has it, or publish a new one.")
PRICES_UNFIT = refusal(
    "residency.prices_unfit", ko="가격표에는 이름과 0보다 큰 가격이 하나 이상 있어야 합니다.",
    en="A list of prices has a name and at least one price above nought.",
    do_ko="이름과 월 가격을 적으십시오.", do_en="Write a name and monthly prices.")
PRICES_STAND = refusal(
    "residency.prices_stand", ko="제안에 쓰인 가격표는 바꿀 수 없습니다.", en="A list of prices that an offer uses stays as it is.",
    do_ko="새 가격표를 공표하십시오.", do_en="Publish a new list.")
SIGNED_ALREADY = refusal(
    "residency.signed_already", ko="이 문서에는 이미 서명하셨습니다.", en="Your side has signed this document already.")
SEALED_ALREADY = refusal(
    "residency.sealed_already", ko="이미 봉인된 문서입니다.", en="This document has been sealed already.")
NAME_MISSING = refusal(
    "residency.signer_unnamed", ko="서명하는 분의 이름이 필요합니다.", en="A signature needs the signer's name.",
    do_ko="이름을 그대로 적으십시오.", do_en="Type your name.")
NOT_ACCEPTED = refusal(
    "residency.offer_not_accepted", ko="기업이 아직 제안을 수락하지 않았습니다.", en="The company has not accepted the offer yet.",
    do_ko="기업 관리자의 수락을 기다리십시오.", do_en="Wait for the company's admin to accept it.")
NOT_SIGNED = refusal(
    "residency.not_signed", ko="양쪽이 모두 서명해야 합니다.", en="Both sides must sign first.",
    do_ko="서명하지 않은 쪽에 서명을 요청하십시오.", do_en="Ask whoever has not signed.")
NOT_INSURED = refusal(
    "residency.not_insured", ko="유효한 보험 증서가 없습니다.", en="There is no valid certificate of insurance.",
    do_ko="만료되지 않은 증서를 기록하십시오.", do_en="Record a certificate that has not run out.")
DEPOSIT_UNPAID = refusal(
    "residency.deposit_unpaid", ko="보증금 {due} 가운데 {paid}만 들어왔습니다.", en="Of the deposit of {due}, {paid} has come in.",
    do_ko="재무 담당자가 입금을 기록하면 시작할 수 있습니다.", do_en="It can begin once finance has recorded the rest.")
INSURANCE_UNFIT = refusal(
    "residency.insurance_unfit", ko="보험사와 증권 번호, 앞날의 만료일이 필요합니다.",
    en="The insurer, the policy's number and an expiry that lies ahead are needed.",
    do_ko="증서를 보고 다시 적으십시오.", do_en="Write them as on the certificate.")
MONEY_UNFIT = refusal(
    "residency.deposit_unfit", ko="입금액은 0보다 크고 입금일은 오늘까지여야 합니다.",
    en="The amount is above nought and the day not later than today.",
    do_ko="금액과 날짜를 확인하십시오.", do_en="Check the amount and the day.")
INSURED = Text(ko="보험 유효", en="The insurance is valid")
INSURANCE_OVER = refusal(
    "residency.insurance_over", ko="사용 계약에 따른 보험이 끝났습니다.", en="The insurance under the licence has run out.",
    do_ko="기업 관리자에게 갱신한 보험 증서를 내 달라고 하십시오.", do_en="Ask the company's admin to hand in the renewed certificate.")
NOT_IN_FORCE = refusal(
    "residency.licence_not_in_force", ko="그때 효력이 있는 사용 계약이 없습니다.", en="No licence of the company is in force then.",
    do_ko="기업 관리자에게 계약 상태를 확인하십시오.", do_en="Ask the company's admin where the licence stands.")
COMPANY_FIRST = refusal(
    "residency.company_signs_first", ko="입주 기업이 먼저 서명해야 합니다.", en="The company signs first.",
    do_ko="기업이 서명하면 이어서 서명하십시오.", do_en="Countersign once the company has signed.")
REASON_NEEDED = refusal(
    "residency.change_reason_needed", ko="사유가 필요합니다.", en="A reason is needed.",
    do_ko="한 문장으로 적으십시오.", do_en="Write it in a sentence.")
AMENDMENT_UNKNOWN = refusal(
    "residency.amendment_unknown", ko="그런 변경 계약이 없습니다.", en="No such amendment.",
    do_ko="계약에서 다시 고르십시오.", do_en="Choose it again on the licence.")
AMENDMENT_STEP = refusal(
    "residency.amendment_step", ko="변경 계약의 지금 상태에서는 할 수 없습니다.",
    en="The amendment cannot take that step from where it is.",
    do_ko="서명이 끝난 변경은 새 변경 계약으로 바꾸십시오.", do_en="What both have signed is changed by another amendment.")
AMENDMENT_RUNS = refusal(
    "residency.amendment_runs", ko="아직 끝나지 않은 변경 계약이 있습니다.", en="An amendment is on its way already.",
    do_ko="그 변경이 적용되거나 거두어진 뒤에 만드십시오.", do_en="Wait until it is in effect, or withdraw it.")
AMENDMENT_DATES = refusal(
    "residency.amendment_dates", ko="적용일은 오늘부터 계약 끝 사이여야 하고, 마지막 날은 그 뒤여야 합니다.",
    en="It takes effect between today and the licence's end, and the last day lies after that.",
    do_ko="날짜를 다시 적으십시오.", do_en="Write the days again.")
AMENDMENT_EMPTY = refusal(
    "residency.amendment_empty", ko="바뀌는 것이 없습니다.", en="It changes nothing.",
    do_ko="자리, 기간, 인원, 용도, 가격표 가운데 하나를 바꾸십시오.", do_en="Change places, term, people, use or list of prices.")
CURRENCY_STANDS = refusal(
    "residency.currency_stands", ko="이 계약은 {currency}로 맺었습니다. 변경 계약에서 통화를 바꿀 수 없습니다.",
    en="The licence is in {currency}; an amendment does not change the currency.",
    do_ko="{currency} 가격표를 고르거나, 이 계약을 끝내고 새로 제안하십시오.",
    do_en="Choose a list of prices in {currency}, or end this licence and offer a new one.")
SPOT_NOT_ITS = refusal(
    "residency.spot_not_licensed", ko="이 계약에 없는 자리를 반납할 수 없습니다.", en="A place that is not under the licence cannot be given up.",
    do_ko="계약의 자리 가운데 고르십시오.", do_en="Choose among its places.")
NOTICE_STANDS = refusal(
    "residency.licence_notice_stands", ko="이미 해지 통지가 있는 계약입니다.", en="Notice has been given of this licence.",
    do_ko="계속 쓰려면 새 계약을 제안하십시오.", do_en="To stay on, a new licence is offered.")
NOTICE_DAY = refusal(
    "residency.licence_notice_day", ko="마지막 날은 {earliest}부터 {end} 앞까지 정할 수 있습니다.",
    en="The last day lies from {earliest} on, and before {end}.",
    do_ko="통지 기간을 지키는 날로 다시 정하십시오.", do_en="Choose a day that keeps the time of notice.")
IN_FORCE = Text(ko="사용 계약이 효력이 있습니다.", en="The licence is in force.")
LICENCE_ACTIVE = Text(ko="사용 계약", en="Licence")
