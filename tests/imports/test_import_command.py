"""`squaremile import` as it is typed: exit codes, both forms of the report, and sentences instead of tracebacks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from squaremile.booking.models import Equipment
from squaremile.cli.imports.applying import IMPORT
from squaremile.cli.main import main
from squaremile.config import env
from squaremile.kernel.scope import scope
from tests.world import World

HERE = Path(__file__).parent
NEMO = HERE / "fixtures" / "nemo_7_4.json"


@pytest.fixture(autouse=True)
def _in_korean(world: World, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    monkeypatch.setattr(env, "ROOT", tmp_path)


def instruments() -> int:
    with scope(IMPORT):
        return Equipment.objects.count()


def test_nemo_dry_then_for_good(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    before = instruments()
    assert main(["import", "nemo", str(NEMO), "--dry-run"]) == 0
    assert "시험 실행입니다. 아무것도 저장하지 않았습니다." in capsys.readouterr().out.splitlines()
    assert instruments() == before

    assert main(["import", "nemo", str(NEMO), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["applied"], said["dry_run"], said["kinds"]["tool"]["created"], said["unaccounted"]) == (
        True,
        False,
        2,
        {},
    )
    assert Path(said["kept_file"]).parent == tmp_path / "var" / "imports"
    assert instruments() == before + 1


def test_csv_in_english(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LC_ALL", "C")
    sheet = tmp_path / "orgs.csv"
    sheet.write_bytes("상호명칭,구분\n하늘랩,기업\n".encode("cp949"))

    assert main(["import", "csv", "organisations", str(sheet), "--map", "상호명칭=name_ko"]) == 0
    assert "  organisations: 1 read, 1 created, 0 unchanged" in capsys.readouterr().out.splitlines()


def test_rows_to_correct_are_exit_1(capsys: pytest.CaptureFixture[str], tmp_path: Path):
    sheet = tmp_path / "people.csv"
    sheet.write_text("이메일,이름,기관\na@x.example,가,없는곳\n", encoding="utf-8")

    assert main(["import", "csv", "people", str(sheet)]) == 1
    said = capsys.readouterr()
    assert said.err == "고칠 행이 1개 있어 아무것도 저장하지 않았습니다.\n"
    assert "2행 기관 “없는곳”: 그런 기관이 없습니다." in said.out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nemo", "nowhere.json"], "파일을 읽을 수 없습니다: nowhere.json (No such file or directory)"),
        (["nemo", str(HERE / "conftest.py")], "1행 3열부터 JSON으로 읽을 수 없습니다."),
        (["nemo", str(NEMO), "--site", "MOON"], "그런 사이트가 없습니다: MOON."),
        (["nemo", str(NEMO), "--time-zone", "Asia/Seoull"], "시간대를 알 수 없습니다: Asia/Seoull"),
        (["nemo", str(NEMO), "--site", "JB", "--time-zone", "UTC"], "사이트 JB의 시간대는 Asia/Seoul입니다."),
    ],
)
def test_what_cannot_be_is_one_sentence_and_exit_2(capsys: pytest.CaptureFixture[str], words: list[str], sentence: str):
    before = instruments()
    assert main(["import", *words]) == 2
    assert capsys.readouterr().err.startswith(sentence)
    assert instruments() == before
