"""A stock list over the page: each row once, nothing where a row is wrong, and a company's own under the limits."""

import io
from datetime import date

import pytest
from openpyxl import Workbook

from squaremile.kernel.errors import Forbidden, Invalid
from squaremile.safety import operations as safety
from squaremile.safety.reads import containers, mixtures, substances
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


def test_a_list_says_what_a_mixture_is_made_of(world: World):
    """Each row of one mixture says the same, or nothing; what is known is not overwritten."""
    head, row = "번호,물질,양,단위,상태,방,회사,성분\n", "{0},세정액 C-7,1,L,액체,R201,HANBIT,{1}\n"
    said = "67-64-1 40-60; 7732-18-5 40"
    with world.as_("safety"):
        for wrong in ("67-64-1", "67-64-1 60; 7732-18-5 41", "67-64-1 0"):
            found = take((head + row.format("B-1", wrong)).encode())
            assert (told(found), "성분" in found.errors[0].what.ko) == ((1, 0, 0, False, 1), True)
        both = (head + row.format("B-1", said) + row.format("B-2", "")).encode()
        assert told(take(both, dry_run=True)) == (2, 2, 0, False, 0)
        assert substances.substances() == []
        assert (told(take(both)), told(take(both))) == ((2, 2, 0, True, 0), (2, 0, 2, True, 0))
        (mixed,) = substances.substances()
        assert (mixed.mixture, mixed.shared, mixed.flash_c) == (True, False, None)
        known = mixtures.of_substance(mixed.code)
        assert (known.read_in, [c.line for c in known.components]) == ("list.csv", ["67-64-1 40-60", "7732-18-5 40"])
        assert told(take((head + row.format("B-3", said)).encode())) == (1, 1, 0, True, 0)
        other = take((head + row.format("B-4", "67-64-1 41-60; 7732-18-5 40")).encode())
        assert (told(other), len(other.remarks), mixtures.of_substance(mixed.code)) == ((1, 1, 0, True, 0), 1, known)
        twice = take((head + row.format("B-5", said).replace("C-7", "C-8") + row.format("B-6", "67-64-1 5").replace("C-7", "C-8")).encode())
        assert (told(twice)[3:], twice.errors[0].row) == ((False, 1), 3)
        numbered = take("물질,CAS,양,방,회사,성분\nC-9,67-64-1,1 L,R201,HANBIT,67-64-1 5\n".encode())
        assert "CAS" in numbered.errors[0].what.ko
        assert mixtures.of_substance(mixed.code) == known


def test_a_list_may_name_components_and_says_the_same_in_any_words(world: World):
    """By name, by a synonym, by number, in any order: what is not in the register is kept by its number, and is the same."""
    head, row = "번호,물질,양,단위,상태,방,회사,성분\n", "{0},세정액 C-7,1,L,액체,R201,HANBIT,{1}\n"
    with world.as_("safety"):
        rows = [row.format("B-1", "ethanol 60; water 40"), row.format("B-2", "water 40; Ethyl alcohol 60")]
        first = take((head + "".join(rows)).encode())
        assert (told(first), first.remarks) == ((2, 2, 0, True, 0), ())
        (mixed,) = substances.substances()
        assert [c.cas for c in mixtures.of_substance(mixed.code).components] == ["64-17-5", "7732-18-5"]
        safety.add_substance(phase="liquid", cas="64-17-5", name_ko="에탄올")
        rows += [row.format("B-3", "에탄올 60; 7732-18-5 40"), row.format("B-4", "64-17-5 60; water 40")]
        again = take((head + "".join(rows)).encode())
        assert (told(again), again.remarks) == ((4, 2, 2, True, 0), ())


def test_what_was_corrected_on_its_page_outlives_an_older_list(world: World):
    head, row = "번호,물질,양,단위,상태,방,회사,성분\n", "{0},세정액 C-7,1,L,액체,R201,HANBIT,{1}\n"
    older = row.format("B-1", "ethanol 60; water 40")
    with world.as_("safety"):
        take((head + older).encode())
        (mixed,) = substances.substances()
        corrected = safety.enter_components(
            substance=mixed.code, components=[{"component": "64-17-5", "low": "70"}], read_in="SDS 2", read_on=date(2026, 3, 2),
        )
        for rows, made in ((older, 0), (older + row.format("B-2", "ethanol 60; water 40"), 1), (older + row.format("B-3", "ethanol 70"), 1)):
            found = take((head + rows).encode())
            assert (found.saved, found.made, found.errors) == (True, made, ())
            (remark,) = found.remarks
            assert "세정액 C-7" in remark.ko and remark.ko != remark.en
            assert mixtures.of_substance(mixed.code) == corrected
