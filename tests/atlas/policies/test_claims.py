"""k is counted, unknowns stay unknown, and a claim that rests on nothing is refused."""

import copy
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.policies.claims import Member, claim, claim_from
from squaremile.atlas.policies.precision import CLASSES, at_least, density_from
from squaremile.kernel.words import Text

DAY = date(2026, 11, 26)
BOTH = Text(ko="정의", en="definition")


def member(name, state="yes", days=10, precision="street"):
    dated = state != "unknown"
    return Member(name, state, "register" if dated else "", DAY - timedelta(days=days) if dated else None, precision)


def counted(*members, **more):
    return claim(text=BOTH, definition=BOTH, as_of=DAY, members=members, **more)


def test_what_is_unknown_makes_it_at_least():
    found = counted(member("A"), member("B"), member("C", "no"), member("D", "unknown"))
    assert (found.k, found.no, found.unknown, found.n, found.at_most) == (2, 1, 1, 4, 3)
    assert found.sentence.en == "At least 2 of 4; 1 unknown, so at most 3, as of 2026-11-26."
    assert found.sentence.ko == "4곳 가운데 적어도 2곳입니다. 1곳은 알 수 없어 많으면 3곳입니다(2026-11-26 기준)."
    assert counted(member("A"), member("C", "no")).sentence.en == "1 of 2, as of 2026-11-26."


def test_old_evidence_and_a_place_known_too_coarsely_are_unknown():
    found = counted(member("A", days=400), member("B", "no", precision="city"), member("C"), precision="street", fresh_for_days=365)
    assert [m.counted for m in found.members] == ["unknown", "unknown", "yes"]
    assert found.members[0].why.en == "The evidence is 400 days old."
    assert found.members[1].why.en == "The place is known to: city. The claim needs more."
    assert found.members[0].state == "yes"


def test_what_would_refute_it_is_said():
    said = Text(ko="임대 계약의 종료", en="the lease ended")
    found = counted(member("A"), member("B", "unknown"), refuted_by=said)
    assert found.refuted_by[0] == said and len(found.refuted_by) == 3
    assert len(counted(member("A", "no")).refuted_by) == 0


@given(st.lists(st.sampled_from(["yes", "no", "unknown"]), min_size=1, max_size=40), st.integers(0, 800))
def test_the_count_always_adds_up(states, days):
    found = counted(*(member(f"m{i}", s, days) for i, s in enumerate(states)), fresh_for_days=365)
    assert found.k + found.no + found.unknown == found.n == len(states)
    assert found.at_most == found.n - found.no
    assert found.k == (states.count("yes") if days <= 365 else 0)


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ([], "empty"),
        ([member("A"), member(" a ")], "on the list twice"),
        ([Member("A", "maybe")], "yes, no or unknown"),
        ([Member("A", "yes", "", DAY)], "wants a source and a date"),
        ([Member("A", "no", "register")], "wants a source and a date"),
        ([member("A", days=-1)], "dated after the claim"),
        ([Member("", "unknown")], "has no name"),
        ([Member("A", "unknown", precision="near")], "no precision near"),
    ],
)
def test_members_that_are_refused(members, said):
    with pytest.raises(Unmeasurable, match=said) as error:
        counted(*members)
    assert error.value.text.ko != error.value.text.en


def test_claims_that_are_refused():
    for more, said in (({"precision": "near"}, "no precision near"), ({"fresh_for_days": 0}, "1 or more")):
        with pytest.raises(Unmeasurable, match=said):
            counted(member("A"), **more)
    with pytest.raises(Unmeasurable, match="definition in ko and en"):
        claim(text=BOTH, definition=Text(ko="", en="x"), as_of=DAY, members=[member("A")])


DOCUMENT = {
    "claim": {"ko": "상위 제약사", "en": "Top pharma"}, "definition": "a site with a lease", "as_of": "2026-11-26",
    "precision": "street",
    "members": [
        {"name": "A", "state": "yes", "source": "register", "date": "2026-01-01", "precision": "roof"},
        {"name": "B", "state": "unknown"},
    ],
}  # fmt: skip


def test_a_document_is_counted():
    found = claim_from(DOCUMENT).as_dict()
    assert (found["k"], found["n"], found["unknown"]) == (1, 2, 1)
    assert found["members"][0] == {
        "name": "A", "state": "yes", "counted": "yes", "source": "register", "date": "2026-01-01", "precision": "roof",
        "note": "", "why": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"k": 19}, "never typed"),
        ({"N": 20}, "never typed"),
        ({"as_of": "yesterday"}, "no date"),
        ({"definition": ""}, "definition is missing"),
        ({"definition": {"ko": "x"}}, "one text, or ko and en"),
        ({"members": {}}, "members is a list"),
        ({"members": ["A"]}, "Member 1 is no record"),
        ({"members": [{"name": "A", "state": "yes", "sauce": "x"}]}, "no field sauce"),
        ({"fresh_for_days": True}, "whole number"),
        ({"headline": "x"}, "no field headline"),
    ],
)
def test_documents_that_are_refused(change, said):
    with pytest.raises(Unmeasurable, match=said):
        claim_from(copy.deepcopy(DOCUMENT) | change)


def test_no_density_from_city_points():
    """Of 175 organisations of Boston and Cambridge in the registry, all lie on two points."""
    with pytest.raises(Unmeasurable) as error:
        density_from(["city"] * 175, "Boston")
    assert error.value.text.en == "Boston: 175 of 175 sites are known only to their city or not at all: no density can be claimed."
    assert "주소" in error.value.remedy.ko
    assert density_from(["roof", "city", "street", "postcode", "roof"], "x") == [0, 2, 3, 4]
    with pytest.raises(Unmeasurable, match="2 of 6"):
        density_from(["roof"] * 4 + ["city", "unknown"], "x")
    with pytest.raises(Unmeasurable, match="no sites"):
        density_from([], "x")
    with pytest.raises(Unmeasurable, match="no precision near"):
        density_from(["near"], "x")


@given(st.sampled_from(CLASSES), st.sampled_from(CLASSES))
def test_finer_is_enough(have, need):
    assert at_least(have, need) or at_least(need, have)
    assert at_least(have, have)
