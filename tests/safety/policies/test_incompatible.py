"""What must not stand together."""

import pytest

from squaremile.safety.policies import incompatible
from squaremile.safety.policies.incompatible import (
    ACID,
    BASE,
    FLAMMABLE,
    OXIDISER,
    PEROXIDE,
    PYROPHORIC,
    WATER,
    clashes,
    groups,
)


@pytest.mark.parametrize(("classes", "found"), [
    ({"us-ibc": ("flammable-IB",)}, {FLAMMABLE}), ({"us-ibc": ("oxidizer-2", "corrosive")}, {OXIDISER}), ({"kr-fire": ("6",)}, {OXIDISER}),
    ({"kr-fire": ("3-white-phosphorus",)}, {PYROPHORIC}), ({"kr-fire": ("3-alkali",)}, {WATER}),
    ({"kr-fire": ("3-organometal",)}, {PYROPHORIC, WATER}), ({"ghs": ("Ox. Liq. 1", "Skin Corr. 1A")}, {OXIDISER}),
    ({"storage-group": ("acid", "flammable", "castle")}, {ACID, FLAMMABLE}), ({"us-ibc": ("organic-peroxide-II",)}, {PEROXIDE}), ({}, set()),
])  # fmt: skip
def test_groups_of_a_substance(classes, found):
    assert groups(classes) == found


def test_rules_name_pairs_of_groups_once():
    assert incompatible.problems() == []
    assert all(rule.source and rule.certainty == "K" for rule in incompatible.RULES)


def test_neighbours_that_do_not_get_along():
    there = {"nitric": frozenset({ACID, OXIDISER}), "acetone": frozenset({FLAMMABLE}), "soda": frozenset({BASE})}
    found = {(c.rule.one, c.rule.other): (c.ones, c.others) for c in clashes(there)}
    assert found == {(OXIDISER, FLAMMABLE): (("nitric",), ("acetone",)), (ACID, BASE): (("nitric",), ("soda",))}
    (first, *_) = clashes(there)
    assert first.says.en == "Keep oxidisers and flammables apart. An oxidiser feeds the fire."
    assert first.says.ko.startswith("산화성 물질과 인화성·가연성 물질은")


@pytest.mark.parametrize("there", [
    {}, {"a": frozenset({ACID, BASE})}, {"a": frozenset({ACID}), "b": frozenset({ACID})}, {"a": frozenset(), "b": frozenset({BASE})},
])  # fmt: skip
def test_what_gets_along(there):
    assert clashes(there) == []
