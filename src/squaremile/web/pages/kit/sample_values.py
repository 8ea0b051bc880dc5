"""Values that the gallery's samples show."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils import timezone

from squaremile.kernel.money import Money
from squaremile.kernel.words import Text
from squaremile.web.pages.kit.sample_charts import charts


def _form_class(korean: bool) -> type[forms.Form]:
    def say(en: str, ko: str) -> str:
        return ko if korean else en

    kinds = [("imaging", say("Imaging", "이미징")), ("sorting", say("Cell sorting", "세포 분리"))]

    class SampleForm(forms.Form):
        purpose = forms.CharField(
            label=say("Purpose", "목적"), help_text=say("The owner reads it.", "책임자가 봅니다.")
        )
        kind = forms.ChoiceField(label=say("Kind of work", "작업 종류"), choices=kinds, widget=forms.RadioSelect)
        remark = forms.CharField(
            label=say("Remarks for the responsible scientist", "책임연구원에게 남길 말"),
            required=False,
            max_length=400,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text=say("Hazards, sample preparation, whatever helps.", "위험 요소와 시료 준비 방법을 적습니다."),
        )
        confirm = forms.BooleanField(label=say("I have read the rules", "규칙을 읽었습니다"))

    return SampleForm


def _filters(korean: bool) -> forms.Form:
    class Filters(forms.Form):
        room = forms.ChoiceField(
            label="실" if korean else "Room",
            choices=[("", "전체" if korean else "All"), ("304", "304")],
            required=False,
        )

    return Filters(prefix="filter")


def _gates(korean: bool) -> tuple[list[Any], list[Any], list[Any]]:
    def gate(open_: bool, en: tuple[str, str, str], ko: tuple[str, str, str]) -> Any:
        label, says, remedy = ko if korean else en
        return SimpleNamespace(open=open_, label=label, says=says, remedy=remedy, url="#")

    trained = gate(True, ("Training", "Valid until 3 December", ""), ("안전교육", "12월 3일까지 유효", ""))
    paid = gate(
        False, ("Account", "One invoice is 3 months late", "Pay"), ("계정", "청구서 1건이 3개월 밀렸습니다", "납부")
    )
    long = gate(
        False,
        (
            "Approval of the responsible scientist and of the safety officer",
            "Work with living cells of group 2 needs both approvals before the first booking of each financial year.",
            "Ask for approval",
        ),
        (
            "책임연구원과 안전관리자의 승인",
            "위험군 2 세포를 다루려면 회계연도마다 첫 예약 전에 두 사람의 승인을 모두 받아야 합니다.",
            "승인 요청",
        ),
    )
    return [trained, gate(True, ("Licence", "", ""), ("입주 계약", "", ""))], [trained, paid], [trained, long, paid]


def _both(korean: bool) -> SimpleNamespace:
    """Names in two writings; on the English page both are Latin, so that it holds no word its readers cannot read."""
    other = ("김서연", "한빛바이오") if korean else ("Seo-yeon KIM", "Hanbit Bio Co.")
    name, home = Text(ko=other[0], en="Kim Seoyeon"), Text(ko=other[1], en="Hanbit Bio")
    long = Text(ko=f"{other[1]} " * 6, en="Jeonbuk Institute for Food-Bioindustry " * 3)
    return SimpleNamespace(name=name, home=home, alone=Text(ko="Lee", en="Lee"), long=long)


def sample_values(language: str) -> SimpleNamespace:
    """Everything a sample may name as `sample.…`."""
    korean = language == "ko"
    now = timezone.now().replace(second=0, microsecond=0)
    form = _form_class(korean)
    gates, shut, long_gates = _gates(korean)
    who = "김서연, 한빛바이오" if korean else "Kim Seoyeon, Hanbit Bio"
    moved = "14:00로 옮김" if korean else "Moved to 14:00"
    failed = "고장으로 취소됨" if korean else "Cancelled, out of order"
    filled = {"purpose": "z-stack", "kind": "imaging", "confirm": "on", "remark": "ok"}
    numbers = range(1, 1205)
    return SimpleNamespace(
        form=form({f"form-{name}": value for name, value in filled.items()}, prefix="form"),
        blank=form(prefix="blank"),
        wrong=form({"wrong-remark": "x" * 500}, prefix="wrong"),
        filters=_filters(korean),
        page=Paginator(numbers[:60], 20).page(2),
        no_page=Paginator([], 20).page(1),
        one_page=Paginator(numbers[:7], 20).page(1),
        long_page=Paginator(numbers, 10).page(57),
        now=now,
        soon=now + timedelta(minutes=40),
        past=now - timedelta(hours=2),
        far=now + timedelta(days=400, hours=3),
        price=Money(45000, "KRW"),
        debt=Money(-1250, "USD"),
        fortune=Money(1_204_500_000, "KRW"),
        gates=gates,
        shut_gates=shut,
        long_gates=long_gates,
        events=[(now, moved, who), (now - timedelta(hours=3), moved, who)],
        failures=[(now, failed, who)],
        day=now.date(),
        **charts(korean),
        both=_both(korean),
        long_events=[(now, f"{moved}. {failed}. " * 4, who * 3)],
    )
