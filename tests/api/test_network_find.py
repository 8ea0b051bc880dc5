"""Finding over the API: people and documents with their sentences, and only what the asker may see."""

from tests.network.finding.conftest import library, monday  # noqa: F401


def test_answers_come_with_their_sentences(library, calling):  # noqa: F811
    said = calling("hana")("GET", "/network/find?q=compressive%20modulus%20of%20cartilage&kind=person")
    assert said.status_code == 200
    found = said.json()
    assert found["indexed"] is True
    assert found["items"][0]["code"] == "PE-001"
    assert "ompressive" in found["items"][0]["evidence"][0]["sentences"][0]
    both = calling("hana")("GET", "/network/find?q=cartilage").json()
    assert {"person", "publication"} <= {item["kind"] for item in both["items"]}


def test_a_question_is_needed_and_bounded(library, calling):  # noqa: F811
    assert calling("hana")("GET", "/network/find").status_code == 422
    assert calling("hana")("GET", "/network/find?q=x&limit=0").status_code == 422
    assert calling("hana")("GET", f"/network/find?q={'x' * 4001}").status_code == 422
