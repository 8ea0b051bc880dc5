"""A report adds up, shows what fits, and cannot be used to write over a terminal."""

from __future__ import annotations

from squaremile.cli.imports.nemo.kinds import KINDS, Fate
from squaremile.cli.imports.reasons import REASONS
from squaremile.cli.imports.rendering import SHOWN, as_json, as_text
from squaremile.core.sheets.report import Report
from squaremile.kernel.words import Text

SAME = Text(ko="같음", en="same")


def test_what_is_unaccounted_for_is_shouted() -> None:
    report = Report("nemo")
    report.saw("tool", 3)
    report.plan("tool")
    report.skip("tool", "no_name")

    assert report.unaccounted() == {"tool": 1}
    assert as_text(report, "en").splitlines()[-1] == "Numbers that do not add up: tool (1)"


def test_many_findings_of_one_kind_are_cut_in_text_and_whole_in_json() -> None:
    report = Report("nemo")
    for number in range(SHOWN + 5):
        report.find("no_email", f"nemo:user:{number}", SAME)
        report.find("no_email", f"nemo:user:{number}", SAME)

    assert as_text(report, "en").count("same") == SHOWN
    assert "  … and 5 more" in as_text(report, "en").splitlines()
    findings = as_json(report)["findings"]
    assert isinstance(findings, list)
    assert len(findings) == SHOWN + 5


def test_control_characters_of_the_file_do_not_reach_the_terminal() -> None:
    report = Report("nemo")
    report.find("no_email", "nemo:user:\x1b[2J", Text(ko="\x07", en="a\r\nb"))

    assert "\x1b" not in as_text(report, "en")
    assert "\x07" not in as_text(report, "ko")


def test_an_applied_report_speaks_of_what_was_made() -> None:
    report = Report("nemo", applied=True, dry_run=True)
    report.saw("tool", 2)
    report.plan("tool", 2)
    report.tally("tool").created = 1
    report.tally("tool").unchanged = 1

    assert as_text(report, "ko", {"tool": Text(ko="장비", en="equipment")}).splitlines() == [
        "가져오기 보고: nemo",
        "시험 실행입니다. 아무것도 저장하지 않았습니다.",
        "가져오는 것",
        "  장비: 읽음 2, 새로 만듦 1, 그대로 1",
    ]


def test_every_kind_left_behind_has_a_reason_in_both_languages() -> None:
    assert {kind.reason for kind in KINDS.values() if kind.fate is Fate.LEFT} <= REASONS.keys()
    assert all(text.ko and text.en for text in REASONS.values())
