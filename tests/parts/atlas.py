"""For the tests of the whole product: the atlas. A draft and an open pair are staff's alone; a rival has nothing there."""

from squaremile.atlas import operations as atlas
from squaremile.kernel.scope import scope
from tests.world import setup_scope

API = "squaremile.api.v1.atlas"
LEFT_OUT = (
    "address_ko", "address_en", "also", "area_km2", "attribution", "city", "closed", "country", "definition_ko", "definition_en",
    "during", "evidence_at", "evidence_numbers", "figure", "floor_m2", "founded", "headline", "jobs", "keep", "latitude", "lei",
    "licence", "longitude", "of_day", "opened", "openalex", "outline", "parent_institution", "population", "precision", "query",
    "refuted_ko", "refuted_en", "ror", "source", "status", "text_en", "website", "weight", "wider_code", "judgement", "institution",
)  # fmt: skip
HERS = {"institution": "draft", "institution_site": "draft site", "headline": "draft claim", "pair": "atlas pair", "shared_chart": "shared chart"}
SOUND = {
    "activity_code": "one", "activity_scheme": "modality", "during": "2026", "entry": "draft", "judgement": "unknown", "measure": "jobs",
    "noun": "organisation", "other_code": "two", "other_institution": "AO-OPEN", "other_scheme": "modality", "position": 1,
    "screen": "compare", "chart": "ranks", "choices": "region=open",
    "region": "open", "region_scheme": "drawn", "text_ko": "왜", "tie_kind": "trial", "weight": 1,
}  # fmt: skip
OWN = {
    "atlas.add_organisation": {"kind": "company"}, "atlas.add_activity_code": {"code": "three"},
    "atlas.draw_region": {"code": "new"}, "atlas.edit_source": {"source": "by-hand"}, "atlas.publish": {"entry": "draft"},
    "atlas.unpublish": {"entry": "draft"}, "atlas.undo_merge": {"pair": "merged atlas pair"}, "atlas.record_fact": {"figure": 3},
    "atlas.pair_organisations": {"other_institution": "AO-OTHER"}, "atlas.edit_region": {"region": "hidden region"},
    "atlas.import_organisations": {"rows": [], "source": "by-hand"}, "atlas.import_regions": {"rows": [], "source": "by-hand"},
    "atlas.import_facts": {"rows": [], "source": "by-hand"}, "atlas.import_ties": {"rows": [], "source": "by-hand"},
    "atlas.keep_batch": {"source": "by-hand", "kind": "list", "file_name": "x.csv", "digest": "0" * 64, "report": {}},
}  # fmt: skip
LEFT_OUT_OF = {"atlas.record_activity": ("weight",)}
PLACES = {
    "institution": ["draft"], "region": ["hidden region"], "headline": ["draft claim"], "batch": ["batch"],
    "atlas_pair": ["atlas pair"], "institution_site": ["draft site"], "shared_chart": ["shared chart"],
}  # fmt: skip
SAID = {
    "position": ["1"], "region_scheme": ["drawn"], "source": ["list"], "screen": ["compare", "ties", "own"], "chart": ["ranks", "web"],
}  # fmt: skip
BEGINNINGS = {"api/v1/atlas/duplicates/": ["atlas pair"]}
FORM = {"noun": "organisation"}
TEXTS = {"draft name": "새봄 기밀 후보지", "draft claim text": "새봄이 옮겨 올 것이다"}
SQUARE = {"type": "Polygon", "coordinates": [[[127.0, 35.8], [127.2, 35.8], [127.2, 35.9], [127.0, 35.9], [127.0, 35.8]]]}


