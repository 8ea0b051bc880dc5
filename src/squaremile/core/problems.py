"""A refusal as a problem document (RFC 9457), and what the database says in words: the same for pages, API and CLI."""

import logging

import psycopg
from django.db import DatabaseError, DataError, IntegrityError, OperationalError

from squaremile.core.words import BAD_INPUT, BUSY, CONFLICT
from squaremile.kernel.errors import Busy, Forbidden, Invalid, Refused, SquaremileError
from squaremile.kernel.models import NotWritten
from squaremile.kernel.operation import NOT_ALLOWED

MEDIA_TYPE = "application/problem+json"
log = logging.getLogger(__name__)


def problem(error: SquaremileError) -> dict[str, object]:
    """The refusal as a problem document, in both languages at once."""
    document: dict[str, object] = {
        "type": f"urn:squaremile:refusal:{error.code}",
        "title": str(error.text),
        "status": error.status,
        "code": error.code,
        "detail": {"ko": error.text.ko, "en": error.text.en},
    }
    if error.arithmetic:
        document["arithmetic"] = {"ko": error.arithmetic.ko, "en": error.arithmetic.en}
    if error.remedy:
        label = error.remedy.label
        document["remedies"] = [{"ko": label.ko, "en": label.en, "url": error.remedy.url}]
    if error.fields:
        document["fields"] = {name: {"ko": t.ko, "en": t.en} for name, t in error.fields.items()}
    return document


def heard(error: DatabaseError) -> SquaremileError | None:
    """What the database refused, as a refusal; None where the fault is ours.

    Operations map the constraints they know. This is for the rest: values no column holds, rows that row security
    keeps from being written, locks that were not granted in time.
    """
    cause = error.__cause__
    if isinstance(error, DataError):
        return Invalid(BAD_INPUT)
    if isinstance(cause, psycopg.errors.InsufficientPrivilege):
        return Forbidden(NOT_ALLOWED)
    if isinstance(error, NotWritten):
        # For whoever asks, it is as if the row were not there to change.
        return Forbidden(NOT_ALLOWED)
    if isinstance(error, IntegrityError):
        log.warning("a constraint that no operation maps: %s", error)
        return Refused(CONFLICT)
    if isinstance(error, OperationalError) and isinstance(
        cause, psycopg.errors.TransactionRollback | psycopg.errors.LockNotAvailable | psycopg.errors.QueryCanceled
    ):
        return Busy(BUSY)
    return None
