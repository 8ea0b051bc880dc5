"""`squaremile token`: the operator makes an API token for a person; she is told the secret once."""

import argparse

from squaremile.cli import environment
from squaremile.cli.terminal import Trouble, complain
from squaremile.kernel.words import Text


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as", dest="email", metavar="EMAIL", required=True, help=str(Text(ko="누구의 토큰인지", en="whose token"))
    )
    parser.add_argument("--name", default="squaremile token", help=str(Text(ko="토큰 이름", en="a name for it")))
    parser.add_argument(
        "--days", type=int, default=30, help=str(Text(ko="며칠 동안 (365까지)", en="for how many days (up to 365)"))
    )
    parser.add_argument("--read-only", action="store_true", help=str(Text(ko="읽기만", en="may only read")))
    parser.add_argument("--feed", action="store_true", help=str(Text(ko="캘린더 주소용", en="for calendar addresses")))


def run(options: argparse.Namespace) -> int:
    environment.enter()
    from squaremile.cli.acting import as_person
    from squaremile.core.operations import create_token

    with as_person(options.email) as entered:
        if entered is None:
            raise Trouble(ko="그런 사람이 없거나 쓰지 않는 계정입니다.", en="There is no such active person.")
        made = create_token(
            name=options.name, purpose="feed" if options.feed else "api",
            ability="read" if options.read_only or options.feed else "write", days=options.days,
        )  # fmt: skip
    complain(Text(ko="이 비밀값은 지금 한 번만 보입니다.", en="This secret is shown this once."))
    print(made.secret)
    return 0
