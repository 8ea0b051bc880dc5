"""What the figures of trends are, said once."""

from squaremile.atlas.measures.declared import COUNTS_OF_FIVE, Indicator, declare
from squaremile.kernel.words import Text

declare(Indicator(
    'growth_of_share', Text(ko='점유 성장률', en='growth of share'),
    Text(
        ko='한 주제가 분야 전체에서 차지하는 몫이 한 기간마다 얼마나 커지는지를, 색인이 커진 만큼을 빼고 잰 값입니다.',
        en="How fast an activity's share of its whole field grows per period: the indexer's own growth is "
    'taken off.',
    ),
    'y_t ~ Poisson(F_t e^(a + b t)); e^b - 1 (y_t counts, F_t the field in period t)',
    Text(ko='기간당 비율', en='share per period'),
    'McCullagh & Nelder 1989, Generalized Linear Models, section 6.4',
    '1e-9', COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    'growth_ratio_shrunk', Text(ko='축소 성장비', en='shrunken growth ratio'),
    Text(
        ko='뒤 절반의 수를, 앞 절반이 분야와 같이 자랐을 때의 수로 나누어 1 쪽으로 당긴 값입니다. 적은 수가 순위를 차지하지 않습니다.',
        en="The late half over what the early half would have become at the field's pace, drawn towards 1 "
    'so that small counts do not top the table.',
    ),
    '(late + k) / (early F_late / F_early + k), k by moments over all series',
    Text(ko='배', en='times'),
    'DuMouchel 1999, Am. Stat. 53:177',
    '1e-12', COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    'burst_weight', Text(ko='급상승(버스트)', en='burst'),
    Text(
        ko='주제의 몫이 평소의 배수로 뛴 기간을 자동장치로 찾고, 그 무게와 우연일 확률을 보입니다.',
        en='Stretches in which an activity takes a multiple of its usual share, with their weight and the '
    'chance of it.',
    ),
    'state path with the least Σ_t -ln Binomial(y_t; F_t, p0 s^k) + gamma ln T per level risen; '
    'weight: what the burst saves',
    Text(ko='내트', en='nats'),
    'Kleinberg 2003, Data Min. Knowl. Discov. 7:373; Benjamini & Hochberg 1995',
    'exact path; weight 1e-12', COUNTS_OF_FIVE,
))  # fmt: skip
