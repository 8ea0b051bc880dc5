"""What is known of a substance, from the library `chemicals`, always with the method a figure comes from. A missing flash
point is missing: nitric acid and hydrogen peroxide have none, and are oxidisers all the same."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_CAS = re.compile(r"(\d{2,7})-(\d{2})-(\d)")


@dataclass(frozen=True, slots=True)
class Facts:
    """Temperatures in Celsius, each with the method the library names; None where nothing is known."""

    cas: str
    name: str
    flash_c: Decimal | None
    flash_method: str
    boil_c: Decimal | None
    boil_method: str
    autoignition_c: Decimal | None
    autoignition_method: str
    melt_c: Decimal | None = None


def is_cas(text: str) -> bool:
    """A CAS registry number whose check digit holds: the digits before it, weighed 1, 2, 3 … from the right, modulo 10."""
    found = _CAS.fullmatch(text.strip())
    if found is None:
        return False
    digits = (found[1] + found[2])[::-1]
    return sum((i + 1) * int(d) for i, d in enumerate(digits)) % 10 == int(found[3])


def looks_like_cas(text: str) -> bool:
    """Three groups of digits, whether or not the check digit holds."""
    return _CAS.fullmatch(text.strip()) is not None


@lru_cache(maxsize=4096)
def facts(substance: str) -> Facts | None:
    """By name or CAS number; None for a substance that the library does not know, or where it is not installed."""
    try:
        import chemicals
        from chemicals import identifiers, phase_change, safety
    except ImportError:
        return None
    assert chemicals
    try:
        found = identifiers.search_chemical(substance.strip())
    except ValueError:
        return None
    cas = found.CASs
    flash, flash_by = _figure(safety.T_flash, safety.T_flash_methods, cas)
    boil, boil_by = _figure(phase_change.Tb, phase_change.Tb_methods, cas)
    ignites, ignites_by = _figure(safety.T_autoignition, safety.T_autoignition_methods, cas)
    melts, _melts_by = _figure(phase_change.Tm, phase_change.Tm_methods, cas)
    return Facts(cas, str(found.common_name), flash, flash_by, boil, boil_by, ignites, ignites_by, melts)


def _figure(value, methods, cas: str) -> tuple[Decimal | None, str]:  # type: ignore[no-untyped-def]  # the library's functions
    known = methods(cas)
    if not known:
        return None, ""
    kelvin = value(cas, method=known[0])
    if kelvin is None:
        return None, ""
    return Decimal(str(round(kelvin, 2))) - Decimal("273.15"), str(known[0])
