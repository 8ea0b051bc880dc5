"""HTTP/1.1 as the load client needs it: build a request once as bytes, read one reply cheaply."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_DURATION = re.compile(rb"(?:^|,)\s*(\w+)((?:\s*;\s*[\w]+=(?:\"[^\"]*\"|[^,;]*))*)")
_PARAMETER = re.compile(rb";\s*(\w+)=\"?([^\",;]*)\"?")


@dataclass(frozen=True)
class Reply:
    """A whole reply. `timing` holds Server-Timing: name → {parameter: value}."""

    status: int
    body: bytes
    keep: bool
    timing: bytes = b""

    def server_ms(self) -> float | None:
        """Milliseconds that the application itself says it took."""
        value = _timing(self.timing).get("app", {}).get("dur")
        return float(value) if value else None

    def statements(self) -> int | None:
        """SQL statements that the application itself says it sent."""
        value = _timing(self.timing).get("db", {}).get("desc", "")
        return int(value) if value.isdigit() else None


def _timing(header: bytes) -> dict[str, dict[str, str]]:
    return {
        name.decode(): {k.decode(): v.decode() for k, v in _PARAMETER.findall(rest)}
        for name, rest in _DURATION.findall(header)
    }


def request(method: str, target: str, headers: Mapping[str, str] | None = None, body: bytes = b"") -> bytes:
    """A request to 127.0.0.1, keep-alive."""
    lines = [f"{method} {target} HTTP/1.1", "Host: 127.0.0.1"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if body or method != "GET":
        lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join([*lines, "", ""]).encode() + body


class Reader:
    """Collects the bytes of one reply at a time."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._head: tuple[int, dict[bytes, bytes]] | None = None

    def feed(self, data: bytes) -> Reply | None:
        """Add what the socket gave (b"" at its end); the reply when it is complete."""
        self._bytes += data
        if self._head is None:
            end = self._bytes.find(b"\r\n\r\n")
            if end < 0:
                return None
            self._head = _head(bytes(self._bytes[:end]))
            del self._bytes[: end + 4]
        status, headers = self._head
        body = self._body(headers, ended=not data)
        if body is None:
            return None
        keep = headers.get(b"connection", b"").lower() != b"close" and bool(data)
        self._head = None
        self._bytes.clear()
        return Reply(status, body, keep, headers.get(b"server-timing", b""))

    def _body(self, headers: dict[bytes, bytes], *, ended: bool) -> bytes | None:
        length = headers.get(b"content-length")
        if length is not None:
            return bytes(self._bytes) if len(self._bytes) >= int(length) else None
        if headers.get(b"transfer-encoding", b"").lower() == b"chunked":
            return _unchunk(self._bytes) if self._bytes.endswith(b"0\r\n\r\n") else None
        return bytes(self._bytes) if ended else None


def _head(raw: bytes) -> tuple[int, dict[bytes, bytes]]:
    first, *lines = raw.split(b"\r\n")
    headers: dict[bytes, bytes] = {}
    for line in lines:
        name, _, value = line.partition(b":")
        headers[name.lower()] = value.strip()
    return int(first.split(b" ", 2)[1]), headers


def _unchunk(raw: bytearray) -> bytes | None:
    parts: list[bytes] = []
    at = 0
    while True:
        end = raw.find(b"\r\n", at)
        if end < 0:
            return None
        size = int(bytes(raw[at:end]).split(b";")[0], 16)
        if size == 0:
            return b"".join(parts)
        at = end + 2 + size + 2
        if at > len(raw):
            return None
        parts.append(bytes(raw[end + 2 : at - 2]))
