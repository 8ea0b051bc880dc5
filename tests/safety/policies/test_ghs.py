"""What classes bring to a label, which element gives way to which, and what is left open."""

import pytest

from squaremile.safety.policies import ghs
from squaremile.safety.words.ghs import PICTOGRAMS
from squaremile.safety.words.hazard_statements import HAZARDS
from squaremile.safety.words.precautions import PRECAUTIONS


@pytest.mark.parametrize(("classes", "signal", "statements", "pictograms"), [
    (["Flam. Liq. 2", "Eye Irrit. 2", "STOT SE 3"], "danger", "H225 H319", "GHS02 GHS07"),
    (["Flam. Liq. 3", "Skin Corr. 1A"], "danger", "H226 H314", "GHS02 GHS05"),
    # The skull drives the exclamation mark out altogether, corrosion only for skin and eyes.
    (["Acute Tox. 3 (oral)", "Skin Irrit. 2"], "danger", "H301 H315", "GHS06"),
    (["Skin Corr. 1B", "Eye Irrit. 2"], "danger", "H314 H319", "GHS05"),
    (["Skin Corr. 1B", "STOT SE 3"], "danger", "H314", "GHS05 GHS07"),
    (["Resp. Sens. 1", "Skin Sens. 1"], "danger", "H317 H334", "GHS08"),
    (["Resp. Sens. 1", "Acute Tox. 4 (inhal.)"], "danger", "H332 H334", "GHS07 GHS08"),
    # The route of an acute toxicity is not in the class: its statement is left open.
    (["Acute Tox. 4"], "warning", "", "GHS07"),
    (["Aquatic Chronic 2"], "", "H411", "GHS09"), (["Press. Gas (Ref. Liq.)"], "warning", "H281", "GHS04"),
    ([" Flam.  Liq. 2 ", "Flam. Liq. 2"], "danger", "H225", "GHS02"), (["no class", "H225"], "", "", ""), ([], "", "", ""),
])  # fmt: skip
def test_what_classes_bring(classes, signal, statements, pictograms):
    found = ghs.label(classes)
    assert (found.signal, found.statements, found.pictograms) == (signal, tuple(statements.split()), tuple(pictograms.split()))


def test_whatever_a_class_brings_can_be_said():
    for code, brings in ghs.CLASSES.items():
        assert set(brings.pictograms) <= set(PICTOGRAMS), code
        assert all(ghs.hazard_said(each).known for each in brings.statements), code
        assert ghs.class_said(code).en != code


def test_every_code_has_its_shape_and_both_languages():
    for codes, shape in ((HAZARDS, ghs.HAZARD_SHAPE), (PRECAUTIONS, ghs.PRECAUTION_SHAPE)):
        for code, says in codes.items():
            assert shape.fullmatch(code), code
            assert says.ko != says.en
            assert says.ko


def test_a_code_that_nobody_knows_says_itself():
    assert (ghs.hazard_said("H999").says.ko, ghs.hazard_said("H999").known) == ("H999", False)
    assert ghs.precaution_said("P305+P999").says.en == "P305+P999"
    assert ghs.hazard_said("H302+H312").says.en == "Harmful if swallowed Harmful in contact with skin"
    assert ghs.class_said("Flam. Liq. 2").ko == "인화성 액체 구분 2"
    assert ghs.class_said("Sonstiges 9").ko == "Sonstiges 9"
