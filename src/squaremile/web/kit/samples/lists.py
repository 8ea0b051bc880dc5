"""Samples: tables, the timeline and plans."""

from squaremile.web.kit.sample import component

HEAD = '<c-slot name="head"><th scope="col">[[Instrument||장비]]</th><th scope="col">[[State||상태]]</th><th scope="col" class="number">[[Hours||시간]]</th></c-slot>'
ROOM = '<g data-room="{0}" data-url="#" aria-label="{1}" class="{4}"><rect x="{2}" y="{3}" width="90" height="60"/><text x="{5}" y="{6}">{0}</text></g>'

COMPONENTS = (
    component("table", "A list; header and first column stay in sight.", "목록입니다. 머리줄과 첫 열이 늘 보입니다.",
        normal=f'<c-table caption="[[Use in March||3월 사용]]">{HEAD}<tr class="mine"><th scope="row">[[Confocal||공초점현미경]]</th><td><c-badge-state state="free" /></td><td class="number">128.5</td></tr><tr><th scope="row">[[Cell sorter||세포분리기]]</th><td><c-badge-state state="in_use" /></td><td class="number">96.0</td></tr></c-table>',
        empty=f'<c-table caption="[[Use in March||3월 사용]]">{HEAD}<c-slot name="empty"><c-empty title="[[No use in March||3월 사용이 없습니다]]" /></c-slot></c-table>',
        error=f'<c-table caption="[[Use in March||3월 사용]]">{HEAD}<tr><th scope="row">[[Confocal||공초점현미경]]</th><td><c-badge-state state="fault" /></td><td class="number"><span class="missing-value">[[not recorded||기록 없음]]</span></td></tr></c-table>',
        long=f'<c-table caption="[[Use in March, all sites and all organisations, without maintenance||모든 사이트와 기관의 3월 사용, 유지보수 제외]]">{HEAD}<tr><th scope="row">[[Field-emission scanning electron microscope with cryogenic chamber||극저온 챔버를 갖춘 전계방출 주사전자현미경]]</th><td><c-badge-state state="pending" label="[[Waiting for the approval of the responsible scientist||책임연구원의 승인을 기다리는 중]]" /></td><td class="number">1,204,500.0</td></tr></c-table>'),
    component("timeline", "Instruments by room, bookings by time; drag, keys or list.", "실별 장비와 시간별 예약입니다. 끌기, 자판, 목록으로 씁니다.",
        normal='<c-timeline feed="{% url \'kit_timeline_feed\' %}" panel="{% url \'kit_timeline_panel\' %}" move="{% url \'kit_timeline_move\' %}" />',
        empty='<c-timeline feed="{% url \'kit_timeline_feed\' %}?state=empty" panel="#" move="#" />',
        error='<c-timeline feed="{% url \'kit_timeline_feed\' %}?state=error" panel="#" move="#" />',
        long='<c-timeline feed="{% url \'kit_timeline_feed\' %}?state=long" panel="#" move="#" />'),
    component("floorplan", "A plan to pan, zoom and walk through.", "움직이고 확대하며 방을 살피는 평면도입니다.",
        normal='<c-floorplan label="[[Floor 3||3층]]"><svg viewBox="0 0 220 160">' + ROOM.format("301", "[[Room 301, mine||301호, 내 방]]", 10, 10, "mine", 40, 45) + ROOM.format("302", "[[Room 302, free||302호, 비어 있음]]", 115, 10, "", 145, 45) + ROOM.format("303", "[[Room 303, taken||303호, 사용 중]]", 10, 85, "taken", 40, 120) + "</svg></c-floorplan>",
        empty="<c-floorplan />",
        error='<c-floorplan label="[[Floor 3||3층]]"><svg viewBox="0 0 220 160">' + ROOM.format("301", "[[Room 301, over its hazard limit||301호, 위험물 한도 초과]]", 10, 10, "stop", 40, 45) + "</svg></c-floorplan>",
        long='<c-floorplan label="[[Floor 3 of building B, laboratories and shared instruments||B동 3층 실험실과 공용 장비]]"><svg viewBox="0 0 220 160">' + ROOM.format("B-3-0301-A", "[[Room B-3-0301-A||B-3-0301-A호]]", 10, 10, "warn", 20, 45) + "</svg></c-floorplan>"),
)
"""Lists: tables, the timeline, floor plans."""
