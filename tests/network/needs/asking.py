"""A need, and the code of a refusal."""

import pytest

from squaremile.kernel.errors import SquaremileError
from squaremile.network import operations as network


def code_of(call, **asked):
    """The code with which an operation refuses."""
    with pytest.raises(SquaremileError) as caught:
        call(**asked)
    return caught.value.code


def a_need(world, who="hana", **more):
    """A need of one of the world's people's company."""
    given = {
        "mode": "consult", "title_ko": "연골 압축 시험", "title_en": "Compression test of cartilage",
        "says_ko": "조직 시편의 압축 탄성을 재려 합니다.", "says_en": "We want to measure compressive moduli.",
        "confidential_ko": "ADC-99 제형", "confidential_en": "ADC-99 formulation",
    } | more
    with world.as_(who):
        return network.submit_need(**given)
