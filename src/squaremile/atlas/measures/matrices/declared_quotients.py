"""What the figures of specialisation and concentration are, said once."""

from squaremile.atlas.measures.declared import COUNTS_OF_FIVE, NOTHING_WITHHELD, Indicator, declare
from squaremile.kernel.words import Text

NO_UNIT = Text(ko="단위 없음", en="without unit")
BITS = Text(ko="비트", en="bits")

declare(Indicator(
    "lq", Text(ko="입지계수(LQ)", en="location quotient"),
    Text(
        ko="지역에서 한 활동이 차지하는 몫을 기준 전체에서의 몫으로 나눈 값입니다. 1이면 기준과 같습니다. 기준은 늘 함께 적습니다.",
        en="The share of an activity in a region over its share in the base. 1 is the same as the base, which is always printed.",
    ),
    "LQ_rc = (x_rc / x_r.) / (x_.c / x_..), x the value, r the region, c the activity, a dot the sum; interval from exact "
    "Poisson (Garwood) or binomial (Clopper-Pearson) limits of x_rc",
    NO_UNIT, "Florence 1939; Balassa 1965; Garwood 1936; Clopper & Pearson 1934", "1e-12 relative; 589 of 589 ratios of BLS QCEW",
    COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "symmetric_lq", Text(ko="대칭 입지계수", en="symmetric location quotient"),
    Text(ko="차트에 쓰도록 LQ를 -1과 1 사이로 옮긴 값입니다.", en="LQ brought between -1 and 1, for charts."),
    "(LQ - 1) / (LQ + 1)", NO_UNIT, "Dalum, Laursen & Villumsen 1998", "1e-12", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "herfindahl", Text(ko="허핀달–허슈만 지수", en="Herfindahl–Hirschman index"),
    Text(
        ko="몫의 제곱을 더한 값입니다. 지역은 활동의 몫으로, 활동은 지역의 몫으로 냅니다.",
        en="The sum of squared shares: of activities in a region, or of regions in an activity.",
    ),
    "Σ s²; normalised (Σ s² - 1/n) / (1 - 1/n), n all activities (regions) of the table",
    NO_UNIT, "Herfindahl 1950; Hirschman 1945", "1e-12; Doersam 2004: 0.34 and 0.12", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "entropy", Text(ko="엔트로피", en="entropy"),
    Text(ko="몫이 얼마나 고른지 나타냅니다. 하나가 모두 가지면 0입니다.", en="How even shares are; 0 where one holds all."),
    "-Σ s log2 s", BITS, "Shannon 1948", "1e-12", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "related_variety", Text(ko="연관 다양성", en="related variety"),
    Text(
        ko="상위 분류 안에서의 다양성입니다. 비연관 다양성과 더하면 전체 엔트로피가 됩니다.",
        en="Variety within parent classes. With unrelated variety it sums to the whole entropy.",
    ),
    "Σ_g P_g H_g, P_g the share of parent class g, H_g the entropy within it", BITS,
    "Frenken, van Oort & Verburg 2007, Regional Studies 41:685", "1e-12", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "unrelated_variety", Text(ko="비연관 다양성", en="unrelated variety"),
    Text(ko="상위 분류 사이의 다양성입니다.", en="Variety between parent classes."),
    "-Σ_g P_g log2 P_g", BITS, "Frenken, van Oort & Verburg 2007", "1e-12", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "krugman", Text(ko="크루그먼 지수", en="Krugman index"),
    Text(
        ko="지역(활동)의 몫과 전체의 몫이 얼마나 다른지 나타냅니다. 0이면 같고 2이면 겹치는 것이 없습니다. 반은 특화계수(후버 지수)입니다.",
        en="How far the shares of a region (activity) are from those of all: 0 the same, 2 nothing in common. Half of it is "
        "the coefficient of specialisation (Hoover's index).",
    ),
    "Σ |s_rc - s_c|; specialisation, hoover = half of it; the whole includes the region itself", NO_UNIT,
    "Krugman 1991; Hoover 1936", "1e-12; Farhauer & Kröll 2013: 2", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "hachman", Text(ko="해크먼 지수", en="Hachman index"),
    Text(ko="지역의 구성이 전체와 같으면 1, 다를수록 0에 가깝습니다.", en="1 where a region is made up as the whole is, nearer 0 the less so."),
    "1 / Σ_c (LQ_rc · s_rc)", NO_UNIT, "Hachman; Moore 2001", "1e-12", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "theil", Text(ko="타일 지수", en="Theil index"),
    Text(ko="몫이 전체의 몫에서 벗어난 정도입니다.", en="How far shares are from those of the whole."),
    "Σ s ln(s / t), t the share in the whole", Text(ko="내트", en="nats"), "Theil 1967", "1e-12", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "locational_gini", Text(ko="입지 지니계수", en="locational Gini coefficient"),
    Text(
        ko="활동이 모든 활동의 분포에 견주어 얼마나 몰려 있는지 나타냅니다. 0부터 0.5까지입니다. lorenz_gini는 그 두 배이고, "
        "quotient_gini는 입지계수의 지니계수(가중 없음)입니다.",
        en="How concentrated an activity is against the distribution of all. 0 to 0.5. lorenz_gini is twice that; "
        "quotient_gini is the unweighted Gini coefficient of the location quotients.",
    ),
    "area between the diagonal and the Lorenz curve of regions ordered by LQ", NO_UNIT, "Krugman 1991, Geography and Trade",
    "1e-12; quotient_gini of Farhauer & Kröll 2013: 0.4068966", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "ellison_glaeser", Text(ko="엘리슨–글레이저 지수", en="Ellison–Glaeser index"),
    Text(
        ko="큰 사업체 몇 곳 때문이 아니라 함께 모여서 생긴 집적입니다. 우연히 흩어졌다면 평균이 0입니다.",
        en="Concentration beyond what a few large plants make. Its mean is 0 where plants choose regions by chance.",
    ),
    "γ = (G - (1 - Σx²) H) / ((1 - Σx²)(1 - H)), G = Σ(s - x)², H = Σz², s the industry's and x all employment's share of a "
    "region, z a plant's share of the industry", NO_UNIT, "Ellison & Glaeser 1997, JPE 105:889",
    "1e-12; Farhauer & Kröll 2014: 0.05990628", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "maurel_sedillot", Text(ko="모렐–세디요 지수", en="Maurel–Sédillot index"),
    Text(ko="엘리슨–글레이저 지수에서 G 대신 Σs² - Σx²를 씁니다.", en="As Ellison–Glaeser, with Σs² - Σx² in place of G."),
    "((Σs² - Σx²)/(1 - Σx²) - H) / (1 - H)", NO_UNIT, "Maurel & Sédillot 1999, RSUE 29:575", "1e-12", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "coagglomeration", Text(ko="공동집적 지수", en="coagglomeration index"),
    Text(ko="여러 산업이 같은 지역을 함께 고르는 정도입니다.", en="How much industries choose the same regions."),
    "γc = (G/(1 - Σx²) - H - Σ γ_j w_j² (1 - H_j)) / (1 - Σ w_j²), w the industries' shares of the group, H = Σ w_j² H_j",
    NO_UNIT, "Ellison & Glaeser 1997", "1e-12", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "strong_cluster", Text(ko="강한 클러스터", en="strong cluster"),
    Text(
        ko="LQ가 1보다 크고 지역들의 75백분위 이상이며, 고용과 사업체 수가 25백분위 이상인 지역과 활동입니다.",
        en="A region and activity with an LQ above 1 and at or above the 75th percentile over regions, and employment and "
        "establishments at or above the 25th.",
    ),
    "LQ > 1 and LQ >= p75 and jobs >= p25 and establishments >= p25, percentiles over regions (R type 7)",
    Text(ko="예 또는 아니요", en="yes or no"), "Delgado, Porter & Stern 2016, J. Econ. Geogr. 16:1", "exact", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "cluster_stars", Text(ko="클러스터 별점", en="cluster stars"),
    Text(
        ko="규모(고용 상위 10%), 특화(LQ 2 이상), 집중(지역 고용에서의 몫 상위 10%)에 별을 하나씩 줍니다.",
        en="A star each for size (top tenth by employment), specialisation (LQ of 2 or more) and focus (top tenth by share of "
        "the region's employment).",
    ),
    "0 to 3", Text(ko="별", en="stars"), "European Cluster Observatory", "exact", COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    "shift_share", Text(ko="변이–할당", en="shift-share"),
    Text(
        ko="지역의 변화를 전체 성장, 업종 구성, 지역 고유의 몫으로 나눕니다. 세 몫의 합은 변화와 같습니다.",
        en="The change of a region in three parts: growth of the whole, mix of its activities, its own. They sum to the change.",
    ),
    "national x·G, mix x·(G_c - G), regional x' - x·(1 + G_c); G the growth of the whole, G_c of activity c",
    Text(ko="표의 단위", en="the unit of the table"), "Dunn 1960", "1e-9 of the change", NOTHING_WITHHELD,
))  # fmt: skip
