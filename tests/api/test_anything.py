"""Whatever is sent, by whomever: an answer as described, or a refusal as a problem document. Never a fault of ours."""

from collections.abc import Iterator

import pytest
import schemathesis
from django.core import signals
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance

from squaremile.config.wsgi import application
from tests.api.conftest import give_token

# Drawn values alone: the coverage phase makes hundreds of cases for each address, and twenty minutes of them.
CONFIG = schemathesis.Config.from_dict({"phases": {"coverage": {"enabled": False}}})
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application, config=CONFIG)
CHECKS = [not_a_server_error, response_schema_conformance, content_type_conformance]
REAL = {
    "equipment": "CONFOCAL", "organisations": "HANBIT", "places": "R201-B1", "projects": "PJ-HANBIT",
    "people": "hana@example.org", "sites": "JB", "rules-of-use": "STRICT",
}  # fmt: skip
EXAMPLES = settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.fixture(autouse=True)
def _kept_connection() -> Iterator[None]:
    """A served request lets go of a connection in a transaction; here that is the test's own."""
    both = (signals.request_started, signals.request_finished)
    for signal in both:
        signal.disconnect(close_old_connections)
    yield
    for signal in both:
        signal.connect(close_old_connections)


# Its values give each address a name of its own, without which the workers would take all of them for one test.
@pytest.mark.parametrize("people", [("hana", "hajin", "operator")], ids=["scientist-admin-operations"])
@schema.parametrize()
@EXAMPLES
def test_nothing_breaks_it(case, world, people):
    callers = [{"Authorization": f"Bearer {give_token(world, who, again=True)}"} for who in people]
    for headers in callers:
        case.call_and_validate(headers=headers, checks=CHECKS)
    if real := REAL.get(case.operation.path.split("/")[3]):
        # Behind a code that nobody guesses there is little to break: the same again on a thing that is there.
        case.path_parameters = dict.fromkeys(case.path_parameters or {}, real)
        for headers in callers:
            case.call_and_validate(headers=headers, checks=CHECKS)
