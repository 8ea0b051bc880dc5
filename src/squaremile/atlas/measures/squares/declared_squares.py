"""What the figures of points are, said once: densest places, clusters, hot spots."""

from squaremile.atlas.measures.declared import COUNTS_OF_FIVE, NOTHING_WITHHELD, Indicator, declare
from squaremile.kernel.words import Text

ORGANISATIONS = Text(ko="곳(또는 가중치의 단위)", en="sites, organisations, or the unit of the weight")
NO_UNIT = Text(ko="단위 없음", en="without unit")

declare(Indicator(
    "densest_square", Text(ko="최고밀도 1제곱마일", en="densest square mile"),
    Text(
        ko="한 변이 1마일(또는 주어진 길이)인 정사각형 하나에 담을 수 있는 가장 많은 사업장 또는 서로 다른 기관의 수입니다. 변 위의 점도 셉니다.",
        en="The most sites, or different organisations, that one square of a mile (or of a given side) can hold; points on an edge count.",
    ),
    "max over (a, b) of Σ w_i [a <= x_i <= a + s][b <= y_i <= b + s], s the side, w_i the weight (1 by default)",
    ORGANISATIONS, "Imai & Asano 1983, J. Algorithms 4:310; Nandy & Bhattacharya 1995", "exact; Cambridge list 2024: 135 of 272",
    NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "densest_disc", Text(ko="최고밀도 원", en="densest disc"),
    Text(
        ko="주어진 지름의 원 하나에 담을 수 있는 가장 많은 사업장 또는 서로 다른 기관의 수입니다. 거리는 대권 거리입니다.",
        en="The most sites, or different organisations, within one disc of a given diameter, by great-circle distance.",
    ),
    "max over c of Σ w_i [d(c, p_i) <= r]", ORGANISATIONS, "Chazelle & Lee 1986, Computing 36:1", "exact", NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "densest_p", Text(ko="최고밀도의 p값", en="p-value of the densest square"),
    Text(
        ko="전체 사업장에서 같은 수를 무작위로 뽑을 때 가장 밀집한 곳이 실제만큼 밀집할 확률입니다.",
        en="How likely as many sites drawn from all business sites have a place as dense.",
    ),
    "(1 + #{max* >= max}) / (1 + draws)", NO_UNIT, "Kulldorff 1997; Phipson & Smyth 2010", "Monte Carlo: sqrt(p (1 - p) / draws)",
    NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "naive_grid", Text(ko="고정 격자의 최댓값", en="fullest cell of a fixed grid"),
    Text(
        ko="원점을 무작위로 둔 격자에서 가장 많은 칸의 수입니다. 정확한 답보다 얼마나 적은지 보이려고 함께 적습니다.",
        en="The fullest cell of a grid with a random origin: printed to show how far below the exact answer it is.",
    ),
    "median over origins o of max over cells of Σ w_i [p_i in cell(o)]", ORGANISATIONS, "for comparison only",
    "Monte Carlo over 1,000 origins; Cambridge list 2024: 46, 89, 134 (45, 89, 135 with other draws)", NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "density_clusters", Text(ko="밀도 기반 군집", en="density-based clusters"),
    Text(
        ko="반경 안에 정해진 수 이상이 있는 핵심점들이 이어진 무리입니다. 그 밖의 점은 가장 가까운 핵심점의 무리에 듭니다.",
        en="Cores with enough within reach that reach each other; any other point belongs to its nearest core's cluster.",
    ),
    "core: Σ_j w_j [d(i, j) <= eps] >= min; clusters: components of cores joined where d <= eps", NO_UNIT,
    "Ester, Kriegel, Sander & Xu 1996, KDD", "exact", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "hot_spot", Text(ko="핫스폿(공간 스캔 통계량)", en="hot spot (spatial scan statistic)"),
    Text(
        ko="사례의 비율이 바깥보다 가장 뚜렷이 높은 원과, 자리를 다시 섞었을 때 그만한 원이 나올 확률입니다.",
        en="The circle in which the rate of cases most clearly exceeds that outside, and how likely chance gives one as good.",
    ),
    "Bernoulli: ln L = c ln(c/n) + (n-c) ln(1-c/n) + (C-c) ln((C-c)/(N-n)) + (N-n-C+c) ln(1-(C-c)/(N-n)) - ln L0; Poisson: "
    "c ln(c/E) + (C-c) ln((C-c)/(C-E)); p = (1 + #{max* >= max}) / (1 + draws)",
    NO_UNIT, "Kulldorff 1997, Commun. Stat. Theory Methods 26:1481", "1e-9 of ln L; p by Monte Carlo", COUNTS_OF_FIVE,
))  # fmt: skip
