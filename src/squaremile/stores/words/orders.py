"""Words of orders and recalls."""

from squaremile.kernel.words import Text, refusal

STATES = {
    "requested": Text(ko="승인 대기", en="Waiting for approval"), "approved": Text(ko="승인", en="Approved"),
    "declined": Text(ko="승인 안 함", en="Declined"), "ordered": Text(ko="주문함", en="Ordered"),
    "received": Text(ko="모두 입고", en="All received"), "cancelled": Text(ko="취소", en="Cancelled"),
}
STOCKROOM = Text(ko="물품창고", en="The stockroom")
ASKED = Text(ko="구매 요청 {order:이가} 승인을 기다립니다: {what}", en="Purchase request {order} awaits approval: {what}")
STEPPED = Text(ko="구매 요청 {order}: {state}", en="Purchase request {order}: {state}")
ARRIVED = Text(ko="주문 {order}의 물품이 도착했습니다: {what} {pieces}개", en="Order {order}: {pieces} of {what} have come")
RECALLED = Text(
    ko="회수 안내: {item} 로트 {lot}의 사용을 멈추고 남은 것을 따로 두십시오. 이유: {reason}",
    en="Recall: stop using {item}, lot {lot}, and set aside what is left. Reason: {reason}")

ORDER_UNKNOWN = refusal(
    "stores.order_unknown", ko="그런 구매 요청이 없습니다.", en="No such purchase request.",
    do_ko="주문 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
ORDER_STEP = refusal(
    "stores.order_step", ko="이 구매 요청은 지금 그렇게 될 수 없습니다.", en="The request cannot take that step.",
    do_ko="요청의 상태를 확인하십시오.", do_en="Look at its state.")
ORDER_UNSOUND = refusal(
    "stores.order_unsound", ko="구매 요청에는 물품과 1개 이상의 수량이 적힌 줄이 하나에서 100개까지 있어야 합니다.",
    en="A purchase request has one to a hundred lines, each with what and how many.",
    do_ko="빠진 것을 적으십시오.", do_en="Fill in what is missing.")
ORDER_NOT_YOURS = refusal(
    "stores.order_not_yours", ko="회사의 구매는 그 회사의 관리자가, 물품창고의 구매는 운영 기관이 승인합니다.",
    en="A company's admin approves what it buys; staff approve what the stockroom buys.",
    do_ko="승인할 수 있는 사람에게 알려 주십시오.", do_en="Tell somebody who may approve it.")
FOUR_EYES = refusal(
    "stores.four_eyes", ko="자기가 요청한 물품창고의 구매는 스스로 승인할 수 없습니다.", en="Nobody approves her own request for the stockroom.",
    do_ko="다른 운영 담당자에게 승인을 요청하십시오.", do_en="Ask a colleague on the staff to approve it.")
LINE_UNKNOWN = refusal(
    "stores.line_unknown", ko="그런 줄이 없습니다.", en="The order has no such line.",
    do_ko="주문의 줄 번호를 확인하십시오.", do_en="Look at the numbers of its lines.")
TOO_MANY_CAME = refusal(
    "stores.too_many_came", ko="주문한 것보다 많이 입고할 수 없습니다.", en="More than was ordered cannot be received.",
    do_ko="남은 수량을 확인하고, 더 온 것은 공급사에 알리십시오.", do_en="Look at what is still to come; tell the supplier of the rest.")
RECALL_UNREASONED = refusal(
    "stores.recall_unreasoned", ko="회수하는 이유를 적어야 합니다.", en="Say why it is recalled.",
    do_ko="받은 회수 통지의 내용을 적으십시오.", do_en="Write what the supplier's notice says.")
