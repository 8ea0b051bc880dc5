"""The chain of signatures under a licence: each record holds the digest of the one before, so none can be slipped in,
taken out or changed unseen. A digest is SHA-256 over canonical JSON (sorted keys, no spaces, UTF-8)."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature as it enters the chain. `document`: SHA-256 of the PDF; `at`: ISO 8601 in UTC."""

    number: int
    party: str
    signer: str
    name: str
    at: str
    address: str
    document: str
    previous: str


def digest(record: Signed) -> str:
    """What the next record holds as `previous`: 64 hexadecimal digits."""
    said = json.dumps(asdict(record), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(said.encode()).hexdigest()


def faults(chain: Sequence[tuple[Signed, str]]) -> list[tuple[int, str]]:
    """(number, fault) for every link that does not hold: `order`, `previous` or `digest`. Empty for a sound chain."""
    found, before = [], ""
    for position, (record, kept) in enumerate(chain, start=1):
        if record.number != position:
            found.append((record.number, "order"))
        if record.previous != before:
            found.append((record.number, "previous"))
        if digest(record) != kept:
            found.append((record.number, "digest"))
        before = kept
    return found
