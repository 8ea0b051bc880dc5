"""Duplicates: found with reasons, merged, and taken back to the very same rows."""

import builtins
import hashlib

import pytest
from django.db import connection

from squaremile.core.reads.search import search
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import Authorship, Duplicate, Person
from squaremile.network.operations import Author
from squaremile.network.policies import sameness
from tests.booking.asking import code_of
from tests.world import World

TABLES = (
    "network_person", "network_partner", "network_lab", "network_authorship", "network_person_concept", "network_technology",
    "network_technology_person", "network_project_person", "network_research_project", "network_contact", "network_evidence",
    "core_card",
)  # fmt: skip


def digest() -> dict[str, str]:
    """Of every row of the directory, as liaison staff see it."""
    found = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            but = " - 'id'" if table == "core_card" else ""
            cursor.execute(f"SELECT coalesce(string_agg((to_jsonb(t){but})::text, '|' ORDER BY (to_jsonb(t){but})::text), '') FROM {table} t")
            found[table] = hashlib.sha256(cursor.fetchone()[0].encode()).hexdigest()
    return found


@pytest.fixture
def twice(directory: World) -> World:
    """PE-1 once more, with initials only, and the institute once more, in English only."""
    with directory.as_("programme"):
        network.add_person(code="PE-1B", kind="researcher", name_ko="김연골", name_en="Y. Kim", partner="PN-A")
        network.add_publication(
            code="PB-3", title_en="More cartilage", authors=[Author("Kim Y", "PE-1B"), Author("Park S", "PE-2"), Author("Beacon A", "PE-3")]
        )
        network.add_technology(
            code="TE-2", partner="PN-A", trl=2, name_en="Gel", problem_en="a", advantage_en="b", economics_en="c", stage_en="d", experts=["PE-1B"]
        )
        network.edit_partner(partner="PN-A", website="https://www.hanbeol.example")
        network.add_partner(code="PN-A2", kind="institute", name_en="Hanbeol Institute", country="KR", city_en="Jeonju", website="https://hanbeol.example")
        network.edit_person(expert="PE-2", partner="PN-A2")
    return directory


def test_pairs_come_with_probability_and_reasons(twice: World):
    with twice.as_("programme"):
        (pair,) = network.find_duplicates()
        codes = {p.id: p.code for p in Person.objects.all()}
        assert {codes[pair.left], codes[pair.right]} == {"PE-1", "PE-1B"}
        assert float(pair.probability) > 0.95
        assert {reason[0] for reason in pair.reasons} >= {"name_ko", "home", "coauthors"}
        assert network.find_duplicates() == [], "a pair is found once"
        assert len(network.find_duplicates(noun="partner")) == 1
        assert code_of(network.find_duplicates, noun="lab") == "core.bad_input"
    with twice.as_("hana"):
        assert not Duplicate.objects.exists()


@pytest.mark.parametrize("noun", ["person", "partner"])
def test_a_merge_is_taken_back_to_the_same_rows(twice: World, noun):
    with twice.as_("programme"):
        (pair,) = network.find_duplicates(noun=noun)
        before = digest()
        network.merge_duplicate(pair=pair.code)
        during = digest()
        assert during != before
        network.undo_merge(pair=pair.code)
        assert digest() == before
        network.merge_duplicate(pair=pair.code)
        assert digest() == during


def test_everything_moves_to_the_one_that_stays(twice: World):
    with twice.as_("programme"):
        (pair,) = network.find_duplicates()
        network.merge_duplicate(pair=pair.code, keep="PE-1")
        assert {a.publication.code for a in Authorship.objects.filter(person__code="PE-1")} == {"PB-1", "PB-2", "PB-3"}
        assert Person.objects.get(code="PE-1").concepts.get(concept__code="cartilage").publications == 3
        assert "/network/people/PE-1B/" not in {f.url for f in search("김연골")}
        assert code_of(network.merge_duplicate, pair=pair.code) == "network.pair_decided"
        assert code_of(network.keep_apart, pair="DU-NONE") == "network.pair_unknown"
        network.edit_publication(publication="PB-3", authors=[Author("Kim", "PE-2")])
        network.undo_merge(pair=pair.code)
        assert {a.publication.code for a in Authorship.objects.filter(person__code="PE-1B")} == set(), "what was moved since stays"
        assert code_of(network.undo_merge, pair=pair.code) == "network.not_merged"


def test_not_the_same_is_remembered(twice: World):
    with twice.as_("programme"):
        (pair,) = network.find_duplicates()
        network.keep_apart(pair=pair.code)
        assert network.find_duplicates() == []
        assert Duplicate.objects.get(code=pair.code).state == "different"


def test_an_earlier_merge_is_not_undone_under_a_later_one(twice: World):
    with twice.as_("programme"):
        (first,) = network.find_duplicates()
        network.merge_duplicate(pair=first.code, keep="PE-1")
        one, two = sorted(Person.objects.filter(code__in=("PE-1", "PE-3")).values_list("id", flat=True))
        from squaremile.kernel import clock

        later = Duplicate.objects.create(code="DU-L", kind="person", left=one, right=two, probability=1, state="open", found_at=clock.now())
        network.merge_duplicate(pair=later.code, keep="PE-3")
        assert code_of(network.undo_merge, pair=first.code) == "network.merged_since"
        network.undo_merge(pair=later.code)
        network.undo_merge(pair=first.code)


def test_the_worker_looks_for_them(twice: World):
    with scope(system("worker")):
        assert len(network.find_duplicates()) == 1


def test_without_the_extra_it_is_refused(twice: World, monkeypatch: pytest.MonkeyPatch):
    real = builtins.__import__

    def without(name: str, *given, **more):
        if name.startswith("splink"):
            raise ImportError(name)
        return real(name, *given, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with twice.as_("programme"):
        assert code_of(network.find_duplicates) == "network.matcher_missing"


def test_few_or_unlike_entries_make_no_pair():
    assert sameness.pairs("person", []) == []
    people = [{"key": "1", "name_en": "ann lee", "initials": "lee a"}, {"key": "2", "name_en": "amy lee", "initials": "lee a"}]
    assert sameness.pairs("person", people) == []
