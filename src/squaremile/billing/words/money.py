"""Words of issued documents, corrections, payments, the books and dunning."""

from squaremile.kernel.words import Text, refusal

KINDS = {"invoice": Text(ko="청구서", en="Invoice"), "credit_note": Text(ko="수정 청구서(감액)", en="Credit note")}
BOOKS = {
    "bank": Text(ko="보통예금", en="Bank"), "receivable": Text(ko="외상매출금", en="Receivables"), "wallet": Text(ko="선수금", en="Wallets"),
    "deposit": Text(ko="임대보증금", en="Deposits"), "tax": Text(ko="부가세예수금", en="Tax"), "rounding": Text(ko="단수 차이", en="Rounding"),
    "voucher": Text(ko="바우처·지원금", en="Vouchers"), "revenue:use": Text(ko="장비 이용 수익", en="Revenue, use"),
    "revenue:late": Text(ko="장비 이용 수익(지난달)", en="Revenue, earlier months"), "revenue:rent": Text(ko="임대 수익", en="Revenue, rent"),
    "revenue:membership": Text(ko="회비 수익", en="Revenue, membership"), "revenue:adjustment": Text(ko="매출 조정", en="Revenue, adjustments"),
}
BUCKETS = {
    "current": Text(ko="기한 전", en="Not due"), "to_30": Text(ko="30일까지", en="To 30 days"), "to_60": Text(ko="60일까지", en="To 60 days"),
    "to_90": Text(ko="90일까지", en="To 90 days"), "over_90": Text(ko="90일 초과", en="Over 90 days"),
}
LEVELS = {
    "remind": Text(ko="납부 안내", en="Reminder"), "notice": Text(ko="납부 독촉", en="Notice"),
    "warn": Text(ko="예약 중단 예고", en="Warning"), "stop": Text(ko="새 예약 중단", en="New bookings stopped"),
}
DUN = {
    "remind": Text(
        ko="청구서 {code}의 납부 기한({due})이 지났습니다. 남은 금액은 {open}입니다.",
        en="Invoice {code} was due on {due}; {open} is open."),
    "notice": Text(
        ko="청구서 {code:이가} {days}일째 미납입니다. 남은 금액 {open}을 납부해 주십시오.",
        en="Invoice {code} is {days} days overdue; please pay {open}."),
    "warn": Text(
        ko="청구서 {code:이가} {days}일째 미납입니다. {stop}일이 되면 새 예약을 받을 수 없습니다.",
        en="Invoice {code} is {days} days overdue. After {stop} days no new bookings can be made."),
    "stop": Text(
        ko="청구서 {code:이가} {days}일째 미납이어서 새 예약을 받지 않습니다. 있던 예약, 반출, 안전 업무는 그대로입니다.",
        en="Invoice {code} is {days} days overdue: no new bookings. Existing ones, retrieval and safety are untouched."),
}
SHOWN = Text(ko="{month} 청구 내역이 나왔습니다. {until}까지 확인해 주십시오.", en="Your bill of {month} is ready. Please look at it by {until}.")
SHOWN_OPEN = Text(
    ko="{month} 청구 내역이 나왔습니다. 확인하고 승인해 주십시오.", en="Your bill of {month} is ready. Please look at it and accept it."
)
ACCEPTED_FOR = Text(
    ko="{month} 청구 내역을 재무 담당자가 승인했습니다. 사유: {remark}", en="Finance accepted your bill of {month} in your place: {remark}")
ISSUED = Text(ko="{kind} {code:을를} 발행했습니다.", en="{kind} {code} was issued.")
ANSWERED = Text(ko="{code} 청구의 이의에 답했습니다: {answer}", en="Your dispute on {code} was answered: {answer}")

ALL_PAID = Text(ko="청구와 납부가 모두 끝남", en="Everything is billed and paid")
UNPAID = refusal(
    "billing.unpaid", ko="확정 전인 청구가 {bills}건 있고, 청구서의 미납액은 {sums}입니다.",
    en="Bills not issued yet: {bills}. Not paid of invoices: {sums}.",
    do_ko="마지막 달을 마감하고 납부를 기록하거나, 보증금에서 공제하거나, 수정 청구서를 발행하십시오.",
    do_en="Close the last month, and record the payment, deduct it from the deposit, or issue a credit note.")
ALL_CLOSED = Text(ko="마지막 달까지 마감됨", en="Every month is closed to the last")
MONTH_OPEN = refusal(
    "billing.last_month_open", ko="{month}의 마감이 아직 끝나지 않아 더 청구할 것이 있을 수 있습니다.",
    en="The month {month} is not closed for it yet: there may be more to bill.",
    do_ko="그달이 지난 뒤 마감하고 마지막 청구서를 확정하십시오.", do_en="Once the month is over, close it and issue the last bill.")