def week(world, codes, keys):
    """Staff prepare drafts that name the rival; nobody but staff may read them."""
    with world.as_("programme"):
        atlas.add_source(code="list", name_ko="출처")
        atlas.add_organisation(code="AO-HERS", kind="company", name_ko=TEXTS["draft name"])
        atlas.add_organisation(code="AO-OPEN", kind="company", name_ko="열린기관", published=True)
        atlas.add_organisation(code="AO-OTHER", kind="company", name_ko="다른기관")
        for code in ("AO-ONE", "AO-TWO"):
            atlas.add_organisation(code=code, kind="company", name_ko="숨은쌍둥이")
        atlas.add_site(code="AS-HERS", institution="AO-HERS", address_ko="전주시", latitude=35.85, longitude=127.1, precision="street")
        for code in ("one", "two"):
            atlas.add_activity_code(activity_scheme="modality", code=code, name_ko=code)
        atlas.add_region_scheme(code="drawn", name_ko="그린 지역")
        atlas.draw_region(region_scheme="drawn", code="RG-HERS", name_ko="숨은 지역", outline=SQUARE)
        atlas.draw_region(region_scheme="drawn", code="open", name_ko="열린 지역", outline=SQUARE, published=True)
        claim = atlas.add_claim(code="AC-HERS", text_ko=TEXTS["draft claim text"])
        atlas.add_claim_member(headline=claim.code, institution="AO-HERS")
        pair = atlas.pair_organisations(institution="AO-HERS", other_institution="AO-OPEN")
        merged = atlas.pair_organisations(institution="AO-ONE", other_institution="AO-TWO")
        atlas.merge_organisations(pair=merged.code)
        share = atlas.share_chart(screen="compare", chart="ranks", choices="region=RG-HERS")
    with scope(setup_scope()):
        batch = atlas.keep_batch(source="list", kind="list", file_name="x.csv", digest="0" * 64, report={})
    codes |= {
        "draft": "AO-HERS", "draft site": "AS-HERS", "hidden region": "RG-HERS", "draft claim": "AC-HERS",
        "batch": batch.code, "atlas pair": pair.code, "merged atlas pair": merged.code,
        "shared chart": share.code,
    }  # fmt: skip


def furnish(world):
    """One of each, linked to each other, a pair that may be one and a file that was brought in."""
    with world.as_("programme"):
        atlas.add_organisation(code="AO-1", kind="company", name_ko="새벌바이오", website="https://example.org", published=True)
        atlas.add_organisation(code="AO-2", kind="university", name_ko="새벌대학교", name_en="Saebeol University", published=True)
        atlas.edit_organisation(institution="AO-1", parent_institution="AO-2")
        atlas.add_site(institution="AO-1", address_ko="전주시 덕진구", latitude=35.85, longitude=127.1, precision="street", jobs=12)
        atlas.add_activity_code(activity_scheme="modality", code="cell", name_ko="세포치료제", name_en="Cell therapy")
        atlas.record_activity(institution="AO-1", activity_scheme="modality", activity_code="cell")
        atlas.record_tie(institution="AO-1", other_institution="AO-2", tie_kind="coauthor", during="2026", evidence_numbers=["W1"])
        atlas.add_region_scheme(code="drawn", name_ko="그린 지역", name_en="Drawn")
        atlas.draw_region(region_scheme="drawn", code="square", name_ko="네모", name_en="Square", outline=SQUARE, published=True)
        atlas.record_fact(region_scheme="drawn", region="square", measure="jobs", during="2026", figure=12)
        atlas.add_claim(code="AC-1", text_ko="{n}곳 가운데 {k}곳이 있습니다", text_en="{k} of {n} are here", published=True)
        atlas.add_claim_member(headline="AC-1", institution="AO-1")
        atlas.judge_claim_member(headline="AC-1", position=1, judgement="yes", evidence_at="https://example.org", of_day="2027-03-01")
        atlas.take_snapshot(headline="AC-1")
        atlas.share_chart(screen="compare", chart="ranks")
        atlas.pair_organisations(institution="AO-1", other_institution="AO-2")
        atlas.add_organisation(code="AO-3", kind="company", name_ko="새벌바이오")
        atlas.add_organisation(code="AO-4", kind="company", name_ko="새벌바이오")
        atlas.merge_organisations(pair=atlas.pair_organisations(institution="AO-3", other_institution="AO-4").code)
    with scope(setup_scope()):
        finding = {"code": "far", "subject": "row:2", "others": [], "ko": "멀리 있습니다", "en": "is far away"}
        kinds = {"organisations": {"read": 2, "planned": 2, "created": 2, "unchanged": 0, "updated": 0, "kept": 0, "skipped": {}}}
        atlas.keep_batch(source="by-hand", kind="list", file_name="list.csv", digest="0" * 64, report={"kinds": kinds, "findings": [finding]})
