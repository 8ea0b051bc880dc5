"""GHS labels and safety data sheets: entered with their source, kept by revision, and a company's own."""

from datetime import date, timedelta

import pytest

from squaremile.core import operations as core
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.safety import operations as safety
from squaremile.safety.models import SafetySheet, SubstanceLabel
from squaremile.safety.reads import labels
from tests.world import MONDAY, World

pytestmark = pytest.mark.django_db
READ = {"read_in": "SDS", "read_on": date(2026, 3, 2)}
TODAY = MONDAY.date()


@pytest.fixture
def acetone(world: World) -> str:
    with world.as_("safety"):
        return safety.add_substance(phase="liquid", cas="67-64-1", name_ko="아세톤", name_en="Acetone").code


def test_what_is_on_the_label_is_said_and_a_code_nobody_knows_is_a_code(world: World, acetone: str):
    with world.as_("safety"):
        assert labels.of_substance(acetone) is None
        safety.enter_label(
            substance=acetone, signal="danger", statements=["H225", "H399"], precautions=["P305 + P351+P338"],
            pictograms=["GHS07", "GHS02"], **READ,
        )
    with world.as_("hana"):
        found = labels.of_substance(acetone)
    assert [(each.code, each.known) for each in found.statements] == [("H225", True), ("H399", False)]
    assert found.precautions[0].says.en.startswith("IF IN EYES: Rinse cautiously")
    assert ([p.code for p in found.pictograms], found.signal_said.ko, found.read_in) == (["GHS02", "GHS07"], "위험", "SDS")


def test_without_a_label_its_classes_say_what_they_settle(world: World, acetone: str):
    with world.as_("safety"):
        safety.enter_classes(substance=acetone, scheme="ghs", hazards=["Flam. Liq. 2", "Eye Irrit. 2", "STOT SE 3"], **READ)
        found = labels.of_substance(acetone)
        assert ([each.code for each in found.statements], found.signal, found.entered) == (["H225", "H319"], "danger", False)
        assert [p.code for p in labels.pictograms([acetone])[acetone]] == ["GHS02", "GHS07"]
        safety.enter_label(substance=acetone, pictograms=["GHS02"], **READ)
        assert [p.code for p in labels.pictograms([acetone])[acetone]] == ["GHS02"]


@pytest.mark.parametrize(("said", "code"), [
    ({"statements": ["flammable"]}, "label_unsound"), ({"precautions": ["H225"]}, "label_unsound"), ({"signal": "caution"}, "label_choice"),
    ({"pictograms": ["GHS10"]}, "label_choice"), ({"read_in": " "}, "class_unsourced"), ({"read_on": TODAY + timedelta(days=2)}, "class_unsourced"),
])  # fmt: skip
def test_what_is_unsound_is_refused(world: World, acetone: str, said, code):
    with world.as_("safety"), pytest.raises(Invalid, match=code):
        safety.enter_label(**{"substance": acetone, **READ} | said)


def test_the_shared_label_is_safetys_and_a_companys_own_is_its_own(world: World, acetone: str):
    with world.as_("hana"):
        with pytest.raises(Missing, match="substance_unknown"):
            safety.enter_label(substance=acetone, statements=["H225"], **READ)
        mine = safety.add_substance(phase="liquid", name_ko="우리 혼합물").code
        for statements in (["H225"], ["H226"]):
            safety.enter_label(substance=mine, statements=statements, **READ)
        assert [label.current for label in SubstanceLabel.objects.order_by("entered_at")] == [False, True]
    with world.as_("sora"):
        assert labels.of_substance(mine) is None
        with pytest.raises(Missing):
            safety.enter_label(substance=mine, statements=[], **READ)


def test_revisions_stay_and_the_newest_is_said(world: World, acetone: str):
    with world.as_("safety"):
        file = core.store_file(name="acetone.pdf", content=b"%PDF-1.7 sheet").id
        safety.add_sheet(substance=acetone, sheet_language="ko", revised_on=date(2024, 1, 1), sheet_url="https://example.org/old")
        safety.add_sheet(substance=acetone, sheet_language="ko", revised_on=date(2026, 1, 1), file=file)
    with world.as_("hana"):
        safety.add_sheet(
            substance=acetone, sheet_language="en", revised_on=date(2025, 5, 5), sheet_url="https://supplier.example/a", supplier="Sigma",
        )
        rows = labels.sheets(acetone)
        told = [(row.revised_on.year, row.newest, row.company is not None) for row in rows]
        assert told == [(2026, True, False), (2025, True, True), (2024, False, False)]
        assert rows[0].url.startswith("/files/")
    with world.as_("sora"):
        assert [row.revised_on.year for row in labels.sheets(acetone)] == [2026, 2024]
        for said, code in (
            ({}, "sheet_unsound"), ({"sheet_language": "x", "sheet_url": "https://a.example"}, "sheet_unsound"),
            ({"sheet_url": "javascript:x"}, "sheet_unsound"),
            ({"revised_on": TODAY + timedelta(days=2), "sheet_url": "https://a.example"}, "sheet_unsound"),
        ):  # fmt: skip
            with pytest.raises((Invalid, Refused), match=code):
                safety.add_sheet(**{"substance": acetone, "sheet_language": "ko", "revised_on": date(2026, 1, 1)} | said)


def test_a_file_is_of_the_same_company_as_its_sheet(world: World, acetone: str):
    with world.as_("sora"):
        theirs = core.store_file(name="a.pdf", content=b"%PDF-1.7 x", organisation=world.organisations["SAEBOM"]).id
    with world.as_("hana"), pytest.raises(Missing):
        safety.add_sheet(substance=acetone, sheet_language="ko", revised_on=date(2026, 1, 1), file=theirs)
    with world.as_("safety"):
        with pytest.raises(Refused, match="sheet_others"):
            safety.add_sheet(substance=acetone, sheet_language="ko", revised_on=date(2026, 1, 1), file=theirs)
        assert SafetySheet.objects.count() == 0
