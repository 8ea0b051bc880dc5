"""KPIs of agreements and what was promised in them."""

from decimal import Decimal

from squaremile.kernel.words import Text
from squaremile.network.models import Agreement
from squaremile.network.policies.agreements import ENDED
from squaremile.network.policies.kpis import Kpi, percent
from squaremile.network.policies.promises import Figure
from squaremile.network.reads.agreement_dues import dues
from squaremile.network.reads.measures import At, Value, measures
from squaremile.network.reads.promises import book
from squaremile.network.words.agreements import UNIT_NAMES

_SOURCE = Text(ko="협약 대장: 약속과 증빙이 붙은 기록", en="The register: commitments and their evidenced entries")
_ALL_SIGNED = Text(ko="서명한 모든 협약의 약속", en="Commitments of all signed agreements")
_LEAD_TIME = Text(
    ko="투자는 보통 3~5년이 걸립니다. 서명 연도가 같은 협약끼리 비교하십시오.",
    en="Investments usually take 3 to 5 years: compare agreements of the same year.")


def _each(at: At, part: str) -> list[Value]:
    found: list[Figure] = book().figures(as_of=at.as_of, known_at=at.known_at)
    return [Value(f.unit, getattr(f, part), f.agreements, of=UNIT_NAMES[f.unit]) for f in found]


@measures(Kpi(
    "agreements_signed", Text(ko="서명한 협약", en="Agreements signed"),
    Text(ko="기준일까지 서명한 협약의 수. 그 뒤에 끝난 것도 셉니다.",
         en="Agreements signed by the day, those that ended since included."),
    Text(ko="서명일이 기준일 이전인 협약의 수", en="Count of agreements with a signature by the day"),
    Text(ko="협약 대장", en="The register of agreements"),
    Text(ko="서명은 성과가 아닙니다. 도착한 양과 함께 보십시오.", en="A signature is no outcome: read it beside what arrived."),
    public=True,
    over=Text(ko="서명한 협약 {n}건", en="{n} signed agreements"), each=Text(ko="건", en="agreements"),
))
def agreements_signed(at: At) -> list[Value]:
    count = Agreement.objects.filter(signed_on__lte=at.as_of, created_at__lte=at.known_at).count()
    return [Value("count", Decimal(count), count)]


@measures(Kpi(
    "agreements_ended", Text(ko="이행하지 못하고 끝난 협약", en="Agreements that ended unfulfilled"),
    Text(ko="서명한 뒤 실효·해지·철회한 협약의 비율", en="Share of signed agreements that lapsed, or were terminated or withdrawn"),
    Text(ko="(실효+해지+철회) ÷ 서명한 협약", en="(lapsed + terminated + withdrawn) ÷ signed"),
    Text(ko="협약 대장", en="The register of agreements"),
    Text(ko="끝난 이유는 실효 사례에 있습니다.", en="The reasons are in the lapse gallery."), public=True,
    over=Text(ko="서명한 협약 {n}건 가운데", en="of {n} signed agreements"),
))
def agreements_ended(at: At) -> list[Value]:
    signed = Agreement.objects.filter(signed_on__lte=at.as_of, created_at__lte=at.known_at)
    base = signed.count()
    ended = signed.filter(state__in=[s for s in ENDED if s != "completed"], moved_on__lte=at.as_of).count()
    return [Value("percent", percent(ended, base), base)]


@measures(Kpi(
    "promised", Text(ko="약속한 양", en="Promised"), _ALL_SIGNED,
    Text(ko="Σ 약속한 양 (단위별)", en="Σ promised amounts, by unit"), _SOURCE, _LEAD_TIME, public=True,
    over=Text(ko="서명한 협약 {n}건의 약속", en="from {n} signed agreements"),
))
def promised(at: At) -> list[Value]:
    return _each(at, "promised")


@measures(Kpi(
    "reported", Text(ko="보고된 양", en="Reported"),
    Text(ko="당사자가 이행했다고 알린 누적량. 확인된 것도 셉니다.",
         en="What the parties say has come so far; what is confirmed counts too."),
    Text(ko="Σ 보고·도착·완료 기록의 최근 누적량", en="Σ latest cumulative amount reported, arrived or completed"), _SOURCE,
    Text(ko="확인되지 않은 양이 들어 있습니다.", en="Holds amounts that nobody has confirmed."), public=True,
    over=Text(ko="서명한 협약 {n}건에서", en="from {n} signed agreements"),
))
def reported(at: At) -> list[Value]:
    return _each(at, "reported")


@measures(Kpi(
    "arrived", Text(ko="도착한 양", en="Arrived"),
    Text(ko="증빙과 확인자가 있는 누적량", en="What has come, with evidence and a name that confirms it"),
    Text(ko="Σ 도착·완료 기록의 최근 누적량", en="Σ latest cumulative amount arrived or completed"), _SOURCE, _LEAD_TIME,
    public=True,
    over=Text(ko="서명한 협약 {n}건에서", en="from {n} signed agreements"),
))
def arrived(at: At) -> list[Value]:
    return _each(at, "arrived")


