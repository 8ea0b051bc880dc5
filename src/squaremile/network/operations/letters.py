"""Letters to experts: written by the worker, who makes the secret of each and keeps only its hash."""

import secrets
from datetime import timedelta

from django.conf import settings

from squaremile.core import notices
from squaremile.core.entering import secret_hash
from squaremile.kernel import clock
from squaremile.kernel.operation import operation
from squaremile.kernel.words import Text
from squaremile.network import rules
from squaremile.network.models import Approach
from squaremile.network.words import liaison as words

OPEN_FOR = timedelta(days=14)
SUBJECT = Text(ko="소개 요청이 있습니다", en="Somebody would like to meet you")
LETTER = Text(
    ko="{name}님께\n\n{who:이가} 만나 뵙기를 바랍니다.\n\n{message}\n\n"
       "아래 주소에서 받아들이거나 사양하실 수 있습니다. {days}일 동안, 한 번만 열립니다.\n{url}\n\n"
       "받아들이시기 전에는 연락처가 상대에게 알려지지 않습니다.\n\n-- \n{cluster}",
    en="Dear {name},\n\n{who} would like to be introduced to you.\n\n{message}\n\n"
       "Accept or decline here; the link works once, within {days} days:\n{url}\n\n"
       "Until you accept, nobody is given your address.\n\n-- \n{cluster}")
SOMEBODY = Text(ko="우리 클러스터의 한 기관", en="A member of our cluster")


@operation(
    "network.send_letters", ko="소개 편지 보내기", en="Send letters to experts", may=rules.remind,
    constraints={"network_approach_secret_hash_key": words.LETTER_SPENT},
)
def send_letters() -> int:
    """Write the letters that are due, each with a new secret. Returns how many."""
    due = Approach.objects.select_for_update(of=("self",), skip_locked=True).select_related("introduction")
    sent = 0
    for asked in due.filter(letter_due=True, answered_at=None, introduction__state="asked"):
        secret = secrets.token_urlsafe(32)
        asked.letter_due, asked.secret_hash, asked.expires_at = False, secret_hash(secret), clock.now() + OPEN_FOR
        asked.save(update_fields=["letter_due", "secret_hash", "expires_at"])
        _post(asked, secret)
        sent += 1
    return sent


def _post(asked: Approach, secret: str) -> None:
    message, language = asked.introduction, "ko" if asked.name_ko else "en"
    values = {
        "name": Text(ko=asked.name_ko or asked.name_en, en=asked.name_en or asked.name_ko),
        "who": Text(ko=asked.requester_ko, en=asked.requester_en) if asked.requester_ko else SOMEBODY,
        "message": Text(ko=message.message_ko or message.message_en, en=message.message_en or message.message_ko),
        "days": OPEN_FOR.days, "url": f"{settings.PUBLIC_URL}/network/letter/{secret}/",
        "cluster": Text(ko=settings.CLUSTER_NAME["ko"], en=settings.CLUSTER_NAME["en"]),
    }
    notices.post(
        to=asked.email, secret=True, subject=SUBJECT.say(language), body=LETTER.fill(values).say(language),
        about=f"approach:{asked.id}",
    )
