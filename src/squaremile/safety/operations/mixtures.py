"""What a mixture is made of, with where and when that was read. An earlier reading ends, and stays on record."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.kernel.words import Text
from squaremile.safety import rules
from squaremile.safety.models import Component, Composition, Substance
from squaremile.safety.operations.substances import kept, seen
from squaremile.safety.policies import mixtures as policy
from squaremile.safety.policies.facts import facts, is_cas, looks_like_cas
from squaremile.safety.policies.mixtures import Share
from squaremile.safety.reads import mixtures as reads
from squaremile.safety.reads.areas import today
from squaremile.safety.words import mixtures as words
from squaremile.safety.words import stock as stock_words

ENTERED = {
    "composition_sourced": stock_words.CLASS_UNSOURCED, "composition_current": words.UNSOUND, "composition_of_mixture": words.UNSOUND,
    "component_named": words.UNSOUND, "component_cas_shaped": words.UNSOUND, "component_share_sound": words.UNSOUND,
    "component_shares_sum": words.UNSOUND, "component_once_by_place": words.UNSOUND, "component_once_by_cas": words.UNSOUND,
    "component_once": words.UNSOUND, "component_its_own": words.COMPONENT_UNKNOWN, "substance_mixture_unnumbered": words.NUMBERED,
    "substance_is_component": words.COMPONENT_MIXED,
}  # fmt: skip


@operation(
    "safety.enter_components", ko="혼합물 성분 입력하기", en="Enter a mixture's components", may=rules.keep_stock,
    refuses=(stock_words.SUBSTANCE_UNKNOWN, stock_words.CLASS_UNSOURCED, words.NUMBERED, words.UNSOUND, words.COMPONENT_UNKNOWN,
             words.COMPONENT_MIXED),
    constraints=ENTERED,
)  # fmt: skip
def enter_components(*, substance: str, components: Sequence[Any], read_in: str, read_on: date) -> reads.Mixed:
    """All components of a mixture as read in its data sheet: `{component, low, high}`, a CAS number or a substance of the register
    with its lowest and highest share in per cent by weight. Earlier ones end. A substance without a CAS number is a mixture from
    then on. Its classes stay its own: components warn, and class nothing."""
    found = Substance.objects.select_for_update().get(id=kept(substance).id)
    if not read_in.strip() or read_on > today():
        raise Invalid(stock_words.CLASS_UNSOURCED)
    if found.cas:
        raise Invalid(words.NUMBERED)
    try:
        said = policy.shares(components)
    except policy.Unsound as wrong:
        raise Invalid(words.UNSOUND, arithmetic=_which(str(wrong))) from wrong
    named = [_named(found, share) for share in said]
    _once(said, named)
    if not found.mixture:
        found.mixture = True
        found.save(update_fields=["mixture"])
    Composition.objects.filter(substance=found, current=True).update(current=False)
    made = Composition.objects.create(
        substance=found, read_in=read_in.strip()[:300], read_on=read_on, entered_at=clock.now(), entered_by_id=require().actor,
    )
    Component.objects.bulk_create(
        Component(composition=made, position=n, cas=cas, substance=one, low=share.low, high=share.high)
        for n, (share, (cas, one)) in enumerate(zip(said, named, strict=True))
    )
    note(subject=found, organisation=found.organisation_id, components=len(said), read_in=made.read_in)
    mixed = reads.of_substance(found.code)
    assert mixed is not None
    return mixed


def _named(mixture: Substance, share: Share) -> tuple[str, Substance | None]:
    """A component by its CAS number, or as the register has it. Raises Invalid, Missing."""
    wrong = _which(share.what)
    if looks_like_cas(share.what):
        if not is_cas(share.what):
            raise Invalid(words.COMPONENT_UNKNOWN, arithmetic=wrong)
        return share.what, None
    try:
        one = seen(share.what, mixture.organisation_id)
    except Missing as missing:
        public = facts(share.what)
        if public is None:
            raise Invalid(words.COMPONENT_UNKNOWN, arithmetic=wrong) from missing
        return public.cas, None
    if one.organisation_id not in (None, mixture.organisation_id):
        raise Invalid(words.COMPONENT_UNKNOWN, arithmetic=wrong)
    if one.mixture or one.id == mixture.id:
        raise Invalid(words.COMPONENT_MIXED, arithmetic=wrong)
    return "", one


def which(what: str, owner: UUID) -> str:
    """What a component of a company's mixture is, however it is written: its CAS number, else its code; as it is written where
    nobody knows it."""
    if is_cas(what):
        return what
    try:
        one = seen(what, owner)
    except Missing:
        public = facts(what)
        return public.cas if public else what.casefold()
    return one.cas or one.code


def _once(said: Iterable[Share], named: Iterable[tuple[str, Substance | None]]) -> None:
    """Nothing twice, whether by its number or as the register has it. Raises Invalid."""
    known: set[object] = set()
    for share, (cas, one) in zip(said, named, strict=True):
        which = cas or (one.cas or one.id if one else "")
        if which in known:
            raise Invalid(words.UNSOUND, arithmetic=_which(share.what))
        known.add(which)


def _which(said: str) -> Text | None:
    return Text(ko=said, en=said) if said else None
