"""Letters of thanks to begin with, and maps without tiles."""

from datetime import date

import pytest

from squaremile.network.policies.sketch_map import dots, drawn
from squaremile.network.policies.thanks import draft
from squaremile.network.policies.travel import Spot

SAID = {"delegation": "전북", "subject": "면담", "on": date(2027, 3, 1), "sender": "연프로"}


@pytest.mark.parametrize(("language", "inbound", "host", "begins"), [
    ("ko", False, "헤일", "헤일 귀하\n\n3월 1일에 저희 「전북」 방문단을 맞아 주셔서 감사합니다."),
    ("ko", True, "", "여러분 귀하\n\n3월 1일에 찾아 주셔서"),
    ("en", True, "", "Dear all,\n\nThank you for visiting us on 1 March."), ("en", False, "Hale", "Dear Hale,\n\nThank you for receiving"),
])  # fmt: skip
def test_a_letter_begins(language, inbound, host, begins):
    assert draft(host=host, language=language, inbound=inbound, **SAID).startswith(begins)


def test_a_map_is_north_up_and_within_its_frame():
    placed, km = dots([Spot(42.35, -71.07), Spot(42.37, -71.05)])
    assert placed[0].y > placed[1].y and placed[0].x < placed[1].x
    assert all(0 <= d.x <= 640 and 0 <= d.y <= 400 for d in placed)
    assert 0 < km < 0.1
    assert drawn([]) == ""
    assert drawn([Spot(0, 0)]).count("<circle") == 1
