"""One line per operation: its address, its answer. The schema of its input is made from its signature."""

import hashlib
import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Body, Header, Path, Router

from squaremile.api.answers import Answer, Problem, answered
from squaremile.core import idempotency
from squaremile.core.asked.known import KNOWN
from squaremile.core.asked.schema import arguments, given, schema
from squaremile.core.asked.types import Asked, text
from squaremile.kernel.operation import Operation

REFUSALS = frozenset({401, 403, 404, 409, 422})
LONGEST_NAME = 254
POST, PATCH, DELETE = "POST", "PATCH", "DELETE"


@dataclass(frozen=True)
class Endpoint:
    """`code` is the operation's parameter that stands as `{code}` in the path; other places are named as parameters.

    `fields` are narrower kinds of input.
    """

    method: str
    path: str
    call: Callable[..., Any]
    answer: type[Answer]
    code: str = ""
    status: int = 200
    fields: Mapping[str, Any] = field(default_factory=dict)

    def placed(self) -> dict[str, str]:
        """Places of the path, with the parameter each stands for."""
        return {part: self.code if part == "code" else part for part in re.findall(r"{(\w+)}", self.path)}

    @property
    def operation(self) -> Operation:
        found: Operation = self.call.operation  # type: ignore[attr-defined]
        return found


def add(router: Router, endpoints: Sequence[Endpoint], *, tag: str) -> None:
    """Give every endpoint its place in the router."""
    for endpoint in endpoints:
        operation = endpoint.operation
        router.add_api_operation(
            endpoint.path,
            [endpoint.method],
            _view(endpoint),
            operation_id=operation.name,
            summary=f"{operation.label.en} · {operation.label.ko}",
            description=operation.summary,
            tags=[tag],
            response={endpoint.status: endpoint.answer, REFUSALS: Problem},
        )


def _view(endpoint: Endpoint) -> Callable[..., HttpResponse]:
    operation = endpoint.operation
    placed = endpoint.placed()
    body = schema(operation, but=tuple(placed.values()), fields=endpoint.fields)
    needs_body = any(f.is_required() for f in body.model_fields.values())

    def view(request: HttpRequest, **parts: Any) -> HttpResponse:
        asked: Asked | None = parts.get("body")
        values = given(asked) if asked is not None else {}
        values |= {name: parts[part] for part, name in placed.items()}
        return _once(request, parts.get("key"), lambda: _done(endpoint, values))

    parameters = [inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD)]
    for part, name in placed.items():
        says = KNOWN[name].says if name in KNOWN else f"Code ({name})"
        parameters.append(_parameter(part, text(LONGEST_NAME), Path(..., description=says)))
    if body.model_fields:
        parameters.append(_parameter("body", body if needs_body else body | None, Body(... if needs_body else None)))
    parameters.append(_parameter("key", str | None, Header(
        None, alias="Idempotency-Key", description="Any text of your own: the same request with the same key is done"
        " once, and answered the same (Idempotency-Replayed: true)", max_length=idempotency.LONGEST_KEY,
    )))  # fmt: skip
    view.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    view.__annotations__ = {p.name: p.annotation for p in parameters[1:]}
    view.__name__ = operation.name.replace(".", "_")
    return view


def _parameter(name: str, kind: Any, default: Any) -> inspect.Parameter:
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)


def _done(endpoint: Endpoint, values: Mapping[str, Any]) -> tuple[int, str]:
    result = endpoint.call(**arguments(endpoint.operation, values))
    return endpoint.status, endpoint.answer.of(result, values).model_dump_json()


def _once(request: HttpRequest, key: str | None, act: Callable[[], tuple[int, str]]) -> HttpResponse:
    """Act, or give the answer that the same key was given before."""
    if not key:
        status, body = act()
        return answered(body, status)
    digest = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode() + request.body).hexdigest()
    if (kept := idempotency.claim(key, digest)) is not None:
        response = answered(kept.body, kept.status)
        response["Idempotency-Replayed"] = "true"
        return response
    status, body = act()
    idempotency.keep(key, status, body)
    return answered(body, status)
