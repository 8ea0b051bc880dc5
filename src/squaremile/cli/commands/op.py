"""`squaremile op`: any operation by its name, with its input as JSON; what the API takes and refuses, this does too."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from squaremile.cli import environment
from squaremile.cli.terminal import Trouble, say
from squaremile.kernel.words import Text

EXIT_REFUSED = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name", nargs="?", help=str(Text(ko="작업 이름, 예: booking.reserve", en="such as booking.reserve"))
    )
    parser.add_argument(
        "--json",
        default="{}",
        help=str(Text(ko="입력 (JSON 객체, -는 표준 입력)", en="input (JSON object, - for stdin)")),
    )
    parser.add_argument(
        "--as", dest="email", metavar="EMAIL",
        help=str(Text(ko="이 사람의 권한으로 (없으면 설치 권한)", en="with this person's rights (else those of set-up)")),
    )  # fmt: skip
    parser.add_argument(
        "--list", action="store_true", help=str(Text(ko="모든 작업을 보입니다", en="list every operation"))
    )
    parser.add_argument(
        "--schema", action="store_true", help=str(Text(ko="입력의 JSON 스키마", en="the input's JSON schema"))
    )


def run(options: argparse.Namespace) -> int:
    environment.enter()
    from squaremile.core.asked.schema import schema
    from squaremile.kernel.operation import registry

    if options.list or not options.name:
        for operation in sorted(registry.values(), key=lambda o: o.name):
            say(f"{operation.name:<32} {operation.label}")
        return 0
    if options.name not in registry:
        raise Trouble(
            ko=f"{options.name}(이)라는 작업은 없습니다. --list", en=f"There is no operation {options.name}. See --list"
        )
    if options.schema:
        print(json.dumps(schema(registry[options.name]).model_json_schema(), ensure_ascii=False, indent=2))
        return 0
    return _refusable(options)


def _refusable(options: argparse.Namespace) -> int:
    from django.db import DatabaseError

    from squaremile.core.problems import heard, problem
    from squaremile.kernel.errors import SquaremileError

    try:
        return _done(options)
    except DatabaseError as error:
        if (refusal := heard(error)) is None:
            raise
    except SquaremileError as error:
        refusal = error
    print(json.dumps(problem(refusal), ensure_ascii=False, indent=2))
    return EXIT_REFUSED


def _done(options: argparse.Namespace) -> int:
    from pydantic import ValidationError

    from squaremile.core.asked.complaints import complaint
    from squaremile.core.asked.plainly import plainly
    from squaremile.core.asked.schema import arguments as keyword_arguments
    from squaremile.core.asked.schema import given, schema
    from squaremile.kernel.operation import registry

    operation = registry[options.name]
    text = sys.stdin.read() if options.json == "-" else options.json
    with entered(options.email):
        try:
            asked = schema(operation).model_validate(_read(text))
        except ValidationError as error:
            raise complaint(error.errors()) from error  # type: ignore[arg-type]
        result = operation.call(**keyword_arguments(operation, given(asked)))
        print(json.dumps(plainly(result), ensure_ascii=False, indent=2))
    return 0


def _read(text: str) -> Any:
    from squaremile.core.asked.complaints import complaint

    try:
        return json.loads(text)
    except ValueError as error:
        raise complaint([{"loc": (), "type": "json_invalid"}]) from error


@contextmanager
def entered(email: str | None) -> Iterator[None]:
    """With the rights of a person by her address, or those of set-up."""
    from squaremile.cli.acting import SETUP, as_person
    from squaremile.kernel.scope import scope

    if email is None:
        with scope(SETUP):
            yield
        return
    with as_person(email) as entered:
        if entered is None:
            raise Trouble(ko="그런 사람이 없거나 쓰지 않는 계정입니다.", en="There is no such active person.")
        yield
