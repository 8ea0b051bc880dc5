"""Keeping what a file was and what came of it."""

from typing import Any

from squaremile.atlas import rules
from squaremile.atlas.models import Batch, Source
from squaremile.atlas.words import registry as words
from squaremile.core.words import BAD_INPUT, CODE_TAKEN
from squaremile.kernel import clock
from squaremile.kernel.errors import Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation


@operation(
    "atlas.keep_batch", ko="가져오기 기록 남기기", en="Keep the record of an import", may=rules.take_in,
    refuses=(words.SOURCE_UNKNOWN,), constraints={"atlas_batch_code_key": CODE_TAKEN, "atlas_batch_digest_sound": BAD_INPUT},
)
def keep_batch(*, source: str, kind: str, file_name: str, digest: str, report: dict[str, Any]) -> Batch:
    """Keep what was brought in, from which file, and what somebody should look at; the source has that file's digest now."""
    origin = Source.objects.filter(code=source).first()
    if origin is None:
        raise Missing(words.SOURCE_UNKNOWN)
    if origin.digest != digest:
        origin.digest = digest
        origin.save(update_fields=["digest"])
    made = Batch.objects.create(
        code=short_code("AB"), source=origin, kind=kind, file_name=file_name[:200], digest=digest, report=report, at=clock.now()
    )
    note(subject=made, source=source, kind=kind)
    return made
