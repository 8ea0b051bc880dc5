"""KPIs of liaison work: introductions, meetings, promises, and whether the same few experts are always asked."""

from collections import Counter
from decimal import Decimal

from squaremile.kernel.words import Text
from squaremile.network.models import Interaction, Introduction, Person, Promise
from squaremile.network.policies.kpis import Kpi, gini
from squaremile.network.reads.measures import At, Value, measures

_ASKED = Text(ko="소개 기록과 그 단계", en="Introductions and their steps")
_LOG = Text(ko="면담 기록", en="The log of contacts")
_ANSWERED = ("accepted", "met", "closed", "declined")
_MANY = Text(ko="많다고 좋은 것이 아닙니다. 결과와 함께 보십시오.", en="More is not better by itself: read it beside the outcomes.")


def _percent(part: int, whole: int) -> Decimal | None:
    return (Decimal(100 * part) / Decimal(whole)).quantize(Decimal("0.1")) if whole else None


@measures(Kpi(
    "introductions", Text(ko="전달한 소개", en="Introductions passed on"),
    Text(ko="기준일까지 전문가에게 물은 소개", en="Introductions that an expert was asked about by the day"),
    Text(ko="전문가에게 물은 소개의 수", en="Count of introductions with a day of asking"), _ASKED, _MANY, public=True,
    over=Text(ko="전문가에게 물은 소개 {n}건", en="{n} introductions asked"), each=Text(ko="건", en="introductions"),
))
def introductions(at: At) -> list[Value]:
    count = Introduction.objects.filter(asked_at__lte=at.known_at, asked_at__date__lte=at.as_of).count()
    return [Value("count", Decimal(count), count)]


@measures(Kpi(
    "introductions_accepted", Text(ko="받아들인 소개의 비율", en="Share of introductions accepted"),
    Text(ko="전문가가 답한 소개 가운데 받아들인 것", en="Of introductions that the expert answered, those accepted"),
    Text(ko="수락 ÷ (수락 + 사양)", en="Accepted ÷ (accepted + declined)"), _ASKED,
    Text(ko="아직 답을 기다리는 소개는 들어 있지 않습니다.", en="Introductions that still wait for an answer are not in it."),
    public=True,
    over=Text(ko="전문가가 답한 소개 {n}건 가운데", en="of {n} introductions answered"),
))
def introductions_accepted(at: At) -> list[Value]:
    answered = Introduction.objects.filter(
        answered_at__lte=at.known_at, answered_at__date__lte=at.as_of, state__in=_ANSWERED
    )
    whole = answered.count()
    return [Value("percent", _percent(answered.exclude(state="declined").count(), whole), whole)]


@measures(Kpi(
    "experts_asked", Text(ko="전문가 쏠림", en="Concentration of experts asked"),
    Text(ko="소개를 부탁받은 횟수가 명부의 전문가에게 얼마나 쏠려 있는지", en="How unevenly introductions fall on the directory's experts"),
    Text(ko="지니 계수(0 고름, 1 한 사람). 한 번도 부탁받지 않은 전문가도 셉니다.",
         en="Gini coefficient (0 even, 1 one person); experts never asked are counted"),
    Text(ko="소개 기록과 명부의 연구자·창업자", en="Introductions, and the directory's researchers and founders"),
    Text(ko="낮추는 것이 목표가 아닙니다. 같은 몇 사람에게만 부탁하고 있지 않은지 살피는 값입니다.",
         en="Not a target to be lowered: it shows whether the same few are always asked."),
    over=Text(ko="명부의 전문가 {n}명 사이에서", en="among {n} experts of the directory"),
))  # fmt: skip
def experts_asked(at: At) -> list[Value]:
    asked = Introduction.objects.filter(asked_at__lte=at.known_at, asked_at__date__lte=at.as_of).exclude(person=None)
    uses = Counter(asked.values_list("person_id", flat=True))
    experts = Person.objects.filter(
        kind__in=("researcher", "founder"), hidden=False, merged_into=None, created_at__lte=at.known_at
    ).values_list("id", flat=True)
    everyone = set(experts) | set(uses)
    value = gini([uses.get(expert, 0) for expert in everyone])
    return [Value("index", None if value is None else value.quantize(Decimal("0.01")), len(everyone))]


@measures(Kpi(
    "meetings_held", Text(ko="방문과 회의", en="Visits and meetings held"),
    Text(ko="기준일까지 적힌 방문과 회의", en="Visits and meetings logged by the day"),
    Text(ko="방문과 회의 기록의 수", en="Count of log entries of these two kinds"), _LOG, _MANY, public=True,
    over=Text(ko="적힌 방문과 회의 {n}건", en="{n} visits and meetings logged"), each=Text(ko="건", en="meetings"),
))
def meetings_held(at: At) -> list[Value]:
    count = Interaction.objects.filter(
        kind__in=("visit", "meeting"), at__date__lte=at.as_of, created_at__lte=at.known_at
    ).count()
    return [Value("count", Decimal(count), count)]


@measures(Kpi(
    "promises_on_time", Text(ko="제때 지킨 약속", en="Promises kept on time"),
    Text(ko="기한이 지난 약속 가운데 기한 안에 지킨 것. 거둔 약속은 빼고 셉니다.",
         en="Of promises whose day has passed, those kept by it; withdrawn ones are left out"),
    Text(ko="기한 안에 지킨 약속 ÷ 기한이 지난 약속", en="Kept by the day ÷ due"), _LOG,
    Text(ko="기한을 늦춰 적으면 높아집니다. 남은 약속의 수와 함께 보십시오.",
         en="Generous days raise it: read it beside the promises still open."),
    over=Text(ko="기한이 지난 약속 {n}건 가운데", en="of {n} promises due"),
))  # fmt: skip
def promises_on_time(at: At) -> list[Value]:
    due = Promise.objects.filter(due__lt=at.as_of, created_at__lte=at.known_at).exclude(state="withdrawn")
    days = due.values_list("state", "due", "settled_at")
    kept = sum(1 for state, day, when in days if state == "kept" and when and when <= at.known_at and when.date() <= day)
    return [Value("percent", _percent(kept, len(days)), len(days))]
