"""What is written about an agreement: language versions, evidence, and the partner check."""

import hashlib
from datetime import date

from squaremile.core import shelf
from squaremile.core.policies.files import MOST_BYTES, sniff, tidy_name
from squaremile.core.words import BAD_INPUT, FILE_EMPTY, FILE_KIND, FILE_TOO_LARGE
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import NOT_ALLOWED, note, operation
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import AgreementCheck, AgreementPaper
from squaremile.network.operations.agreements import asker, editable, kept, seen
from squaremile.network.reads.days import today
from squaremile.network.words import agreements as words


@operation(
    "network.add_paper", ko="협약 파일 올리기", en="Add a file to an agreement", may=rules.report_promise,
    refuses=(words.AGREEMENT_UNKNOWN, FILE_EMPTY, FILE_KIND, FILE_TOO_LARGE, BAD_INPUT),
    constraints={
        "paper_language_formed": BAD_INPUT, "paper_one_prevails": words.PREVAILS_TAKEN, "paper_hash_formed": BAD_INPUT,
    },
)
def add_paper(
    *, agreement: str, name: str, content: bytes, text_language: str = "", prevails: bool = False,
) -> AgreementPaper:
    """Keep a PDF or picture of up to 20 MB with its SHA-256, for those who see the agreement and nobody else.

    `text_language` marks a version of the text (liaison staff add these); without it, it is evidence.
    """
    found = seen(agreement)
    asking = require()
    if not (rules.liaise(asking) or asking.organisations & set(found.readers)):
        raise Missing(words.AGREEMENT_UNKNOWN)
    if (text_language or prevails) and not rules.liaise(asking):
        raise Forbidden(NOT_ALLOWED)
    if prevails and not text_language:
        raise Invalid(BAD_INPUT)
    if not content:
        raise Invalid(FILE_EMPTY)
    if len(content) > MOST_BYTES:
        raise Invalid(FILE_TOO_LARGE, {"limit": MOST_BYTES // 2**20})
    media_type = sniff(content[:16])
    if media_type is None:
        raise Invalid(FILE_KIND)
    if prevails:
        AgreementPaper.objects.filter(agreement=found, prevails=True).update(prevails=False)
    sha256 = hashlib.sha256(content).hexdigest()
    made = AgreementPaper.objects.create(
        code=short_code("PP"), agreement=found, language=text_language, prevails=prevails and bool(text_language),
        name=tidy_name(name, media_type), media_type=media_type, size=len(content), sha256=sha256, at=clock.now(),
        added_by_id=asker(),
    )
    shelf.keep(content)
    note(subject=made, agreement=found.code, name=made.name, sha256=sha256)
    return made


@operation(
    "network.record_check", ko="상대 점검 적기", en="Record a partner check", may=rules.liaise,
    refuses=(words.AGREEMENT_UNKNOWN, words.AGREEMENT_FIXED, words.DAY_TOO_LATE, words.REASON_NEEDED),
    constraints={"check_known": BAD_INPUT},
)
def record_check(
    *, agreement: str, check_item: str, check_result: str, says: str = "", checked_on: date | None = None,
) -> AgreementCheck:
    """Record what looking into capacity, sanctions and export control, or conflicts found; the latest result counts."""
    found = kept(agreement)
    editable(found)
    if checked_on is not None and checked_on > today():
        raise Invalid(words.DAY_TOO_LATE)
    if check_result == "concern" and not says.strip():
        raise Invalid(words.REASON_NEEDED)
    made = AgreementCheck.objects.create(
        agreement=found, item=check_item, result=check_result, says=says.strip(), checked_on=checked_on or today(),
        at=clock.now(), checked_by_id=asker(),
    )
    note(subject=found, item=check_item, result=check_result)
    return made
