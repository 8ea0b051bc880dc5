"""Editions of rule packs: handed in as text, and taken into force from a day on."""

from datetime import date
from hashlib import sha256

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.models import PackEdition, PackForce
from squaremile.safety.policies import packs
from squaremile.safety.policies.pack_linter import problems
from squaremile.safety.policies.packs import Pack
from squaremile.safety.reads import areas, pack_editions
from squaremile.safety.words import areas as area_words
from squaremile.safety.words import pack_editions as words

SHOWN = 5
"""Mistakes that a refusal names."""


@operation(
    "safety.offer_pack_edition", ko="규칙 묶음의 새 판 올리기", en="Hand in an edition of a rule pack", may=rules.verify,
    refuses=(area_words.PACK_UNKNOWN, words.EDITION_UNREADABLE, words.EDITION_UNSOUND, words.EDITION_OTHER, words.EDITION_LONG),
    constraints={"pack_edition_once": words.EDITION_KNOWN, "pack_edition_short": words.EDITION_LONG},
)
def offer_pack_edition(*, pack: str, text: str) -> PackEdition:
    """Another edition of a pack, as its file has it. It holds nowhere until somebody takes it into force."""
    if pack not in packs.codes():
        raise Invalid(area_words.PACK_UNKNOWN)
    plain = text.replace("\r\n", "\n")
    return _kept(_sound(pack, plain), plain)


@operation(
    "safety.take_pack_edition", ko="규칙 묶음의 판 적용하기", en="Take an edition of a rule pack into force", may=rules.verify,
    refuses=(
        area_words.PACK_UNKNOWN, words.EDITION_UNKNOWN, words.EDITION_PAST, words.EDITION_UNSOUND, words.EDITION_UNREADABLE,
        words.EDITION_OTHER,
    ),
)
def take_pack_edition(*, pack: str, edition: str, since: date) -> PackForce:
    """From this day on every area in which the pack holds is counted by this edition. One that comes with squaremile is kept as
    it reads today, so that no later release changes it."""
    if pack not in packs.codes():
        raise Invalid(area_words.PACK_UNKNOWN)
    found = _edition(pack, edition)
    if since < areas.today():
        raise Invalid(words.EDITION_PAST)
    made = PackForce.objects.create(edition=found, since=since, person_id=require().actor, said_at=clock.now())
    note(subject=found, pack=pack, edition=found.edition, digest=found.digest, since=since.isoformat())
    return made


def _edition(pack: str, code: str) -> PackEdition:
    found = PackEdition.objects.filter(pack=pack, code=code.strip()).first()
    if found is not None:
        # It may have been handed in under an older squaremile, whose linter asked less.
        _sound(pack, found.text)
        return found
    shipped = pack_editions.shipped_by_code(pack, code)
    if shipped is None:
        raise Missing(words.EDITION_UNKNOWN)
    digest = sha256(shipped.text.encode()).hexdigest()
    return PackEdition.objects.filter(pack=pack, digest=digest).first() or _kept(shipped.pack, shipped.text)


def _sound(pack: str, text: str) -> Pack:
    """The pack that a text holds. Raises Invalid with what is wrong, in both languages."""
    if len(text) > packs.LONGEST:
        raise Invalid(words.EDITION_LONG)
    try:
        found = packs.read(text)
    except ValueError as wrong:
        raise Invalid(words.EDITION_UNREADABLE, {"why": str(wrong)[:200]}) from wrong
    if found.code != pack or found.kind != packs.pack(pack).kind:
        raise Invalid(words.EDITION_OTHER, {"pack": pack})
    wrong_with_it = problems(found)
    if wrong_with_it:
        more = len(wrong_with_it) - SHOWN
        ko = "; ".join(each.ko.rstrip(".") for each in wrong_with_it[:SHOWN]) + (f" (그 밖에 {more}개)" if more > 0 else "")
        en = "; ".join(each.en for each in wrong_with_it[:SHOWN]) + (f" (and {more} more)" if more > 0 else "")
        raise Invalid(words.EDITION_UNSOUND, {"problems": Text(ko=ko, en=en)})
    return found


def _kept(found: Pack, text: str) -> PackEdition:
    made = PackEdition.objects.create(
        code=short_code("PE"), pack=found.code, edition=found.edition[:200], adopted_from=found.adopted_from, text=text,
        digest=sha256(text.encode()).hexdigest(), offered_by_id=require().actor, offered_at=clock.now(),
    )
    note(subject=made, pack=found.code, edition=made.edition, digest=made.digest)
    return made
