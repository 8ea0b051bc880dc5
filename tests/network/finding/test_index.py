"""The index: resumed, renewed by what changed, and never a way to what one may not see."""

import pytest

from squaremile.core import outbox
from squaremile.core.models import Card, Notice
from squaremile.kernel.scope import scope, system
from squaremile.network import operations as network
from squaremile.network.matching import store
from squaremile.network.models import SavedSearch
from squaremile.network.reads import finding, index_build, index_entries, index_files, index_open
from squaremile.network.reads.finding import find
from squaremile.network.tasks.finding import ask_saved_searches, renew_index
from tests.network.finding.conftest import paper, renew

SECRET = "zymurgoline"


def everything(found):
    """Every word that a result would show."""
    return repr((found.hits, found.who, found.facets, found.names, found.rescued))


def test_only_what_changed_is_read_again(library):
    assert renew().read == 0
    with library.as_("programme"):
        paper("PB-9", "New", "A new paper on cartilage.", "PE-002", 2025)
        network.edit_publication(publication="PB-2", year=2020)
    done = renew()
    assert (done.read, done.gone) == (1, 0)
    assert {e.code: e.year for e in index_files.read_entries(index_build.folder())}["PB-2"] == 2020
    with library.as_("programme"):
        network.hide_entry(noun="publication", entry="PB-9")
    assert renew().gone == 1
    assert index_open.held().index.size == len(index_files.read_entries(index_build.folder()))


def test_a_run_that_was_broken_off_is_taken_up(library, settings, tmp_path, monkeypatch):
    settings.NETWORK_INDEX_ROOT = tmp_path / "other"
    monkeypatch.setattr(store, "STEP", 2)

    def broken(done, of):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        renew(told=broken)
    assert index_open.held() is None
    done = renew()
    assert done.read == done.total - 2
    with library.as_("hana"):
        assert find("cartilage").hits


def test_a_round_of_the_worker_reads_a_few_and_goes_on(library, settings, tmp_path):
    settings.NETWORK_INDEX_ROOT = tmp_path / "other"
    first = renew(most=3)
    assert (first.read, first.left) == (3, first.total - 3)
    assert renew(most=3).read == 3
    with scope(system("worker")):
        renew_index()
    assert renew().read == 0


def test_a_spoilt_index_is_made_anew(library):
    (index_build.folder() / index_files.PARTS / "index.json").write_text("{", encoding="utf-8")
    assert renew().read > 0
    with library.as_("hana"):
        assert find("cartilage").hits


@pytest.mark.parametrize("renewed", [False, True])
def test_hidden_people_and_organisations_are_found_nowhere(library, renewed):
    with library.as_("programme"):
        network.add_partner(code="PN-S", kind="institute", name_en="Secretive Institute", country="CH", says_en=SECRET)
        network.add_person(code="PE-S", kind="researcher", name_en="Sigrid Secret", bio_en=f"{SECRET} cartilage", partner="PN-S")
        network.add_lab(code="LB-S", partner="PN-S", name_en="Secret lab", says_en=f"{SECRET} cartilage")
        paper("PB-S", "Cartilage too", "Compressive modulus of cartilage again.", "PE-S", 2023)
    renew()
    with library.as_("programme"):
        network.hide_entry(noun="partner", entry="PN-S")
        network.hide_entry(noun="person", entry="PE-S")
    if renewed:
        renew()
    with library.as_("hana"):
        for question in (SECRET, "cartilage", "Sigrid Secret", f"{SECRET[:-1]}a"):
            said = everything(find(question))
            assert not any(word in said for word in ("Sigrid", "Secretive", "PE-S", "PN-S", "LB-S", "'CH'")), question
            assert SECRET not in said.replace(question, "")


def test_a_document_of_one_organisation_is_masked_for_its_rival(library, monkeypatch):
    """What carries an owner takes no part in anything for others: not in ranks, facets, spelling or quotes."""
    own = index_entries.Entry(
        "company", "PN-U", "", "Private plan", "", f"{SECRET} cartilage bioreactor", 2026, ("PE-002",), "PN-U", "/x/",
        visible_to=str(library.organisations["SAEBOM"]),
    )
    public = [e for e in _entries() if e.id != own.id]
    monkeypatch.setattr(index_build, "entries", lambda: iter([*public, own]))
    renew()
    with library.as_("sora"):
        assert SECRET in everything(find(SECRET))
    with library.as_("hana"):
        for question in (SECRET, "cartilage bioreactor", f"{SECRET[:-2]}ne"):
            said = everything(find(question))
            assert SECRET not in said.replace(question, "")
            assert "Private plan" not in said
            assert "2026" not in said


def _entries():
    with scope(system("worker")):
        return list(index_entries.entries())


def test_a_needs_confidential_part_is_in_no_entry_and_an_unlisted_need_is_none(library):
    with library.as_("hana"):
        for listed in (True, False):
            network.submit_need(
                mode="consult", title_en=f"Need {listed}", says_en="Public words", confidential_en=SECRET, listed=listed
            )
    texts = repr(_entries())
    assert "Need True" in texts
    assert "Need False" not in texts
    assert SECRET not in texts
    assert "HANBIT" not in texts


def test_a_listed_need_has_a_card_that_names_nobody(library):
    with library.as_("hana"):
        need = network.submit_need(mode="consult", title_en="Listed", confidential_en=SECRET, listed=True)
    outbox.deliver()
    with library.as_("sora"):
        card = Card.objects.get(kind="need")
        assert (card.title_en, card.says_en, card.organisation_id) == ("Listed", "Consulting", None)
    with scope(system("worker")):
        told = Notice.objects.filter(kind="network.need_asked").values_list("recipient", flat=True)
        assert list(told) == [library.people["programme"]]
    with library.as_("hana"):
        network.unlist_need(need=need.code)
    outbox.deliver()
    with library.as_("sora"):
        assert not Card.objects.filter(kind="need").exists()


def test_a_saved_search_tells_each_new_answer_once(library):
    with library.as_("hana"):
        seen = finding.addresses("cartilage", "publication")
        network.save_search(question="cartilage", kind="publication", name="연골", seen=seen)
    for _ in range(2):
        with scope(system("worker")):
            ask_saved_searches()
    with scope(system("worker")):
        assert not Notice.objects.filter(kind="network.search_found").exists()
    with library.as_("programme"):
        paper("PB-N", "Cartilage anew", "More on cartilage.", "PE-002", 2026)
    renew()
    for _ in range(2):
        with scope(system("worker")):
            ask_saved_searches()
    with scope(system("worker")):
        told = Notice.objects.filter(kind="network.search_found").values_list("recipient", "url")
        assert list(told) == [(library.people["hana"], "/network/publications/PB-N/")]
        assert "/network/publications/PB-N/" in SavedSearch.objects.get().seen
