"""The reference manual, made from what the code declares: operations, permissions, refusals, settings, tables."""

from collections.abc import Iterator

from squaremile.atlas import DOORS
from squaremile.atlas.measures import declared
from squaremile.cli.imports import words as _imports
from squaremile.cli.imports.atlas import words as _atlas
from squaremile.cli.imports.network import words as _records
from squaremile.config import env
from squaremile.core.roles import KEY_ROLES, ROLES, AnyOf
from squaremile.core.sheets import row_words as _sheets
from squaremile.kernel.operation import Operation, registry
from squaremile.kernel.words import catalogue

LOADED = (_atlas, _imports, _records, _sheets)
"""Refusals of imports: no operation brings them into the catalogue."""
NOTICE = "<!-- Made by `squaremile reference`. Do not edit: change the code that says it. -->\n\n"


def pages() -> dict[str, str]:
    """File name → content, for docs/reference/ (and `.env.example` for the root)."""
    return {
        "docs/reference/indicators.md": NOTICE + "\n".join(_indicators()) + "\n",
        "docs/reference/operations.md": NOTICE + "\n".join(_operations()) + "\n",
        "docs/reference/permissions.md": NOTICE + "\n".join(_permissions()) + "\n",
        "docs/reference/refusals.md": NOTICE + "\n".join(_refusals()) + "\n",
        "docs/reference/settings.md": NOTICE + "\n".join(_settings()) + "\n",
        "docs/reference/tables.md": NOTICE + "\n".join(_tables()) + "\n",
        ".env.example": "\n".join(_example()) + "\n",
    }


def _sorted() -> list[Operation]:
    return sorted(registry.values(), key=lambda operation: operation.name)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _indicators() -> Iterator[str]:
    every = declared.every()
    yield "# Indicators · 지표\n"
    yield "What each figure of the atlas is. `atlas.…` is the library: `import squaremile.atlas as atlas`.\n"
    yield "아틀라스의 수치가 저마다 무엇인지 적었습니다.\n"
    yield "| code | English | 한국어 |\n|---|---|---|"
    for code, held in every.items():
        yield f"| [`{code}`](#{code}) | {_cell(held.name.en)} | {_cell(held.name.ko)} |"
    for code, held in every.items():
        yield f'\n## <a id="{code}"></a>{held.name.en} · {held.name.ko}\n'
        yield f"{' '.join(held.definition.en.split())}\n\n{' '.join(held.definition.ko.split())}\n"
        yield "| | |\n|---|---|"
        rows = {
            "formula · 식": held.formula, "unit · 단위": f"{held.unit.en} · {held.unit.ko}", "source · 출처": held.source,
            "tolerance · 허용 오차": held.tolerance, "disclosure · 공개": f"{held.disclosure.en} {held.disclosure.ko}",
            "measured by · 재는 곳": ", ".join(_measured(code)),
        }  # fmt: skip
        yield from (f"| {name} | {_cell(says)} |" for name, says in rows.items() if says)


def _measured(code: str) -> Iterator[str]:
    """The library's names for the functions that give an indicator; their own place where the library names none."""
    public = {f"squaremile.atlas.{module}:{name}": f"`atlas.{name}`" for name, module in DOORS.items()}
    for function in declared.measured_by.get(code, []):
        yield public.get(function, f"`{function.removeprefix('squaremile.atlas.').replace(':', '.')}`")


def _operations() -> Iterator[str]:
    yield "# Operations · 작업"
    yield "\nEvery verb of the product: page, API, CLI and importer call the same one."
    for operation in _sorted():
        yield f"\n## `{operation.name}`: {operation.label.en} · {operation.label.ko}\n"
        yield " ".join(operation.summary.split()) + "\n"
        if operation.parameters:
            yield "| parameter | type | default |\n|---|---|---|"
        for name, parameter in operation.parameters.items():
            kind = getattr(parameter.annotation, "__name__", None) or str(parameter.annotation)
            kind = kind if "[" not in str(parameter.annotation) else str(parameter.annotation)
            given = "required" if parameter.default is parameter.empty else f"`{parameter.default!r}`"
            yield f"| `{name}` | {_cell(str(kind))} | {given} |"
        codes = sorted(set(operation.refuses))
        yield "\nRefuses: " + ", ".join(f"[`{code}`](refusals.md)" for code in codes)


def _permissions() -> Iterator[str]:
    yield "# Permissions · 권한\n"
    yield "Which role may run which operation. Which rows it may touch is decided by row security.\n"
    known = ROLES | KEY_ROLES
    yield "| operation | " + " | ".join(f"{r.label.en}<br>{r.label.ko}" for r in known.values()) + " |"
    yield "|---|" + "---|" * len(known)
    for operation in _sorted():
        if isinstance(operation.may, AnyOf):
            marks = ["●" if code in operation.may.roles else "" for code in known]
            yield f"| `{operation.name}` | " + " | ".join(marks) + " |"
        else:
            says = _cell((operation.may.__doc__ or "").split("\n")[0])
            yield f"| `{operation.name}` | {says} |" + " |" * (len(known) - 1)


def _refusals() -> Iterator[str]:
    yield "# Refusals · 거절 사유\n"
    yield "| code | English | 한국어 | what to do |\n|---|---|---|---|"
    for words in sorted(catalogue.values(), key=lambda w: w.code):
        way_out = f"{words.remedy.en} · {words.remedy.ko}" if words.remedy else ""
        yield f"| `{words.code}` | {_cell(words.text.en)} | {_cell(words.text.ko)} | {_cell(way_out)} |"


def _settings() -> Iterator[str]:
    yield "# Settings · 설정\n"
    yield "| name | default | English | 한국어 |\n|---|---|---|---|"
    for setting in env.SETTINGS:
        default = (
            "required in production" if setting.default is None else f"`{setting.default}`" if setting.default else ""
        )
        yield f"| `{setting.name}` | {default} | {_cell(setting.says.en)} | {_cell(setting.says.ko)} |"


def _tables() -> Iterator[str]:
    from django.apps import apps

    yield "# Tables · 표\n"
    yield "| table | what it holds | constraints that speak |\n|---|---|---|"
    for model in sorted(apps.get_models(), key=lambda m: m._meta.db_table):
        if model._meta.app_label in ("core", "spaces", "metering", "booking", "network", "atlas"):
            says = _cell((model.__doc__ or "").split("\n\n")[0])
            says = "History of every change, written by a trigger." if model.__name__.endswith("History") else says
            rules = ", ".join(f"`{c.name}`" for c in model._meta.constraints)
            yield f"| `{model._meta.db_table}` | {says} | {rules} |"


def _example() -> Iterator[str]:
    yield "# Settings of squaremile. Made by `squaremile reference`; see docs/reference/settings.md."
    for setting in env.SETTINGS:
        yield f"\n# {setting.says.en}\n# {setting.says.ko}"
        yield f"{'' if setting.default is None else '# '}{setting.name}={setting.default or ''}"
