"""Paste a need, get people: evidence, conflicts, verdicts that move the list, teams, and the blind mode."""

from squaremile.network import operations as network
from squaremile.network.reads import blind, needs
from squaremile.network.reads.candidates import matches
from squaremile.network.reads.expert_teams import teams
from tests.network.finding.conftest import renew

TEXT = "We want to measure the compressive modulus of cartilage in a bioreactor"


def order(found):
    return [each.found.who.code for each in found.people]


def a_need(world, **more):
    with world.as_("hana"):
        return network.submit_need(mode="consult", title_en=TEXT, says_en="Antibody affinity too.", **more)


def test_people_come_with_sentences_and_what_speaks_against_them(library):
    with library.as_("hana"):
        found = matches(TEXT)
        first = found.people[0]
        assert (order(found)[0], first.position, first.subject) == ("PE-001", 1, "person")
        assert any(piece.marked for hit in first.found.evidence for quote in hit.quotes for piece in quote.pieces)
        assert [str(said) for said in first.availability] == ["연계 담당을 거쳐 연락합니다"]
        assert found.labs[0].found.who.code == "LB-1"
        assert found.companies[0].found.who.code == "PN-U"


def test_an_own_organisation_is_a_conflict(library):
    with library.as_("programme"):
        network.add_partner(code="PN-H", kind="company", name_ko="한빛바이오", organisation=library.organisations["HANBIT"])
        network.add_person(code="PE-H", kind="founder", name_ko="김한빛", partner="PN-H",
                           bio_en="Compressive modulus of cartilage in a bioreactor is my field.")  # fmt: skip
    renew()
    with library.as_("hana"):
        mine = matches(TEXT, organisation=library.organisations["HANBIT"])
        hers = next(c for c in mine.people if c.found.who.code == "PE-H")
        assert [c.en for c in hers.conflicts] == ["belongs to the organisation that asks"]
    with library.as_("sora"):
        theirs = matches(TEXT, organisation=library.organisations["SAEBOM"])
        hers = next(c for c in theirs.people if c.found.who.code == "PE-H")
        assert [c.en for c in hers.conflicts] == ["belongs to a company of the cluster: may be a rival"]


def test_verdicts_move_the_list_and_the_next_best_moves_up(library):
    need = a_need(library)
    asked = {"need": need.code, "subject": "person", "subject_code": "PE-001"}
    with library.as_("hana"):
        assert order(matches(TEXT, need=need.id))[0] == "PE-001"
        network.judge_match(**asked, verdict="declined")
        found = matches(TEXT, need=need.id)
        assert "PE-001" not in order(found)
        assert [c.found.who.code for c in found.declined] == ["PE-001"]
        assert found.people[0].position == 1
        network.judge_match(**asked, verdict="not", reason="다른 분야")
        found = matches(TEXT, need=need.id)
        assert order(found)[-1] == "PE-001"
        network.judge_match(**asked, verdict="fits")
        assert order(matches(TEXT, need=need.id))[0] == "PE-001"


def test_a_rivals_verdicts_do_not_move_ones_own_list(library):
    need = a_need(library)
    with library.as_("sora"):
        before = [(c.found.who.code, c.found.score, c.availability) for c in matches(TEXT).people]
    with library.as_("hana"):
        network.judge_match(need=need.code, subject="person", subject_code="PE-001", verdict="not")
        network.judge_match(need=need.code, subject="person", subject_code="PE-021", verdict="declined")
    with library.as_("sora"):
        assert [(c.found.who.code, c.found.score, c.availability) for c in matches(TEXT).people] == before


def test_a_hidden_person_is_named_nowhere_even_before_the_index_is_renewed(library):
    with library.as_("programme"):
        network.hide_entry(noun="person", entry="PE-001")
    with library.as_("hana"):
        assert "PE-001" not in order(matches(TEXT))
        members = teams(TEXT)
        assert members is None or "PE-001" not in [m.who.code for m in members.members]


def test_a_team_covers_the_aspects_with_few(library):
    with library.as_("programme"):
        network.add_term(ko="압축 탄성계수", en="compressive modulus")
        network.add_term(ko="항체 친화도", en="antibody affinity")
    with library.as_("hana"):
        found = teams("The compressive modulus and the antibody affinity of a lotion")
        assert {m.who.code for m in found.members} == {"PE-001", "PE-002"}
        assert found.fewest == 2
        assert teams("one") is None
        alone = teams("The compressive modulus and the antibody affinity", frozenset({"PE-002"}))
        assert "PE-002" not in [m.who.code for m in alone.members]


def test_the_blind_list_names_nobody_and_its_result_is_counted(library):
    need = a_need(library)
    with library.as_("hana"):
        row = needs.need(need.code)
        found = blind.nameless(row)
        assert found
        assert not any("Ko" in repr(each) and "PE-0" in each.token for each in found)
        assert [each.token for each in found] == sorted(each.token for each in found)
        first = blind.pool(row)[0]
        network.judge_match(
            need=need.code, subject="person", subject_code=first.found.who.code, verdict="fits", blind=True, position=1
        )
        judged = blind.results(need.code)
        assert [(r.judge.en, r.depths[0].fits, r.depths[0].judged) for r in judged] == [("Hana Kim", 1, 1)]
