"""Words of budgets: spans, limits, what owners are told, every way they can refuse."""

from squaremile.kernel.words import Text, refusal

PERIODS = {
    "month": Text(ko="달마다", en="Each month"), "quarter": Text(ko="분기마다", en="Each quarter"),
    "year": Text(ko="해마다", en="Each year"), "once": Text(ko="전체 기간", en="The whole time"),
}
THRESHOLDS = {"soft": Text(ko="주의 한도", en="Soft limit"), "hard": Text(ko="최대 한도", en="Hard limit")}
COST_CENTRE = Text(ko="비용 부서 {code}", en="Cost centre {code}")
REACHED = {
    "soft": Text(
        ko="{title} 예산의 주의 한도에 이르렀습니다: {first}부터 {spent} 사용, 한도 {limit}.",
        en="The soft limit of {title} is reached: {spent} spent since {first}, of {limit}."),
    "hard": Text(
        ko="{title} 예산의 최대 한도에 이르렀습니다: {first}부터 {spent} 사용, 한도 {limit}.",
        en="The hard limit of {title} is reached: {spent} spent since {first}, of {limit}."),
}
BY = {
    "project": Text(ko="과제", en="Project"), "cost_centre": Text(ko="비용 부서", en="Cost centre"),
    "instrument": Text(ko="장비·항목", en="Instrument or item"), "person": Text(ko="사람", en="Person"), "month": Text(ko="달", en="Month"),
}
NO_CENTRE = Text(ko="비용 부서 없음", en="No cost centre")
NO_PROJECT = Text(ko="과제 없음", en="No project")
NOBODY = Text(ko="사람 없음", en="Nobody's own")
WITHIN = Text(ko="과제 예산 안에 있음", en="Within the budget of the project")
LEFT = Text(
    ko="{title}: 한도 {limit} 가운데 {spent} 사용, 잡아 둔 예약 {held}, 이 예약 {fee}",
    en="{title}: {spent} of {limit} spent, {held} for bookings that are held, this booking {fee}")
ASIDE = Text(
    ko="{title}: 예산은 {currency}이고 이 예약의 요금은 {priced}입니다. 이 예산에는 더하지 않습니다.",
    en="{title}: the budget is in {currency}, and this booking is priced in {priced}. The budget does not count it.")

PASSED = refusal(
    "billing.budget_passed",
    ko="{title}의 예산을 넘습니다: {first}부터 {spent} 사용, 잡아 둔 예약 {held}, 이 예약 {fee}, 최대 한도 {limit}입니다.",
    en="It would pass the budget of {title}: {spent} spent since {first}, {held} held, {fee} for this booking; the hard limit is {limit}.",
    do_ko="다른 과제를 고르거나, 시간을 줄이거나, 쓰지 않을 예약을 취소하십시오. 회사 관리자가 예산을 늘릴 수 있습니다.",
    do_en="Choose another project or a shorter time, or give back a booking that is not needed. Your company admin can raise the budget.")
UNKNOWN = refusal(
    "billing.budget_unknown", ko="그런 예산이 없습니다.", en="No such budget.",
    do_ko="예산 목록에서 다시 고르십시오.", do_en="Choose it again in the list.")
UNSOUND = refusal(
    "billing.budget_unsound", ko="예산의 기간, 금액, 날짜를 확인해 주십시오.", en="Check the span, amounts and days of the budget.",
    do_ko="한도를 하나 이상 적고, 주의 한도는 최대 한도보다 크지 않게 하십시오. 과제나 비용 부서 가운데 하나만 고릅니다.",
    do_en="Give at least one limit; the soft one is not above the hard one. It is of one project or of one cost centre.")
EXISTS = refusal(
    "billing.budget_exists", ko="이 과제나 비용 부서에는 같은 기간의 예산이 이미 있습니다.", en="It has a budget of this span already.",
    do_ko="있는 예산을 바꾸거나 먼저 끝내십시오.", do_en="Change the one that it has, or end it first.")
OVER = refusal(
    "billing.budget_over", ko="이미 끝낸 예산입니다.", en="This budget is ended.",
    do_ko="새 예산을 만드십시오.", do_en="Make a new one.")
NOT_ITS_OWN = refusal(
    "billing.budget_not_its_own", ko="이 기관의 과제가 아닙니다.", en="It is no project of this organisation.",
    do_ko="과제를 다시 고르십시오.", do_en="Choose the project again.")
