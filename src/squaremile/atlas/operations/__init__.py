"""What the atlas does. Importing this package registers every operation."""

from squaremile.atlas.operations.activities import add_activity_code, record_activity, seed_taxonomy, set_crosswalk
from squaremile.atlas.operations.batches import keep_batch
from squaremile.atlas.operations.claims import (
    add_claim,
    add_claim_member,
    edit_claim,
    judge_claim_member,
    take_snapshot,
)
from squaremile.atlas.operations.duplicates import find_duplicates
from squaremile.atlas.operations.facts import record_fact, record_tie
from squaremile.atlas.operations.merging import (
    keep_organisations_apart,
    merge_organisations,
    pair_organisations,
    undo_merge,
)
from squaremile.atlas.operations.organisations import add_organisation, edit_organisation
from squaremile.atlas.operations.publishing import publish, unpublish
from squaremile.atlas.operations.regions import add_region_scheme, draw_region, edit_region
from squaremile.atlas.operations.shared import share_chart, withdraw_share
from squaremile.atlas.operations.sites import add_site, edit_site
from squaremile.atlas.operations.sources import add_source, edit_source
from squaremile.atlas.operations.taking_in import import_organisations
from squaremile.atlas.operations.taking_in_figures import import_facts, import_regions, import_ties

__all__ = [
    "add_activity_code", "add_claim", "add_claim_member", "add_organisation", "add_region_scheme", "add_site", "add_source",
    "draw_region", "edit_claim", "edit_organisation", "edit_region", "edit_site", "edit_source", "find_duplicates",
    "import_facts", "import_organisations", "import_regions", "import_ties", "judge_claim_member", "keep_batch",
    "keep_organisations_apart", "merge_organisations", "pair_organisations", "publish", "record_activity", "record_fact",
    "record_tie", "seed_taxonomy", "set_crosswalk", "share_chart", "take_snapshot", "undo_merge",
    "unpublish", "withdraw_share",
]  # fmt: skip
