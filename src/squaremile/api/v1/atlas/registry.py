"""What keeps the atlas, over the API."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field

from squaremile.api.answers import Answer, Coded, Named
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.atlas import operations as atlas


def _exact(value: Any) -> Any:
    """A number goes in by its decimal text, never by its binary neighbour."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise ValueError("Give a decimal number")
    return str(value)


Degrees = Annotated[Decimal, BeforeValidator(_exact), Field(max_digits=10, decimal_places=7)]
Share = Annotated[Decimal, BeforeValidator(_exact), Field(max_digits=6, decimal_places=5)]
POINT = {"latitude": Degrees | None, "longitude": Degrees | None}


class AtlasOrganisationKept(Named):
    """An organisation of the atlas."""

    code: str = Field(examples=["AO-7K3M9QXA"])
    kind: str = Field(examples=["company"])
    published: bool


class SiteKept(Coded):
    """A place of an organisation."""

    code: str = Field(examples=["AS-7K3M9QXA"])
    precision: str = Field(examples=["street"])


class RegionKept(Named):
    """A region."""

    code: str = Field(examples=["52111"])
    area_km2: Decimal | None
    published: bool


class SchemeKept(Named):
    """A scheme of regions, or a source."""


class CodeKept(Named):
    """A code of an activity."""

    scheme: str


class WordsKept(Answer):
    """How many words of the seed are there."""

    count: int

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(count=found)


class Weighed(Answer):
    """How much of it; null: taken away."""

    weight: Decimal | None

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(weight=None if found is None else found.weight)


class FactKept(Answer):
    """A figure of a region."""

    period: str
    measure: str
    value: Decimal | None
    suppressed: bool


class ClaimKept(Coded):
    """A claim."""

    code: str = Field(examples=["AC-7K3M9QXA"])
    text_ko: str
    text_en: str
    published: bool


class AtlasMemberKept(Answer):
    """One of the N of a claim."""

    position: int
    judgement: str


class FigureKept(Coded):
    """A kept answer: `value` of `base`, `unknown` not known; the state of the registry it was asked of."""

    code: str = Field(examples=["AF-7K3M9QXA"])
    value: int
    base: int
    unknown: int
    digest: str


class AtlasPairKept(Coded):
    """Two organisations that may be one."""

    code: str = Field(examples=["AD-7K3M9QXA"])
    state: str = Field(examples=["merged"])


class AtlasPairsFound(Answer):
    """The pairs that were found."""

    pairs: list[str] = Field(examples=[["AD-7K3M9QXA"]])

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(pairs=[each.code for each in found])


class ChartShared(Coded):
    """The address of a chart is `/atlas/embed/{code}/`."""

    code: str = Field(examples=["0Q8m1yUq5mB6n7dJ3kXWc2hVtRz4sLpA"])
    screen: str = Field(examples=["compare"])
    chart: str = Field(examples=["ranks"])


class AtlasEntryKept(Coded):
    """An entry of the atlas."""

    published: bool


ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(POST, "/atlas/sources", atlas.add_source, SchemeKept, status=201),
    Endpoint(PATCH, "/atlas/sources/{source}", atlas.edit_source, SchemeKept),
    Endpoint(POST, "/atlas/organisations", atlas.add_organisation, AtlasOrganisationKept, status=201),
    Endpoint(PATCH, "/atlas/organisations/{institution}", atlas.edit_organisation, AtlasOrganisationKept),
    Endpoint(POST, "/atlas/organisations/{institution}/sites", atlas.add_site, SiteKept, status=201, fields=POINT),
    Endpoint(PATCH, "/atlas/sites/{institution_site}", atlas.edit_site, SiteKept, fields=POINT),
    Endpoint(POST, "/atlas/organisations/{institution}/activities", atlas.record_activity, Weighed),
    Endpoint(POST, "/atlas/organisations/{institution}/ties", atlas.record_tie, Weighed),
    Endpoint(POST, "/atlas/activity-codes", atlas.add_activity_code, CodeKept, status=201),
    Endpoint(POST, "/atlas/activity-codes/seed", atlas.seed_taxonomy, WordsKept),
    Endpoint(POST, "/atlas/crosswalk", atlas.set_crosswalk, Weighed, fields={"weight": Share}),
    Endpoint(POST, "/atlas/region-schemes", atlas.add_region_scheme, SchemeKept, status=201),
    Endpoint(POST, "/atlas/regions/{region_scheme}", atlas.draw_region, RegionKept, status=201),
    Endpoint(PATCH, "/atlas/regions/{region_scheme}/{region}", atlas.edit_region, RegionKept),
    Endpoint(POST, "/atlas/regions/{region_scheme}/{region}/facts", atlas.record_fact, FactKept),
    Endpoint(POST, "/atlas/claims", atlas.add_claim, ClaimKept, status=201),
    Endpoint(PATCH, "/atlas/claims/{headline}", atlas.edit_claim, ClaimKept),
    Endpoint(POST, "/atlas/claims/{headline}/members", atlas.add_claim_member, AtlasMemberKept, status=201),
    Endpoint(POST, "/atlas/claims/{headline}/judge", atlas.judge_claim_member, AtlasMemberKept),
    Endpoint(POST, "/atlas/claims/{headline}/snapshots", atlas.take_snapshot, FigureKept, status=201),
    Endpoint(POST, "/atlas/entries/publish", atlas.publish, AtlasEntryKept),
    Endpoint(POST, "/atlas/entries/unpublish", atlas.unpublish, AtlasEntryKept),
    Endpoint(POST, "/atlas/shares", atlas.share_chart, ChartShared, status=201),
    Endpoint(POST, "/atlas/shares/{shared_chart}/withdraw", atlas.withdraw_share, ChartShared),
    Endpoint(POST, "/atlas/duplicates", atlas.find_duplicates, AtlasPairsFound),
    Endpoint(POST, "/atlas/pairs", atlas.pair_organisations, AtlasPairKept, status=201),
    Endpoint(POST, "/atlas/duplicates/{pair}/merge", atlas.merge_organisations, AtlasPairKept),
    Endpoint(POST, "/atlas/duplicates/{pair}/apart", atlas.keep_organisations_apart, AtlasPairKept),
    Endpoint(POST, "/atlas/duplicates/{pair}/undo", atlas.undo_merge, AtlasPairKept),
)
