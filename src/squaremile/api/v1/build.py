"""Version 1, put together: every endpoint and every read, behind a token."""

from ninja import NinjaAPI, Router, Swagger

from squaremile.api import problems
from squaremile.api.auth import Token
from squaremile.api.endpoint import Endpoint, add
from squaremile.api.v1 import booking, core

DOMAINS = {"core": core, "booking": booking}
ENDPOINTS: tuple[Endpoint, ...] = tuple(e for domain in DOMAINS.values() for e in domain.ENDPOINTS)


def build() -> NinjaAPI:
    """The API with its description at openapi.json and its reading room at docs."""
    api = NinjaAPI(
        title="squaremile", version="1", urls_namespace="api-v1", auth=Token(), docs=Swagger(), docs_url="/docs",
        description="Every act of a cluster, for programs. Refusals are problem documents (RFC 9457) with a code, in"
        " Korean and English. Send `Idempotency-Key` with every request that changes something.",
    )  # fmt: skip
    problems.listen(api)
    for name, domain in DOMAINS.items():
        acts = Router(tags=[name])
        add(acts, domain.ENDPOINTS)
        if hasattr(domain, "reads"):
            api.add_router("", domain.reads)
        api.add_router("", acts)
    return api


api = build()
