"""XML from elsewhere, read without ever expanding what it declares or fetching what it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from squaremile.cli.imports.network.words import BROKEN_XML, ENTITIES, OTHER_XML
from squaremile.core.sheets.words import EMPTY
from squaremile.kernel.errors import Invalid


def parsed(data: bytes, *, root: tuple[str, ...]) -> Element:
    """The tree; names without their namespaces. A DOCTYPE that only names a DTD is passed over, the DTD never read.

    Raises:
        Invalid: `imports.empty`, `imports.broken_xml` (with the line), `imports.entities` (declares entities),
            `imports.other_xml` (the outermost element is none of `root`).
    """
    if not data.strip():
        raise Invalid(EMPTY)
    builder, parser = TreeBuilder(), expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attributes: builder.start(
        _local(tag), {_local(name): value for name, value in attributes.items()}
    )
    parser.EndElementHandler = lambda tag: builder.end(_local(tag))
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = _refuse
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Invalid(BROKEN_XML, {"line": error.lineno, "why": expat.errors.messages[error.code]}) from error
    tree = builder.close()
    if tree.tag not in root:
        raise Invalid(OTHER_XML, {"found": tree.tag, "wanted": " / ".join(root)})
    return tree


def _refuse(*_: Any) -> None:
    raise Invalid(ENTITIES)


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def text(node: Element | None, path: str = "") -> str:
    """All letters inside the first element of the path, its markup left out; empty for none."""
    one = node if node is None or not path else node.find(path)
    return "" if one is None else " ".join("".join(one.itertext()).split())


def each(node: Element | None, path: str) -> Iterator[Element]:
    return iter(()) if node is None else iter(node.findall(path))
