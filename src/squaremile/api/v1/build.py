"""Version 1, put together: every endpoint and every read, behind a token."""

from typing import Any

from django.urls import URLPattern, URLResolver
from ninja import NinjaAPI, Swagger
from ninja.openapi.schema import OpenAPISchema

from squaremile.api import problems
from squaremile.api.auth import Token
from squaremile.api.endpoint import REFUSALS, Endpoint, add
from squaremile.api.v1 import (
    atlas,
    billing,
    booking,
    booking_reads,
    core,
    core_reads,
    metering,
    network,
    residency,
    safety,
    spaces,
    stores,
)
from squaremile.api.v1.door import router
from squaremile.api.v1.nested import nested
from squaremile.core.problems import MEDIA_TYPE

READS = (core_reads, booking_reads)
"""Imported for what they put on the router."""
DOMAINS = {
    "core": core.ENDPOINTS, "spaces": spaces.ENDPOINTS, "metering": metering.ENDPOINTS, "booking": booking.ENDPOINTS,
    "network": network.ENDPOINTS, "residency": residency.ENDPOINTS, "atlas": atlas.ENDPOINTS,
    "safety": safety.ENDPOINTS, "stores": stores.ENDPOINTS, "billing": billing.ENDPOINTS,
}  # fmt: skip
ENDPOINTS: tuple[Endpoint, ...] = tuple(endpoint for domain in DOMAINS.values() for endpoint in domain)


class Api(NinjaAPI):
    """The API, and its description told truly: refusals are problem documents, on every path."""

    described: OpenAPISchema | None = None

    @property
    def urls(self) -> tuple[list[URLResolver | URLPattern], str, str]:
        found, app, namespace = super().urls
        return nested(found), app, namespace

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        if self.described is None:
            self.described = super().get_openapi_schema(**options)
            for methods in self.described["paths"].values():
                for act in methods.values():
                    _problems(act["responses"])
        return self.described


def _problems(responses: dict[Any, Any]) -> None:
    schema = {"$ref": "#/components/schemas/Problem"}
    for status in REFUSALS:
        said = responses.setdefault(status, {"description": _TITLES[status]})
        said["content"] = {MEDIA_TYPE: {"schema": schema}}


_TITLES = {401: "No valid token", 403: "Not allowed", 404: "Not there, or not yours", 409: "Refused", 422: "Invalid"}


def build() -> Api:
    """The API with its description at openapi.json and its reading room at docs."""
    api = Api(
        title="squaremile", version="1", urls_namespace="api-v1", auth=Token(), docs=Swagger(), docs_url="/docs",
        description="Every act of a cluster, for programs. Refusals are problem documents (RFC 9457) with a code, in"
        " Korean and English. Send `Idempotency-Key` with every request that changes something.",
    )  # fmt: skip
    problems.listen(api)
    for name, endpoints in DOMAINS.items():
        add(router, endpoints, tag=name)
    api.add_router("", router)
    return api


api = build()
