"""A training passport: a verifiable credential that any host checks without asking us.

W3C Verifiable Credentials Data Model 2.0, secured by a Data Integrity proof `eddsa-jcs-2022` (W3C Data Integrity EdDSA
Cryptosuites 1.0 §3.3: RFC 8785 canonical JSON, SHA-256, Ed25519), revoked by a Bitstring Status List 1.0. The issuer is
a `did:key`: the file carries the public key, and whoever reads it compares that with the one the cluster publishes.
"""

import base64
import binascii
import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

VC = "https://www.w3.org/ns/credentials/v2"
TERMS = {"@vocab": "urn:squaremile:safety:"}
SUITE, ED25519_PUB = "eddsa-jcs-2022", b"\xed\x01"
"""Multicodec prefix of an Ed25519 public key (Controlled Identifiers 1.0 §2.2.2)."""
LIST_BITS = 131_072
"""The least length of a status list (Bitstring Status List 1.0 §2.2: 16 KB), so that one holder hides among many."""
MOST_LIST = 2**24
_BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
Document = dict[str, Any]


class Unreadable(ValueError):
    """It is no credential that this suite can judge."""


def canonical(value: Any) -> bytes:
    """RFC 8785 for what credentials hold: texts, whole numbers, true and false, null. Raises Unreadable for the rest."""
    try:
        return _json(value).encode()
    except UnicodeEncodeError as wrong:
        raise Unreadable("a text holds half a character") from wrong


def _json(value: Any) -> str:
    if value is None or isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int) and abs(value) < 2**53:
        return str(value)
    if isinstance(value, list | tuple):
        return "[" + ",".join(_json(each) for each in value) + "]"
    if isinstance(value, Mapping) and all(isinstance(key, str) for key in value):
        rows = sorted(value.items(), key=lambda row: row[0].encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{json.dumps(k, ensure_ascii=False)}:{_json(v)}" for k, v in rows) + "}"
    raise Unreadable(f"{type(value).__name__} has no place in a passport")


def base58(raw: bytes) -> str:
    """Base58 with Bitcoin's alphabet; every leading zero byte is a 1."""
    number, said = int.from_bytes(raw), ""
    while number:
        number, digit = divmod(number, 58)
        said = _BASE58[digit] + said
    return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + said


def from_base58(text: str) -> bytes:
    """Back again. Raises Unreadable."""
    number = 0
    for letter in text:
        digit = _BASE58.find(letter)
        if digit < 0:
            raise Unreadable("no base58")
        number = number * 58 + digit
    zeros = len(text) - len(text.lstrip("1"))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8)


def public_key(private: bytes) -> str:
    """The public half of an Ed25519 key, as a Multikey value such as z6Mk…"""
    raw = Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
    return "z" + base58(ED25519_PUB + raw)


def issuer(private: bytes) -> str:
    """The issuer's identifier, which is her public key."""
    return f"did:key:{public_key(private)}"


def sign(document: Document, private: bytes, *, created: str) -> Document:
    """The document with its proof. `created` is a moment such as 2027-03-01T00:00:00Z."""
    key = public_key(private)
    options = {
        "type": "DataIntegrityProof", "cryptosuite": SUITE, "created": created,
        "verificationMethod": f"did:key:{key}#{key}", "proofPurpose": "assertionMethod", "@context": document["@context"],
    }
    signature = Ed25519PrivateKey.from_private_bytes(private).sign(_to_sign(document, options))
    return {**document, "proof": {**options, "proofValue": "z" + base58(signature)}}


def _to_sign(document: Mapping[str, Any], options: Mapping[str, Any]) -> bytes:
    return hashlib.sha256(canonical(options)).digest() + hashlib.sha256(canonical(document)).digest()


def signed_by(document: Mapping[str, Any]) -> str | None:
    """The Multikey value whose owner signed exactly this document as its issuer; None where that cannot be shown.

    Raises Unreadable where it is secured in another way.
    """
    proof, context = document.get("proof"), document.get("@context")
    if not isinstance(proof, Mapping) or not isinstance(context, list) or context[:1] != [VC]:
        raise Unreadable("no credential of data model 2.0 with one proof")
    if (proof.get("type"), proof.get("cryptosuite")) != ("DataIntegrityProof", SUITE):
        raise Unreadable(f"secured otherwise than by {SUITE}")
    if proof.get("proofPurpose") != "assertionMethod":
        return None
    used = proof.get("@context", context)
    if not isinstance(used, list) or context[: len(used)] != used:
        return None
    method, value = str(proof.get("verificationMethod", "")), str(proof.get("proofValue", ""))
    did, _, key = method.partition("#")
    named = document.get("issuer")
    whose = named.get("id") if isinstance(named, Mapping) else named
    if did != f"did:key:{key}" or whose != did or not key.startswith("z") or not value.startswith("z"):
        return None
    unsigned = {name: each for name, each in document.items() if name != "proof"}
    if "@context" in proof:
        unsigned["@context"] = used
    options = {name: each for name, each in proof.items() if name != "proofValue"}
    try:
        raw = from_base58(key[1:])
        if raw[:2] != ED25519_PUB or len(raw) != 34:
            return None
        Ed25519PublicKey.from_public_bytes(raw[2:]).verify(from_base58(value[1:]), _to_sign(unsigned, options))
    except InvalidSignature:
        return None
    return key


def status_list(revoked: Iterable[int], *, length: int = LIST_BITS) -> str:
    """The bits of a status list as `encodedList`: index 0 is the leftmost bit of the first byte."""
    bits = bytearray(length // 8)
    for index in revoked:
        bits[index // 8] |= 0x80 >> index % 8
    packed = gzip.compress(bytes(bits), mtime=0)
    return "u" + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def is_set(encoded: str, index: int) -> bool:
    """Whether that bit stands in an `encodedList`. Raises Unreadable."""
    text = encoded.removeprefix("u")
    try:
        packed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        opened = zlib.decompressobj(wbits=31)
        bits = opened.decompress(packed, MOST_LIST)
    except (binascii.Error, ValueError, zlib.error) as wrong:
        raise Unreadable("no bitstring") from wrong
    if not encoded.startswith("u") or not 0 <= index < len(bits) * 8:
        raise Unreadable("the list has no such bit")
    return bool(bits[index // 8] & 0x80 >> index % 8)
