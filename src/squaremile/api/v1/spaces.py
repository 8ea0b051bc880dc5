"""Space over the API."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any, Self

from django.http import HttpRequest, HttpResponse
from pydantic import Field

from squaremile.api import pages
from squaremile.api.answers import Coded, Named, Page, answered
from squaremile.api.endpoint import PATCH, POST, Endpoint
from squaremile.api.v1.door import router
from squaremile.spaces import operations as spaces
from squaremile.spaces.reads.inside import Spot, inside
from squaremile.spaces.reads.sites import SiteRow, sites


class PlaceKept(Named):
    """A place as it was written."""

    kind: str = Field(examples=["room"])
    active: bool


class Let(Coded):
    """That a place is held or occupied, from when until when."""

    state: str = Field(examples=["held"])
    start: datetime
    end: datetime

    @classmethod
    def of(cls, found: Any, asked: Mapping[str, Any]) -> Self:
        return cls(code=found.code, state=found.state, start=found.period.start, end=found.period.end)


class Site(Named):
    """A site and its clock."""

    time_zone: str = Field(examples=["Asia/Seoul"])


class Place(Named):
    """A place as the asker sees it: that it is taken is for all, by whom only for its own people and staff."""

    kind: str = Field(examples=["bench"])
    parent: str | None = Field(examples=["R201"])
    level: int | None
    area_m2: Decimal | None
    rentable: bool
    state: str = Field(examples=["free"])


class ReshapeKept(Coded):
    """A merge or a split of places."""

    at: datetime
    cancelled_at: datetime | None


def _place(spot: Spot) -> Place:
    return Place(
        code=spot.code, name_ko=spot.name.ko, name_en=spot.name.en, kind=spot.kind, parent=spot.parent or None,
        level=spot.level, area_m2=spot.area_m2, rentable=spot.rentable, state=spot.standing.state,
    )


def _site(row: SiteRow) -> Site:
    return Site(code=row.code, name_ko=row.name.ko, name_en=row.name.en, time_zone=str(row.zone))


@router.get("/sites", response=Page[Site], summary="Sites · 사이트", tags=["spaces"], operation_id="sites")
def list_sites(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Every site in use."""
    return answered(pages.cut(sites(), limit, cursor, _site, lambda s: s.code).model_dump_json())


@router.get("/places", response=Page[Place], summary="Places · 장소", tags=["spaces"], operation_id="places")
def list_places(request: HttpRequest, limit: pages.Limit, cursor: pages.Cursor) -> HttpResponse:
    """Every open place with how it stands now, from the outside in."""
    spots = [spot for site in sites() for spot in inside(site.code)]
    return answered(pages.cut(spots, limit, cursor, _place, lambda s: s.code).model_dump_json())


ENDPOINTS = (
    Endpoint(POST, "/places", spaces.add_place, PlaceKept, status=201),
    Endpoint(PATCH, "/places/{code}", spaces.edit_place, PlaceKept, code="place"),
    Endpoint(POST, "/places/{code}/close", spaces.close_place, PlaceKept, code="place"),
    Endpoint(POST, "/places/{code}/reopen", spaces.reopen_place, PlaceKept, code="place"),
    Endpoint(POST, "/places/merge", spaces.merge_places, ReshapeKept, status=201),
    Endpoint(POST, "/places/{code}/split", spaces.split_place, ReshapeKept, code="place", status=201),
    Endpoint(POST, "/place-reshapes/{code}/cancel", spaces.cancel_reshape, ReshapeKept, code="reshape"),
    Endpoint(POST, "/places/{code}/occupancies", spaces.hold, Let, code="place", status=201),
    Endpoint(POST, "/occupancies/{code}/occupy", spaces.occupy, Let, code="occupancy"),
    Endpoint(POST, "/occupancies/{code}/extend", spaces.extend, Let, code="occupancy"),
    Endpoint(POST, "/occupancies/{code}/release", spaces.release, Let, code="occupancy"),
)
