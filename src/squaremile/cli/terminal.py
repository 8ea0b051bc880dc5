"""Speaking to the terminal: lines that are ok, lines that warn, lines that fail."""

import sys

from squaremile.kernel.words import Text

MARKS = {"ok": ("✓", "32"), "warn": ("!", "33"), "fail": ("✗", "31")}


class Trouble(Exception):
    """Something the operator can mend, said in both languages."""

    def __init__(self, ko: str, en: str) -> None:
        self.text = Text(ko=ko, en=en)
        super().__init__(en)


def say(text: Text | str = "") -> None:
    print(str(text), flush=True)


def complain(text: Text | str) -> None:
    print(str(text), file=sys.stderr, flush=True)


def mark(state: str, line: str, remedy: str = "") -> None:
    """A line with its state: a sign and a word, and a colour where the terminal has them."""
    sign, colour = MARKS[state]
    word = f"{sign} {state:<4}"
    if sys.stdout.isatty():
        word = f"\x1b[{colour}m{word}\x1b[0m"
    print(f"{word}  {line}", flush=True)
    if remedy:
        print(f"        → {remedy}", flush=True)


def both_sentences(text: Text, remedy: Text | None) -> Text:
    """What is wrong and what would help, one after the other."""
    return Text(ko=f"{text.ko} {remedy.ko}", en=f"{text.en} {remedy.en}") if remedy else text


def known_trouble(error: Exception) -> Text | None:
    """Mistakes of set-up, as a sentence; None for what is a fault of ours."""
    import psycopg

    from squaremile.atlas.measures.refusing import Unmeasurable
    from squaremile.config.env import MissingSettings

    if isinstance(error, Trouble):
        return error.text
    if isinstance(error, Unmeasurable):
        return both_sentences(error.text, error.remedy)
    if isinstance(error, MissingSettings):
        return Text(
            ko=f"먼저 설정하십시오: {error} (개발 환경에서는 DEBUG=true)", en=f"{error} (in development: DEBUG=true)"
        )
    if isinstance(error, psycopg.OperationalError):
        return Text(ko=f"데이터베이스에 닿을 수 없습니다: {error}", en=f"The database cannot be reached: {error}")
    if isinstance(error, OSError) and error.errno is not None:
        what = f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror)
        return Text(ko=f"읽거나 쓸 수 없습니다: {what}", en=f"This cannot be read or written: {what}")
    if type(error).__name__ == "ImproperlyConfigured":
        return Text(ko=f"설정이 맞지 않습니다: {error}", en=f"The settings do not fit: {error}")
    return None