@measures(Kpi(
    "lapsed", Text(ko="실효된 양", en="Lapsed"),
    Text(ko="실효하거나 철회한 약속에서 도착하지 못한 양", en="What never came of commitments that lapsed or were withdrawn"),
    Text(ko="Σ (약속 − 도착), 실효·철회한 약속만", en="Σ (promised − arrived) of lapsed and withdrawn commitments"), _SOURCE,
    Text(ko="아직 기한이 남은 약속은 들어 있지 않습니다.", en="Holds nothing of commitments that still have time."), public=True,
    over=Text(ko="서명한 협약 {n}건에서", en="from {n} signed agreements"),
))
def lapsed(at: At) -> list[Value]:
    return _each(at, "lapsed")


@measures(Kpi(
    "realised_share", Text(ko="실현율", en="Share realised"),
    Text(ko="서명한 모든 협약에서 약속한 양 가운데 도착한 양", en="What arrived of what all signed agreements promised"),
    Text(ko="도착 ÷ 약속 (단위별)", en="Arrived ÷ promised, by unit"), _SOURCE,
    Text(ko="같은 정의와 기준일에서만 비교할 수 있습니다.", en="Comparable only with the same definition and day."), public=True,
    over=Text(ko="서명한 협약 {n}건의 약속 가운데", en="of what {n} signed agreements promised"),
))
def realised_share(at: At) -> list[Value]:
    found = book().figures(as_of=at.as_of, known_at=at.known_at)
    return [
        Value("percent", percent(f.arrived, f.promised), f.agreements, of=UNIT_NAMES[f.unit], part=f.unit)
        for f in found
    ]


def _on_time(at: At, clock: str) -> list[Value]:
    rows = [r for r in dues(at.as_of) if r.due.clock == clock and r.due.due_on <= at.as_of]
    kept = sum(1 for r in rows if r.answer and r.answer.answered_on <= r.due.due_on and r.answer.answered_at <= at.known_at)
    return [Value("percent", percent(kept, len(rows)), len(rows))]


@measures(Kpi(
    "action_plans", Text(ko="제때 낸 실행계획", en="Action plans on time"),
    Text(ko="기한이 지난 실행계획 가운데 기한 안에 낸 비율", en="Of action plans whose day has come, those made in time"),
    Text(ko="기한 안에 답한 것 ÷ 기한이 된 것", en="Answered by their day ÷ due by the day"),
    Text(ko="협약 기한과 답변", en="Clocks of agreements and their answers"),
    Text(ko="계획이 있다는 뜻이며 이행했다는 뜻이 아닙니다.", en="That there is a plan, not that it was carried out."),
    over=Text(ko="기한이 된 실행계획 {n}건 가운데", en="of {n} action plans due"),
))
def action_plans(at: At) -> list[Value]:
    return _on_time(at, "action_plan")


@measures(Kpi(
    "reviews", Text(ko="제때 한 연간 평가", en="Yearly reviews on time"),
    Text(ko="기한이 지난 평가 가운데 기한 안에 한 비율", en="Of reviews whose day has come, those made in time"),
    Text(ko="기한 안에 답한 것 ÷ 기한이 된 것", en="Answered by their day ÷ due by the day"),
    Text(ko="협약 기한과 답변", en="Clocks of agreements and their answers"),
    Text(ko="평가의 내용은 말하지 않습니다.", en="Says nothing of what the review found."),
    over=Text(ko="기한이 된 평가 {n}건 가운데", en="of {n} reviews due"),
))
def reviews(at: At) -> list[Value]:
    return _on_time(at, "review")


@measures(Kpi(
    "overdue", Text(ko="기한이 지난 보고와 평가", en="Overdue reports and reviews"),
    Text(ko="기준일에 기한이 지났고 답이 없는 것", en="Past their day and unanswered on the day"),
    Text(ko="답 없는 기한의 수", en="Count of unanswered clocks"),
    Text(ko="협약 기한과 답변", en="Clocks of agreements and their answers"),
    Text(ko="0이 아니면 오늘 할 일입니다.", en="Anything but zero is today's work."),
    over=Text(ko="기한이 있는 협약 {n}건에서", en="in {n} agreements with something due"), each=Text(ko="건", en="items"),
))
def overdue(at: At) -> list[Value]:
    rows = dues(at.as_of)
    late = [r for r in rows if r.due.due_on < at.as_of and not (r.answer and r.answer.answered_on <= at.as_of)]
    return [Value("count", Decimal(len(late)), len({r.agreement for r in rows}))]
