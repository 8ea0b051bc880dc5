"""A small made-up day for the gallery's timeline; nothing here touches the database."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

ROOMS = (
    ("304", "CF", "Confocal microscope", "공초점현미경", "in_use"),
    ("304", "SD", "Spinning disk microscope", "스피닝디스크현미경", "free"),
    ("304", "EM", "Electron microscope", "전자현미경", "maintenance"),
    ("311", "FC", "Cell sorter", "세포분리기", "free"),
    ("311", "CP", "Critical point dryer", "초임계건조기", "locked"),
    ("311", "UC", "Ultracentrifuge", "초원심분리기", "fault"),
)
BOOKINGS = (
    ("CF", 9, 11, "other"),
    ("CF", 13, 15, "mine"),
    ("CF", 16, 18, "company"),
    ("SD", 10, 12, "company"),
    ("SD", 15, 17, "pending"),
    ("EM", 8, 18, "maintenance"),
    ("FC", 9, 10, "other"),
    ("FC", 14, 16, "mine"),
    ("UC", 9, 20, "fault"),
    ("CP", 10, 13, "other"),
)


def feed(request: HttpRequest) -> HttpResponse:
    """One day of bookings in the contract's form; `?state=` empty, error or long for the other samples."""
    state, korean = request.GET.get("state", ""), (get_language() or "ko").startswith("ko")
    if state == "error":
        return HttpResponse(status=503)
    extra = " 극저온 전처리 챔버 포함" if korean else " with cryogenic preparation chamber"
    tail = extra * 2 if state == "long" else ""
    reason = "안전교육이 만료되었습니다." if korean else "Your safety training has expired."
    now = timezone.localtime()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    resources = [
        {
            "id": code,
            "title": (ko if korean else en) + tail,
            "group": f"{room}호" if korean else f"Room {room}",
            "state": kind,
            "locked_reason": reason if kind == "locked" else None,
            "step_minutes": 30,
            "url": f"#{code}",
        }
        for room, code, en, ko, kind in ROOMS
    ]
    names = {"mine": "CRYO-7", "company": "서연" if korean else "Seoyeon", "pending": "CRYO-8"}
    events = [
        {
            "id": f"B{index}",
            "resource": code,
            "start": (midnight + timedelta(hours=start)).isoformat(),
            "end": (midnight + timedelta(hours=end)).isoformat(),
            "look": kind,
            "title": names.get(kind, "") + tail,
            "editable": kind in ("mine", "pending"),
            "url": "#booking" if kind in ("mine", "pending", "company") else None,
        }
        for index, (code, start, end, kind) in enumerate(BOOKINGS)
    ]
    empty = state == "empty"
    return JsonResponse(
        {
            "version": "1",
            "timezone": str(timezone.get_current_timezone()),
            "now": now.isoformat(),
            "resources": [] if empty else resources,
            "events": [] if empty else events,
        }
    )


def panel(request: HttpRequest) -> HttpResponse:
    """What the drawer shows when free time is chosen."""
    return render(request, "kit/panel.html", {"chosen": request.GET})


@require_POST
def move(request: HttpRequest) -> HttpResponse:
    """Always refuses, so that the gallery shows a refusal in its place."""
    return JsonResponse(
        {
            "code": "booking.quota_exceeded",
            "title": "quota",
            "status": 409,
            "detail": {"ko": "이번 주 사용 한도를 넘습니다.", "en": "This is more than your quota for the week."},
            "arithmetic": {"ko": "8시간 + 3시간 = 11시간, 한도 10시간", "en": "8 h + 3 h = 11 h; the quota is 10 h"},
            "remedies": [{"ko": "한도 늘리기 요청", "en": "Ask for more", "url": "#"}],
        },
        status=409,
        content_type="application/problem+json",
    )
