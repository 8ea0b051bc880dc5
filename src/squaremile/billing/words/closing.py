"""Words of the month close: states, contracts by the day, what looks odd, and every way it can refuse."""

from squaremile.kernel.words import Text, refusal

CONTRACT = Text(ko="{title}: {since}부터 월 {month}", en="{title}: {month} a month since {since}")
WHOLE_MONTH = Text(ko="{first}부터 {last}까지 한 달 전체 = {amount}", en="The whole month, {first} to {last} = {amount}")
DAYS = {
    "calendar": Text(
        ko="{first}부터 {last}까지 {days}일: {month} × {days} ÷ 그 달의 {divisor}일 = {amount}",
        en="{days} days, {first} to {last}: {month} × {days} ÷ the month's {divisor} days = {amount}"),
    "30": Text(
        ko="{first}부터 {last}까지 {days}일: {month} × {days} ÷ 30일 = {amount}",
        en="{days} days, {first} to {last}: {month} × {days} ÷ 30 days = {amount}"),
    "365": Text(
        ko="{first}부터 {last}까지 {days}일: {month} × 12 ÷ 365 × {days} = {amount}",
        en="{days} days, {first} to {last}: {month} × 12 ÷ 365 × {days} = {amount}"),
}
RERATED = Text(
    ko="{month} 청구 뒤에 들어온 사용으로 다시 계산: {now}, 이미 청구 {before}, 차액 {amount}",
    en="{month} rated again with what came later: {now}, billed before {before}, difference {amount}")
GRANTED = Text(ko="이의 인정 {code}", en="Dispute {code} granted")

CLOSE_STATES = {
    "rating": Text(ko="요금 계산", en="Rating"), "review": Text(ko="내부 검토", en="Review"),
    "payers": Text(ko="이용 기업 확인", en="With payers"), "parked": Text(ko="이의만 남음", en="Disputes left"),
    "issued": Text(ko="발행 완료", en="Issued"),
}
BILL_STATES = {
    "pending": Text(ko="계산 대기", en="To be rated"), "rated": Text(ko="계산됨", en="Rated"), "drafted": Text(ko="초안", en="Draft"),
    "empty": Text(ko="청구 없음", en="Nothing to bill"), "approved": Text(ko="검토 완료", en="Reviewed"),
    "shown": Text(ko="확인 요청", en="With the payer"), "accepted": Text(ko="승인됨", en="Accepted"), "issued": Text(ko="발행됨", en="Issued"),
}
PIPELINE = {
    "rate": Text(ko="요금 계산", en="Rate"), "review": Text(ko="내부 검토", en="Review"), "payers": Text(ko="이용 기업 확인", en="With payers"),
    "accepted": Text(ko="발행 대기", en="To be issued"), "collect": Text(ko="수납 대기", en="To collect"),
    "collected": Text(ko="수납 완료", en="Paid"),
}
"""Steps of a bill, as the close counts them."""
WITH_YOU = Text(ko="내 확인 대기", en="With you")
"""What a payer reads of a bill that is with her."""
DISPUTE_STATES = {
    "open": Text(ko="이의 제기", en="Disputed"), "granted": Text(ko="인정", en="Granted"), "upheld": Text(ko="원안 유지", en="Upheld"),
    "dropped": Text(ko="이의 철회", en="Withdrawn"),
}
LINE_KINDS = {
    "use": Text(ko="사용", en="Use"), "late": Text(ko="지난달 사용", en="Earlier month"), "rent": Text(ko="임대료", en="Rent"),
    "membership": Text(ko="회비", en="Membership"), "voucher": Text(ko="바우처·지원금", en="Voucher or subsidy"),
    "adjustment": Text(ko="조정", en="Adjustment"),
}
USE_MODES = {"": Text(ko="", en=""), "self": Text(ko="직접 사용", en="Own use"), "requested": Text(ko="의뢰(담당자 지원)", en="Assisted")}
EXCEPTIONS = {
    "unpriced": Text(ko="요금 없음", en="No price"), "no_check_in": Text(ko="체크인 없음", en="No check-in"),
    "overrun": Text(ko="예약 초과", en="Overrun"), "no_account": Text(ko="청구 계정 없음", en="No account"),
    "variance": Text(ko="전월 대비 변동", en="Variance"), "late": Text(ko="늦은 사용 기록", en="Late usage"),
    "negative": Text(ko="음수 청구", en="Below nought"), "inconsistent": Text(ko="서로 맞지 않는 기록", en="Contradiction"),
    "untrained": Text(ko="교육 만료", en="Training not valid"),
}
SAYS = {
    "unpriced": Text(ko="{subject} {start}: {why}", en="{subject} {start}: {why}"),
    "no_check_in": Text(ko="{subject} {start}: 예약했으나 사용을 시작한 기록이 없습니다.", en="{subject} {start}: booked, and never started."),
    "overrun": Text(ko="{subject} {start}: 예약보다 {percent} % 더 사용했습니다.", en="{subject} {start}: {percent} % over what was booked."),
    "untrained": Text(
        ko="{subject} {start}: 사용하는 동안 유효하지 않은 교육·자격이 있었습니다: {what}.",
        en="{subject} {start}: not valid at the time of use: {what}."),
    "no_account": Text(ko="사용 기록이 {n}건 있으나 청구 계정이 없습니다.", en="{n} uses, and no billing account."),
    "variance": Text(ko="지난달 {before}에서 이번 달 {now}: {percent} %", en="{before} last month, {now} now: {percent} %"),
    "late": Text(ko="{month}의 금액 {amount}이 뒤늦게 청구됩니다.", en="{amount} of {month} is billed late."),
    "negative": Text(ko="청구 금액이 0보다 작습니다: {amount}", en="The bill is below nought: {amount}"),
    "inconsistent": Text(ko="{subject}: 같은 기록이 서로 다르거나, 정정할 기록이 없습니다.", en="{subject}: two records contradict each other."),
}
BLOCKING = ("unpriced", "inconsistent", "negative")

