"""The register of substances: what is known of each, by which method, and its classes with their source."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Q, QuerySet

from squaremile.core.words import NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.korean import search_key
from squaremile.kernel.operation import note, operation
from squaremile.kernel.scope import require
from squaremile.safety import rules
from squaremile.safety.models import ClassAgreement, Container, Substance, SubstanceClass
from squaremile.safety.models.substance import SCHEMES
from squaremile.safety.operations.whose import company_or_none
from squaremile.safety.policies import packs
from squaremile.safety.policies.facts import Facts, facts, is_cas, looks_like_cas
from squaremile.safety.policies.incompatible import GROUPS, STORAGE
from squaremile.safety.policies.labels import code_on
from squaremile.safety.reads import rule_packs
from squaremile.safety.words import gates as gate_words
from squaremile.safety.words import mixtures as mixture_words
from squaremile.safety.words import stock as words

SOUND = {
    "substance_named": words.SUBSTANCE_UNSOUND, "substance_phase_known": words.SUBSTANCE_UNSOUND,
    "substance_cas_shaped": words.CAS_WRONG, "substance_mixture_unnumbered": mixture_words.NUMBERED,
    "substance_density_positive": words.SUBSTANCE_UNSOUND,
    "substance_flash_sourced": words.SUBSTANCE_UNSOUND, "substance_boil_sourced": words.SUBSTANCE_UNSOUND,
    "substance_sheet_fits": words.SUBSTANCE_UNSOUND, "substance_once_shared": words.SUBSTANCE_KNOWN,
    "substance_once_each": words.SUBSTANCE_KNOWN,
}
CLASS = {"substance_class_sourced": words.CLASS_UNSOURCED, "substance_class_current": words.SUBSTANCE_KNOWN}
NOTHING = Facts("", "", None, "", None, "", None, "")


@operation(
    "safety.add_substance", ko="물질 등록하기", en="Register a substance", may=rules.keep_stock,
    refuses=(words.CAS_WRONG, words.SUBSTANCE_UNSOUND, words.WHOSE, mixture_words.NUMBERED, NOT_FOUND), constraints=SOUND,
)
def add_substance(
    *, phase: str, cas: str = "", name_ko: str = "", name_en: str = "", density: Decimal | None = None,
    flash_c: Decimal | None = None, boil_c: Decimal | None = None, figures_from: str = "", water_soluble: bool | None = None,
    sheet_url: str = "", organisation: str = "", mixture: bool = False,
) -> Substance:
    """A substance of the asker's company, or, by staff that name no company, of the register that everybody shares.

    Temperatures left blank are looked up by the CAS number in the library `chemicals`, whose method is kept with them; what
    it does not know stays blank. A `mixture` has no CAS number, and so nothing is looked up for it: its figures are its own.
    """
    if mixture and cas.strip():
        raise Invalid(mixture_words.NUMBERED)
    if cas and not is_cas(cas):
        raise Invalid(words.CAS_WRONG)
    if (flash_c is not None or boil_c is not None) and not figures_from.strip():
        raise Invalid(words.SUBSTANCE_UNSOUND)
    looked_up = (facts(cas.strip()) if cas else None) or NOTHING
    given = replace(
        looked_up,
        flash_c=flash_c if flash_c is not None else looked_up.flash_c,
        flash_method=figures_from.strip() if flash_c is not None else looked_up.flash_method,
        boil_c=boil_c if boil_c is not None else looked_up.boil_c,
        boil_method=figures_from.strip() if boil_c is not None else looked_up.boil_method,
    )
    made = Substance.objects.create(
        code=short_code("SB"), organisation_id=company_or_none(organisation), cas=cas.strip(), phase=phase, density=density,
        name_ko=name_ko.strip(), name_en=name_en.strip() or ("" if name_ko.strip() else looked_up.name),
        flash_c=given.flash_c, flash_by=given.flash_method, boil_c=given.boil_c, boil_by=given.boil_method,
        autoignition_c=given.autoignition_c, autoignition_by=given.autoignition_method, water_soluble=water_soluble,
        sheet_url=sheet_url.strip(), mixture=mixture, created_at=clock.now(),
    )
    note(subject=made, organisation=made.organisation_id, cas=made.cas, mixture=mixture)
    return made


@operation(
    "safety.enter_classes", ko="물질 분류 입력하기", en="Enter a substance's classes", may=rules.keep_stock,
    refuses=(words.SUBSTANCE_UNKNOWN, words.SCHEME_UNKNOWN, words.CLASS_UNKNOWN, words.CLASS_UNSOURCED), constraints=CLASS,
)
def enter_classes(
    *, substance: str, scheme: str, hazards: Sequence[str], read_in: str, read_on: date
) -> SubstanceClass:
    """All classes of a substance in one scheme, as read in a supplier's sheet or a safety data sheet; earlier ones end."""
    found = kept(substance)
    if not read_in.strip():
        raise Invalid(words.CLASS_UNSOURCED)
    if scheme not in (*SCHEMES, *packs.counting()):
        raise Invalid(words.SCHEME_UNKNOWN)
    classes = [class_of(scheme, hazard) for hazard in hazards]
    SubstanceClass.objects.filter(substance=found, scheme=scheme, current=True).update(current=False)
    made = SubstanceClass.objects.create(
        substance=found, scheme=scheme, classes=list(dict.fromkeys(classes)), read_in=read_in.strip(), read_on=read_on,
        entered_at=clock.now(), entered_by_id=require().actor,
    )
    if rules.verify(require()):
        ClassAgreement.objects.create(entry=made, person_id=require().actor, agreed_at=clock.now())
    note(subject=found, organisation=found.organisation_id, scheme=scheme, classes=made.classes)
    return made


