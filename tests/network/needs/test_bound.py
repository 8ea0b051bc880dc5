"""Agreements beside a candidate: told to those who see them, hinted at to those who do not, and an NDA is a help."""

from datetime import date, timedelta

import pytest
from django.db import connection

from squaremile.kernel import clock
from squaremile.kernel.words import Text
from squaremile.network import operations as network
from squaremile.network.reads import glossary
from squaremile.network.reads.bound import bound
from squaremile.network.reads.candidates import matches
from tests.world import MONDAY

FIELD = "연골 조직공학"
TITLE = "인공 연골 조직공학 독점 기술이전"


def agreed(world, company, **more):
    """Between the university and one company, in force."""
    made = network.draft_agreement(**({
        "agreement_type": "licence", "exclusive": True, "binding": True, "title_ko": TITLE, "title_en": "Cartilage licence",
        "ends_on": date(2029, 1, 31)} | more))
    network.add_party(agreement=made.code, partner="PN-U", party_role="lead")
    network.add_party(agreement=made.code, organisation=world.organisations[company])
    for item in ("capacity", "sanctions", "conflicts"):
        network.record_check(agreement=made.code, check_item=item, check_result="clear")
    for step in ("review", "approved", "signed"):
        network.advance_agreement(agreement=made.code, step=step)
    return made


def heard(world, who, company="HANBIT", concepts=()):
    with world.as_(who):
        found = bound(["PN-U", "PN-C"], world.organisations[company], concepts, glossary.reading())
        return {code: [str(t.en) for t in said] for code, said in found.against.items()}, found.nda


@pytest.fixture
def licensed(library):
    with library.as_("programme"):
        agreed(library, "SAEBOM")
    return library


def test_staff_hear_which_agreement_binds_and_a_company_only_that_one_does(licensed):
    said, _ = heard(licensed, "programme")
    assert said == {"PN-U": ["bound in the same field: Licence agreement “Cartilage licence” with Saebom Therapeutics, until 2029-01-31"]}
    assert heard(licensed, "hana") == ({"PN-U": ["bound by an agreement"]}, frozenset())


def test_whose_it_is_is_not_bound_against_herself(licensed):
    assert heard(licensed, "sora", "SAEBOM") == ({}, frozenset())
    assert heard(licensed, "programme", "SAEBOM") == ({}, frozenset())


@pytest.mark.parametrize(("more", "binds"), [
    ({"exclusive": False}, False), ({"agreement_type": "MOU", "exclusive": False}, False),
    ({"agreement_type": "collaborative_research", "exclusive": False}, True), ({"ends_on": None}, True),
])
def test_what_binds(library, more, binds):
    with library.as_("programme"):
        agreed(library, "SAEBOM", **more)
    for who in ("hana", "programme"):
        assert bool(heard(library, who)[0]) == binds, who


def test_what_is_over_binds_nobody(licensed):
    with clock.as_of(MONDAY + timedelta(days=1000)):
        assert heard(licensed, "hana") == heard(licensed, "programme") == ({}, frozenset())


def test_an_nda_with_the_asker_is_a_help(library):
    with library.as_("programme"):
        agreed(library, "HANBIT", agreement_type="NDA", exclusive=False)
    assert heard(library, "hana") == heard(library, "programme") == ({}, frozenset({"PN-U"}))
    assert heard(library, "sora", "SAEBOM") == ({}, frozenset())


def test_another_field_is_no_conflict_to_those_who_see_it(licensed):
    other = (Text(ko="이중항체", en="bispecific antibody"),)
    with licensed.as_("programme"):
        using = glossary.reading()
        from squaremile.network.matching.question import ask
        from squaremile.network.reads import quoting

        known = quoting.asked(ask(TITLE, using)).concepts
    assert known, "the glossary knows the field of the licence"
    assert heard(licensed, "programme", concepts=other)[0] == {}
    assert heard(licensed, "programme", concepts=known)[0] != {}
    assert heard(licensed, "hana", concepts=other)[0] == {"PN-U": ["bound by an agreement"]}


def test_it_stands_beside_the_candidate(licensed):
    for who, says in (("hana", "bound by an agreement"), ("programme", "Cartilage licence")):
        with licensed.as_(who):
            found = matches("인공 연골의 압축 탄성", organisation=licensed.organisations["HANBIT"])
            (she,) = [each for each in found.people if each.found.who.code == "PE-001"]
            assert any(says in text.en for text in she.conflicts), who
            assert not any("Saebom" in text.en for text in she.conflicts) or who == "programme"


def home_of(library, company):
    """The company's own entry in the directory."""
    from squaremile.network.models import Partner

    with library.as_("programme"):
        made = network.add_partner(
            code=f"PN-{company}", kind="company", name_ko=company, name_en=company, organisation=library.organisations[company])
        return Partner.objects.get(id=made.id).id


def asked_of_the_database(library, who, partner, asker):
    with library.as_(who), connection.cursor() as cursor:
        cursor.execute("SELECT network_bound(%s, %s, %s)", [[partner], asker, date(2027, 2, 1)])
        return cursor.fetchall()


def test_a_company_hears_nothing_of_what_binds_another_here(licensed):
    saebom = home_of(licensed, "SAEBOM")
    with licensed.as_("programme"):
        # Of two companies, so that the other side counts as one
        made = network.draft_agreement(agreement_type="collaborative_research", binding=True, title_ko="공동연구", title_en="Joint work")
        network.add_party(agreement=made.code, organisation=licensed.organisations["SAEBOM"])
        network.add_partner(code="PN-OUT", kind="company", name_ko="바깥 회사", name_en="Outside Inc.")
        network.add_party(agreement=made.code, partner="PN-OUT")
        for item in ("capacity", "sanctions", "conflicts"):
            network.record_check(agreement=made.code, check_item=item, check_result="clear")
        for step in ("review", "approved", "signed"):
            network.advance_agreement(agreement=made.code, step=step)
    own = licensed.organisations["HANBIT"]
    for asker in (own, None, licensed.organisations["SAEBOM"]):
        assert asked_of_the_database(licensed, "hana", saebom, asker) == []
    assert asked_of_the_database(licensed, "programme", saebom, own) == [(saebom,)]


def test_nobody_asks_as_another_company(licensed):
    from squaremile.network.models import Partner

    with licensed.as_("programme"):
        university = Partner.objects.get(code="PN-U").id
    assert asked_of_the_database(licensed, "hana", university, licensed.organisations["HANBIT"]) == [(university,)]
    assert asked_of_the_database(licensed, "hana", university, licensed.organisations["SAEBOM"]) == []
