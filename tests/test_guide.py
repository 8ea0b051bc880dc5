"""The guide says only what there is: its commands, its addresses, its buttons; and the same in both languages."""

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest
from django.urls import resolve

from squaremile.cli import environment
from squaremile.cli.main import COMMANDS, MODULES, Parser
from squaremile.kernel.operation import registry
from tests.conftest import ROOT

GUIDE = ROOT / "docs" / "guide"
PAGES = sorted(path.relative_to(GUIDE / "en") for path in (GUIDE / "en").glob("*.md"))
CODE, BOLD = re.compile(r"`([^`]+)`"), re.compile(r"\*\*([^*]+)\*\*")
TASK = re.compile(r"^\d+\. \*\*[^*]+\*\* ?(.*)$", re.MULTILINE)
PAIR = re.compile(r'^msgid "(.+)"\n(?:msgid_plural .*\n)?msgstr(?:\[0\])? "(.+)"$', re.MULTILINE)


def text(language: str, page: Path) -> str:
    return (GUIDE / language / page).read_text(encoding="utf-8")


def codes(language: str, page: Path) -> list[str]:
    return CODE.findall(text(language, page))


@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_its_commands_exist(language: str, page: Path):
    environment.enter()
    for line in codes(language, page):
        words = shlex.split(line)
        if words[0] == "make":
            assert re.search(rf"^{words[1]}:", (ROOT / "Makefile").read_text(), re.MULTILINE), line
        if words[0] != "squaremile":
            continue
        parser = Parser(prog=line)
        import_module(f"{MODULES}.{COMMANDS[words[1]][0]}").arguments(parser)
        options = parser.parse_args(words[2:])
        if words[1] == "op":
            assert options.name is None or options.name in registry, line


@pytest.mark.parametrize("page", PAGES, ids=str)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_its_addresses_exist(language: str, page: Path):
    for address in codes(language, page):
        if address.startswith("/"):
            assert resolve(address).func is not None


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_its_buttons_are_called_so_on_the_pages(page: Path):
    """What is bold within a task is a word of the product; the bold words that begin it are the guide's own."""
    catalogue = PAIR.findall((ROOT / "locale/ko/LC_MESSAGES/django.po").read_text(encoding="utf-8"))
    korean: dict[str, set[str]] = {}
    for english, said in catalogue:
        korean.setdefault(english, set()).add(said)
    for task_en, task_ko in zip(TASK.findall(text("en", page)), TASK.findall(text("ko", page)), strict=True):
        names_en, names_ko = BOLD.findall(task_en), BOLD.findall(task_ko)
        unknown = [name for name in names_en if name not in korean]
        assert unknown == [], "no such words on the pages"
        assert all(set(names_ko) & korean[name] for name in names_en), (names_en, names_ko)
        assert len(names_en) == len(names_ko), (names_en, names_ko)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_both_languages_say_the_same(page: Path):
    assert codes("ko", page) == codes("en", page)
    assert [len(TASK.findall(text(language, page))) for language in ("ko", "en")] == [10, 10]


def test_every_page_is_in_both_languages_and_in_the_index():
    assert sorted(path.relative_to(GUIDE / "ko") for path in (GUIDE / "ko").glob("*.md")) == PAGES
    linked = re.findall(r"\]\((\w+/[\w-]+\.md)\)", (GUIDE / "README.md").read_text(encoding="utf-8"))
    assert sorted(linked) == sorted(f"{language}/{page}" for language in ("ko", "en") for page in PAGES)
