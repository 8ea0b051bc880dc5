"""Company records: who is in residence, who has left, and what each lets be said of it."""

from collections.abc import Iterable
from datetime import timedelta

from squaremile.cli.demo.residency.stage import Stage
from squaremile.core import operations as core
from squaremile.kernel import clock
from squaremile.kernel.scope import scope
from squaremile.kernel.words import Text
from squaremile.residency import operations as residency

LABEL = Text(ko="기업 기록", en="company records")
LEFT = ("GARAM", "CHOROM", "NADEURI")
"""Members now, that rented places until some weeks ago."""
ALUMNI = (
    ("HANGYEOL", "한결유전자교정", "Hangyeol Gene Editing", "series_b", "유전자 교정", "gene editing"),
    ("NARIN", "나린약물전달", "Narin Drug Delivery", "series_a", "경피 전달", "transdermal delivery"),
    ("DAON", "다온진단", "Daon Diagnostics", "revenue", "현장 진단", "point-of-care diagnostics"),
    ("SARANG", "사랑채재활로봇", "Sarangchae Rehab Robotics", "series_a", "재활 로봇", "rehabilitation robots"),
    ("MIRAE", "미르해양소재", "Mir Marine Materials", "seed", "해양 소재", "marine materials"),
)
"""Code, names, stage, and what it works on. They left before squaremile came."""
STAGES = ("pre_seed", "seed", "seed", "series_a", "series_a", "series_b", "revenue")
SILENT = 4
"""Every so many companies does not want to be listed."""


def _here(stage: Stage) -> list[str]:
    return [c.code for c in stage.companies if c.home or c.code in LEFT]


def total(stage: Stage) -> int:
    return len(_here(stage)) + len(ALUMNI)


def make(stage: Stage) -> Iterable[int]:
    """Records are as old as the company's stay; profiles are written by the programme staff."""
    draw, by_code, count = stage.draw("records"), {c.code: c for c in stage.companies}, 0
    for code in _here(stage):
        starts = [let.start for let in stage.lets if let.company == code]
        days = (min(starts) - stage.now.astimezone(stage.zone).date()).days - 40 if starts else -300
        founded = stage.at(days).date() - timedelta(days=draw.randint(200, 1800))
        with clock.as_of(stage.at(min(days, -10))), scope(stage.staffed("programme")):
            made = residency.open_record(
                organisation=code, state="alumni" if code in LEFT else "resident", founded_on=founded,
                stage=draw.choice(STAGES),
            )
            stage.records[code] = made.code
            company, (ko, en) = by_code[code], by_code[code].projects[0]
            residency.edit_profile(
                company=made.code, summary_ko=f"{ko} 과제로 입주한 기업입니다.", summary_en=f"Works on: {en}.", fields=(ko, en),
                website=f"https://{company.domain}.example", listed=bool((count + 1) % SILENT),
            )
        count += 1
        yield count
    for code, name_ko, name_en, grown, ko, en in ALUMNI:
        with clock.as_of(stage.at(-360)), scope(stage.staffed("programme")):
            core.add_organisation(code=code, name_ko=name_ko, name_en=name_en, kind="company")
            made = residency.open_record(
                organisation=code, state="alumni", stage=grown, founded_on=stage.at(-draw.randint(1500, 3200)).date()
            )
            stage.records[code] = made.code
            residency.edit_profile(
                company=made.code, summary_ko=f"{ko} 기업으로, 이곳에서 시작했습니다.", summary_en=f"Began here with {en}.",
                fields=(ko, en), website=f"https://{code.lower()}.example", listed=True,
            )
        count += 1
        yield count
