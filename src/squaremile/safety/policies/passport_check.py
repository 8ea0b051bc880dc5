"""What a host who is handed a training passport learns from the file, alone or with the lists she keeps."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from squaremile.safety.policies.passport import Unreadable, is_set, signed_by

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
    def good(self) -> bool:
        """Nothing speaks against it. What could not be compared is for the reader to weigh."""
        return self.signed and self.in_time and self.trusted is not False and self.revoked is not True


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
