"""The cluster's seal: a private key with its certificate in one PKCS#12 file, outside the database and every backup.

The file is the cluster's own (`squaremile seal make`), or one that an authority issued to it. Its own file is locked by a
passphrase made from SECRET_KEY, so that whoever finds the file alone has nothing.
"""

import hashlib
import hmac
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID
from django.conf import settings

BITS, YEARS = 3072, 10
"""Strength of a key that is made here (NIST SP 800-57: 128 bits), and how long its certificate lasts."""
DAY = timedelta(days=1)
MOST_LETTERS = 64
"""Of a common name (RFC 5280, ub-common-name)."""


class Unusable(ValueError):
    """There is a file, and it opens with no passphrase of ours, or holds no key with its certificate."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """Whose seal it is. `own`: signed by itself, so that no authority answers for it."""

    subject: str
    issuer: str
    fingerprint: str
    """SHA-256 over the certificate: 64 hexadecimal digits."""
    since: datetime
    until: datetime

    @property
    def own(self) -> bool:
        return self.subject == self.issuer

    def holds(self, at: datetime) -> bool:
        """Is it valid at that moment?"""
        return self.since <= at <= self.until


def passphrase() -> bytes:
    """The one that was given, or one made from the cluster's secret (HKDF with SHA-256, RFC 5869)."""
    if settings.SEAL_PASSPHRASE:
        return str(settings.SEAL_PASSPHRASE).encode()
    spread = hmac.digest(b"squaremile", settings.SECRET_KEY.encode(), hashlib.sha256)
    return hmac.digest(spread, b"squaremile seal file\x01", hashlib.sha256).hex().encode()


def present() -> Certificate | None:
    """The certificate that seals today; None where there is none. Raises Unusable."""
    content = read()
    return None if content is None else told(opened(content))


def read() -> bytes | None:
    """The file as it is; None where there is none."""
    try:
        return Path(settings.SEAL_FILE).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as wrong:
        raise Unusable(str(wrong)) from wrong


def opened(content: bytes) -> x509.Certificate:
    """The certificate in a file that has its key beside it. Raises Unusable."""
    try:
        key, found, _ = pkcs12.load_key_and_certificates(content, passphrase())
    except ValueError as wrong:
        raise Unusable("the file does not open with this passphrase") from wrong
    if key is None or found is None:
        raise Unusable("the file holds no key with its certificate")
    return found


def told(found: x509.Certificate) -> Certificate:
    """What a page says of a certificate."""
    return Certificate(
        named(found.subject), named(found.issuer), found.fingerprint(hashes.SHA256()).hex(),
        found.not_valid_before_utc, found.not_valid_after_utc,
    )


def named(name: x509.Name) -> str:
    """The common name, or all there is."""
    common = name.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(common[0].value) if common else name.rfc4514_string()


def of_cluster() -> str:
    """The cluster's name in both languages, as far as a certificate has room."""
    ko, en = settings.CLUSTER_NAME["ko"], settings.CLUSTER_NAME["en"]
    return f"{ko} / {en}" if len(f"{ko} / {en}") <= MOST_LETTERS else str(en)[:MOST_LETTERS]


def make(name: str, since: datetime, *, years: int = YEARS) -> Certificate:
    """A key of the cluster's own with a certificate that it signs itself, kept for its owner's eyes alone.

    Raises FileExistsError: a seal is never written over.
    """
    key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    who = x509.Name([x509.NameAttribute(kind, name[:MOST_LETTERS]) for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)])
    use = x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False, data_encipherment=False, key_agreement=False,
        key_cert_sign=False, crl_sign=False, encipher_only=False, decipher_only=False,
    )
    made = (
        x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(since).not_valid_after(since + years * 365 * DAY)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True).add_extension(use, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    content = pkcs12.serialize_key_and_certificates(b"seal", key, made, None, BestAvailableEncryption(passphrase()))
    path = Path(settings.SEAL_FILE)
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
    return told(made)
