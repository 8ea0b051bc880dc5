"""Identity: UUIDv7 keys that sort by birth and are never shown, and short codes that people read aloud."""

import os
import secrets
import threading
import time
from uuid import UUID

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford base32: no I, L, O or U, so nothing is misread."""

MANY = 11
"""Symbols of codes that are drawn by the ten thousand. Seven suffice for what people do one by one; of fifty thousand drawn
at once, two would be alike in every twenty-sixth import, and the import would fall."""

_lock = threading.Lock()
_last = 0


def uuid7() -> UUID:
    """A UUID version 7 (RFC 9562 §5.7); keys made in one process always increase."""
    global _last
    with _lock:
        # 48 bits of milliseconds and 12 bits of their fraction, never the same twice.
        tick = max(time.time_ns() * 4096 // 1_000_000, _last + 1)
        _last = tick
    value = (tick >> 12) << 80 | 0x7 << 76 | (tick & 0xFFF) << 64
    value |= 0b10 << 62 | int.from_bytes(os.urandom(8), "big") & (1 << 62) - 1
    return UUID(int=value)


def _check(body: str) -> str:
    """Luhn's check character over 32 symbols: finds every single slip and nearly every swap."""
    total, factor = 0, 2
    for symbol in reversed(body):
        value = factor * ALPHABET.index(symbol)
        total += value // 32 + value % 32
        factor = 3 - factor
    return ALPHABET[-total % 32]


def short_code(prefix: str, length: int = 7) -> str:
    """A new random code such as `RS-7K3M9QXA`: prefix, `length` random symbols, one check symbol."""
    drawn = secrets.randbits(5 * length)
    body = "".join(ALPHABET[drawn >> 5 * place & 31] for place in range(length))
    return f"{prefix}-{body}{_check(body)}"


def read_code(text: str) -> str | None:
    """The code a person typed, tidied (case, O for 0, I and L for 1, spaces), or None if it cannot be one."""
    prefix, dash, body = text.strip().upper().replace(" ", "").partition("-")
    body = body.translate(str.maketrans("OIL", "011"))
    if not (dash and prefix.isalpha() and len(body) > 1 and set(body) <= set(ALPHABET)):
        return None
    return f"{prefix}-{body}" if _check(body[:-1]) == body[-1] else None
