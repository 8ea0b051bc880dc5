"""Words of the rate-card editor: each rule of a card as a sentence, and what can be wrong with a draft."""

from squaremile.billing.words.pricing import BASES, CATEGORIES, HOW, SCOPES
from squaremile.kernel.words import Text, refusal

ALL_SUBJECTS = Text(ko="{meter:으로} 세는 모든 것", en="everything counted by {meter}")
SUBJECTS = Text(ko="{subjects} ({meter})", en="{subjects} ({meter})")
RULES = {
    "of": Text(ko="{what}에 매깁니다.", en="It prices {what}."),
    "basis": Text(ko="{basis}을 청구합니다.", en="What is charged is the quantity {basis}."),
    "rounding": Text(ko="{step} {unit} 단위로 {how}합니다.", en="Rounded {how}, in steps of {step} {unit}."),
    "minimum": Text(ko="한 번에 최소 {least} {unit:을를} 청구합니다.", en="At least {least} {unit} for each use."),
    "flat": Text(ko="{unit}당 {rate}입니다.", en="{rate} per {unit}."),
    "tiered": Text(ko="한 번 쓴 크기로 단가를 정합니다: {tiers}.", en="The size of each use picks the rate of all its units: {tiers}."),
    "graduated": Text(
        ko="{scope}별로 한 달 동안 쓴 양이 구간을 차례로 지납니다: {tiers}.",
        en="Units of a month, by {scope}, fall through the tiers: {tiers}."),
    "volume": Text(
        ko="{scope}별 한 달 합계로 모든 단위의 단가를 정합니다: {tiers}.",
        en="The total of a month, by {scope}, picks the rate of all its units: {tiers}."),
    "package": Text(
        ko="{scope}별로 한 달에 {size} {unit} 묶음 하나를 시작할 때마다 {rate}입니다.",
        en="{rate} for each package of {size} {unit} that is begun in a month, by {scope}."),
    "percentage": Text(ko="금액의 {percent} %입니다.", en="{percent} % of the amount."),
    "monthly": Text(ko="한 자리에 매달 {tiers}, {count}.", en="For each place held, a month: {tiers}; {count}."),
    "fixed": Text(ko="쓸 때마다 {fixed}을 더합니다.", en="{fixed} is added for each use."),
    "class": Text(ko="등급 {name}: {price}", en="Class {name}: {price}"),
    "assisted_rate": Text(ko="담당자가 지원하면 {unit}당 {rate}을 더합니다.", en="With staff at one's side, {rate} per {unit} is added."),
    "assisted_percent": Text(ko="담당자가 지원하면 {percent} %를 더합니다.", en="With staff at one's side, {percent} % is added."),
    "peak": Text(
        ko="{label}({days} {from}~{to})에는 {factor}배입니다.", en="{label} ({days} {from}–{to}): times {factor}, by the share of the time."),
    "discount": Text(
        ko="한 번에 {least} {unit} 이상 쓰면 {percent} % 할인합니다.", en="{percent} % off a use of {least} {unit} or more."),
    "tax": Text(ko="{category}, 세율 {percent} %입니다.", en="{category}, at {percent} %."),
    "cap": Text(
        ko="{label}: {scope}별로 한 달에 {amount}까지만 청구합니다({items}).",
        en="{label}: at most {amount} a month, by {scope} ({items})."),
}
TIER = Text(ko="{up_to} {unit}까지 {rate}", en="up to {up_to} {unit} {rate}")
LAST_TIER = Text(ko="그 위로 {rate}", en="beyond that {rate}")
ONLY_TIER = Text(ko="{rate}", en="{rate}")
DAYS = {
    "calendar": Text(ko="그 달의 날수로 나눕니다", en="days are shares of that month's own days"),
    "30": Text(ko="30일로 나눕니다", en="days are thirtieths"),
    "365": Text(ko="하루는 12개월의 365분의 1입니다", en="a day is a 365th of twelve months"),
}
EVERY_ITEM = Text(ko="모든 항목", en="all items")
KINDS = {
    "flat": Text(ko="정액 단가", en="Flat"), "tiered": Text(ko="한 번의 크기별 단가", en="Tiered by one use"),
    "graduated": Text(ko="누진 구간", en="Graduated over the month"), "volume": Text(ko="월 합계 단가", en="By the month's volume"),
    "package": Text(ko="묶음", en="Package"), "percentage": Text(ko="금액의 비율", en="Percentage"), "monthly": Text(ko="월 단위", en="Monthly"),
}
FIELDS = {
    "items": Text(ko="요금 항목", en="Rate item"), "caps": Text(ko="상한", en="Cap"), "peak": Text(ko="시간대", en="peak window"),
    "classes": Text(ko="이용자 등급", en="payer class"), "taxes": Text(ko="세금", en="Tax"), "price": Text(ko="가격", en="price"),
    "code": Text(ko="코드", en="code"), "label": Text(ko="이름", en="name"), "title": Text(ko="이름", en="Name"),
    "meter": Text(ko="계량기", en="meter"), "subjects": Text(ko="대상", en="of"), "counted_in": Text(ko="세는 단위", en="counted in"),
    "unit": Text(ko="매기는 단위", en="priced per"), "basis": Text(ko="기준", en="basis"), "rounding": Text(ko="올림 단위", en="rounding"),
    "step": Text(ko="단위", en="steps of"), "how": Text(ko="방식", en="rounded"), "minimum": Text(ko="최소", en="at least"),
    "kind": Text(ko="방식", en="kind"), "rate": Text(ko="단가", en="unit price"), "tiers": Text(ko="구간", en="tiers"),
    "up_to": Text(ko="~까지", en="up to"), "per": Text(ko="나누는 기준", en="by"), "fixed": Text(ko="건당", en="each use"),
    "size": Text(ko="묶음 크기", en="package of"), "percent": Text(ko="비율(%)", en="percent"), "day_count": Text(ko="날수 세기", en="days"),
    "assisted": Text(ko="담당자 지원", en="assisted"), "discounts": Text(ko="할인", en="discounts"), "at_least": Text(ko="~부터", en="from"),
    "days": Text(ko="요일", en="days"), "from": Text(ko="부터", en="from"), "to": Text(ko="까지", en="to"),
    "factor": Text(ko="배수", en="times"), "tax": Text(ko="세금", en="tax"), "category": Text(ko="과세 구분", en="category"),
    "amount": Text(ko="금액", en="amount"),
}
"""Fields of a card, for what a draft says otherwise."""
VALUES = {
    "mon": Text(ko="월", en="Mon"), "tue": Text(ko="화", en="Tue"), "wed": Text(ko="수", en="Wed"), "thu": Text(ko="목", en="Thu"),
    "fri": Text(ko="금", en="Fri"), "sat": Text(ko="토", en="Sat"), "sun": Text(ko="일", en="Sun"), **CATEGORIES, **BASES, **HOW, **SCOPES,
    **KINDS,
}
DIFFERENCES = {"added": Text(ko="추가", en="Added"), "removed": Text(ko="삭제", en="Removed"), "changed": Text(ko="변경", en="Changed")}

DRAFT_UNKNOWN = refusal(
    "billing.card_draft_unknown", ko="이 요금표에는 작성 중인 초안이 없습니다.", en="This rate card has no draft.",
    do_ko="요금표에서 초안을 시작하십시오.", do_en="Begin a draft on the card's page.")
DRAFT_UNREADABLE = refusal(
    "billing.card_draft_unreadable", ko="요금표의 코드와 판이 있는 JSON이어야 합니다.", en="A rate card is an object with a code and versions.",
    do_ko="card와 versions를 확인하십시오.", do_en="Check `card` and `versions`.")
DRAFT_ALREADY = refusal(
    "billing.card_draft_already", ko="다른 사람이 같은 초안을 막 저장했습니다.", en="Somebody else has just saved this draft.",
    do_ko="새로 고친 다음 다시 하십시오.", do_en="Refresh and try again.")
