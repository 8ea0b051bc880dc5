"""What a section works with: the manifest, the data by name, and the desk to write on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from squaremile.atlas.measures.declared import Indicator, every
from squaremile.atlas.measures.matrices.table import Floats, Matrix, matrix_from_rows
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.reports.document import Desk
from squaremile.atlas.reports.manifest import Manifest, Source
from squaremile.kernel.words import Text


class Columns(Protocol):
    """A table that was read: text by name, numbers by name."""

    def __getitem__(self, name: str, /) -> list[str]: ...
    def numbers(self, name: str, /) -> Floats: ...


Read = Callable[[Path, Sequence[str]], Columns]


@dataclass(frozen=True, slots=True)
class Job:
    """One report being made. `read` reads a table, `document` a JSON document: whoever calls brings them."""

    manifest: Manifest
    desk: Desk
    read: Read
    document: Callable[[Path], Mapping[str, Any]]

    def source(self, spec: Mapping[str, Any]) -> Source:
        """The data that a section names. Raises Unmeasurable where the manifest has none of that name."""
        name = wanted(spec, "data")
        if name not in self.manifest.data:
            raise Unmeasurable(Text(ko=f"목록에 자료 {name}이(가) 없습니다.", en=f"The manifest has no data {name}."))
        return self.manifest.data[name]

    def columns(self, spec: Mapping[str, Any], *fields: str) -> Columns:
        """The table of the section with the columns that these fields of it name."""
        return self.read(self.source(spec).path, [wanted(spec, field) for field in fields])

    def matrix(self, spec: Mapping[str, Any]) -> Matrix:
        """Regions by activities, from the fields region, activity and value."""
        held = self.columns(spec, "region", "activity", "value")
        return matrix_from_rows(held[spec["region"]], held[spec["activity"]], held.numbers(spec["value"]))

    def cite(self, spec: Mapping[str, Any], code: str, name: str, settings: str = "", **more: Any) -> str:
        """Evidence for one declared indicator, from the section's data."""
        said, source = indicator(code), self.source(spec)
        return self.desk.keep(
            title=said.name, definition=said.definition, formula=said.formula, source=_origin(source), sha256=source.sha256,
            as_of=source.as_of, settings=settings, name=name, **more,
        )  # fmt: skip

    def keep(self, spec: Mapping[str, Any], title: Text, definition: Text, name: str, settings: str = "", **more: Any) -> str:
        """Evidence that no declared indicator describes."""
        source = self.source(spec)
        return self.desk.keep(
            title=title, definition=definition, formula="", source=_origin(source), sha256=source.sha256, as_of=source.as_of,
            settings=settings, name=name, **more,
        )  # fmt: skip


def _origin(source: Source) -> str:
    return f"{source.source} ({source.licence}), {source.path.name}"


def wanted(spec: Mapping[str, Any], field: str) -> str:
    """A field of a section's specification. Raises Unmeasurable where it is missing."""
    if not str(spec.get(field, "")).strip():
        raise Unmeasurable(Text(
            ko=f"{spec.get('kind')} 부분에 {field} 칸이 없습니다.", en=f"Section {spec.get('kind')} has no field {field}.",
        ))  # fmt: skip
    return str(spec[field])


def known(spec: Mapping[str, Any], *fields: str) -> None:
    """Refuse a field that the section does not know: a mistyped setting would be the default unsaid."""
    if odd := sorted(set(spec) - {"kind", "title", *fields}):
        raise Unmeasurable(Text(
            ko=f"{spec.get('kind')} 부분에 {odd[0]} 칸은 없습니다. 있는 칸: {', '.join(fields)}",
            en=f"Section {spec.get('kind')} has no field {odd[0]}. It has: {', '.join(fields)}.",
        ))  # fmt: skip


def titled(spec: Mapping[str, Any], usual: Text) -> Text:
    """The title the manifest gives the section, or the usual one."""
    given = spec.get("title")
    return Text(ko=str(given["ko"]), en=str(given["en"])) if isinstance(given, Mapping) and {"ko", "en"} <= set(given) else usual


def indicator(code: str) -> Indicator:
    return every()[code]
