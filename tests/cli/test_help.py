"""Help comes at once, in the language of the terminal."""

import sys

import pytest

from squaremile.cli.main import COMMANDS, main


@pytest.fixture(autouse=True)
def plain(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(("lang", "word"), [("ko_KR.UTF-8", "쓰는 법:"), ("en_US.UTF-8", "usage:")])
@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_speaks_the_terminals_language(monkeypatch, capsys, lang, word, name):
    monkeypatch.setenv("LANG", lang)
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"] if name else ["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(word)
    says = COMMANDS[name][1] if name else COMMANDS["demo"][1]
    assert (says.ko if lang.startswith("ko") else says.en).split()[0] in said


def test_without_a_command_it_shows_what_there_is(monkeypatch, capsys):
    monkeypatch.setenv("LANG", "C")
    assert main([]) == 2
    said = capsys.readouterr().out
    assert [name for name in COMMANDS if name not in said] == []


def test_an_unknown_command_is_misuse(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["fly"])
    assert ended.value.code == 2


@pytest.mark.parametrize(
    ("lang", "said"), [("ko_KR.UTF-8", "모르는 인수입니다: --wings"), ("en_US.UTF-8", "unrecognized arguments: --wings")]
)
def test_misuse_is_told_in_the_terminals_language(monkeypatch, capsys, lang, said):
    monkeypatch.delenv("LANGUAGE", raising=False)
    monkeypatch.setenv("LANG", lang)
    with pytest.raises(SystemExit):
        main(["doctor", "--wings"])
    assert said in capsys.readouterr().err


def test_help_imports_no_framework():
    import subprocess

    seen = "import sys; from squaremile.cli.main import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
    done = subprocess.run(
        [sys.executable, "-c", seen + "print([m for m in ('django', 'psycopg', 'rich', 'granian') if m in sys.modules])"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"
