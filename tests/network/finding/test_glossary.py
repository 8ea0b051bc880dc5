"""The cluster's own terms: kept by liaison staff, read by all."""

from squaremile.network import operations as network
from squaremile.network.models import Term
from tests.network.needs.asking import code_of


def test_liaison_staff_keep_it(world):
    with world.as_("programme"):
        term = network.add_term(ko=" 압축 탄성 ", en="compressive modulus", broader="mechanics")
        assert (term.ko, term.en) == ("압축 탄성", "compressive modulus")
        assert network.edit_term(term=term.code, en="compressive stiffness").en == "compressive stiffness"
        assert network.retire_term(term=term.code).retired_at is not None
        assert network.edit_term(term=term.code, retired=False).retired_at is None
        assert network.edit_term(term=term.code, retired=True).retired_at is not None


def test_what_is_refused(world):
    with world.as_("director"):
        network.add_term(ko="연골", en="cartilage", code="TM-1")
        other = network.add_term(ko="뼈", en="bone")
        assert code_of(network.add_term, ko="연골", en="cartilage") == "network.term_taken"
        assert code_of(network.add_term, ko="힘줄", en="tendon", code="TM-1") == "core.code_taken"
        assert code_of(network.add_term, ko=" ", en="x") == "network.term_in_both"
        assert code_of(network.edit_term, term=other.code, ko="연골", en="cartilage") == "network.term_taken"
        assert code_of(network.edit_term, term="NO") == "network.term_unknown"
        assert code_of(network.retire_term, term="NO") == "network.term_unknown"


def test_others_read_it_alone(world):
    with world.as_("programme"):
        term = network.add_term(ko="연골", en="cartilage")
    for who in ("hana", "auditor", "operator"):
        with world.as_(who):
            assert Term.objects.count() == 1
            assert code_of(network.retire_term, term=term.code) == "access.not_allowed"
