"""Is a PDF's seal intact, and whose is it? Judged over the bytes alone, so that no stranger's file is taken apart.

A seal counts only where it covers the whole file: everything before its signature and everything after it.
"""

import asyncio
import re
from dataclasses import dataclass

from cryptography import x509

from squaremile.core.seals.apart import apart
from squaremile.core.seals.certificate import Certificate, told

RANGE = re.compile(rb"/ByteRange\s{0,9}\[\s{0,9}(\d{1,9})\s{1,9}(\d{1,9})\s{1,9}(\d{1,9})\s{1,9}(\d{1,9})\s{0,9}\]")
MOST_HEX = 2**17
"""Hexadecimal digits of the largest signature that is read: a chain of certificates and a time stamp fit many times."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What a seal is worth. `by` is empty where the signature could not even be read."""

    intact: bool
    by: Certificate | None


def judge(pdf: bytes) -> Judged | None:
    """Of the last seal in a file; None where there is none."""
    found = list(RANGE.finditer(pdf))
    if not found:
        return None
    start, length, again, rest = (int(number) for number in found[-1].groups())
    held = pdf[length:again]
    if len(held) > MOST_HEX or held[:1] != b"<" or held[-1:] != b">":
        return Judged(False, None)
    whole = start == 0 and again + rest == len(pdf)
    try:
        signature = bytes.fromhex(held[1:-1].decode("ascii"))
        sound, certificate = apart(lambda: asyncio.run(_checked(pdf[:length] + pdf[again:], signature)))
        return Judged(whole and sound, told(x509.load_der_x509_certificate(certificate)))
    except Exception:  # What a stranger puts in may fail in any way: then it is no seal that can be read.
        return Judged(False, None)


async def _checked(content: bytes, signature: bytes) -> tuple[bool, bytes]:
    """Whether it signs exactly this content, and the certificate it names. Nobody is asked over the network."""
    from asn1crypto import cms
    from pyhanko.sign.general import extract_certificate_info
    from pyhanko.sign.validation import async_validate_detached_cms
    from pyhanko_certvalidator import ValidationContext

    signed = cms.ContentInfo.load(signature)["content"]
    certificate = extract_certificate_info(signed).signer_cert
    found = await async_validate_detached_cms(
        content, signed, signer_validation_context=ValidationContext(trust_roots=[certificate], allow_fetching=False)
    )
    return bool(found.intact and found.valid), certificate.dump()
