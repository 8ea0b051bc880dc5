"""Short signed names for things without a code of their own: people, files, grants. Keys are never shown.

A ref opens nothing by itself (row security decides), and nobody can make up a valid one or count with it.
"""

import base64
import binascii
from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

from squaremile.core.words import NOT_FOUND
from squaremile.kernel.errors import Missing

_SIGN = 5
"""Bytes of the signature: 40 bits, for what row security guards anyway."""


def _signature(kind: str, key: bytes) -> bytes:
    return salted_hmac(f"squaremile.ref.{kind}", key, algorithm="sha256").digest()[:_SIGN]


def ref(kind: str, key: UUID) -> str:
    """The name of a thing of one kind, fit for an address: 28 letters, digits, - and _.

    The key is folded with its signature, so that neighbours do not look alike.
    """
    sign = _signature(kind, key.bytes)
    return base64.urlsafe_b64encode(sign + _fold(kind, sign, key.bytes)).decode().rstrip("=")


def read(kind: str, text: str) -> UUID:
    """The key behind a ref. Raises Missing for anything that was not made here for this kind."""
    try:
        raw = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        raw = b""
    sign, key = raw[:_SIGN], raw[_SIGN:]
    if len(key) == 16:
        key = _fold(kind, sign, key)
        if constant_time_compare(sign, _signature(kind, key)):
            return UUID(bytes=key)
    raise Missing(NOT_FOUND)


def _fold(kind: str, sign: bytes, key: bytes) -> bytes:
    pad = salted_hmac(f"squaremile.fold.{kind}", sign, algorithm="sha256").digest()
    return bytes(a ^ b for a, b in zip(key, pad, strict=False))
