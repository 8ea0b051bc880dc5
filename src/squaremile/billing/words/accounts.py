"""Words of issuers, accounts, cards, contracts and credits."""

from squaremile.kernel.words import Text, refusal

SETTLEMENTS = {"invoice": Text(ko="세금계산서 청구", en="Invoice"), "recharge": Text(ko="내부 정산", en="Internal recharge")}
CONTRACT_KINDS = {"rent": Text(ko="임대료", en="Rent"), "membership": Text(ko="회비", en="Membership"),
                  "per_head": Text(ko="인원별 회비(좌석당 월 금액)", en="Membership per head (amount a seat)")}  # fmt: skip
VOUCHER_SOURCES = {
    "golden_ticket": Text(ko="골든티켓", en="Golden ticket"), "subsidy": Text(ko="공공 지원금", en="Public subsidy"),
    "goodwill": Text(ko="운영 지원", en="Goodwill"),
}
CURRENCY_ASIDE = Text(
    ko="{company} 계약 {code:은는} {currency}인데 그 통화로 청구하는 계정이 없어 청구하지 않고 보류했습니다. "
    "그 통화의 계정을 열면 이어서 반영됩니다.",
    en="Licence {code} of {company} is in {currency}, and no account of the company bills in that currency: it is held aside, not"
    " billed. Open an account in {currency}, and it is taken up.",
)
VOUCHER_PERIODS = {
    "month": Text(ko="달마다", en="a month"), "year": Text(ko="해마다", en="a year"), "total": Text(ko="전체 기간", en="in all"),
}
DAY_COUNTS = {
    "calendar": Text(ko="그 달의 날수로 나눔", en="By the days of the month"), "30": Text(ko="30일로 나눔", en="By 30 days"),
    "365": Text(ko="365일 기준", en="By 365 days a year"),
}
LICENCE_RENT = Text(ko="입주 임대료 {code}", en="Rent under {code}")

