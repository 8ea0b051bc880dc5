"""What the figures of networks and partners are, said once."""

from squaremile.atlas.measures.declared import COUNTS_OF_FIVE, NOTHING_WITHHELD, Indicator, declare
from squaremile.kernel.words import Text

declare(Indicator(
    'degree', Text(ko='연결 수', en='degree'),
    Text(
        ko='서로 다른 상대의 수입니다.',
        en='How many others a node is tied to.',
    ),
    'number of neighbours',
    Text(ko='수', en='count'),
    'Freeman 1979, Soc. Netw. 1:215',
    'exact', NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    'strength', Text(ko='연결 강도', en='strength'),
    Text(
        ko='연결의 가중치를 더한 값입니다.',
        en="The sum of the weights of a node's ties.",
    ),
    'Σ_j w_ij',
    Text(ko='가중치의 단위', en='unit of the weights'),
    'Barrat et al. 2004, PNAS 101:3747',
    'exact', NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    'betweenness', Text(ko='매개 중심성', en='betweenness'),
    Text(
        ko='다른 둘 사이의 가장 짧은 길 가운데 이곳을 지나는 몫입니다.',
        en='The share of the shortest ways between two others that lead through a node, in steps.',
    ),
    'Σ_{s<t} σ_st(v) / σ_st / ((n - 1)(n - 2) / 2)',
    Text(ko='비율', en='share'),
    'Brandes 2001, J. Math. Sociol. 25:163',
    '1e-12 of networkx', NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    'betweenness_weighted', Text(ko='가중 매개 중심성', en='weighted betweenness'),
    Text(
        ko='가중치 w인 연결의 길이를 1/w로 본 매개 중심성입니다.',
        en='Betweenness with a tie of weight w taken as 1/w long.',
    ),
    'as betweenness; ways whose lengths agree to 1e-12 are equal',
    Text(ko='비율', en='share'),
    'Newman 2001, Phys. Rev. E 64:016132',
    '1e-12', NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    'closeness', Text(ko='근접 중심성', en='closeness'),
    Text(
        ko='닿을 수 있는 곳까지의 걸음 수로 잰 가까움입니다.',
        en='How near a node is to those it can reach, in steps.',
    ),
    '(r - 1) / Σ d × (r - 1) / (n - 1), r the nodes reached with itself',
    Text(ko='비율', en='share'),
    'Wasserman & Faust 1994',
    '1e-12 of networkx', NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    'core_number', Text(ko='코어 번호', en='core number'),
    Text(
        ko='모두가 k개 이상 이어진 무리 가운데 이곳이 드는 가장 큰 k입니다.',
        en='The greatest k for which the node is in a part where everybody has k ties or more.',
    ),
    'k-core by peeling',
    Text(ko='수', en='count'),
    'Batagelj & Zaveršnik 2003',
    'exact', NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    'constraint', Text(ko='버트 제약', en="Burt's constraint"),
    Text(
        ko='이웃끼리 이어진 정도입니다. 낮으면 이어지지 않은 무리 사이의 중개자입니다.',
        en="How far a node's neighbours are tied to each other. Low: a broker between groups that are not.",
    ),
    'Σ_j (p_ij + Σ_q p_iq p_qj)², j the neighbours, p_ij = w_ij / Σ_k w_ik',
    Text(ko='단위 없음', en='without unit'),
    'Burt 1992, Structural Holes',
    '1e-12 of networkx', NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    'modularity', Text(ko='모듈성', en='modularity'),
    Text(
        ko='무리 안의 연결이 우연보다 많은 정도입니다.',
        en='How far ties within communities exceed what strengths alone would give.',
    ),
    'Σ_c [w_c / W - (s_c / 2W)²]',
    Text(ko='단위 없음', en='without unit'),
    'Newman & Girvan 2004, Phys. Rev. E 69:026113; Traag, Waltman & van Eck 2019',
    '1e-12 of the formula', NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    'bibliographic_coupling', Text(ko='서지 결합', en='bibliographic coupling'),
    Text(
        ko='두 문헌이 함께 인용한 문헌의 수입니다.',
        en='How many references two works share.',
    ),
    "A A' without its diagonal",
    Text(ko='수', en='count'),
    'Kessler 1963',
    'exact', NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    'co_citation', Text(ko='동시 인용', en='co-citation'),
    Text(
        ko='두 문헌을 함께 인용한 문헌의 수입니다.',
        en='How many works cite both of two.',
    ),
    "A' A without its diagonal",
    Text(ko='수', en='count'),
    'Small 1973',
    'exact', NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    'association_strength', Text(ko='연관 강도', en='association strength'),
    Text(
        ko='연결이 크기로 보아 기대되는 것의 몇 배인지 나타냅니다.',
        en='How many times the strength that two sizes alone would give.',
    ),
    'A_ij T / (S_i S_j), T = Σ S',
    Text(ko='배', en='times'),
    'van Eck & Waltman 2009, J. Am. Soc. Inf. Sci. Technol. 60:1635',
    '1e-12', NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    'gravity_expected', Text(ko='기대 협력', en='expected ties'),
    Text(
        ko='두 곳의 규모, 거리, 주제로 보아 있을 만한 협력의 수입니다. 실제와의 차이가 덜 쓰인 협력을 가리킵니다.',
        en='Ties that two would have by their sizes, the way between them and their topics. What is missing'
    ' points at under-used partners.',
    ),
    'log E[c_ij] = a_i + a_j + Σ_k b_k x_ijk, Poisson pseudo-likelihood over unordered pairs',
    Text(ko='연결의 단위', en='unit of the ties'),
    'Santos Silva & Tenreyro 2006, Rev. Econ. Stat. 88:641',
    '1e-8 of the margins', COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    'partner_score', Text(ko='협력기관 추천 점수', en='partner score'),
    Text(
        ko='같은 주제, 부족한 주제, 공통 협력기관, 덜 쓰인 협력을 더한 점수입니다. 추천마다 까닭을 보입니다.',
        en='Topics shared, topics lacking, partners in common and under-use, added up. Every suggestion '
    'says its reasons.',
    ),
    'w1 cosine + w2 complement + w3 t / (1 + t) + w4 max(0, (expected - ties) / (expected + 1)), '
    'each part in [0, 1]',
    Text(ko='점', en='points'),
    'Adamic & Adar 2003, Soc. Netw. 25:211; Balland & Boschma 2021, Reg. Stud. 55:1652',
    '2e-6', NOTHING_WITHHELD,
))  # fmt: skip
