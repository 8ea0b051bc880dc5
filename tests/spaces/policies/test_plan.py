"""Geometry of floor plans: examples, and properties that hold for every shape."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.spaces.policies import plan

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
ELL = ((0.0, 0.0), (10.0, 0.0), (10.0, 2.0), (2.0, 2.0), (2.0, 10.0), (0.0, 10.0))
HORSESHOE = (
    (0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (8.0, 10.0), (8.0, 2.0), (2.0, 2.0), (2.0, 10.0), (0.0, 10.0),
)
sizes = st.integers(1, 400).map(lambda n: n / 10)
places = st.integers(-500, 500).map(lambda n: n / 10)


@st.composite
def rectangles(draw):
    x, y, w, h = draw(places), draw(places), draw(sizes), draw(sizes)
    return ((x, y), (x + w, y), (x + w, y + h), (x, y + h))


@st.composite
def stars(draw):
    """Star-shaped polygons around a centre: sound by construction, often concave."""
    corners = draw(st.integers(3, 12))
    radii = draw(st.lists(st.integers(10, 300), min_size=corners, max_size=corners))
    x, y = draw(places), draw(places)
    return tuple(
        (x + r / 10 * math.cos(2 * math.pi * i / corners), y + r / 10 * math.sin(2 * math.pi * i / corners))
        for i, r in enumerate(radii)
    )


@pytest.mark.parametrize(
    "shape",
    [
        (),
        ((0, 0), (1, 1)),
        ((0, 0), (1, 1), (2, 2)),
        ((0, 0), (0, 0), (4, 0), (4, 4)),
        ((0, 0), (4, 4), (4, 0), (0, 4)),
        ((0, 0), (4, 0), (2, 0), (2, 4)),
        ((0, 0), (4, 0), (4, 4), (2, 0), (0, 4)),
    ],
    ids=["nothing", "line", "flat", "corner twice", "bow tie", "folds back", "touches itself"],
)
def test_what_encloses_no_area_is_not_sound(shape):
    assert not plan.is_sound(shape)


@pytest.mark.parametrize("shape", [SQUARE, ELL, HORSESHOE, SQUARE[::-1]])
def test_sound_shapes(shape):
    assert plan.is_sound(shape)


def test_area_and_box():
    assert (plan.area(SQUARE), plan.area(ELL), plan.box([ELL, ((-1.0, 3.0),)])) == (
        100.0, 36.0, plan.Box(-1.0, 0.0, 10.0, 10.0)
    )
    with pytest.raises(ValueError, match="nothing"):
        plan.box([])


@pytest.mark.parametrize("corners", [[[1]], [[1, "x"]], [[1, math.nan], [0, 0]], [[1, math.inf], [0, 0]]])
def test_corners_are_two_finite_numbers(corners):
    with pytest.raises(ValueError, match=r"finite|unpack|convert"):
        plan.outline(corners)


def test_the_label_of_an_ell_is_not_in_its_notch():
    """The mean corner of an L lies outside it or against a wall; the label stands in the elbow or a leg."""
    point = plan.label_point(HORSESHOE)
    assert plan.clearance(point, HORSESHOE) == pytest.approx(1.17, abs=0.11)
    assert plan.clearance(plan.label_point(SQUARE), SQUARE) == pytest.approx(5)


def test_an_edge_that_leaves_a_concave_room_between_two_corners():
    """Its four corners stand on the horseshoe's two legs, and it bridges the yard between them."""
    assert not plan.lies_in(((0.5, 8.0), (9.5, 8.0), (9.5, 9.0), (0.5, 9.0)), HORSESHOE)
    assert not plan.lies_in(((2.0, 10.0), (8.0, 10.0), (5.0, 1.0)), HORSESHOE)
    assert plan.lies_in(((0.5, 0.5), (9.5, 0.5), (9.5, 1.5), (0.5, 1.5)), HORSESHOE)


@settings(deadline=None)
@given(stars())
def test_every_star_is_sound_and_its_label_is_inside(shape):
    assert plan.is_sound(shape)
    assert plan.clearance(plan.label_point(shape), shape) > 0


@settings(deadline=None)
@given(rectangles())
def test_the_label_of_a_rectangle_is_half_its_shorter_side_from_the_walls(shape):
    frame = plan.box([shape])
    best = min(frame.width, frame.height) / 2
    assert best - 0.11 <= plan.clearance(plan.label_point(shape), shape) <= best + 1e-6


@given(stars())
def test_a_shape_lies_in_itself_and_in_its_box(shape):
    frame = plan.box([shape])
    around = (
        (frame.left, frame.bottom), (frame.right, frame.bottom), (frame.right, frame.top), (frame.left, frame.top)
    )
    assert plan.lies_in(shape, shape)
    assert plan.lies_in(shape, around)
    assert plan.area(shape) <= plan.area(around) + 1e-6


@given(rectangles(), rectangles())
def test_rectangles_nest_exactly_when_their_sides_do(inner, outer):
    i, o = plan.box([inner]), plan.box([outer])
    nested = o.left <= i.left and o.bottom <= i.bottom and i.right <= o.right and i.top <= o.top
    assert plan.lies_in(inner, outer) == nested


@given(stars(), st.integers(1, 100))
def test_moving_a_shape_changes_neither_soundness_nor_area(shape, by):
    moved = tuple((x + by, y - by) for x, y in shape)
    assert plan.is_sound(moved)
    assert plan.area(moved) == pytest.approx(plan.area(shape))


@given(stars())
def test_going_round_the_other_way_is_the_same_place(shape):
    assert plan.area(shape[::-1]) == pytest.approx(plan.area(shape))
    assert plan.lies_in(shape[::-1], shape)
