"""Reading JSON by its places: each value with its path, each fault at the place where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from squaremile.kernel.words import Text

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)|24:00")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and the JSON path of where: `$.versions[0].items[2].price.rate`."""

    where: str
    says: Text

    def __str__(self) -> str:
        return f"{self.where}: {self.says}"


class Unsound(ValueError):
    """The document cannot be used; every fault of it, in reading order."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(f"{f.where}: {f.says.en}" for f in faults))


@dataclass(slots=True)
class Place:
    """A value of the document with its path. Readers answer with a stand-in after a fault, so that reading goes on."""

    path: str
    value: Any
    faults: list[Fault] = field(default_factory=list)

    def fault(self, ko: str, en: str, key: str = "", **values: Any) -> None:
        self.faults.append(Fault(self._at(key), Text(ko=ko, en=en).fill(values)))

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}" if key else self.path

    def only(self, *known: str) -> Mapping[str, Any]:
        """The object's own keys: any other is a fault, as a misspelt key would silently change a price."""
        if not isinstance(self.value, Mapping):
            self.fault("객체({{}})여야 합니다.", "This must be an object.")
            self.value = {}
        for key in self.value:
            if key not in known:
                self.fault("모르는 항목입니다. 아는 항목: {all}", "Not known here. Known: {all}", key, all=", ".join(known))
        return self.value  # type: ignore[no-any-return]

    def within(self, key: str) -> Place:
        return Place(self._at(key), self.value.get(key), self.faults)

    def has(self, key: str) -> bool:
        return self.value.get(key) is not None

    def each(self, key: str, *, least: int = 0) -> Iterator[Place]:
        found = self.value.get(key, [])
        if not isinstance(found, list) or len(found) < least:
            self.fault("목록이어야 합니다(최소 {least}개).", "This must be a list of at least {least}.", key, least=least)
            return
        for n, one in enumerate(found):
            yield Place(f"{self._at(key)}[{n}]", one, self.faults)

    def both(self, key: str) -> Text:
        """A text in both languages."""
        said = self.value.get(key)
        if not isinstance(said, Mapping) or not all(isinstance(said.get(x), str) and said[x].strip() for x in ("ko", "en")):
            self.fault("한국어(ko)와 영어(en)를 모두 적으십시오.", "Write it in both languages, `ko` and `en`.", key)
            return Text(ko="", en="")
        return Text(ko=said["ko"].strip(), en=said["en"].strip())

    def code(self, key: str) -> str:
        said = self.value.get(key)
        if not isinstance(said, str) or not CODE.fullmatch(said):
            self.fault("영문자, 숫자, . _ -만 40자까지 쓸 수 있습니다.", "Letters, digits and . _ -, up to 40.", key)
            return ""
        return said

    def codes(self, key: str) -> tuple[str, ...]:
        found = self.value.get(key, [])
        if not isinstance(found, list) or not all(isinstance(x, str) and x for x in found) or len(set(found)) != len(found):
            self.fault("서로 다른 코드의 목록이어야 합니다.", "This must be a list of different codes.", key)
            return ()
        return tuple(found)

    def one_of(self, key: str, choices: Sequence[str], default: str = "") -> str:
        said = self.value.get(key, default)
        if said not in choices:
            self.fault("{all} 가운데 하나여야 합니다.", "It is one of {all}.", key, all=", ".join(choices))
            return default or choices[0]
        return str(said)

    def whole(self, key: str, *, least: int, default: int | None = None) -> int:
        said = self.value.get(key, default)
        if isinstance(said, bool) or not isinstance(said, int) or said < least:
            self.fault("{least} 이상의 정수여야 합니다.", "It is a whole number of at least {least}.", key, least=least)
            return least
        return said

    def number(
        self, key: str, *, default: Fraction | None = None, above: int | None = None, most: int | None = None,
    ) -> Fraction:
        """An exact number: a whole JSON number or a decimal in quotes. Not below nought, or above `above`."""
        said = self.value.get(key)
        if said is None and default is not None:
            return default
        found = exact(said)
        if found is None:
            self.fault('정확한 수를 적으십시오(예: 45000 또는 "12.50").', 'Write an exact number, as 45000 or "12.50".', key)
            return Fraction(1)
        if found < 0 or (above is not None and found <= above) or (most is not None and found > most):
            self.fault(
                "{said:은는} 쓸 수 없습니다. {bounds}", "{said} cannot be used here: {bounds}.", key, said=str(said),
                bounds=Text(
                    ko=(f"{above}보다 커야 합니다." if above is not None else "0 이상이어야 합니다.") + (f" 최대 {most}" if most is not None else ""),
                    en=(f"above {above}" if above is not None else "0 or more") + (f", at most {most}" if most is not None else ""),
                ),
            )
            return Fraction(1)
        return found

    def day(self, key: str, *, needed: bool = True) -> date | None:
        said = self.value.get(key)
        if said is None and not needed:
            return None
        try:
            if not isinstance(said, str) or len(said) != 10:
                raise ValueError
            return date.fromisoformat(said)
        except ValueError:
            self.fault("날짜는 2026-01-31처럼 적으십시오.", "Write the day as 2026-01-31.", key)
            return date.min if needed else None

    def clock(self, key: str) -> time:
        """A wall-clock time; 24:00 is `time.max`, as in kernel.period."""
        said = self.value.get(key)
        if not isinstance(said, str) or not _CLOCK.fullmatch(said):
            self.fault("시각은 09:00처럼 적으십시오(24:00까지).", "Write the time as 09:00, up to 24:00.", key)
            return time.min
        return time.max if said == "24:00" else time.fromisoformat(said)


def exact(said: Any) -> Fraction | None:
    """A whole number, a `Decimal`, or a decimal in a string; no float, no exponent of thousands of digits."""
    if isinstance(said, bool) or not isinstance(said, int | str | Decimal):
        return None
    try:
        found = Decimal(said)
    except InvalidOperation:
        return None
    if not found.is_finite() or not -12 <= found.adjusted() <= 15 or len(found.as_tuple().digits) > 24:
        return Fraction(0) if found == 0 else None
    return Fraction(found)
