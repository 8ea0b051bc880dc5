"""Bilingual text, and the catalogue of refusals: each code with its sentence and its way out, in both languages."""

import string
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from squaremile.kernel.korean import PARTICLES, with_particle

LANGUAGES = ("ko", "en")
language: ContextVar[str] = ContextVar("language", default="ko")


class _Formatter(string.Formatter):
    """`{name:을를}` picks the particle; every other format works as usual."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec in PARTICLES:
            return with_particle(str(value), format_spec)
        return str(super().format_field(value, format_spec))


_formatter = _Formatter()


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or label in Korean and English."""

    ko: str
    en: str

    def __str__(self) -> str:
        return self.say()

    def say(self, lang: str | None = None) -> str:
        """In the language asked for, or in the one being served."""
        return self.en if (lang or language.get()) == "en" else self.ko

    def fill(self, values: Mapping[str, Any]) -> "Text":
        """With its places filled in; a `Text` value is said in the matching language."""
        return Text(ko=_fill(self.ko, values, "ko"), en=_fill(self.en, values, "en"))


def _fill(sentence: str, values: Mapping[str, Any], lang: str) -> str:
    said = {k: v.say(lang) if isinstance(v, Text) else v for k, v in values.items()}
    return _formatter.vformat(sentence, (), said)


def pick(ko: str, en: str) -> str:
    """The column of a two-language record to show; the other one where this is blank."""
    first, second = (en, ko) if language.get() == "en" else (ko, en)
    return first or second


def both(ko: str, en: str) -> Text:
    """A two-language record as one text, each side filled from the other where it is blank."""
    return Text(ko=ko or en, en=en or ko)


@dataclass(frozen=True, slots=True)
class RefusalWords:
    """How a refusal speaks: the sentence, and what to do next."""

    code: str
    text: Text
    remedy: Text | None = None


catalogue: dict[str, RefusalWords] = {}


def refusal(code: str, *, ko: str, en: str, do_ko: str = "", do_en: str = "") -> str:
    """Declare a refusal once, in its domain's words.py. Returns the code."""
    if code in catalogue:
        raise ValueError(f"refusal {code} is declared twice")
    remedy = Text(ko=do_ko, en=do_en) if do_ko and do_en else None
    catalogue[code] = RefusalWords(code, Text(ko=ko, en=en), remedy)
    return code
