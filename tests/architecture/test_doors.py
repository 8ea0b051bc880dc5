"""Doors: a domain's models are its own; others come in through its operations and reads."""

from tests.architecture.source import DOMAINS, PACKAGE, imports, modules, name


def domain_of(path) -> str:
    return path.relative_to(PACKAGE).parts[0]


def test_models_are_imported_only_inside_their_domain():
    intruders = [
        f"{name(path)} imports {module}"
        for path in modules()
        for module, _ in imports(path)
        for domain in DOMAINS
        if module.startswith(f"squaremile.{domain}.models") and domain_of(path) != domain
    ]
    assert intruders == []


def test_models_are_not_reached_by_the_apps_registry():
    """`apps.get_model` would be a back door."""
    found = [name(p) for p in modules() if "get_model(" in p.read_text(encoding="utf-8")]
    assert found == []


def test_every_domain_has_the_same_rooms():
    rooms = {"__init__.py", "apps.py", "words.py", "rules.py", "models", "reads", "operations", "migrations"}

    def stands(domain, room):
        """A room, or a folder of the same name where one file would be too long."""
        return (PACKAGE / domain / room).exists() or (PACKAGE / domain / room.removesuffix(".py")).is_dir()

    missing = {d: sorted(r for r in rooms if not stands(d, r)) for d in DOMAINS}
    assert {d: m for d, m in missing.items() if m} == {}


def test_no_room_without_an_honest_name():
    bad = {"utils", "helpers", "common", "misc", "manager2", "util", "helper"}
    assert [name(p) for p in modules() if p.stem in bad or set(p.parts) & bad] == []
