"""KPIs of needs: how many, how fast the first step came, what came of them."""

from collections import Counter
from datetime import datetime
from decimal import Decimal

from squaremile.kernel.words import Text
from squaremile.network.models import Need, NeedTransition, SoftCheck
from squaremile.network.policies.kpis import Kpi, quantile
from squaremile.network.reads.measures import At, Value, measures
from squaremile.network.words.needs import OUTCOMES

_DAY = Decimal(86400)
NOT_RECORDED = Text(ko="미기재", en="not recorded")
_SOURCE = Text(ko="수요 게시판과 단계 기록", en="The needs board and its steps")


@measures(Kpi(
    "needs_logged", Text(ko="접수한 수요", en="Needs logged"),
    Text(ko="기준일까지 접수한 수요. 초안은 세지 않습니다.", en="Needs logged by the day; drafts are not counted."),
    Text(ko="접수한 수요의 수", en="Count of needs that were opened"), _SOURCE,
    Text(ko="많다고 좋은 것이 아닙니다. 결과와 함께 보십시오.", en="More is not better by itself: read it beside the outcomes."),
    public=True,
    over=Text(ko="접수한 수요 {n}건", en="{n} needs opened"), each=Text(ko="건", en="needs"),
))
def needs_logged(at: At) -> list[Value]:
    count = Need.objects.filter(opened_at__lte=at.known_at, opened_at__date__lte=at.as_of).count()
    return [Value("count", Decimal(count), count)]


@measures(Kpi(
    "first_step", Text(ko="수요에서 첫 단계까지", en="Need to first step"),
    Text(ko="접수한 수요가 처음 다음 단계로 넘어갈 때까지 걸린 날", en="Days from opening a need to its first step onwards"),
    Text(ko="첫 단계 시각 − 접수 시각의 중앙값과 90백분위수", en="Median and 90th percentile of first step − opening"), _SOURCE,
    Text(ko="아직 첫 단계가 없는 수요는 들어 있지 않습니다.", en="Needs still without a first step are not in it."),
    over=Text(ko="첫 단계를 지난 수요 {n}건에서", en="over {n} needs with a first step"),
))
def first_step(at: At) -> list[Value]:
    first: dict[object, datetime] = {}
    steps = NeedTransition.objects.filter(at__lte=at.known_at, at__date__lte=at.as_of, before="open").order_by("at")
    for need, when in steps.values_list("need_id", "at"):
        first.setdefault(need, when)
    opened = dict(Need.objects.filter(id__in=first).exclude(opened_at=None).values_list("id", "opened_at"))
    days = [Decimal(max(0, int((first[key] - when).total_seconds()))) / _DAY for key, when in opened.items() if when]
    return [
        Value("days", _tenths(quantile(days, Decimal("0.5"))), len(days), of=Text(ko="중앙값", en="median")),
        Value("days", _tenths(quantile(days, Decimal("0.9"))), len(days), of=Text(ko="90백분위수", en="90th percentile")),
    ]


def _tenths(value: Decimal | None) -> Decimal | None:
    return None if value is None else value.quantize(Decimal("0.1"))


@measures(Kpi(
    "soft_checks", Text(ko="의향 확인의 답", en="Answers to soft checks"),
    Text(ko="후보에게 의향을 물어 답을 들은 비율과 걸린 날", en="Share of candidates asked softly who answered, and how long they took"),
    Text(ko="답함 ÷ 물음(무응답 포함), 답 시각 − 물은 시각의 중앙값과 90백분위수",
         en="Answered ÷ asked (silence included); median and 90th percentile of answer − question"),
    Text(ko="의향 확인 기록", en="Soft checks of the long lists"),
    Text(ko="묻는 방법에 따라 다릅니다. 긍정의 비율이 아닙니다.", en="It depends on how one asks; it is no share of yes."),
    over=Text(ko="물어본 {n}건 가운데", en="of {n} asked"),
))  # fmt: skip
def soft_checks(at: At) -> list[Value]:
    asked = SoftCheck.objects.filter(asked_at__lte=at.known_at, asked_at__date__lte=at.as_of)
    whole = asked.count()
    heard = asked.filter(answer__in=("yes", "maybe", "no"), answered_at__lte=at.known_at, answered_at__date__lte=at.as_of)
    times = heard.values_list("asked_at", "answered_at")
    days = [Decimal(int((end - start).total_seconds())) / _DAY for start, end in times if end]
    share = (Decimal(100 * len(days)) / whole).quantize(Decimal("0.1")) if whole else None
    return [
        Value("percent", share, whole, of=Text(ko="답한 비율", en="answered")),
        Value("days", _tenths(quantile(days, Decimal("0.5"))), len(days), of=Text(ko="중앙값", en="median")),
        Value("days", _tenths(quantile(days, Decimal("0.9"))), len(days), of=Text(ko="90백분위수", en="90th percentile")),
    ]


@measures(Kpi(
    "needs_outcomes", Text(ko="수요의 결과", en="Outcomes of needs"),
    Text(ko="닫힌 수요를 결과별로 센 것", en="Closed needs, counted by outcome"),
    Text(ko="결과별 수", en="Count by outcome class"), _SOURCE,
    Text(ko="적지 않은 결과는 '미기재'로 셉니다.", en="An outcome nobody wrote down is counted as not recorded."),
    over=Text(ko="닫힌 수요 {n}건 가운데", en="of {n} closed needs"), each=Text(ko="건", en="needs"),
))
def needs_outcomes(at: At) -> list[Value]:
    closed = Need.objects.filter(closed_at__lte=at.known_at, closed_at__date__lte=at.as_of)
    found = Counter(closed.values_list("detail__outcome", flat=True))
    base = sum(found.values())
    return [
        Value("count", Decimal(count), base, of=OUTCOMES.get(name, NOT_RECORDED), part=name or "")
        for name, count in sorted(found.items(), key=lambda pair: (-pair[1], pair[0] or ""))
    ]
