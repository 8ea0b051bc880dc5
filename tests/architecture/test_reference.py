"""The reference manual in the repository is the one that the code would write today."""

import pytest

from squaremile.cli.reference import pages
from tests.architecture.source import ROOT
from tests.architecture.test_operations import LOADED

assert LOADED


@pytest.mark.parametrize("name", sorted(pages()))
def test_is_up_to_date(name):
    assert (ROOT / name).read_text(encoding="utf-8") == pages()[name], "run `squaremile reference`"