@operation(
    "safety.agree_classes", ko="물질 분류 확인하기", en="Agree with a company's classes", may=rules.verify,
    refuses=(words.SUBSTANCE_UNKNOWN, gate_words.CLASS_OTHER),
    constraints={"safety_class_agreement_entry_id_key": gate_words.CLASS_AGREED},
)
def agree_classes(*, substance: str, scheme: str, hazards: Sequence[str]) -> SubstanceClass:
    """Safety has read the same: from now on sums take these classes as they are. `hazards` are those that were looked at;
    where the company has entered others meanwhile, nothing is agreed."""
    found = kept(substance)
    entry = SubstanceClass.objects.select_for_update().filter(substance=found, scheme=scheme, current=True).first()
    if entry is None or list(entry.classes) != [each.strip() for each in hazards]:
        raise Refused(gate_words.CLASS_OTHER)
    ClassAgreement.objects.create(entry=entry, person_id=require().actor, agreed_at=clock.now())
    note(subject=found, organisation=found.organisation_id, scheme=scheme, classes=entry.classes)
    return entry


def seen(what: str, owner: UUID | None = None) -> Substance:
    """A substance by its code, its CAS number, its name or the label of a container of it: the asker's own before the shared
    one. A name that the register does not know is looked up in the library, for the CAS number. What one may not see is
    Missing. `owner`: for this company, of whose register and the shared one it is, whatever else staff may see."""
    asked = what.strip()
    code = code_on(asked)
    if code.startswith("CT-"):
        asked = Container.objects.filter(code=code).values_list("substance__code", flat=True).first() or ""
    register = Substance.objects.filter(Q(organisation=None) | Q(organisation=owner)) if owner else Substance.objects.all()
    known = register.filter(cas=asked) if is_cas(asked) else register.filter(code=asked)
    own = {owner} if owner else require().organisations
    rows = list(known) or (_by_name(asked, register) if asked and not looks_like_cas(asked) else [])
    found = sorted(rows, key=lambda s: (s.organisation_id is not None and s.organisation_id not in own, s.organisation_id is None, s.code))
    if not found:
        raise Missing(words.SUBSTANCE_UNKNOWN)
    return found[0]


def _by_name(asked: str, register: QuerySet[Substance]) -> list[Substance]:
    """As it is written in the register, in either language; else by the CAS number that the library has for a name."""
    key = search_key(asked)
    named = register.values_list("id", "name_ko", "name_en")
    same = [each for each, ko, en in named if key and key in (search_key(ko), search_key(en))]
    public = None if same else facts(asked)
    return list(register.filter(id__in=same) if same else register.filter(cas=public.cas) if public else ())


def kept(code: str) -> Substance:
    """One that the asker may change: her company's own, or any for staff."""
    found, asking = seen(code), require()
    if found.organisation_id not in asking.organisations and not rules.see_everyone(asking):
        raise Missing(words.SUBSTANCE_UNKNOWN)
    return found


def class_of(scheme: str, hazard: str) -> str:
    """The code of a class in a scheme or rule pack. Raises Invalid."""
    if scheme == STORAGE and hazard.strip() not in GROUPS:
        raise Invalid(words.CLASS_UNKNOWN, {"hazard": hazard})
    if scheme in SCHEMES:
        return hazard.strip()[:60]
    if scheme not in packs.counting():
        raise Invalid(words.SCHEME_UNKNOWN)
    found = rule_packs.in_force([scheme])[scheme].find(hazard)
    if found is None:
        raise Invalid(words.CLASS_UNKNOWN, {"hazard": hazard})
    return found.code
