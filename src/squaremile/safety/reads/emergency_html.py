"""The emergency view as one HTML page that needs nothing from elsewhere, in both languages."""

from collections.abc import Iterable
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from django.conf import settings

from squaremile.kernel.words import Text
from squaremile.safety.reads.emergency import AgentHere, House, RoomView

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#111}h1{font-size:1.6rem}h2{margin-top:2rem;"
    "border-bottom:2px solid #111}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;border-bottom:1px solid #999;"
    "padding:.35rem .5rem .35rem 0}b.stop{background:#b00020;color:#fff;padding:0 .35rem}nav a{margin-right:1rem}"
    "@media(max-width:40rem){table,tbody,tr,th,td{display:block}thead{display:none}}"
)
SAID = {
    "title": Text(ko="비상 현황", en="Emergency view"),
    "as_of": Text(ko="작성 시각", en="As of"),
    "inside": Text(ko="안에 있는 사람", en="Who is inside"),
    "nobody": Text(ko="들어왔다고 적은 사람이 없습니다.", en="Nobody has said that she is inside."),
    "name": Text(ko="이름", en="Name"),
    "company": Text(ko="소속", en="Company"),
    "place": Text(ko="곳", en="Place"),
    "since": Text(ko="언제부터", en="Since"),
    "how": Text(ko="어떻게 아는지", en="Known how"),
    "room": Text(ko="방", en="Room"),
    "hazards": Text(ko="유해·위험성", en="Hazards"),
    "agents": Text(ko="생물체", en="Biological agents"),
    "bottles": Text(ko="고압가스 용기", en="Gas cylinders"),
    "now": Text(ko="지금", en="Now"),
    "keeper": Text(ko="책임자", en="Manager"),
    "locked": Text(ko="사용 제한", en="Locked"),
    "incident": Text(ko="사고", en="Incident"),
    "quiet": Text(ko="알릴 것이 없는 방", en="Nothing to tell of"),
    "shut_offs": Text(ko="차단 장치", en="Shut-offs"),
    "what": Text(ko="무엇", en="What"),
    "where": Text(ko="위치", en="Where"),
    "call": Text(ko="신고", en="Call"),
    "safety": Text(ko="안전관리자", en="Safety officer"),
    "forgotten": Text(ko="나갈 때 적지 않았을 수 있음", en="may have left"),
    "risk": Text(ko="위험군 {n}", en="risk group {n}"),
    "people": Text(ko="사람", en="People"),
}


def html(found: House) -> str:
    """One page with everything in it: no style, script or picture from elsewhere."""
    title = f"{SAID['title'].ko} · {SAID['title'].en}"
    body = "".join(f'<section lang="{language}" id="{language}">{_page(found, language)}</section>' for language in ("ko", "en"))
    return (
        f'<!doctype html><html lang="ko"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{title}</title><style>{STYLE}</style></head><body>"
        f'<nav><a href="#ko">한국어</a><a href="#en">English</a></nav>{body}</body></html>'
    )


def _page(found: House, language: str) -> str:
    def say(key: str) -> str:
        return escape(SAID[key].say(language))

    numbers = [(say("call"), settings.EMERGENCY_NUMBER), *([(say("safety"), settings.SAFETY_PHONE)] if settings.SAFETY_PHONE else [])]
    lines = [
        f"<h1>{escape(settings.CLUSTER_NAME[language])} · {say('title')}</h1><p>{say('as_of')}: <b>{_at(found.as_of)}</b></p>",
        "<p>" + " · ".join(f"{label} <b>{escape(number)}</b>" for label, number in numbers) + "</p>",
        f"<h2>{say('inside')} ({len(found.people)})</h2>",
    ]
    if found.people:
        lines.append(_table(
            [say(k) for k in ("name", "company", "place", "since", "how")],
            [
                [_say(p.name, language), _say(p.company, language) if p.company else "–", _say(p.place_name, language),
                 _at(p.since) + (f" ({say('forgotten')})" if p.forgotten else ""), _say(p.by, language)]
                for p in found.people
            ],
        ))  # fmt: skip
    else:
        lines.append(f"<p>{say('nobody')}</p>")
    lines.append(f"<h2>{say('shut_offs')}</h2>")
    lines.append(_table(
        [say(k) for k in ("what", "place", "where")],
        [[_say(s.kind_said, language), _say(s.place_name, language), _say(s.where, language)] for s in found.shut_offs],
    ))  # fmt: skip
    for building in found.buildings:
        for floor in building.floors:
            lines.append(f"<h2>{_say(building.name, language)} · {_say(floor.name, language)}</h2>")
            if floor.told:
                heads = [say(k) for k in ("room", "now", "hazards", "agents", "bottles", "keeper")]
                lines.append(_table(heads, [_room(room, language) for room in floor.told]))
            if floor.quiet:
                lines.append(f"<p>{say('quiet')}: " + ", ".join(_say(r.place.name, language) for r in floor.quiet) + "</p>")
    return "".join(lines)


def _room(room: RoomView, language: str) -> list[str]:
    def say(key: str) -> str:
        return escape(SAID[key].say(language))

    now = [f"<b class=stop>{say('locked')}</b> {_at(lock.since)}" for lock in room.locks]
    now += [f"<b class=stop>{say('incident')}</b> {_say(i.kind, language)} {_at(i.since)}" for i in room.incidents]
    now += [f"{say('people')}: " + ", ".join(_say(p.name, language) for p in room.people)] if room.people else []
    agents = [_agent(a, language) for a in room.agents]
    level = [f"BL{room.level}"] if room.level else []
    bottles = [f"{_say(b.gas, language)} {b.litres:f} L, {b.bar} bar ({_say(b.state, language)})" for b in room.bottles]
    return [
        f"<b>{_say(room.place.name, language)}</b><br>{escape(room.place.code)}", "<br>".join(now),
        "<br>".join(_say(h.word, language) for h in room.hazards), "<br>".join([*level, *agents]), "<br>".join(bottles),
        escape(f"{room.manager} {room.phone}".strip()),
    ]  # fmt: skip


def _agent(agent: AgentHere, language: str) -> str:
    said = [_say(agent.kind, language), escape(SAID["risk"].fill({"n": agent.risk_group}).say(language)), *(["LMO"] if agent.modified else [])]
    return f"{_say(agent.name, language)} ({', '.join(said)})"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    top = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{lines}</tbody></table>"


def _say(text: Text, language: str) -> str:
    return escape(text.say(language))


def _at(moment: datetime) -> str:
    return moment.astimezone(ZoneInfo(settings.TIME_ZONE)).strftime("%Y-%m-%d %H:%M")