CLOSE_UNKNOWN = refusal(
    "billing.close_unknown", ko="그런 월 마감이 없습니다.", en="No such close.",
    do_ko="월 마감 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
CLOSE_ALREADY = refusal(
    "billing.close_already", ko="이 달의 마감이 이미 있습니다.", en="This month is being closed, or was closed, already.",
    do_ko="월 마감 목록에서 확인하십시오.", do_en="See the list of closes.")
CLOSE_OPEN = refusal(
    "billing.close_open", ko="앞선 달의 마감이 아직 끝나지 않았습니다.", en="An earlier month is not issued yet.",
    do_ko="먼저 그 달을 발행까지 마치십시오. 답이 없는 청구서는 사유를 적어 승인하고, 이의만 남으면 다음 달을 시작할 수 있습니다.",
    do_en="Issue it first. What nobody answers is accepted with a reason; once only disputes are left the next month may begin.")
CLOSE_ORDER = refusal(
    "billing.close_order", ko="마감은 지난 달부터 차례대로 합니다.", en="Months are closed in order, once they are over.",
    do_ko="끝난 달 가운데 마지막으로 마감한 달의 다음 달을 고르십시오.", do_en="Choose the month after the last closed one; it must be over.")
CLOSE_STEP = refusal(
    "billing.close_step", ko="지금 단계에서는 할 수 없습니다.", en="The close is not at that step.",
    do_ko="월 마감 화면에서 지금 단계를 확인하십시오.", do_en="See where it stands on its page.")
BILL_UNKNOWN = refusal(
    "billing.bill_unknown", ko="그런 청구서가 없습니다.", en="No such bill.",
    do_ko="목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
BILL_STEP = refusal(
    "billing.bill_step", ko="청구서가 지금 단계에서는 그렇게 바뀔 수 없습니다.", en="The bill is not at that step.",
    do_ko="청구서의 지금 상태를 확인하십시오.", do_en="See where the bill stands.")
BILL_STALE = refusal(
    "billing.bill_stale", ko="청구서 {n}건({codes})은 요금을 계산한 뒤에 계정의 조건이나 바우처·지원금이 바뀌었습니다.",
    en="Bills rated before their account's terms or vouchers changed: {n} ({codes}).",
    do_ko="그 청구서를 다시 계산하고 검토하십시오.", do_en="Rate them again, and look at them anew.")
EXCEPTIONS_OPEN = refusal(
    "billing.exceptions_open", ko="확인하지 않은 예외 {n}건이 남아 있습니다.", en="Exceptions that block it are still open: {n}.",
    do_ko="예외를 하나씩 확인하고 사유를 적으십시오.", do_en="Clear each of them with a remark.")
EXCEPTION_UNKNOWN = refusal(
    "billing.exception_unknown", ko="그런 예외가 없거나 이미 확인했습니다.", en="No such exception, or it is cleared already.",
    do_ko="예외 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
REASON_NEEDED = refusal(
    "billing.reason_needed", ko="사유를 적어야 합니다.", en="A reason is needed.",
    do_ko="한 문장으로 적으십시오.", do_en="One sentence is enough.")
LINE_UNKNOWN = refusal(
    "billing.line_unknown", ko="그런 줄이 없습니다.", en="The document has no such line.",
    do_ko="청구서의 줄 번호를 확인하십시오.", do_en="See the numbers of its lines.")
DISPUTED_ALREADY = refusal(
    "billing.disputed_already", ko="이미 이의를 제기한 줄입니다.", en="This line is disputed already.",
    do_ko="재무 담당자의 답을 기다려 주십시오.", do_en="Finance will answer.")
ANSWER_AWAITED = refusal(
    "billing.answer_awaited", ko="이용 기업이 {until}까지 확인하고 이의를 제기할 수 있습니다.", en="Its payer may answer until {until}.",
    do_ko="그 뒤에 사유를 적어 승인하십시오. 이용 기업은 언제든 승인할 수 있습니다.",
    do_en="Accept it with a reason after that; the payer may accept it at any time.")
DISPUTES_OPEN = refusal(
    "billing.disputes_open", ko="답하지 않은 이의 {n}건이 있습니다.", en="Disputes that are not answered: {n}.",
    do_ko="재무 담당자가 답하거나, 이의를 낸 쪽이 철회하면 승인할 수 있습니다.",
    do_en="It can be accepted once finance has answered, or the payer withdraws them.")
DISPUTE_UNKNOWN = refusal(
    "billing.dispute_unknown", ko="그런 이의가 없거나 이미 답했습니다.", en="No such dispute, or it is answered already.",
    do_ko="청구서에서 다시 고르십시오.", do_en="Choose it again on the bill.")
DISPUTE_AMOUNT = refusal(
    "billing.dispute_amount", ko="그 줄에 남은 공급가액 {most}까지만 뺄 수 있습니다.",
    en="No more can be taken off than is left of the line's net, {most}.",
    do_ko="금액을 다시 적으십시오. 빼지 않으려면 비워 두십시오.", do_en="Give the amount again, or leave it empty to let the line stand.")
DISPUTE_LATE = refusal(
    "billing.dispute_late", ko="확인 기간이 지났습니다.", en="The time to dispute is over.",
    do_ko="재무 담당자에게 정정을 요청하십시오.", do_en="Ask finance for a credit note.")
STANDS = Text(
    ko="저장된 금액은 그대로입니다. 이 설명은 이후 버전의 프로그램이 다시 낸 것이라 금액과 다를 수 있습니다.",
    en="The stored amount stands. A later release of the program made this explanation, and its figures differ.",
)
"""Said of a use whose chain comes out otherwise than it did when it was rated."""
