"""Which site takes an import, and by whose clock its times are read."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from squaremile.cli.imports.applying import IMPORT
from squaremile.cli.terminal import Trouble
from squaremile.config import env
from squaremile.kernel.scope import scope
from squaremile.spaces.reads import sites
from squaremile.spaces.reads.sites import SiteRow


def nemo_zone(site: str, own: str, time_zone: str) -> ZoneInfo:
    """The clock of the site given, or of the import's own site: as it is kept here, or as asked for a new one."""
    found = _site(site or own)
    if found is None and site:
        raise _no_site(site)
    return _agreed(found, time_zone)


def csv_site(site: str, time_zone: str, *, needed: bool) -> tuple[str, ZoneInfo]:
    """Code and clock of the site given, or of the first; a sheet of equipment needs one to stand on."""
    found = _site(site)
    if found is None and (site or needed):
        raise _no_site(site)
    return (found.code if found else ""), _agreed(found, time_zone)


def _site(code: str) -> SiteRow | None:
    with scope(IMPORT):
        return next((each for each in sites.sites() if code in ("", each.code)), None)


def _no_site(code: str) -> Trouble:
    return Trouble(
        ko=f"그런 사이트가 없습니다: {code or '-'}. 장소에서 사이트를 먼저 만드십시오.",
        en=f"There is no such site: {code or '-'}. Make the site first.",
    )


def _agreed(site: SiteRow | None, time_zone: str) -> ZoneInfo:
    if site is None:
        return _zone(time_zone or env.text("TIME_ZONE"))
    if time_zone and _zone(time_zone) != site.zone:
        raise Trouble(
            ko=f"사이트 {site.code}의 시간대는 {site.zone.key}입니다. --time-zone을 빼거나 맞추십시오.",
            en=f"Site {site.code} keeps the time of {site.zone.key}. Leave --time-zone out, or make it the same.",
        )
    return site.zone


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise Trouble(ko=f"시간대를 알 수 없습니다: {name}", en=f"There is no time zone {name}") from error
