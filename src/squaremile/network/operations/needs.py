"""Needs: asked, written anew, shown to the cluster and hidden again."""

from uuid import UUID

from squaremile.core.reads.codes import organisation_codes
from squaremile.core.words import CODE_TAKEN, CODE_UNFIT, NO_ORGANISATION, NOT_FOUND
from squaremile.kernel import clock
from squaremile.kernel.errors import Forbidden, Invalid, Missing, Refused
from squaremile.kernel.ids import short_code
from squaremile.kernel.operation import NOT_ALLOWED, note, operation, publish
from squaremile.kernel.scope import require
from squaremile.network import rules
from squaremile.network.models import Need, NeedDetail, Partner
from squaremile.network.models.need import MODES
from squaremile.network.words import needs as words
from squaremile.network.words.directory import PARTNER_UNKNOWN
from squaremile.published.network_needs import NeedChanged

SAID_BY_TABLE = {
    "need_titled": words.NEED_TITLE_NEEDED, "need_horizon_sound": words.NEED_HORIZON, "need_mode_known": NOT_FOUND,
}  # fmt: skip
OVER = ("closed", "withdrawn")


@operation(
    "network.submit_need", ko="수요 내기", en="Submit a need", may=rules.ask_need,
    refuses=(NO_ORGANISATION, NOT_FOUND, PARTNER_UNKNOWN),
    constraints={"network_need_code_key": CODE_TAKEN, "need_code_fits": CODE_UNFIT, **SAID_BY_TABLE},
)
def submit_need(
    *, mode: str, title_ko: str = "", title_en: str = "", says_ko: str = "", says_en: str = "",
    confidential_ko: str = "", confidential_en: str = "", horizon_months: int = 12, listed: bool = False,
    draft: bool = False, organisation: UUID | None = None, partner: str = "", code: str = "",
) -> Need:
    """Say what a company needs: a public part, and a confidential part for its own people and liaison staff.

    `listed` shows the public part to the whole cluster, without whose it is. Liaison staff may ask for an outside
    `partner`.
    """
    asking = require()
    home, outside = _home(organisation, partner)
    if code and not rules.keep_directory(asking):
        # A company that chose its code would learn from "taken" what others hide.
        raise Forbidden(NOT_ALLOWED)
    made = Need.objects.create(
        code=code or short_code("ND"), mode=_mode(mode), title_ko=title_ko.strip(), title_en=title_en.strip(),
        says_ko=says_ko.strip(), says_en=says_en.strip(), horizon_months=horizon_months,
        state="draft" if draft else "open", listed=listed, created_at=clock.now(),
        opened_at=None if draft else clock.now(),
    )
    NeedDetail.objects.create(
        need=made, organisation_id=home, partner=outside, asked_by_id=asking.actor,  # type: ignore[misc]
        confidential_ko=confidential_ko.strip(), confidential_en=confidential_en.strip(),
    )
    told(made, home)
    return made


@operation(
    "network.edit_need", ko="수요 고치기", en="Edit a need", may=rules.ask_need,
    refuses=(words.NEED_UNKNOWN, words.NEED_OVER, NOT_FOUND), constraints=SAID_BY_TABLE,
)
def edit_need(
    *, need: str, mode: str | None = None, title_ko: str | None = None, title_en: str | None = None,
    says_ko: str | None = None, says_en: str | None = None, confidential_ko: str | None = None,
    confidential_en: str | None = None, horizon_months: int | None = None,
) -> Need:
    """Write it anew while it is not over. What is left out stays as it was."""
    found, detail = owned(need)
    _not_over(found)
    said = {"title_ko": title_ko, "title_en": title_en, "says_ko": says_ko, "says_en": says_en}
    for name, value in said.items():
        if value is not None:
            setattr(found, name, value.strip())
    if mode is not None:
        found.mode = _mode(mode)
    if horizon_months is not None:
        found.horizon_months = horizon_months
    for name, value in (("confidential_ko", confidential_ko), ("confidential_en", confidential_en)):
        if value is not None:
            setattr(detail, name, value.strip())
    found.save()
    detail.save(update_fields=["confidential_ko", "confidential_en"])
    told(found, detail.organisation_id)
    return found


@operation(
    "network.list_need", ko="수요 공개하기", en="List a need", may=rules.ask_need,
    refuses=(words.NEED_UNKNOWN, words.NEED_OVER),
)
def list_need(*, need: str) -> Need:
    """Show its public part to the whole cluster, without whose it is."""
    found, detail = owned(need)
    _not_over(found)
    found.listed = True
    found.save(update_fields=["listed"])
    told(found, detail.organisation_id)
    return found


@operation(
    "network.unlist_need", ko="수요 공개 거두기", en="Take a need off the list", may=rules.ask_need,
    refuses=(words.NEED_UNKNOWN,),
)
def unlist_need(*, need: str) -> Need:
    """From now on only its own company and liaison staff see it."""
    found, detail = owned(need)
    found.listed = False
    found.save(update_fields=["listed"])
    told(found, detail.organisation_id)
    return found


def owned(code: str) -> tuple[Need, NeedDetail]:
    """A need and whose it is, both locked: for its own company and liaison staff. Missing for everybody else, listed or
    not, and for those who may only look."""
    asking = require()
    known = NeedDetail.objects.filter(need__code=code).values_list("need_id", "organisation_id").first()
    if known is None or not (rules.liaise(asking) or known[1] in asking.organisations):
        raise Missing(words.NEED_UNKNOWN)
    # The need first, then its detail as it is now: what was read before the lock may be somebody's old text.
    found = Need.objects.select_for_update().get(id=known[0])
    return found, NeedDetail.objects.select_for_update().get(need=found)


def told(need: Need, organisation: UUID | None) -> None:
    """Leave the audit entry, and tell those who keep cards and the index."""
    note(subject=need, organisation=organisation)
    publish(NeedChanged(need=need.id, code=need.code))


def _not_over(need: Need) -> None:
    if need.state in OVER:
        raise Refused(words.NEED_OVER)


def _mode(mode: str) -> str:
    if mode not in MODES:
        raise Invalid(NOT_FOUND)
    return mode


def _home(organisation: UUID | None, partner: str) -> tuple[UUID | None, Partner | None]:
    """Whose it will be: a company the asker belongs to; for liaison staff any company, or a partner outside."""
    asking = require()
    if rules.liaise(asking):
        outside = Partner.objects.filter(code=partner).first() if partner else None
        if partner and outside is None:
            raise Missing(PARTNER_UNKNOWN)
        if outside is None and (organisation is None or organisation not in organisation_codes([organisation])):
            raise Invalid(NO_ORGANISATION)
        return organisation, outside
    hers = asking.organisations
    home = organisation or (next(iter(hers)) if len(hers) == 1 else None)
    if home is None:
        raise Invalid(NO_ORGANISATION)
    if home not in hers:
        raise Missing(NOT_FOUND)
    return home, None
