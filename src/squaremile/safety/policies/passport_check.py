"""What a host who is handed a training passport learns from the file, alone or with the lists she keeps."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from squaremile.kernel.words import Text
from squaremile.safety.policies.passport import Unreadable, is_set, signed_by

UNSIGNED = Text(
    ko="서명이 맞지 않습니다. 내용이 바뀌었거나 다른 방식으로 서명했습니다.", en="The signature does not fit: it was changed, or signed otherwise.")
TRUSTED = Text(ko="서명이 맞고, 알려 준 발급 기관의 열쇠로 서명했습니다.", en="The signature fits, by a key of the issuer that was given.")
STRANGER = Text(
    ko="서명은 맞지만 알려 준 발급 기관의 열쇠가 아닙니다.", en="The signature fits, by a key that is none of the issuer's that were given.")
ISSUER_UNKNOWN = Text(
    ko="서명은 맞지만 누가 발급했는지 알 수 없습니다. 누구나 자기 열쇠로 서명할 수 있으니 발급 기관이 공개한 열쇠를 --key로 주십시오.",
    en="The signature fits, the issuer is not known: anybody can sign with a key of her own. Give the keys that the issuer publishes as --key.")
OUT_OF_TIME = Text(ko="유효 기간이 아닙니다.", en="Today is not within its days.")
REVOKED = Text(ko="취소된 여권입니다.", en="It was revoked.")
NOT_REVOKED = Text(ko="취소 목록에 없습니다.", en="It is not revoked by the list that was given.")
REVOKED_UNKNOWN = Text(
    ko="취소되었는지는 알 수 없습니다. 발급 기관의 취소 목록을 --status로 주십시오.",
    en="Whether it was revoked is not known. Give the issuer's status list as --status.")
KIND, LIST_KIND = "TrainingPassport", "BitstringStatusListCredential"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`signed`: unchanged since its issuer signed it. `in_time`: within its own days. `trusted` and `revoked` are None
    where nothing was given to compare with."""

    signed: bool
    in_time: bool
    key: str
    trusted: bool | None
    revoked: bool | None

    @property
    def good(self) -> bool | None:
        """Signed by a key that its issuer published, in time, and not known to be revoked. None where nobody said which keys the
        issuer has: anybody signs with a key of her own."""
        if not self.signed or not self.in_time or self.trusted is False or self.revoked is True:
            return False
        return True if self.trusted else None

    @property
    def says(self) -> tuple[Text, ...]:
        """What was found, and what nobody can know from what was given."""
        if not self.signed:
            return (UNSIGNED,)
        said = [{True: TRUSTED, False: STRANGER, None: ISSUER_UNKNOWN}[self.trusted]]
        said += [] if self.in_time else [OUT_OF_TIME]
        return (*said, {True: REVOKED, False: NOT_REVOKED, None: REVOKED_UNKNOWN}[self.revoked])


def check(
    document: Mapping[str, Any], now: datetime, *, keys: Collection[str] = (), statuses: Mapping[str, Any] | None = None
) -> Verdict:
    """Judge a passport. `keys` are those that its issuer published, `statuses` her signed status list: by the passport's own key
    or, as a list is signed anew and keys change, by another of those that she published.

    Raises Unreadable where the file is no passport, or the list is not that issuer's.
    """
    if KIND not in _kinds(document):
        raise Unreadable("no training passport")
    key = signed_by(document)
    trusted = (key in keys) if keys else None
    revoked = _revoked(document, statuses, {key, *keys}) if statuses is not None and key is not None else None
    return Verdict(key is not None, _in_time(document, now), key or "", trusted, revoked)


def _kinds(document: Mapping[str, Any]) -> list[Any]:
    found = document.get("type")
    return found if isinstance(found, list) else [found]


def _in_time(document: Mapping[str, Any], now: datetime) -> bool:
    return _moment(document.get("validFrom"), datetime.min) <= now <= _moment(document.get("validUntil"), datetime.max)


def _moment(said: Any, otherwise: datetime) -> datetime:
    if said is None:
        return otherwise.replace(tzinfo=UTC)
    try:
        return datetime.fromisoformat(str(said)).astimezone(UTC)
    except (ValueError, OverflowError) as wrong:
        raise Unreadable(f"no moment: {said}") from wrong


def _revoked(document: Mapping[str, Any], statuses: Mapping[str, Any], keys: Collection[str]) -> bool | None:
    entry, told = document.get("credentialStatus"), statuses.get("credentialSubject")
    if not isinstance(entry, Mapping):
        return None
    if LIST_KIND not in _kinds(statuses) or not isinstance(told, Mapping) or signed_by(statuses) not in keys:
        raise Unreadable("the status list is not signed by the passport's issuer")
    if statuses.get("id") != entry.get("statusListCredential") or told.get("statusPurpose") != "revocation":
        raise Unreadable("the status list is another one")
    index = str(entry.get("statusListIndex"))
    if not index.isascii() or not index.isdigit():
        raise Unreadable("the passport names no place in the list")
    return is_set(str(told.get("encodedList")), int(index))
