"""Every option of every command of the atlas says what it is for, in both languages."""

import argparse
import re

import pytest

from squaremile.cli.commands import atlas
from squaremile.cli.main import Parser
from squaremile.kernel.words import language


def every(parser, name="atlas"):
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, part in action.choices.items():
                yield from every(part, f"{name} {word}")
        else:
            yield name, action


@pytest.mark.parametrize(("spoken", "hangul"), [("ko", True), ("en", False)])
def test_no_option_is_without_help(spoken, hangul):
    token = language.set(spoken)
    try:
        parser = Parser(prog="squaremile atlas")
        atlas.arguments(parser)
        said = [(f"{name} {'/'.join(a.option_strings) or a.dest}", a.help or "") for name, a in every(parser)]
        assert len(said) > 200
        assert [name for name, words in said if bool(re.search("[가-힣]", words)) != hangul or not words] == []
    finally:
        language.reset(token)
