"""Words of money that goes back, and of payments at a provider."""

from squaremile.kernel.words import Text, refusal

SOURCES = {
    "deposit": Text(ko="보증금 반환", en="Deposit returned"), "credit": Text(ko="과납금 반환", en="Credit paid back"),
    "wallet": Text(ko="선불금 반환", en="Prepaid money paid back"),
}
BELOW_NOUGHT = Text(ko="0보다 작은 청구서", en="Invoice below nought")
SET_OFF = Text(ko="보증금 공제 {code}", en="Set off against the deposit, {code}")
CHECKOUT_STATES = {
    "asked": Text(ko="결제 대기", en="Waiting for payment"), "paid": Text(ko="결제됨", en="Paid"), "failed": Text(ko="결제 실패", en="Failed"),
}
MISMATCH = Text(
    ko="결제 {code}의 금액이 다릅니다: 요청 {asked}, 결제 {told}. 입금으로 기록하지 않았습니다.",
    en="Payment {code} differs: asked {asked}, told {told}. It was not recorded.")

PAID_AFTER_ALL = Text(
    ko="취소되거나 실패했던 결제 {code:이가} 뒤늦게 {told} 결제되어 입금으로 기록했습니다. 두 번 결제되지 않았는지 확인하십시오.",
    en="Payment {code}, which had failed, went through after all: {told} was recorded. See whether it was paid twice.")
UNASKED = Text(
    ko="요청하지 않은 결제 {intent}에서 {told} 결제되었다는 알림이 왔습니다. 입금으로 기록하지 않았으니 결제 서비스에서 확인하십시오.",
    en="The provider told of {told} paid as {intent}, which nobody asked for. It was not recorded: look it up with the provider.")

MINOR = Text(ko="{currency}의 최소 단위로 {amount}", en="{amount} in the smallest unit of {currency}")
REFUND_UNSOUND = refusal(
    "billing.refund_unsound",
    ko="반환은 선불 지갑, 입금, 감액 문서 가운데 하나만 고르고, 금액은 0보다 크며, 지급일은 오늘이거나 그 전이어야 합니다.",
    en="A refund is of one wallet, payment or credit note, of an amount above nought, paid today or before.",
    do_ko="무엇을 돌려주는지와 금액, 날짜를 다시 적으십시오.", do_en="Say again what is paid back, how much and when.")
REFUND_SHORT = refusal(
    "billing.refund_short", ko="돌려줄 수 있는 금액은 {most}까지입니다.", en="At most {most} can be paid back.",
    do_ko="남은 금액까지만 적으십시오. 보증금은 퇴거 정산이 끝난 만큼만 돌려줍니다.",
    do_en="Give at most what is left. Of a deposit that is what the settlement at exit has set free.")
DEPOSIT_SHORT = refusal(
    "billing.deposit_short", ko="장부의 보증금이 모자랍니다.", en="The books do not hold such a deposit.",
    do_ko="보증금 입금 기록을 확인하십시오.", do_en="See which deposits are recorded.")
REFUND_KNOWN = refusal(
    "billing.refund_known", ko="이미 기록한 반환입니다.", en="This refund is recorded already.",
    do_ko="계정의 반환 목록을 확인하십시오.", do_en="See the refunds of the account.")
NO_PAYMENTS = refusal(
    "billing.no_payment_provider", ko="연결된 결제 서비스가 없습니다.", en="No payment provider is connected.",
    do_ko="청구서에 적힌 계좌로 입금하십시오.", do_en="Pay to the account printed on the invoice.")
NOTHING_OPEN = refusal(
    "billing.nothing_open", ko="더 낼 금액이 없는 청구서입니다.", en="Nothing is open on this invoice.",
    do_ko="다른 청구서를 고르십시오.", do_en="Choose another invoice.")
ASKED_ALREADY = refusal(
    "billing.payment_asked", ko="이 청구서의 결제를 이미 시작했습니다.", en="A payment of this invoice is under way already.",
    do_ko="시작한 결제를 마치십시오.", do_en="Finish the one that was begun.")
EVENT_DIFFERS = refusal(
    "billing.event_differs", ko="같은 이름의 알림이 다른 내용으로 왔습니다.", en="An event of this name came before and said something else.",
    do_ko="결제 서비스에 문의하십시오. 아무것도 기록하지 않았습니다.", do_en="Ask the provider: nothing was written.")
REQUEST_STEP = refusal(
    "billing.payment_request_step", ko="이 결제 요청은 이미 끝났습니다.", en="This request is over already.",
    do_ko="청구서의 결제 상태를 확인하십시오.", do_en="See where the invoice stands.")
