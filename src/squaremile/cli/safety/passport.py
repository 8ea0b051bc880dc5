"""`squaremile safety passport verify`: what a training passport is worth, without a server."""

import argparse
import json
from pathlib import Path
from typing import Any

from squaremile.cli.main import Parser
from squaremile.cli.safety.answer import tell
from squaremile.cli.terminal import Trouble
from squaremile.kernel import clock
from squaremile.kernel.words import Text, language
from squaremile.safety.policies.passport import Unreadable
from squaremile.safety.policies.passport_check import check

UNKNOWN = 3
"""The exit code where the signature fits and nobody said whose keys to trust; 2 is a file that cannot be read."""


def arguments(parser: Parser) -> None:
    group = parser.add_subparsers(title=str(Text(ko="명령", en="commands")), metavar="COMMAND", dest="passport_command", required=True)
    says = str(Text(ko="서버 없이 교육 여권을 확인합니다", en="check a training passport without a server"))
    codes = str(Text(
        ko="종료 코드: 0 알려 준 열쇠로 서명한 유효한 여권, 1 쓸 수 없음, 2 읽을 수 없음, 3 서명은 맞지만 발급 기관을 모름(--key 없음)",
        en="Exit code: 0 good, by a key that was given; 1 not good; 2 unreadable; 3 the signature fits, the issuer is not known (no --key)"))
    verify = group.add_parser("verify", help=says, description=f"{says}. {codes}.")
    verify.add_argument("file", type=Path, help=str(Text(ko="교육 여권 파일", en="the passport's file")))
    verify.add_argument(
        "--key", action="append", default=[], metavar="z6Mk…",
        help=str(Text(ko="발급 기관이 공개한 열쇠", en="a key that the issuer has published")),
    )
    verify.add_argument(
        "--status", type=Path, help=str(Text(ko="발급 기관의 취소 목록 파일", en="the issuer's status list, as a file"))
    )
    verify.add_argument("--json", action="store_true", help=str(Text(ko="JSON으로 냅니다", en="answer as JSON")))


def run(options: argparse.Namespace) -> int:
    """Exit code 0 where it is good, 1 where something speaks against it, 3 where its issuer is not known."""
    document = _read(options.file)
    try:
        found = check(document, clock.now(), keys=options.key, statuses=_read(options.status) if options.status else None)
    except Unreadable as wrong:
        raise Trouble(ko=f"확인할 수 없습니다: {wrong}", en=f"It cannot be checked: {wrong}") from wrong
    subject = document.get("credentialSubject")
    about = subject if found.signed and isinstance(subject, dict) else {}
    tell({
        "good": found.good, "says": [each.say(language.get()) for each in found.says],
        "signed": found.signed, "in_time": found.in_time, "key": found.key, "trusted": found.trusted,
        "revoked": found.revoked, "name": about.get("name"), "trainings": about.get("trainings") or [],
    }, options.json)
    return {True: 0, False: 1, None: UNKNOWN}[found.good]


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as wrong:
        raise Trouble(ko=f"읽을 수 없는 파일입니다: {path}", en=f"This file cannot be read: {path}") from wrong
    if not isinstance(found, dict):
        raise Trouble(ko=f"교육 여권이 아닙니다: {path}", en=f"This is no passport: {path}")
    return found
