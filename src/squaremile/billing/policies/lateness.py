"""What reached us after its month was closed: billed next, with its own period; what was billed is never rewritten."""

from collections.abc import Mapping
from typing import TypeVar

K = TypeVar("K")


def differences(now: Mapping[K, int], billed: Mapping[K, int]) -> dict[K, int]:
    """What a closed month is short of, key by key: as it is rated now, less what was billed of it. Noughts are left out."""
    found = {key: now.get(key, 0) - billed.get(key, 0) for key in {*now, *billed}}
    return {key: amount for key, amount in found.items() if amount}
