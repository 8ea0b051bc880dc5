"""The indicators of trends, declared."""

from squaremile.atlas.measures.declared import COUNTS_OF_FIVE, Indicator, declare
from squaremile.kernel.words import Text

GROWTH = declare(
    Indicator(
        code="growth_of_share",
        name=Text(ko="점유 성장률", en="Growth of share"),
        definition=Text(
            ko="한 주제가 분야 전체에서 차지하는 몫이 한 기간마다 얼마나 커지는지를, 색인이 커진 만큼을 빼고 잰 값입니다.",
            en="How fast an activity's share of its whole field grows per period: the indexer's own growth is taken off.",
        ),
        formula="y_t ~ Poisson(F_t e^(a + b t)); e^b - 1 (y_t counts, F_t the field in period t)",
        unit=Text(ko="기간당 비율", en="share per period"),
        source="McCullagh & Nelder (1989) Generalized Linear Models, section 6.4",
        tolerance="1e-9",
        disclosure=COUNTS_OF_FIVE,
    )
)
RATIO = declare(
    Indicator(
        code="growth_ratio_shrunk",
        name=Text(ko="축소 성장비", en="Shrunken growth ratio"),
        definition=Text(
            ko="뒤 절반의 수를, 앞 절반이 분야와 같이 자랐을 때의 수로 나누어 1 쪽으로 당긴 값입니다. 적은 수가 순위를 차지하지 않습니다.",
            en="The late half over what the early half would have become at the field's pace, drawn towards 1 so that "
            "small counts do not top the table.",
        ),
        formula="(late + k) / (early F_late / F_early + k), k by moments over all series",
        unit=Text(ko="배", en="times"),
        source="DuMouchel (1999) Am. Stat. 53:177 (Gamma–Poisson shrinkage)",
        tolerance="1e-12",
        disclosure=COUNTS_OF_FIVE,
    )
)
BURST = declare(
    Indicator(
        code="burst_weight",
        name=Text(ko="급상승(버스트)", en="Burst"),
        definition=Text(
            ko="주제의 몫이 평소의 배수로 뛴 기간을 자동장치로 찾고, 그 무게와 우연일 확률을 보입니다.",
            en="Stretches in which an activity takes a multiple of its usual share, with their weight and the chance of it.",
        ),
        formula="min over state paths of sum of -ln Binomial(y_t; F_t, p0 s^k) + gamma ln T per level risen",
        unit=Text(ko="내트", en="nats"),
        source="Kleinberg (2003) Data Min. Knowl. Discov. 7:373; Benjamini & Hochberg (1995) J. R. Stat. Soc. B 57:289",
        tolerance="exact path; weight 1e-9",
        disclosure=COUNTS_OF_FIVE,
    )
)
