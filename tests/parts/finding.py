"""For the tests of the whole product: finding: the search box, glossary, saved searches, lists."""

from squaremile.network import operations as network

NOUNS = {"lists": ("short list",), "searches": ("search",)}
ALL = {"terms": ["TERM-1"], "glossary": ["TERM-1"]}
HERS = {"search": "search", "short_list": "short list"}
SOUND = {"answers": ["/x/"], "en": "cell", "ko": "세포", "question": "세포", "term": "TERM-1"}
LEFT_OUT = ("broader", "seen")
OWN = {
    "network.put_on_list": {"subject_code": "EXPERT-2"}, "network.retire_term": {"term": "TERM-2"},
    "network.edit_term": {"ko": "원심분리"},
}  # fmt: skip
FORM = {"ko": "세포", "en": "cell", "question": "세포", "name": "목록"}
TEXTS = {"list name": "새봄의 후보 목록", "search name": "새봄이 늘 찾는 것"}


def week(world, codes, keys):
    """The rival keeps a list and a search; the cluster has terms of its own."""
    with world.as_("programme"):
        network.add_term(code="TERM-1", ko="원심분리", en="centrifugation")
        network.add_term(code="TERM-2", ko="동결건조", en="lyophilisation")
    with world.as_("sora"):
        codes["short list"] = network.start_list(name=TEXTS["list name"]).code
        network.put_on_list(short_list=codes["short list"], subject="person", subject_code="EXPERT")
        codes["search"] = network.save_search(question=TEXTS["search name"]).code


def furnish(world):
    """A term, and for one person a list and a search."""
    with world.as_("programme"):
        network.add_term(ko="원심분리", en="centrifugation")
    with world.as_("hana"):
        made = network.start_list(name="자문 후보")
        network.put_on_list(short_list=made.code, subject="equipment", subject_code="CONFOCAL")
        network.save_search(question="연골")
