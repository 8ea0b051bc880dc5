"""Operations: who may, what is refused in words, what is left behind."""

import pytest

from squaremile.booking import operations as booking
from squaremile.booking.models import EquipmentKind
from squaremile.core.models import Activity, OutboxFact
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Refused
from squaremile.kernel.operation import NOT_ALLOWED, READ_ONLY, Undeclared, act_and_record, note, operation, registry
from squaremile.kernel.scope import NoScope, Scope, scope, system
from tests.world import MONDAY, World


def test_needs_a_scope(db):
    with pytest.raises(NoScope):
        booking.add_kind(code="x", name_ko="엑스", name_en="x")


def test_takes_keywords_only(world: World):
    with world.as_("operator"), pytest.raises(TypeError):
        booking.add_kind("x", "엑스", "x")


def test_asks_who_may(world: World):
    with world.as_("hana"), pytest.raises(Forbidden) as caught:
        booking.add_kind(code="x", name_ko="엑스", name_en="x")
    assert caught.value.code == NOT_ALLOWED


def test_a_reading_session_cannot_write(world: World):
    asking = world.person("operator")
    with scope(Scope(actor=asking.actor, grants=asking.grants, may_write=False)), pytest.raises(Forbidden) as caught:
        booking.add_kind(code="x", name_ko="엑스", name_en="x")
    assert caught.value.code == READ_ONLY


def test_the_databases_refusal_is_put_into_words_and_changes_nothing(world: World):
    with world.as_("operator"):
        booking.add_kind(code="x", name_ko="엑스", name_en="x")
        with pytest.raises(Refused) as caught:
            booking.add_kind(code="x", name_ko="다른", name_en="other")
        assert caught.value.code == "booking.code_taken"
        assert EquipmentKind.objects.get(code="x").name_en == "x"


def test_leaves_an_audit_entry_and_its_facts(world: World):
    with clock.as_of(MONDAY), world.as_("hana"):
        held = booking.reserve(equipment="CYTO-2", start=MONDAY.replace(hour=2), end=MONDAY.replace(hour=3))
        entry = Activity.objects.get(subject_id=held.id)
        assert (entry.operation, entry.actor, entry.subject_code) == (
            "booking.reserve",
            world.people["hana"],
            held.code,
        )
        assert entry.organisation_id == world.organisations["HANBIT"]
    with scope(system("worker")):
        fact = OutboxFact.objects.get(name="ReservationHeld", payload__code=held.code)
        assert fact.payload["organisation"] == str(world.organisations["HANBIT"])


def test_a_refused_operation_leaves_nothing(world: World):
    with world.as_("operator"):
        before = Activity.objects.count()
        with pytest.raises(Refused):
            booking.add_kind(code="microscope", name_ko="또", name_en="again")
        assert Activity.objects.count() == before


def test_a_rival_does_not_see_the_audit(world: World):
    with clock.as_of(MONDAY), world.as_("hana"):
        held = booking.reserve(equipment="CYTO-2", start=MONDAY.replace(hour=2), end=MONDAY.replace(hour=3))
    with world.as_("sora"):
        assert Activity.objects.filter(subject_id=held.id).count() == 0


@pytest.fixture
def scratch_registry():
    """Takes away what a test declared, and nothing that a domain registered meanwhile."""
    yield
    for name in [name for name in registry if name.startswith("core.test_")]:
        del registry[name]


def test_an_undeclared_refusal_is_a_defect(world: World, scratch_registry):
    @operation("core.test_undeclared", may=lambda asking: True, ko="시험", en="Test")
    def surprising() -> None:
        """Refuses without having said that it might."""
        raise Refused("core.conflict")

    with world.as_("operator"), pytest.raises(Undeclared):
        surprising()


def test_positional_operations_cannot_be_declared(scratch_registry):
    with pytest.raises(TypeError, match="keyword"):

        @operation("core.test_positional", may=lambda asking: True, ko="시험", en="Test")
        def positional(thing: str) -> None:
            """Takes a positional argument."""


def test_notes_belong_inside(db):
    with pytest.raises(RuntimeError, match="inside an operation"):
        note(data=1)


def test_what_was_written_with_the_act_is_not_added_to(world: World):
    """The record is in the database: a late note would be lost, a second act would write it twice."""
    late = {"note": lambda: note(late=1), "act": lambda: act_and_record((), {})}
    for what in late:

        @operation(f"test.written_{what}", ko="시험", en="A test", may=lambda asking: True)
        def written(*, then: str) -> None:
            """Writes its record, and then some more."""
            act_and_record((), {})
            late[then]()

        try:
            with world.as_("operator"), pytest.raises(RuntimeError, match="written already"):
                written(then=what)
        finally:
            registry.pop(f"test.written_{what}")


def test_the_record_keeps_its_own_names(world: World):
    @operation("test.names", ko="시험", en="A test", may=lambda asking: True)
    def names() -> None:
        """Uses a name that the record needs."""
        act_and_record((), {"a_actor": None})

    try:
        with world.as_("operator"), pytest.raises(ValueError, match="a_actor"):
            names()
    finally:
        registry.pop("test.names")


def test_a_booking_leaves_one_entry_and_one_fact_with_companions_or_without(world: World):
    with clock.as_of(MONDAY), world.as_("hana"):
        made = [
            booking.reserve(equipment=code, start=MONDAY.replace(hour=4), end=MONDAY.replace(hour=5))
            for code in ("CYTO-2", "CONFOCAL")
        ]
        assert [Activity.objects.filter(subject_id=one.id).count() for one in made] == [1, 1]
    with scope(system("worker")):
        assert [OutboxFact.objects.filter(payload__code=one.code).count() for one in made] == [1, 1]
