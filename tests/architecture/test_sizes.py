"""Small rooms: sizes of files, functions and templates. The test names the offender."""

import statistics

from tests.architecture.source import PACKAGE, functions, modules, name


def lengths():
    return {name(p): len(p.read_text(encoding="utf-8").splitlines()) for p in modules()}


def test_no_file_is_longer_than_400_lines():
    assert {n: k for n, k in lengths().items() if k > 400} == {}


def test_most_files_are_short():
    sizes = sorted(lengths().values())
    assert statistics.median(sizes) <= 80
    assert sizes[int(len(sizes) * 0.9)] <= 250


def test_no_function_is_longer_than_50_lines():
    long = {
        f"{name(p)}:{f.name}": f.end_lineno - f.lineno + 1
        for p in modules()
        for f in functions(p)
        if f.end_lineno - f.lineno + 1 > 50
    }
    assert long == {}


def test_no_template_is_longer_than_120_lines():
    long = {
        name(p): n
        for p in PACKAGE.rglob("templates/**/*.html")
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > 120
    }
    assert long == {}


def test_every_module_says_what_it_is_for():
    import ast

    from tests.architecture.source import tree

    assert [name(p) for p in modules() if p.read_text().strip() and not ast.get_docstring(tree(p))] == []
