"""Billing's words: the sentences of a price, one for each rule."""

from squaremile.kernel.words import Text

UNPRICED = {
    "no_version": Text(ko="그날 유효한 요금표 판이 없습니다.", en="No version of the rate card holds on that day."),
    "no_item": Text(ko="이 사용에 매길 요금 항목이 없습니다.", en="No item of the rate card takes this use."),
    "negative": Text(ko="정정하고 남은 양이 0보다 작습니다.", en="What is left after corrections is less than nothing."),
    "unit_days": Text(
        ko="단위·일 수가 기간의 날수로 나누어떨어지지 않습니다.", en="The unit-days are no whole number of places over the days."),
    "days_without_price": Text(ko="기간 가운데 월 단위 가격이 없는 날이 있습니다.", en="Some days of the period have no monthly price."),
}
BASES = {
    "recorded": Text(ko="기록된 양", en="as recorded"),
    "used": Text(ko="실제 사용한 양", en="as used"),
    "booked": Text(ko="예약한 양", en="as booked"),
    "greater": Text(ko="예약과 실사용 중 큰 쪽", en="the greater of booked and used"),
}
HOW = {"up": Text(ko="올림", en="up"), "down": Text(ko="내림", en="down"), "nearest": Text(ko="반올림", en="to the nearest")}
SCOPES = {
    "company": Text(ko="회사", en="company"),
    "project": Text(ko="과제", en="project"),
    "person": Text(ko="사람", en="person"),
    "person_project": Text(ko="사람·과제", en="person and project"),
}
DAY_COUNTS = {
    "calendar": Text(ko="그 달의 날수 {days}일로 나눔", en="divided by the {days} days of that month"),
    "30": Text(ko="30일로 나눔", en="divided by 30 days"),
    "365": Text(ko="12개월의 365분의 1", en="a 365th of twelve months"),
}
STEPS = {
    "quantity": Text(ko="{basis} {quantity} {unit}", en="{quantity} {unit}, {basis}"),
    "rounding": Text(ko="{step} {unit} 단위로 {how}: {from} → {to} {unit}", en="steps of {step} {unit}, {how}: {from} → {to} {unit}"),
    "minimum": Text(ko="최소 {to} {unit} ({from} {unit} 대신)", en="at least {to} {unit} instead of {from} {unit}"),
    "flat": Text(ko="{units} {unit} × {rate} = {amount}", en="{units} {unit} × {rate} = {amount}"),
    "tiered": Text(
        ko="한 번에 {units} {unit}: 구간 단가 {rate}, {units} × {rate} = {amount}",
        en="{units} {unit} at once: tier rate {rate}, {units} × {rate} = {amount}"),
    "graduated": Text(
        ko="이달 {before} {unit} 다음의 {units} {unit}: {sum} = {amount}",
        en="{units} {unit} after {before} {unit} this month: {sum} = {amount}"),
    "volume": Text(
        ko="이달 모두 {total} {unit}: 단가 {rate}, {units} {unit} × {rate} = {amount}",
        en="{total} {unit} in all this month: rate {rate}, {units} {unit} × {rate} = {amount}"),
    "package": Text(
        ko="이달 {before} {unit} 다음의 {units} {unit}: {size} {unit} 묶음 {packages}개 × {rate} = {amount}",
        en="{units} {unit} after {before} {unit} this month: {packages} packages of {size} {unit} × {rate} = {amount}"),
    "percentage": Text(ko="{units}의 {percent} % = {amount}", en="{percent} % of {units} = {amount}"),
    "fixed": Text(ko="건당 {fixed} 포함", en="with {fixed} an event"),
    "class": Text(ko="등급 {name}", en="class {name}"),
    "assisted": Text(ko="담당자 지원 {how}: {from} → {to}", en="assisted, {how}: {from} → {to}"),
    "peak": Text(
        ko="{label} {inside}분/{of}분 × {factor}: {from} → {to}", en="{label}, {inside} of {of} min × {factor}: {from} → {to}"),
    "discount": Text(
        ko="{at_least} {unit} 이상 {percent} % 할인: {from} → {to}", en="{percent} % off from {at_least} {unit}: {from} → {to}"),
    "line": Text(ko="통화의 최소 단위로 반올림: {from} → {to}", en="rounded half up to the currency's unit: {from} → {to}"),
    "cap": Text(
        ko="{label}, {per}별 월 상한 {limit}: 앞서 {before}, 이번 {from} 가운데 {to} 청구",
        en="{label}, {limit} a month by {per}: {before} before, {to} of {from} charged"),
    "days": Text(ko="{first}부터 {days}일, {places}개", en="{days} days from {first}, {places} held"),
    "month": Text(
        ko="월 {rates} ({rank}번째부터), {count}: × {days}일 = {amount}",
        en="{rates} a month (from place {rank}), {count}: × {days} days = {amount}"),
    "sum": Text(ko="{n}건의 합", en="uses added up: {n}"),
    "voucher": Text(
        ko="{label}: {base}의 {percent} % = {wanted}, {limit} → {given}", en="{label}: {percent} % of {base} = {wanted}, {limit} → {given}"),
    "adjustment": Text(ko="{label}: {amount}", en="{label}: {amount}"),
    "no_limit": Text(ko="한도 없음", en="no limit"),
    "limit": Text(ko="{per} 한도 {limit} 중 {used} 사용", en="{used} used of {limit} a {per}"),
    "tax": Text(ko="{base}의 {percent} % = {tax}", en="{percent} % of {base} = {tax}"),
    "wallet": Text(ko="{label}: 잔액 {before} 중 {paid} 사용, {after} 남음", en="{label}: {paid} of the balance {before}, {after} left"),
    "document": Text(ko="{step} 단위로 {how}: {from} → {to}", en="steps of {step}, {how}: {from} → {to}"),
}
SHORT = {
    "rounding": Text(
        ko="기록된 {from} {unit:을를} {step} 단위로 {how}해 {to} {unit}", en="{from} {unit} recorded, in steps of {step}, {how}: {to} {unit}"),
    "minimum": Text(ko="최소 {least} {unit:이가} {n}건에 적용됨", en="at least {least} {unit} a use, which raised {n} of them"),
    "rate": Text(ko="{units} {unit}: 요금표에 따라 {amount}", en="{units} {unit} by the card: {amount}"),
    "assisted": Text(ko="담당자 지원: {n}건에 {change} 더함", en="assisted: {change} added over {n} of the uses"),
    "peak": Text(ko="{label} × {factor}: {n}건에서 {sign}{change}", en="{label}, × {factor}: {sign}{change} over {n} of the uses"),
    "discount": Text(
        ko="{at_least} {unit} 이상 {percent} % 할인: {n}건에서 {change} 뺌",
        en="{percent} % off from {at_least} {unit}: {change} off over {n} of the uses"),
    "cap": Text(
        ko="{label}, {per}별 월 상한 {limit}: {n}건에서 {change} 청구하지 않음",
        en="{label}, {limit} a month by {per}: {change} not charged over {n} of the uses"),
}
"""Sums of the steps of many uses, for documents (policies/short.py)."""
PERIODS = {"month": Text(ko="월", en="month"), "year": Text(ko="연", en="year"), "total": Text(ko="전체", en="lifetime")}
CATEGORIES = {"taxable": Text(ko="과세", en="taxable"), "zero": Text(ko="영세율", en="zero-rated"), "exempt": Text(ko="면세", en="exempt")}
