"""What the figures of comparison are, said once."""

from squaremile.atlas.measures.declared import COUNTS_OF_FIVE, NOTHING_WITHHELD, Indicator, declare
from squaremile.kernel.words import Text

NO_UNIT = Text(ko="단위 없음", en="without unit")

declare(Indicator(
    "similarity", Text(ko="구성의 닮음", en="similarity of profile"),
    Text(
        ko="두 지역의 활동 구성비가 이루는 각의 코사인입니다. 1이면 구성이 같고, 0이면 겹치는 활동이 없습니다.",
        en="The cosine between the shares of activities of two regions: 1 where they are the same, 0 where nothing overlaps.",
    ),
    "Σ_c s_rc s_qc / sqrt(Σ_c s_rc² Σ_c s_qc²), s_rc = x_rc/x_r.", NO_UNIT, "Salton & McGill 1983, on shares",
    "1e-12", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "size_ratio", Text(ko="크기 비율", en="size ratio"),
    Text(ko="견줄 지역의 합계를 이 지역의 합계로 나눈 값입니다.", en="The total of the peer over the total of the region."),
    "x_q. / x_r.", NO_UNIT, "definition of the product", "exact", NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "percentile", Text(ko="백분위", en="percentile"),
    Text(
        ko="다른 지역 가운데 점수가 낮은 곳의 비율입니다. 같은 점수는 절반으로 셉니다.",
        en="Of the other regions, how many score lower; equal scores count half.",
    ),
    "100 (#lower + #equal/2) / (regions − 1)", Text(ko="%", en="%"), "mid-rank definition", "exact", NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "rank_interval", Text(ko="순위 구간", en="rank interval"),
    Text(
        ko="가중치와 개수가 흔들려도 다른 지역의 점수가 배제하지 못하는 순위의 범위입니다. 참 순위를 적어도 적힌 수준으로 담습니다.",
        en="The ranks that the others' scores do not rule out, over doubtful weights and noisy counts. It holds the true rank "
        "with at least the level stated.",
    ),
    "1 + #{q surely higher} to R − #{q surely lower}, where surely is |score_r − score_q| > c · sd(draws of the difference), "
    "c the level's quantile over draws of the largest standardised difference", Text(ko="순위", en="rank"),
    "Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies 91:476",
    "covers the true rank in at least 90 % of simulated tables", COUNTS_OF_FIVE,
))  # fmt: skip
