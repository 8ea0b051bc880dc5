"""Words of the forecast."""

from squaremile.kernel.words import Text, refusal

PRICE_UNFIT = refusal(
    "residency.price_unfit", ko="값은 0 이상의 금액과 통화여야 합니다.", en="A price is an amount of nought or more, with a currency.",
    do_ko="한 달 값과 통화를 적으십시오.", do_en="Give the monthly price and its currency.")
PLACE_KIND_UNKNOWN = refusal(
    "residency.place_kind_unknown", ko="그런 종류의 자리가 없습니다.", en="There is no such kind of place.",
    do_ko="벤치, 방처럼 빌려주는 자리의 종류를 고르십시오.", do_en="Choose a kind of place that is let, such as a bench.")
RECORD_AHEAD = refusal(
    "residency.record_ahead", ko="기록이 시작된 날은 오늘보다 뒤일 수 없습니다.", en="The record cannot begin ahead.",
    do_ko="모든 입주가 빠짐없이 적힌 첫 날을 적으십시오.", do_en="Give the first day from which every stay is on record.")
TOO_FEW = {
    "stays": Text(
        ko="끝난 입주가 {ended}건뿐이라({fewest}건부터) 입주 기간을 말하지 않습니다. 예상은 아래 계약 값만 보십시오.",
        en="Stays that have ended: {ended}, too few (it is told from {fewest} on): no length of stay is given. "
        "Look at what is in writing alone."),
    "broken": Text(
        ko="기록이 늦게 시작되어 초기 입주가 너무 적습니다. 입주 기간을 말하지 않습니다.",
        en="The record began too late and too few early stays are on it: no length of stay is given."),
    "decided": Text(
        ko="결정된 건이 {decided}건뿐입니다. 비율의 구간이 넓습니다.",
        en="Only {decided} have been decided: the interval of the share is wide."),
    "nothing": Text(ko="결정된 건이 없습니다. 비율은 0에서 100% 사이 어디든 될 수 있습니다.",
                    en="None has been decided: the share may be anything from 0 to 100 %."),
}
