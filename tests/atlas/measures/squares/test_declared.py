"""Each figure of points is declared, in both languages."""

import re

from squaremile.atlas.measures.declared import indicators
from squaremile.atlas.measures.squares import declared_squares as declared_squares

CODES = ("densest_square", "densest_disc", "densest_p", "naive_grid", "density_clusters", "hot_spot")


def test_each_is_said_in_formal_korean_and_english():
    for code in CODES:
        said = indicators[code]
        assert said.definition.ko.endswith("니다.") and said.definition.en.endswith(".")
        assert not re.search("[가-힣]", said.definition.en + said.name.en)
        assert said.formula and said.source and said.tolerance
