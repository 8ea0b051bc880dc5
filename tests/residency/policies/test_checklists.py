"""Lists made from who somebody is and what she works with; what keeps what shut, and from when."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.kernel.words import Text
from squaremile.residency.policies import checklists
from squaremile.residency.policies.checklists import BLOCKS, KINDS, WORK, Entry, Item
from squaremile.residency.policies.standard_checklist import STANDARD

TODAY = date(2027, 3, 1)


def codes(about="person", anchor="start", **who):
    return {item.code for item in checklists.chosen(STANDARD.items, about=about, having=checklists.tags(**who), anchor=anchor)}


def test_the_standard_list_is_sound():
    assert checklists.faults(STANDARD.items) == []


def test_an_office_worker_has_little_to_do():
    assert codes(kind="office") == {"orientation", "emergency_contact", "house_rules", "tour_of_exits"}


def test_bsl2_brings_the_course_and_the_vaccine_offer():
    plain, bsl2 = codes(kind="scientist"), codes(kind="scientist", work=["bsl2"])
    assert bsl2 - plain == {"blood_borne", "vaccine_offer", "health_check"}


@pytest.mark.parametrize(("work", "about", "adds"), [
    (["animals"], "person", {"animal_course"}),
    (["lmo"], "company", {"lmo_notice", "biological_declaration"}),
    (["lasers"], "person", {"laser_course"}),
    (["gas"], "person", {"gas_course"}),
])  # fmt: skip
def test_each_work_brings_its_own(work, about, adds):
    kind = "scientist" if about == "person" else ""
    lab = codes(about, kind=kind, work=["bsl1"]) if about == "company" else codes(kind=kind)
    assert adds <= codes(about, kind=kind, work=work)
    assert adds - lab or about == "company"


def test_minors_need_consent_and_a_supervisor():
    assert codes(kind="scientist", minor=True) - codes(kind="scientist") == {"guardian_consent", "named_supervisor"}


def test_leaving_has_rows_of_its_own():
    assert codes(kind="office", anchor="exit") == {"return_badge", "return_keys", "hand_over_records"}


@pytest.mark.parametrize(("born", "on", "young"), [
    (date(2008, 3, 2), TODAY, True), (date(2008, 3, 1), TODAY, False), (None, TODAY, False),
    (date(2008, 2, 29), date(2027, 2, 28), True), (date(2008, 2, 29), date(2027, 3, 1), False),
])  # fmt: skip
def test_who_is_a_minor(born, on, young):
    assert checklists.minor(born, on) is young


who = st.fixed_dictionaries(
    {"kind": st.sampled_from(KINDS), "work": st.lists(st.sampled_from(WORK), unique=True), "minor": st.booleans()}
)


@given(who, st.sampled_from(WORK))
def test_more_work_never_asks_for_less(person, work):
    assert codes(**person) <= codes(**{**person, "work": [*person["work"], work]})


def test_rows_survive_json():
    rows = json.loads(json.dumps(checklists.to_rows(STANDARD.items)))
    assert checklists.from_rows(rows) == STANDARD.items


def test_what_is_no_row_is_said_so():
    with pytest.raises(TypeError, match="colour"):
        checklists.from_rows([{"code": "a", "doer": "person", "signs": "person", "colour": "red"}])


@pytest.mark.parametrize(("change", "said"), [
    ({"doer": "nobody"}, "doer"), ({"signs": "x"}, "signs"), ({"applies_if": ("bsl4",)}, "bsl4"),
    ({"blocks": ("lunch",)}, "lunch"), ({"anchor": "noon"}, "anchor"), ({"about": "dog"}, "about"),
    ({"code": "두 글자"}, "letters"), ({"says": Text(ko="", en="x")}, "Korean"), ({"due": 9999}, "days"),
    ({"lasts": 0}, "days"), ({"about": "company"}, "one person"),
])  # fmt: skip
def test_the_linter_names_the_row_and_the_fault(change, said):
    sound = {"code": "a", "says": Text(ko="가", en="A"), "doer": "person", "signs": "safety"}
    assert checklists.faults([Item(**sound)]) == []
    (fault, *_) = checklists.faults([Item(**{**sound, **change})])
    assert said in fault.en and str(change.get("code", "a")) in fault.ko


def test_a_code_stands_once():
    row = Item("a", Text(ko="가", en="A"), "person", "safety")
    assert len(checklists.faults([row, row])) == 1


def test_rows_are_due_around_the_anchor():
    consent = next(item for item in STANDARD.items if item.code == "guardian_consent")
    assert checklists.due_on(consent, TODAY) == date(2027, 2, 22)


def test_an_open_row_blocks_until_it_is_done_and_again_when_it_has_run_out():
    row = Entry("orientation", TODAY, ("badge",), lasts=365)
    done = Entry("orientation", TODAY, ("badge",), done_on=TODAY, lasts=365)
    assert checklists.keeps_shut(row, "badge", TODAY) and not checklists.keeps_shut(row, "booking", TODAY)
    assert not checklists.keeps_shut(done, "badge", TODAY + timedelta(days=364))
    assert checklists.keeps_shut(done, "badge", TODAY + timedelta(days=365))
    assert not checklists.is_late(done, TODAY + timedelta(days=365))
    assert checklists.is_late(done, TODAY + timedelta(days=366))


def test_what_the_law_gives_time_for_blocks_once_it_is_late():
    row = Entry("training", TODAY, ("booking",), after_due=True)
    assert not checklists.keeps_shut(row, "booking", TODAY)
    assert checklists.keeps_shut(row, "booking", TODAY + timedelta(days=1))


def test_progress_says_how_far_and_what_blocks():
    entries = [
        Entry("a", TODAY, ("badge", "booking")), Entry("b", TODAY - timedelta(days=1)),
        Entry("c", TODAY, ("badge",), done_on=TODAY), Entry("d", TODAY, ("badge",), waived=True),
    ]  # fmt: skip
    seen = checklists.progress(entries, TODAY)
    assert (seen.done, seen.total, seen.percent, seen.late) == (2, 4, 50, ("b",))
    assert seen.blocking == {"badge": ("a",), "booking": ("a",)}
    assert checklists.progress([], TODAY).percent == 100


days = st.integers(-400, 400).map(lambda n: TODAY + timedelta(days=n))
entries = st.builds(
    Entry, code=st.just("x"), due_on=days, blocks=st.lists(st.sampled_from(BLOCKS), unique=True).map(tuple),
    after_due=st.booleans(), done_on=st.none() | days, lasts=st.none() | st.integers(1, 400), waived=st.booleans(),
)


@given(st.lists(entries, max_size=6))
def test_nothing_blocks_where_all_is_done_and_all_is_100(listed):
    seen = checklists.progress(listed, TODAY)
    assert (seen.percent == 100) == (seen.done == seen.total)
    if seen.percent == 100:
        assert (seen.blocking, seen.late) == ({}, ())