ISSUER_UNKNOWN = refusal(
    "billing.issuer_unknown", ko="그런 발행자가 없습니다.", en="No such issuer.",
    do_ko="발행자 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
ISSUER_UNSOUND = refusal(
    "billing.issuer_unsound", ko="발행자의 이름, 통화, 기한을 확인해 주십시오.", en="Check the issuer's names, currency and days.",
    do_ko="독촉 기한은 뒤로 갈수록 길어야 합니다.", do_en="Each step of dunning comes later than the one before.")
ISSUER_EXISTS = refusal(
    "billing.issuer_exists", ko="이미 있는 발행자 코드입니다.", en="This issuer's code is taken.",
    do_ko="다른 코드를 고르십시오.", do_en="Choose another code.")
ACCOUNT_UNKNOWN = refusal(
    "billing.account_unknown", ko="그런 청구 계정이 없습니다.", en="No such billing account.",
    do_ko="계정 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
ACCOUNT_EXISTS = refusal(
    "billing.account_exists", ko="이 기관은 이 발행자에게 이미 청구 계정이 있습니다.", en="It has an account with this issuer already.",
    do_ko="있는 계정을 고치십시오.", do_en="Change the one that it has.")
ACCOUNT_UNSOUND = refusal(
    "billing.account_unsound", ko="정산 방식은 invoice나 recharge이고, 통화는 요금표와 같아야 합니다.",
    en="It settles by invoice or recharge, in the currency of its rate card.",
    do_ko="정산 방식과 요금표를 다시 고르십시오.", do_en="Choose both again.")
ACCOUNT_MONTH_SHOWN = refusal(
    "billing.account_month_shown", ko="이용 기업이 이미 청구 내역을 받은 달의 요금 조건은 바꿀 수 없습니다.",
    en="The payer has seen the bill of that month: what it was priced by stays.",
    do_ko="그다음 달 이후의 날짜부터 적용하거나, 발행된 청구서를 정정하십시오.", do_en="Let it begin in a later month, or correct the invoice.")
ACCOUNT_OWES = refusal(
    "billing.account_owes", ko="{month}에 아직 청구하지 않은 금액이 있어 계정을 닫을 수 없습니다.",
    en="Something of {month} is not billed yet: the account stays open.",
    do_ko="그 달의 마감을 시작한 뒤 다시 하십시오. 계속되는 월 계약은 먼저 끝내십시오.",
    do_en="Begin the close of that month first. A monthly contract that goes on has to be ended.")
CARD_UNKNOWN = refusal(
    "billing.card_unknown", ko="그런 요금표가 없습니다.", en="No such rate card.",
    do_ko="요금표 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
CARD_OF_ANOTHER = refusal(
    "billing.card_of_another", ko="다른 이용 기업과 따로 정한 요금표입니다.", en="These prices were agreed with another payer.",
    do_ko="모두의 요금표나 이 기업의 요금표를 고르십시오.", do_en="Choose a card of everybody's, or one of this payer's.")
CARD_WHOSE = refusal(
    "billing.card_whose", ko="이미 게시한 요금표의 주인은 바꿀 수 없습니다.", en="Whose card it is stays as it was first published.",
    do_ko="다른 코드로 새 요금표를 게시하십시오.", do_en="Publish a card with another code.")
CARD_UNSOUND = refusal(
    "billing.card_unsound", ko="다음 이유로 요금표를 쓸 수 없습니다: {why} 고쳐야 합니다.",
    en="The rate card cannot be used. {why} This has to be mended.",
    do_ko="표시된 자리를 고쳐 다시 보내십시오.", do_en="Mend it at the places named.")
CARD_ZONE = Text(ko="$.zone은 클러스터의 시간대({zone})여야 합니다.", en="$.zone is the cluster's own ({zone}).")
CARD_IN_FORCE = refusal(
    "billing.card_in_force", ko="이미 시행된 판({number})은 바꿀 수 없습니다.", en="Version {number} is in force: it stays as it is.",
    do_ko="앞으로의 날짜로 새 판을 더하십시오.", do_en="Add a version that begins later.")
CARD_BACKDATED = refusal(
    "billing.card_backdated", ko="새 판({number})은 오늘 뒤에 시작해야 합니다.", en="A new version ({number}) begins after today.",
    do_ko="시행일을 앞으로의 날짜로 고치십시오.", do_en="Give it a later first day.")
CONTRACT_UNKNOWN = refusal(
    "billing.contract_unknown", ko="그런 계약이 없습니다.", en="No such contract.",
    do_ko="계약 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
CONTRACT_UNSOUND = refusal(
    "billing.contract_unsound", ko="계약의 종류, 금액, 날짜, 일할 방식을 확인해 주십시오.",
    en="Check the kind, amount, days and day-count of the contract.",
    do_ko="금액은 0 이상이고 끝나는 날은 시작하는 날 뒤여야 합니다.", do_en="The amount is not below nought, and it ends after it begins.")
CONTRACT_NOT_ACTIVE = refusal(
    "billing.contract_not_active", ko="계정 {account:은는} {since}부터 사용하지 않아, 그 뒤의 월 계약을 둘 수 없습니다.",
    en="Account {account} is not active from {since} on: it has no monthly contract of days after that.",
    do_ko="그 전날까지만 계약하거나, 계정을 다시 사용으로 바꾸거나, 사용 중인 다른 계정에 계약을 더하십시오.",
    do_en="Let the contract end before that day, make the account active again first, or add it to an account that is active.")
CONTRACT_OF_LICENCE = refusal(
    "billing.contract_of_licence", ko="입주계약에서 온 임대료는 입주계약에서 바꿉니다.", en="Rent under a licence changes with the licence.",
    do_ko="입주계약을 변경하십시오.", do_en="Amend the licence.")
VOUCHER_UNKNOWN = refusal(
    "billing.voucher_unknown", ko="그런 바우처가 없습니다.", en="No such voucher.",
    do_ko="목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
VOUCHER_ISSUER = refusal(
    "billing.voucher_issuer", ko="어느 발행자의 청구서에 쓸 바우처인지 정해야 합니다.", en="It has to be said whose bills it lowers.",
    do_ko="발행자를 고르십시오. 발행자가 하나가 아니면 저절로 정해지지 않습니다.",
    do_en="Name the issuer: with several, or none yet, it does not go without saying.")
VOUCHER_SPONSOR = refusal(
    "billing.voucher_sponsor", ko="바우처를 쓰는 기업이 스스로 후원할 수 없습니다.", en="A company does not sponsor its own voucher.",
    do_ko="후원 기관을 다시 고르거나 비워 두십시오.", do_en="Choose another sponsor, or none.")
VOUCHER_UNSOUND = refusal(
    "billing.voucher_unsound", ko="바우처의 종류, 비율, 한도, 기간을 확인해 주십시오.",
    en="Check the source, percentage, limit and days of the voucher.",
    do_ko="비율은 0보다 크고 100 % 이하입니다.", do_en="The percentage is above 0 and at most 100.")
WALLET_UNKNOWN = refusal(
    "billing.wallet_unknown", ko="그런 선불 지갑이 없습니다.", en="No such wallet.",
    do_ko="목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
WALLET_UNSOUND = refusal(
    "billing.wallet_unsound", ko="선불 지갑의 기간이나 금액을 확인해 주십시오.", en="Check the days or the amount of the wallet.",
    do_ko="금액은 0보다 크고 끝나는 날은 시작하는 날 뒤여야 합니다.", do_en="An amount above nought; it ends after it begins.")
