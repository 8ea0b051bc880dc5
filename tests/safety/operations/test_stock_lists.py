"""A stock list over the page: each row once, nothing where a row is wrong, and a company's own under the limits."""

import io
from datetime import date

import pytest
from openpyxl import Workbook

from squaremile.kernel.errors import Forbidden, Invalid
from squaremile.safety import operations as safety
from squaremile.safety.reads import containers, substances
from tests.world import World

pytestmark = pytest.mark.django_db
LIST = "번호,물질,CAS,양,단위,방\nB-1,아세톤,67-64-1,4,L,R201\nB-2,우리 후보물질,,500 mg,,R201\n".encode("cp949")


@pytest.fixture(autouse=True)
def area(world: World):
    """A ground floor with no sprinklers: 120 gallons of acetone at most."""
    with world.as_("safety"):
        safety.declare_area(building="JB-A", storey=1, name_ko="1층", rooms=["R201"], code="CA-1")
        safety.put_pack_in_force(area="CA-1", pack="us-ibc", since=date(2020, 1, 1))


def take(content: bytes, *, dry_run: bool = False):
    return safety.import_stock_list(name="list.csv", content=content, dry_run=dry_run)


def told(found):
    return found.read, found.made, found.unchanged, found.saved, len(found.errors)


def test_a_companys_own_list_goes_by_the_limits_and_names_its_row(world: World):
    """What nobody can class needs approval, as it does when it is received; the whole list waits with it."""
    with world.as_("hana"):
        found = take(LIST)
        assert told(found) == (2, 0, 0, False, 1)
        assert (found.errors[0].row, "승인" in found.errors[0].what.ko, "approve" in found.errors[0].what.en) == (3, True, True)
        assert containers.here() == []
        assert substances.substances() == []
        acetone = LIST.decode("cp949").replace("B-2,우리 후보물질,,500 mg,,R201\n", "").encode()
        assert told(take(acetone, dry_run=True)) == (1, 1, 0, False, 0)
        assert containers.here() == []
        assert told(take(acetone)) == (1, 1, 0, True, 0)
        assert told(take(acetone)) == (1, 0, 1, True, 0)
        assert [(row.amount, row.organisation) for row in containers.here()] == [("4 L", "HANBIT")]
    with world.as_("sora"):
        assert (containers.here(), substances.substances()) == ([], [])
        assert told(take(acetone))[:2] == (1, 1)


def test_staff_write_down_what_stands_there_whosever_it_is(world: World):
    book, file = Workbook(), io.BytesIO()
    for row in (["barcode", "name", "cas", "amount", "owner", "room"], ["X-1", "", "67-64-1", "900 L", "HANBIT", "R201"],
                ["X-2", "SB-9", "", "1 L", "SAEBOM", "R201"]):  # fmt: skip
        book.active.append(row)
    book.save(file)
    with world.as_("operator"):
        assert told(take(file.getvalue())) == (2, 2, 0, True, 0)
        assert told(take(file.getvalue())) == (2, 0, 2, True, 0)
    with world.as_("hana"):
        assert [row.amount for row in containers.here()] == ["900 L"]


def test_everything_that_is_wrong_is_told_at_once(world: World):
    head = "번호,물질,CAS,양,회사,방,보관함\n"
    rows = "1,a,67-64-2,1 L,HANBIT,R201,\n2,,,1 L,HANBIT,R201,\n3,a,,viel,HANBIT,R201,\n4,a,,1 L,SAEBOM,R201,\n5,a,,1 L,,R999,\n6,a,,1 L,,R201,CB-X\n"
    with world.as_("hana"):
        found = take((head + rows).encode())
        assert [error.row for error in found.errors] == [2, 3, 4, 5, 6, 7]
        assert all(error.text.ko and error.text.en for error in found.errors)
        assert containers.here() == []
        for content, code in ((b"", "imports.empty"), (b"a,b\n1,2\n", "imports.no_header"), ("물질,양\na,1 L\n".encode(), "imports.missing_columns")):
            with pytest.raises(Invalid, match=code):
                take(content)
        with pytest.raises(Invalid, match="list_too_long"):
            take(("물질,양,방\n" + "a,1 L,R201\n" * 2001).encode())
    with world.as_("auditor"), pytest.raises(Forbidden):
        take(LIST)
