"""What analysts' tools are given: published rows alone, by a role that reads views and nothing else."""

import psycopg
import pytest

from squaremile.atlas import operations as atlas
from squaremile.kernel import clock
from tests.atlas.making import organisation, region, site
from tests.races.ring import admin
from tests.world import MONDAY, World

VIEWS = (
    "organisation", "site", "region", "site_region", "activity", "fact", "tie", "claim", "crosswalk",
)  # fmt: skip


def test_published_rows_alone(own_database: str, admin_url: str, committed_world: World):
    with clock.as_of(MONDAY), committed_world.as_("programme"):
        for code, published in (("AO-OPEN", True), ("AO-DRAFT", False)):
            organisation(code, published=published)
            site(code)
        region("open")
        region("hidden", published=False)
        for code in ("open", "hidden"):
            atlas.record_fact(region_scheme="drawn", region=code, measure="jobs", during="2026", figure=1)
        atlas.record_tie(institution="AO-OPEN", other_institution="AO-DRAFT", tie_kind="grant")
        atlas.add_claim(code="AC-DRAFT", text_en="x")
    with psycopg.connect(admin(own_database, admin_url), autocommit=True) as db:
        db.execute("SET ROLE sm_atlas")
        seen = {view: db.execute(f"SELECT count(*) FROM atlas_view_{view}").fetchone()[0] for view in VIEWS}
        assert seen == {"organisation": 1, "site": 1, "region": 1, "site_region": 1, "activity": 0, "fact": 1, "tie": 0, "claim": 0, "crosswalk": 0}
        assert db.execute("SELECT code FROM atlas_view_organisation").fetchall() == [("AO-OPEN",)]
        for table in ("atlas_organisation", "core_user", "booking_reservation"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                db.execute(f"SELECT 1 FROM {table}")
    with psycopg.connect(admin(own_database, admin_url), autocommit=True) as db:
        db.execute("SET ROLE sm_app")
        for view in VIEWS:
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                db.execute(f"SELECT 1 FROM atlas_view_{view}")
