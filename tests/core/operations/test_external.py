"""What imported things were called elsewhere."""

from uuid import uuid4

import pytest

from squaremile.core import operations as core
from squaremile.core.reads import external
from squaremile.kernel.errors import SquaremileError
from squaremile.kernel.scope import Grant, Scope, scope
from tests.world import World

IMPORT = Scope(system="import", grants=(Grant("lab_operations"),))


def test_an_import_finds_again_what_it_remembered(world: World):
    thing = uuid4()
    with scope(IMPORT):
        core.remember_external(external_id="nemo:tool:Sinter", kind="equipment", subject=thing, digest="a")
        core.remember_external(external_id="nemo:tool:Sinter", kind="equipment", subject=thing, digest="b")
        found = external.find("nemo:tool:Sinter")
        assert found == external.Known("nemo:tool:Sinter", "equipment", thing, "b")
        assert external.of("equipment") == {"nemo:tool:Sinter": found}
        assert external.find("nemo:tool:Other") is None


def test_a_name_never_changes_what_it_stands_for(world: World):
    with scope(IMPORT):
        core.remember_external(external_id="x", kind="person", subject=uuid4())
        with pytest.raises(SquaremileError) as refused:
            core.remember_external(external_id="x", kind="person", subject=uuid4())
    assert refused.value.code == "core.conflict"


def test_companies_neither_write_nor_read_it(world: World):
    with scope(IMPORT):
        core.remember_external(external_id="x", kind="person", subject=uuid4())
    with world.as_("hajin"):
        assert external.find("x") is None
        with pytest.raises(SquaremileError) as refused:
            core.remember_external(external_id="y", kind="person", subject=uuid4())
    assert refused.value.code == "access.not_allowed"
