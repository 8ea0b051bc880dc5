"""What the figures of complexity and relatedness are, said once."""

from squaremile.atlas.measures.declared import NOTHING_WITHHELD, Indicator, declare
from squaremile.kernel.words import Text

NO_UNIT = Text(ko="단위 없음", en="without unit")
NUMBER = Text(ko="수", en="a number")
OF_PCI = Text(ko="PCI의 단위", en="in units of PCI")
ATLAS = "Hausmann et al. 2014, The Atlas of Economic Complexity"
PEER = "1e-10 against ecomplexity 0.5.3"

declare(Indicator(
    "rca", Text(ko="현시비교우위(RCA)", en="revealed comparative advantage"),
    Text(
        ko="표의 모든 활동과 지역을 기준으로 한 입지계수입니다. 1 이상이면 그 활동이 있다고 봅니다.",
        en="The location quotient over all activities and regions of the table. At 1 or more the activity counts as present.",
    ),
    "(x_rc / x_r.) / (x_.c / x_..); M_rc = 1 where RCA >= 1", NO_UNIT, "Balassa 1965", "presence exact", NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "diversity", Text(ko="다양성", en="diversity"),
    Text(ko="지역에 있는 활동의 수입니다.", en="How many activities are present in a region."),
    "Σ_c M_rc", NUMBER, "Hidalgo & Hausmann 2009", "exact", NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "ubiquity", Text(ko="편재성", en="ubiquity"),
    Text(ko="활동이 있는 지역의 수입니다.", en="In how many regions an activity is present."),
    "Σ_r M_rc", NUMBER, "Hidalgo & Hausmann 2009", "exact", NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "eci", Text(ko="경제복잡도 지수(ECI)", en="economic complexity index"),
    Text(
        ko="지역이 가진 활동이 얼마나 드물고 복잡한지를 한 줄로 세운 값입니다. 아주 작은 지역은 우연히 앞에 오므로 거른 뒤 읽습니다.",
        en="Regions in one order by how rare and complex what they have is. Very small regions lead by chance: sift them first.",
    ),
    "D^-1/2 v, v the second eigenvector of S S', S = D^-1/2 M U^-1/2 (D diversity, U ubiquity); z-score with ddof 0; positive "
    "correlation with diversity", NO_UNIT, "Hidalgo & Hausmann 2009, PNAS 106:10570; " + ATLAS, PEER, NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "pci", Text(ko="활동복잡도 지수(PCI)", en="product complexity index"),
    Text(
        ko="활동의 복잡도입니다. ECI의 평균과 표준편차로 맞추므로 지역의 ECI는 가진 활동의 PCI 평균입니다.",
        en="Complexity of an activity, scaled with ECI's mean and deviation: a region's ECI is the mean PCI of what it has.",
    ),
    "second eigenvector of U^-1 M' D^-1 M, less the mean of ECI and over its standard deviation", NO_UNIT, ATLAS, PEER,
    NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "fitness", Text(ko="적합도", en="fitness"),
    Text(
        ko="복잡한 활동을 많이 가진 지역일수록 큽니다. 수렴 여부와 고친 횟수를 함께 적습니다.",
        en="Larger the more complex activities a region has. Whether it converged, and after how many updates, is printed.",
    ),
    "F <- M Q, Q <- 1/(M'(1/F)), both from ones, both divided by their mean after each update", NO_UNIT,
    "Tacchella et al. 2012, Scientific Reports 2:723", "1e-12 at 19 updates", NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "activity_complexity", Text(ko="활동 복잡도(적합도법)", en="activity complexity (fitness)"),
    Text(ko="적합도와 함께 얻는 활동의 복잡도입니다.", en="The complexity of an activity that comes with fitness."),
    "Q of the fitness map", NO_UNIT, "Tacchella et al. 2012", "1e-12 at 19 updates", NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "proximity", Text(ko="근접도", en="proximity"),
    Text(
        ko="두 활동이 같은 지역에 함께 있는 조건부 확률 가운데 작은 쪽입니다. 자기 자신과는 1입니다.",
        en="The smaller conditional probability of finding two activities together. 1 with itself.",
    ),
    "φ_ij = Σ_r M_ri M_rj / max(u_i, u_j)", NO_UNIT, "Hidalgo et al. 2007, Science 317:482", "exact", NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "relatedness", Text(ko="연관성", en="relatedness"),
    Text(
        ko="두 활동이 함께 나타나는 정도를 연합 강도, 코사인, 자카드, 조건부 확률로 잰 것입니다.",
        en="How two activities occur together: association strength, cosine, Jaccard or conditional probability.",
    ),
    "association C_ij T/(S_i S_j), S and T without the diagonal; cosine C_ij/sqrt(u_i u_j); jaccard C_ij/(u_i+u_j-C_ij); "
    "conditional C_ij/u_j", NO_UNIT, "van Eck & Waltman 2009, JASIST 60:1635", "1e-12", NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "relatedness_density", Text(ko="연관성 밀도", en="relatedness density"),
    Text(
        ko="지역이 이미 가진 활동이 한 활동의 이웃 가운데 차지하는 몫입니다. 그 활동 자신도 세며, 빼고 잴 수도 있습니다.",
        en="The part of an activity's neighbourhood that a region has already. The activity itself counts, unless left out.",
    ),
    "ω_rc = Σ_c' M_rc' φ_cc' / Σ_c' φ_cc'", NO_UNIT, "Hidalgo et al. 2007", PEER, NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "coi", Text(ko="복잡도 전망 지수", en="complexity outlook index"),
    Text(
        ko="지역이 갖지 않은 복잡한 활동에 얼마나 가까운지 나타냅니다. outlook은 표준화하지 않은 값입니다.",
        en="How near a region is to complex activities it does not have. outlook is the same, not standardised.",
    ),
    "z-score (ddof 0) of Σ_c ω_rc (1 - M_rc) p_c, p the PCI before its mean is taken off; outlook: the sum with PCI itself",
    NO_UNIT, ATLAS, PEER, NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "cog", Text(ko="복잡도 전망 이득", en="complexity outlook gain"),
    Text(
        ko="없는 활동 하나를 갖추면 다른 없는 활동이 얼마나 가까워지는지 나타냅니다. gain은 2014년 책에 적힌 식입니다.",
        en="How much nearer the missing activities come if one is taken up. gain is the formula as printed in 2014.",
    ),
    "cog (1 - M_rc) Σ_c' (1 - M_rc') φ_c'c p_c' / Σ_k φ_c'k; gain Σ_c' φ_cc'/Σ_k φ_kc' (1 - M_rc') PCI_c' - ω_rc PCI_c",
    OF_PCI, ATLAS, PEER, NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "opportunity", Text(ko="다음 기회", en="opportunity"),
    Text(
        ko="지역에 없는 활동을 연관성 밀도(위험)와 PCI(보상)로 나누고, 무엇이 가까워지는지로 순서를 정합니다.",
        en="Activities a region lacks, by relatedness density (risk) and PCI (reward), in order of what they would unlock.",
    ),
    "unlocks = Σ_{c' ≠ c missing} φ_cc'/Σ_k φ_kc' PCI_c'; quadrants from the medians over the candidates", OF_PCI,
    "Balland, Boschma, Crespo & Rigby 2019, Reg. Studies 53:1252", "1e-12", NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "complementarity", Text(ko="보완성", en="complementarity"),
    Text(
        ko="상대 지역에는 있고 이 지역에는 없으며 가까운 복잡한 활동의 합입니다.",
        en="What a partner has that a region lacks and is near to, weighted by complexity.",
    ),
    "Σ_c (1 - M_rc) ω_rc M_sc PCI_c", OF_PCI, "Balland & Boschma 2021, Reg. Studies 55:1059", "1e-12", NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    "entry_auc", Text(ko="진입 예측력(AUC)", en="prediction of entry (AUC)"),
    Text(
        ko="새로 들어온 활동이 그렇지 않은 활동보다 앞서 점수가 높았을 확률입니다. 0.5이면 쓸모가 없습니다.",
        en="The chance that an activity that came had scored higher than one that did not. 0.5 is useless.",
    ),
    "Mann-Whitney U over cases times others; interval by DeLong's error on the logit scale; logit of entry on density, PCI and "
    "their product", NO_UNIT, "DeLong, DeLong & Clarke-Pearson 1988; Balland et al. 2019", "1e-12", NOTHING_WITHHELD,
))  # fmt: skip
