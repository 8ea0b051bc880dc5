"""Questions are kept as plain data and come back the same; what they do not know they refuse by name."""

import pytest

from squaremile.atlas.policies.identifiers import day, lei, openalex, year
from squaremile.atlas.policies.questions import Unclear, question


@pytest.mark.parametrize("said", [
    {"count": "organisations", "status": "active"},
    {"count": "sites", "status": "active", "region_scheme": "kr", "region": "52111", "precisions": ("roof", "street")},
    {"count": "organisations", "status": "active", "scheme": "bio", "activity": "red", "box": (127.0, 35.0, 128.0, 36.0)},
])  # fmt: skip
def test_what_was_said_comes_back(said):
    assert question(said).as_dict() == said


@pytest.mark.parametrize(("said", "field"), [
    ({"colour": "red"}, "colour"), ({"count": "jobs"}, "count"), ({"region": "52111"}, "region_scheme"), ({"activity": "red"}, "scheme"),
    ({"precisions": ["near"]}, "precisions"), ({"precisions": "roof"}, "precisions"), ({"box": [1, 2, 3]}, "box"),
    ({"box": [128, 35, 127, 36]}, "box"), ({"box": [127, 35, 128, float("nan")]}, "box"), ({"kind": 3}, "kind"), ({"kind": "x" * 41}, "kind"),
])  # fmt: skip
def test_what_is_not_understood_is_named(said, field):
    with pytest.raises(Unclear) as unclear:
        question(said)
    assert unclear.value.field == field


def test_numbers_of_registers():
    assert lei("5493000IBP32UQZ0KL24") == "5493000IBP32UQZ0KL24"
    assert lei("5493000IBP32UQZ0KL25") is None
    assert openalex("https://openalex.org/I63966007") == "I63966007"
    assert openalex("W1") is None


def test_years_and_days():
    assert [year(t) for t in ("1998.0", "01/01/2021 12:00:00 AM", "since 1636", "none", "99")] == [1998, 2021, 1636, None, None]
    said = [str(day(t)) for t in ("2021", "2021-05", "2021-05-09", "2021-13-01", "soon")]
    assert said == ["2021-01-01", "2021-05-01", "2021-05-09", "None", "None"]
