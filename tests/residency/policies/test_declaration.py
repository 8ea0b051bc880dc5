"""Declarations as typed lines, and the competition check."""

from decimal import Decimal
from uuid import UUID

import pytest

from squaremile.kernel.units import measured
from squaremile.residency.policies.competition import Party, conflicts, plain
from squaremile.residency.policies.declaration import Line, declared, level, totals
from squaremile.residency.policies.form import read
from squaremile.safety.policies.facts import is_cas
from tests.residency.forms import ANSWERS, SAMPLE

FORM = read(SAMPLE)


@pytest.mark.parametrize(
    ("amount", "unit", "read"),
    [
        ("500", "mL", ("0.500", "L")), ("2", "m³", ("2000", "L")), ("10", "LB", ("4.53592370", "kg")), ("1.5", "kW", ("1500.0", "W")),
        ("1", "barrel", None), ("6", "m3/h", ("100.00", "L/min")),
    ],
)  # fmt: skip
def test_units_are_turned_into_their_base(amount, unit, read):
    found = measured(Decimal(amount), unit)
    assert (found and (round(found[0], 9), found[1])) == (read and (Decimal(read[0]), read[1]))
    assert measured(None, unit) is None


def test_answers_become_lines_in_base_units():
    said = ANSWERS | {
        "biosafety": "bsl2", "agents": [{"name": "HEK293", "risk_group": "rg1"}, {"name": "Lentivirus", "risk_group": "rg2"}],
        "equipment": [{"name": "원심분리기", "count": "2", "power": "1.5", "power_unit": "kw", "heat": "300"}],
        "utilities": [{"name": "질소", "amount": "6", "unit": "m3/h"}], "waste": [{"name": "폐액", "amount": "5", "unit": "l"}],
    }  # fmt: skip
    found = declared(FORM, said)
    assert found.biosafety == 2
    assert found.doubtful == ()
    assert found.lines[2:4] == (
        Line("chemicals", "에탄올", Decimal("0.500"), "L", "liquid", "64-17-5"),
        Line("equipment", "원심분리기", Decimal(2), "piece", power_w=Decimal("3000.0"), heat_w=Decimal(600)),
    )
    assert totals(found.lines)["waste", "", "L"] == 5


def test_what_cannot_be_read_is_unknown_and_said():
    said = ANSWERS | {
        "chemicals": [{"name": "?", "cas": "64-17-6", "amount": "1", "unit": "barrel"}],
        "equipment": [{"name": "냉동고", "count": "0"}], "agents": [{"name": "바이러스", "risk_group": "높음"}], "biosafety": "bsl2",
    }  # fmt: skip
    agent, chemical, freezer = declared(FORM, said).lines
    assert (agent.level, agent.doubts) == (None, ("level",))
    assert (chemical.quantity, chemical.doubts) == (None, ("quantity", "state", "cas"))
    assert (freezer.power_w, freezer.doubts) == (None, ("quantity", "power"))


def test_an_agent_of_group_four_is_work_at_level_four_whatever_is_asked_for():
    found = declared(FORM, ANSWERS | {"biosafety": "bsl2", "agents": [{"name": "Ebola", "risk_group": "rg4"}]})
    assert (found.biosafety, found.works) == (4, {"bsl4"})


def test_a_hidden_table_declares_nothing():
    assert declared(FORM, ANSWERS | {"uses_chemicals": "no"}).lines == ()
    assert declared(FORM, {}).biosafety is None


@pytest.mark.parametrize(("text", "sound"), [("64-17-5", True), ("7732-18-5", True), ("64-17-6", False), ("water", False), ("", False)])
def test_cas_numbers_are_checked_by_their_digit(text, sound):
    assert is_cas(text) is sound


def test_levels_are_read_as_people_write_them():
    assert [level(t) for t in ("BSL-2", "rg3", "4", "위험군 2", "BSL-5", "", "22")] == [2, 3, 4, 2, None, None, None]


class TestCompetition:
    hanbit = Party(UUID(int=1), ("한빛바이오", "Hanbit Bio Inc."), ("오가노이드", "독성 평가", "칩"))
    saebom = Party(UUID(int=2), ("새봄테라퓨틱스", "Saebom Therapeutics"), ("항체",))

    def test_a_declared_competitor_is_found_by_either_name(self):
        for name in ("(주)한빛 바이오", "HANBIT BIO", "hanbit-bio, Inc."):
            (found,) = conflicts(Party(UUID(int=9), ("새싹",), competitors=(name,)), [self.hanbit, self.saebom])
            assert (found.resident, found.grounds) == (UUID(int=1), ("declared",))
            assert found.why.en == "the applicant names it as a competitor"

    def test_two_shared_fields_are_named_and_one_is_not(self):
        (found,) = conflicts(Party(UUID(int=9), ("새싹",), ("독성평가", "오가노이드", "항체")), [self.hanbit, self.saebom])
        assert (found.resident, found.shared, found.why.ko) == (UUID(int=1), ("독성 평가", "오가노이드"), "같은 분야: 독성 평가, 오가노이드")

    def test_declared_ones_come_first_and_nobody_competes_with_herself(self):
        applicant = Party(UUID(int=1), ("한빛바이오",), ("오가노이드", "칩"), ("새봄테라퓨틱스", "한빛바이오"))
        other = Party(UUID(int=3), ("칩온",), ("칩", "오가노이드"))
        assert [c.resident.int for c in conflicts(applicant, [other, self.hanbit, self.saebom])] == [2, 3]

    def test_a_name_of_legal_form_alone_matches_nothing(self):
        assert plain("(주)") == ""
        assert conflicts(Party(UUID(int=9), ("a",), competitors=("주식회사",)), [Party(UUID(int=3), ("Inc.",))]) == []
