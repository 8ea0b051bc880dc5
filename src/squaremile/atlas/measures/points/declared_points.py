"""What the figures of sites and distances are, said once."""

from squaremile.atlas.measures.declared import COUNTS_OF_FIVE, NOTHING_WITHHELD, Indicator, declare
from squaremile.kernel.words import Text

declare(Indicator(
    'k_density', Text(ko='K-밀도', en='K-density'),
    Text(
        ko='한 유형의 사업장 쌍이 각 거리에 얼마나 있는지 나타내는 밀도입니다. 모든 거리에 걸쳐 더하면 1입니다.',
        en='The density of distances between pairs of sites of a type. Over all distances it adds up to 1.',
    ),
    'Kd(r) = 1 / (N h) Σ_pairs w_i w_j [f((r - d_ij) / h) + f((r + d_ij) / h)], f Gaussian, N the '
    'sum of w_i w_j, h = .9 min(sd, IQR / 1.34) n^-.2 of the n distances up to twice the largest r '
    "(R's bw.nrd0)",
    Text(ko='미터당', en='per metre'),
    'Duranton & Overman 2005, Rev. Econ. Stud. 72:1077',
    '2e-3 of dbmss in exact mode; 1e-9 of the sum up to 5,000 pairs', COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    'm_function', Text(ko='M 함수', en='M function'),
    Text(
        ko='사업장 둘레 r 안의 이웃 가운데 그 유형의 몫을 전체에서의 몫으로 나눈 값입니다. 1이면 우연과 같습니다.',
        en='The share of the type among the neighbours within r, over its share among all. 1 is what chance'
    ' gives.',
    ),
    'M(r) = Σ_i (W_type,i(r) / W_i(r)) / Σ_i ((W_type - w_i) / (W - w_i)), i the sites of the '
    'reference type with a neighbour within r, itself left out; between two types W_type in place of'
    ' W_type - w_i',
    Text(ko='단위 없음', en='without unit'),
    'Marcon & Puech 2010, J. Econ. Geogr. 10:745',
    '1e-12', COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    'global_envelope_p', Text(ko='전역 p값', en='global p value'),
    Text(
        ko='곡선이 모든 거리에 걸쳐 우연의 곡선들보다 얼마나 극단인지 나타냅니다. 신뢰대를 벗어나면 수준 이하입니다.',
        en='How extreme the curve is among curves of chance, over all radii at once. It leaves the envelope'
    ' exactly when p is at most the level.',
    ),
    'p = #{curves at least as extreme, itself among them} / (S + 1), ordered by extreme rank length',
    Text(ko='확률', en='probability'),
    'Myllymäki, Mrkvička, Grabarnik, Seijo & Hahn 2017, J. R. Stat. Soc. B 79:381',
    'exact; level 5 % ± 1 point over 500 null runs', NOTHING_WITHHELD,
))  # fmt: skip
declare(Indicator(
    'ripley_k', Text(ko='리플리 K', en="Ripley's K"),
    Text(
        ko='직사각형 창에서 한 점 둘레 r 안의 점 수를 밀도로 나눈 값입니다. 창의 가장자리를 보정합니다.',
        en='Points within r of a point over their density, in a rectangle, corrected at its edges.',
    ),
    'K(r) = A / (n (n - 1)) Σ_{i≠j} 1(d_ij ≤ r) / (share of the circle around i through j inside the'
    ' window)',
    Text(ko='제곱미터', en='square metres'),
    'Ripley 1977, J. R. Stat. Soc. B 39:172',
    '1e-3', COUNTS_OF_FIVE,
))  # fmt: skip
declare(Indicator(
    'ripley_l', Text(ko='리플리 L', en="Ripley's L"),
    Text(
        ko='K를 거리로 바꾼 값입니다. 무작위이면 r과 같습니다.',
        en='K turned into a distance: r under complete randomness.',
    ),
    'sqrt(K / π)',
    Text(ko='미터', en='metres'),
    'Besag 1977, J. R. Stat. Soc. B 39:193',
    '1e-3', COUNTS_OF_FIVE,
))  # fmt: skip
