"""For the tests of the whole product: the directory: organisations, labs, people, technologies, publications."""

from squaremile.kernel import clock
from squaremile.network import operations as network
from squaremile.network.models import Duplicate, Person
from squaremile.network.operations import Author

LEFT_OUT = (
    "also", "says_ko", "says_en", "bio_ko", "bio_en", "business_number", "city_ko", "city_en", "contact_way", "country",
    "lab", "orcid", "role_ko", "role_en", "ror", "source", "speaks", "website", "partner", "abstract_ko", "abstract_en",
    "advantage_en", "also_en", "also_ko", "authors", "doi", "economics_en", "experts", "funder_en", "funder_ko", "keep",
    "keywords", "latitude", "longitude", "needs_en", "needs_ko", "openalex", "patents", "pmid", "problem_en", "stage_en",
    "transferred_on", "venue", "year",
)  # fmt: skip
HERS = {
    "claim": "claim", "entry": "expert", "expert": "expert", "pair": "pair", "publication": "publication",
    "research_project": "research project", "technology": "technology",
}  # fmt: skip
SOUND = {
    "advantage_ko": "왜", "economics_ko": "왜", "first_year": 2026, "last_year": 2027, "noun": "person", "position": 1,
    "problem_ko": "왜", "stage_ko": "왜", "trl": 4,
}  # fmt: skip
OWN = {
    "network.add_lab": {"partner": "PARTNER"}, "network.add_partner": {"organisation": None}, "network.add_person": {"kind": "researcher"},
    "network.add_publication": {"kind": "article", "title_ko": "훔침"}, "network.add_research_project": {"partner": "PARTNER", "title_ko": "훔침"},
    "network.add_technology": {"partner": "PARTNER"}, "network.edit_concept": {"concept": "CONCEPT"}, "network.edit_lab": {"lab": "lab"},
    "network.edit_partner": {"partner": "partner", "organisation": None}, "network.edit_person": {"kind": "researcher"},
    "network.edit_publication": {"kind": "article"}, "network.link_author": {"expert": ""}, "network.undo_merge": {"pair": "DU-MERGED"},
}  # fmt: skip
PLACES = {
    "claim": ["claim"], "expert": ["expert"], "lab": ["lab"], "pair": ["pair"], "partner": ["partner"],
    "publication": ["publication"], "research_project": ["research project"], "technology": ["technology"],
}  # fmt: skip
BEGINNINGS = {"network/partners/": ["partner"], "network/labs/": ["lab"]}
ALL = {"concepts": ["CONCEPT"]}
TEXTS = {"claim says": "새봄 학회 명단에 제가 있습니다"}
FOUR = {"problem_ko": "문제", "advantage_ko": "장점", "economics_ko": "경제", "stage_ko": "단계"}


def week(world, codes, keys):
    """Somebody enters an institute that everyone may see, and others that are hidden; the rival claims a profile."""
    with world.as_("programme"):
        network.add_partner(code="PARTNER", kind="institute", name_ko="한벌연구소", name_en="Hanbeol Institute")
        network.add_concept(code="CONCEPT", name_ko="오가노이드", name_en="organoid")
        network.add_partner(code="PN-HERS", kind="startup", name_ko="숨은기관", name_en="Hidden Body")
        network.add_lab(code="LB-HERS", partner="PARTNER", name_ko="숨은연구실")
        for code in ("PE-HERS", "PE-TWIN", "PE-ONE", "PE-TWO"):
            network.add_person(code=code, kind="researcher", name_ko="숨은사람")
        network.add_publication(code="PB-HERS", title_ko="숨은 논문", authors=[Author("숨은사람", "PE-HERS")])
        network.add_technology(code="TE-HERS", partner="PARTNER", trl=3, name_ko="숨은 기술", **FOUR)
        network.add_research_project(code="RP-HERS", partner="PARTNER", first_year=2026, last_year=2027, title_ko="숨은 과제")
    with world.as_("sujin"):
        claim = network.claim_profile(expert="PE-HERS", says=TEXTS["claim says"])
    with world.as_("programme"):
        for code, one, other in (("DU-HERS", "PE-HERS", "PE-TWIN"), ("DU-MERGED", "PE-ONE", "PE-TWO")):
            left, right = sorted(Person.objects.filter(code__in=(one, other)).values_list("id", flat=True))
            Duplicate.objects.create(code=code, kind="person", left=left, right=right, probability=1, state="open", found_at=clock.now())
        network.merge_duplicate(pair="DU-MERGED")
        for noun, code in (
            ("partner", "PN-HERS"), ("lab", "LB-HERS"), ("person", "PE-HERS"), ("publication", "PB-HERS"), ("technology", "TE-HERS"),
            ("project", "RP-HERS"),
        ):  # fmt: skip
            network.hide_entry(noun=noun, entry=code)
    codes |= {
        "claim": claim.code, "expert": "PE-HERS", "lab": "LB-HERS", "pair": "DU-HERS", "partner": "PN-HERS",
        "publication": "PB-HERS", "research project": "RP-HERS", "technology": "TE-HERS",
    }  # fmt: skip


def furnish(world):
    """One of each, linked to each other, a claim that waits and a pair that may be one."""
    with world.as_("programme"):
        network.add_partner(code="PN-1", kind="university", name_ko="새벌대학교", name_en="Saebeol University")
        network.add_lab(code="LB-1", partner="PN-1", name_ko="연골연구실", name_en="Cartilage Lab")
        network.add_concept(code="cartilage", name_ko="연골", name_en="cartilage")
        for code, name in (("PE-1", "김연골"), ("PE-2", "김연골")):
            network.add_person(code=code, kind="researcher", name_ko=name, partner="PN-1", lab="LB-1")
        network.add_person(code="PE-3", kind="researcher", name_ko="최하진", partner="PN-1", email="hajin@example.org")
        network.add_publication(code="PB-1", title_ko="연골의 재생", title_en="Cartilage", authors=[Author("김연골", "PE-1"), Author("박", "PE-2")])
        network.add_technology(code="TE-1", partner="PN-1", lab="LB-1", trl=3, name_ko="연골 패치", experts=["PE-1"], **FOUR)
        network.add_research_project(code="RP-1", partner="PN-1", lab="LB-1", first_year=2026, last_year=2027, title_ko="연골", experts=["PE-1"])
        left, right = sorted(Person.objects.filter(code__in=("PE-1", "PE-2")).values_list("id", flat=True))
        Duplicate.objects.create(
            code="DU-1", kind="person", left=left, right=right, probability=0.9, reasons=[["name_ko", "equal", 8.9]], state="open",
            found_at=clock.now(),
        )
    with world.as_("sora"):
        network.claim_profile(expert="PE-2", says="저입니다")
    with world.as_("hajin"):
        network.claim_profile(expert="PE-3")
