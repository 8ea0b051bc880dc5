"""`squaremile residency form lint FILE`: every fault of a declared form, each with its place; 1 where there is any."""

import argparse
import json
from pathlib import Path

from squaremile.cli.main import Parser
from squaremile.cli.terminal import Trouble
from squaremile.kernel.words import Text
from squaremile.residency.policies.form import read
from squaremile.residency.policies.form_lint import lint

MOST = 2_000_000


def arguments(parser: Parser) -> None:
    group = parser.add_subparsers(metavar="ACT", dest="form_act", required=True)
    part = group.add_parser("lint", help=str(Text(ko="고칠 곳을 모두 찾습니다", en="find every fault")))
    part.add_argument("file", type=Path, help=str(Text(ko="양식의 JSON 파일", en="the form's JSON file")))


def run(options: argparse.Namespace) -> int:
    try:
        with options.file.open(encoding="utf-8-sig") as opened:
            body = json.loads(opened.read(MOST))
    except OSError as error:
        raise Trouble(ko=f"파일을 읽을 수 없습니다: {error.strerror}", en=f"The file cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError):
        raise Trouble(ko="JSON이 아닙니다.", en="This is no JSON.") from None
    faults = lint(body)
    for fault in faults:
        print(fault)
    if not faults:
        form = read(body)
        told = {"sections": len(form.sections), "questions": len(form.questions)}
        print(Text(ko="온전합니다: 구획 {sections}개, 질문 {questions}개", en="Sound: {sections} sections, {questions} questions").fill(told))
    return 1 if faults else 0