GOOD_STANDING = Text(ko="미납으로 예약이 중단되지 않음", en="No bookings stopped for unpaid invoices")
CURRENCY_BILLED = Text(ko="청구하는 통화", en="A currency of bills")
CURRENCY_OTHER = refusal(
    "billing.currency_other", ko="{currency}로는 청구하지 않습니다. 사용 금액은 환산하지 않고 청구서의 통화({billed})로 읽습니다.",
    en="Nobody bills in {currency} here: an amount is not converted, and would be read as {billed}.",
    do_ko="청구하는 통화로 환산한 금액을 적으십시오.", do_en="Give the amount in the currency of the bills.")
STOPPED = refusal(
    "billing.stopped", ko="오래 미납된 청구서가 있어 새 예약을 받을 수 없습니다.", en="An invoice is long overdue: no new bookings can be made.",
    do_ko="회사 관리자에게 납부를 요청하십시오. 있던 예약과 반출, 안전 업무는 그대로입니다.",
    do_en="Ask your company admin to pay it. Existing bookings, retrieval and safety are untouched.")
INVOICE_UNKNOWN = refusal(
    "billing.invoice_unknown", ko="그런 청구서가 없습니다.", en="No such invoice.",
    do_ko="목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
REASON_UNKNOWN = refusal(
    "billing.correction_reason", ko="정정 사유는 목록에서 고릅니다.", en="The reason of a correction is one of the list.",
    do_ko="사유를 다시 고르십시오.", do_en="Choose it again.")
CORRECTED_ALREADY = refusal(
    "billing.corrected_already", ko="이미 전액을 되돌린 청구서입니다.", en="The whole invoice was taken back already.",
    do_ko="새로 발행된 청구서를 고르십시오.", do_en="Choose the invoice issued in its place.")
CORRECTED_SO = refusal(
    "billing.corrected_so", ko="같은 정정을 오늘 이미 {code:으로} 발행했습니다. 되돌린 공급가액은 {taken}, 남은 공급가액은 {left}입니다.",
    en="The very same correction was issued today as {code}: {taken} net was taken back, {left} is left.",
    do_ko="더 되돌릴 것이 있으면 잘못된 점을 다르게 적으십시오.", do_en="If more is to be taken back, say otherwise what was wrong.")
TAKES_BACK = Text(
    ko="청구서 {code}의 {line}번 줄을 되돌립니다. {reason}: {explanation}",
    en="Taken back from line {line} of invoice {code}. {reason}: {explanation}")
CORRECTION_AMOUNT = refusal(
    "billing.correction_amount", ko="되돌리는 금액은 줄마다 1 이상이고 남은 공급가액까지입니다.",
    en="For each line between 1 and what is left of its net.",
    do_ko="줄 번호와 금액을 다시 적으십시오.", do_en="Give the lines and amounts again.")
NOT_AN_INVOICE = refusal(
    "billing.not_an_invoice", ko="청구서만 정정하거나 납부할 수 있습니다.", en="Only an invoice can be corrected or paid.",
    do_ko="정정되는 청구서를 고르십시오.", do_en="Choose the invoice itself.")
INVOICE_STANDS = refusal(
    "billing.invoice_stands", ko="발행된 청구서는 바꿀 수 없습니다.", en="An issued document is never changed.",
    do_ko="수정 청구서를 발행하십시오.", do_en="Issue a credit note.")
PAYMENT_UNSOUND = refusal(
    "billing.payment_unsound", ko="금액은 0보다 크고 입금일은 오늘이거나 그 전이어야 합니다.",
    en="The amount is above nought, and it was paid today or before.",
    do_ko="다시 적으십시오.", do_en="Give both again.")
PAYMENT_KNOWN = refusal(
    "billing.payment_known", ko="이미 기록한 입금입니다.", en="This payment is recorded already.",
    do_ko="입금 목록에서 확인하십시오.", do_en="See the list of payments.")
PAYMENT_UNKNOWN = refusal(
    "billing.payment_unknown", ko="그런 입금이 없습니다.", en="No such payment.",
    do_ko="입금 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
MATCH_AMOUNT = refusal(
    "billing.match_amount", ko="맞추는 금액이 남은 입금액이나 남은 청구액보다 큽니다.", en="More than is left of the payment or of the invoice.",
    do_ko="남은 금액까지만 적으십시오.", do_en="Give at most what is left of both.")
UNBALANCED = refusal(
    "billing.unbalanced", ko="분개의 차변과 대변이 맞지 않습니다.", en="The entry does not balance.",
    do_ko="운영팀에 알려 주십시오.", do_en="Tell the operator: nothing was written.")
WALLET_SHORT = refusal(
    "billing.wallet_short", ko="선불 지갑의 잔액이 모자랍니다.", en="The wallet does not hold so much.",
    do_ko="지갑을 채우거나 청구서를 다시 작성하십시오.", do_en="Top it up, or draft the bill again.")
NUMBER_GAP = refusal(
    "billing.number_gap", ko="문서 번호가 이어지지 않습니다.", en="The number does not follow the one before.",
    do_ko="운영팀에 알려 주십시오.", do_en="Tell the operator: nothing was issued.")
