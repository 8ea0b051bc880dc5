"""The five ways to say no. Each carries a code, a sentence in both languages, arithmetic, and the way out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from squaremile.kernel.words import Text, catalogue


@dataclass(frozen=True, slots=True)
class Remedy:
    """What to do next: a label and where it leads."""

    label: Text
    url: str = ""


class SquaremileError(Exception):
    """A refusal that people and programs can read. `code` is in the catalogue; `values` fill its sentence."""

    status = 409

    def __init__(
        self,
        code: str,
        values: Mapping[str, Any] | None = None,
        *,
        arithmetic: Text | None = None,
        remedy_url: str = "",
        fields: Mapping[str, Text] | None = None,
        by_gate: bool = False,
    ) -> None:
        words = catalogue[code]
        self.code = code
        self.values = dict(values or {})
        self.text = words.text.fill(self.values)
        self.arithmetic = arithmetic
        self.remedy = Remedy(words.remedy.fill(self.values), remedy_url) if words.remedy else None
        self.fields = dict(fields or {})
        self.by_gate = by_gate
        super().__init__(f"{code}: {self.text.en}")


class Invalid(SquaremileError):
    """The input cannot be understood or breaks a rule of form."""

    status = 422


class Refused(SquaremileError):
    """The input is sound, and a rule of the house says no."""


class Forbidden(Refused):
    """This person may not do this at all."""

    status = 403


class Missing(SquaremileError):
    """It is not there, or it is not yours to see: the two are told the same way."""

    status = 404


class Busy(SquaremileError):
    """Not now: try again in a moment."""

    status = 503
