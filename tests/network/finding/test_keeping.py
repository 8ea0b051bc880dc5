"""Saved searches and short lists: one's own, and nobody else's."""

import pytest

from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.models import SavedSearch, ShortList, ShortListLine
from tests.network.needs.asking import code_of


def test_a_search_is_kept_and_dropped(world):
    with world.as_("hana"):
        kept = network.save_search(question="연골 조직공학", kind="person", seen=["/a/"])
        assert (kept.name, kept.alerts, kept.seen) == ("연골 조직공학", True, ["/a/"])
        network.drop_search(search=kept.code)
        assert not SavedSearch.objects.exists()
        assert code_of(network.drop_search, search=kept.code) == "network.search_unknown"


def test_a_search_asks_something_of_a_known_kind(world):
    with world.as_("hana"):
        assert code_of(network.save_search, question=" ") == "network.question_needed"
        assert code_of(network.save_search, question="q", kind="ghost") == "core.not_found"


def test_nobody_sees_anothers_search(world):
    with world.as_("hana"):
        kept = network.save_search(question="비밀")
    for who in ("haeun", "sora", "director", "auditor"):
        with world.as_(who):
            assert not SavedSearch.objects.exists()
            assert code_of(network.drop_search, search=kept.code) in ("network.search_unknown", "access.not_allowed")


def test_the_worker_notes_what_was_told(world):
    with world.as_("hana"):
        kept = network.save_search(question="q", seen=["/a/"])
        assert code_of(network.mark_answers_seen, search=kept.code, answers=[]) == "access.not_allowed"
    with scope(system("worker")):
        assert network.mark_answers_seen(search=kept.code, answers=["/b/", "/a/"]).seen == ["/b/", "/a/"]
        assert code_of(network.mark_answers_seen, search="NO", answers=[]) == "network.search_unknown"


def test_a_short_list_is_filled_and_emptied(world):
    with world.as_("hana"):
        made = network.start_list(name="자문 후보")
        network.put_on_list(short_list=made.code, subject="person", subject_code="PE-1", note_text="먼저")
        assert code_of(
            network.put_on_list, short_list=made.code, subject="person", subject_code="PE-1"
        ) == "network.list_has_it"
        network.take_off_list(short_list=made.code, subject="person", subject_code="PE-1")
        asked = {"short_list": made.code, "subject": "person", "subject_code": "PE-1"}
        assert code_of(network.take_off_list, **asked) == "core.not_found"
        network.put_on_list(**asked)
        network.drop_list(short_list=made.code)
        assert not ShortListLine.objects.exists()


@pytest.mark.parametrize(
    ("call", "given", "code"),
    [
        (network.start_list, {"name": " "}, "core.name_needed"),
        (network.put_on_list, {"short_list": "NO", "subject": "person", "subject_code": "x"}, "network.list_unknown"),
        (network.put_on_list, {"short_list": "ITS OWN", "subject": "ghost", "subject_code": "x"}, "core.not_found"),
        (network.take_off_list, {"short_list": "NO", "subject": "lab", "subject_code": "x"}, "network.list_unknown"),
        (network.drop_list, {"short_list": "NO"}, "network.list_unknown"),
    ],
)
def test_what_is_refused(world, call, given, code):
    with world.as_("hana"):
        made = network.start_list(name="목록")
        if given.get("short_list") == "ITS OWN":
            given = {**given, "short_list": made.code}
        assert code_of(call, **given) == code


def test_nobody_sees_anothers_list(world):
    with world.as_("hana"):
        made = network.start_list(name="비밀 목록")
        network.put_on_list(short_list=made.code, subject="person", subject_code="PE-1")
    for who in ("haeun", "sora", "director"):
        with world.as_(who):
            assert not ShortList.objects.exists()
            assert not ShortListLine.objects.exists()
            assert code_of(network.drop_list, short_list=made.code) == "network.list_unknown"
