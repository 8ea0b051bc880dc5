"""`squaremile residency form lint`: sound, faulty, and no form at all."""

import json

import pytest

from squaremile.cli.main import main
from tests.residency.forms import SAMPLE, sample


@pytest.fixture
def write(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def written(text: str) -> str:
        path = tmp_path / "form.json"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return written


def test_a_sound_form_is_counted(write, capsys):
    assert main(["residency", "form", "lint", write(json.dumps(SAMPLE))]) == 0
    questions = sum(len(section["questions"]) for section in SAMPLE["sections"])
    assert capsys.readouterr().out == f"Sound: {len(SAMPLE['sections'])} sections, {questions} questions\n"


def test_every_fault_is_told_with_its_place(write, capsys):
    faulty = sample(stage={"kind": "guess"}, animals={"label": {"ko": "동물"}})
    assert main(["residency", "form", "lint", write(json.dumps(faulty))]) == 1
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(": ")[0] for line in said] == ["sections.company.stage", "sections.work.animals.label"]


@pytest.mark.parametrize("text", ["{", "[" * 100_000])
def test_what_is_no_json_is_said(write, capsys, text):
    assert main(["residency", "form", "lint", write(text)]) != 0
    assert "This is no JSON." in capsys.readouterr().err
