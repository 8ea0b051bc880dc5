"""Tables of the atlas, one noun a file."""

from squaremile.atlas.models.activity import Activity, ActivityCode, Crosswalk
from squaremile.atlas.models.batch import Batch
from squaremile.atlas.models.claim import Claim, ClaimMember, Snapshot
from squaremile.atlas.models.duplicate import Duplicate, Merge
from squaremile.atlas.models.fact import Fact, Tie
from squaremile.atlas.models.organisation import Identifier, Organisation
from squaremile.atlas.models.region import Region, RegionScheme
from squaremile.atlas.models.share import Share
from squaremile.atlas.models.site import Site, SiteRegion
from squaremile.atlas.models.source import Provenance, Source

__all__ = [
    "Activity", "ActivityCode", "Batch", "Claim", "ClaimMember", "Crosswalk", "Duplicate", "Fact", "Identifier", "Merge",
    "Organisation", "Provenance", "Region", "RegionScheme", "Share", "Site", "SiteRegion", "Snapshot", "Source", "Tie",
]  # fmt: skip
