"""The rules of an instrument in plain sentences, Korean and English."""

from collections.abc import Iterator, Sequence

from squaremile.booking.policies.quota import Share
from squaremile.booking.policies.slots import Hours, Rules
from squaremile.booking.words import WEEKDAYS
from squaremile.kernel.words import Text

ALL_DAY = ((0, 1440),)


def sentences(
    rules: Rules, hours: Sequence[Hours], shares: Sequence[Share] = (), *, needs_qualification: bool = False
) -> list[Text]:
    """Every rule that binds, one sentence each, in the order in which people meet them. Times are the site's clock."""
    return [
        *_opening(hours), _length(rules), *_notice(rules), *_buffers(rules), *_agreement(rules, needs_qualification),
        *(_share(share) for share in shares), *_use(rules),
    ]


def duration(minutes: int) -> Text:
    """90 is 1시간 30분, 1 h 30 min; whole days from two days on."""
    if minutes >= 2880 and minutes % 1440 == 0:
        return Text(ko=f"{minutes // 1440}일", en=f"{minutes // 1440} days")
    hours, rest = divmod(minutes, 60)
    ko = " ".join(part for part in (f"{hours}시간" if hours else "", f"{rest}분" if rest or not hours else "") if part)
    en = " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else "") if part)
    return Text(ko=ko, en=en)


def clock(minute: int) -> str:
    """540 is 09:00; 1440 is 24:00."""
    return f"{minute // 60:02}:{minute % 60:02}"


def _opening(hours: Sequence[Hours]) -> Iterator[Text]:
    week = [_joined(sorted((h.opens, h.closes) for h in hours if h.weekday == day)) for day in range(7)]
    if all(day == ALL_DAY for day in week):
        yield Text(ko="하루 종일, 매일 쓸 수 있습니다.", en="Open at all hours, every day.")
        return
    if not any(week):
        yield Text(ko="지금은 운영 시간이 없습니다.", en="It has no opening hours at present.")
        return
    for days, spans in _runs(week):
        said = ", ".join(f"{clock(a)}–{clock(b)}" for a, b in spans)
        yield Text(ko=f"{_days(days).ko} {said}에 쓸 수 있습니다.", en=f"Open {_days(days).en} {said}.")


def _joined(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans of one day, those that touch made one."""
    joined: list[tuple[int, int]] = []
    for opens, closes in spans:
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
        else:
            joined.append((opens, closes))
    return tuple(joined)


def _runs(week: Sequence[tuple[tuple[int, int], ...]]) -> Iterator[tuple[list[int], tuple[tuple[int, int], ...]]]:
    """Days with the same hours together, in the order of their first day; closed days are left out."""
    for spans in dict.fromkeys(day for day in week if day):
        yield [n for n, day in enumerate(week) if day == spans], spans


def _days(days: Sequence[int]) -> Text:
    """[0, 1, 2, 3, 4] is 월–금, Mon–Fri; [0, 2] is 월·수, Mon, Wed."""
    first, last = WEEKDAYS[days[0]], WEEKDAYS[days[-1]]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return Text(ko=f"{first.ko}–{last.ko}", en=f"{first.en}–{last.en}")
    return Text(ko="·".join(WEEKDAYS[d].ko for d in days), en=", ".join(WEEKDAYS[d].en for d in days))


def _length(rules: Rules) -> Text:
    least, most, step = duration(rules.min_minutes), duration(rules.max_minutes), duration(rules.step_minutes)
    if rules.max_minutes:
        ko, en = f"한 번에 {least.ko}부터 {most.ko}까지", f"Book {least.en} to {most.en} at a time"
    else:
        ko, en = f"한 번에 {least.ko} 이상", f"Book {least.en} or more at a time"
    return Text(ko=f"{ko}, {step.ko} 단위로 예약합니다.", en=f"{en}, in steps of {step.en}.")


def _notice(rules: Rules) -> Iterator[Text]:
    if rules.lead_minutes:
        lead = duration(rules.lead_minutes)
        yield Text(ko=f"시작 {lead.ko} 전까지 예약합니다.", en=f"Book at least {lead.en} before the start.")
    days = rules.horizon_days
    plural = "s" if days > 1 else ""
    yield Text(ko=f"{days}일 뒤까지 예약할 수 있습니다.", en=f"Bookings open {days} day{plural} ahead.")
    if rules.cancel_free_minutes:
        free = duration(rules.cancel_free_minutes)
        yield Text(
            ko=f"시작 {free.ko} 전까지 무료로 취소합니다.",
            en=f"Cancel free of charge until {free.en} before the start.")
    else:
        yield Text(ko="시작 전까지 무료로 취소합니다.", en="Cancel free of charge until the start.")


def _buffers(rules: Rules) -> Iterator[Text]:
    if rules.buffer_before_minutes:
        before = duration(rules.buffer_before_minutes)
        yield Text(
            ko=f"예약 앞 {before.ko} 동안은 준비 시간으로 비워 둡니다.",
            en=f"{before.en} before each booking are kept free.")
    if rules.buffer_after_minutes:
        after = duration(rules.buffer_after_minutes)
        yield Text(
            ko=f"예약 뒤 {after.ko} 동안은 정리 시간으로 비워 둡니다.",
            en=f"{after.en} after each booking are kept free.")


def _agreement(rules: Rules, needs_qualification: bool) -> Iterator[Text]:
    if needs_qualification:
        yield Text(ko="사용 교육을 받은 사람만 예약합니다.", en="Only people trained on it may book.")
    if rules.needs_approval:
        yield Text(ko="운영팀이 승인하면 예약이 확정됩니다.", en="A booking stands once lab operations approve it.")
    elif rules.offers_assistance:
        yield Text(
            ko="직원의 도움을 요청할 수 있고, 그 예약은 운영팀이 승인하면 확정됩니다.",
            en="You may ask for staff assistance; such a booking stands once lab operations approve it.")
    if rules.needs_approval and rules.offers_assistance:
        yield Text(ko="직원의 도움을 요청할 수 있습니다.", en="You may ask for staff assistance.")


def _share(share: Share) -> Text:
    who = Text(ko="한 사람이", en="One person") if share.per == "person" else Text(ko="한 회사가", en="One company")
    span = Text(ko="하루에", en="a day") if share.span == "day" else Text(ko="한 주에", en="a week")
    most = duration(share.minutes)
    if not share.prime_only:
        return Text(ko=f"{who.ko} {span.ko} {most.ko}까지 예약합니다.", en=f"{who.en} may book {most.en} {span.en}.")
    prime = f"{clock(share.prime_from)}–{clock(share.prime_to)}"
    return Text(
        ko=f"{prime}에는 {who.ko} {span.ko} {most.ko}까지 예약합니다.",
        en=f"Between {prime}, {who.en.lower()} may book {most.en} {span.en}.")


def _use(rules: Rules) -> Iterator[Text]:
    if rules.early_start_minutes:
        early = duration(rules.early_start_minutes)
        yield Text(
            ko=f"예약 {early.ko} 전부터 사용을 시작할 수 있습니다.",
            en=f"Use may begin {early.en} before the booking.")
