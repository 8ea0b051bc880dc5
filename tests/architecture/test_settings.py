"""Settings: one table, and nothing read past it."""

import os
import re
import subprocess
import sys

from squaremile.config import env
from tests.architecture.source import ROOT, modules, name

INTERNAL = {"SQUAREMILE_DB_ROLE", "SQUAREMILE_HOME", "DJANGO_SETTINGS_MODULE"}
"""Between a process and its child, never set by an operator."""


def test_the_environment_is_read_through_the_table():
    known = {s.name for s in env.SETTINGS} | INTERNAL
    strange = [
        f"{name(p)}: {found}"
        for p in modules()
        for found in re.findall(r'environ(?:\.get\(|\[)"([A-Z_]+)"', p.read_text(encoding="utf-8"))
        if found not in known
    ]
    assert strange == []


def test_every_setting_speaks_both_languages():
    assert [s.name for s in env.SETTINGS if not (s.says.ko and s.says.en.endswith("."))] == []


def test_demo_mode_refuses_to_start_without_debug():
    start = {**os.environ, "SQUAREMILE_DEMO": "true", "DEBUG": "false", "SECRET_KEY": "x" * 50}
    run = subprocess.run(
        [sys.executable, "-c", "import squaremile.config.settings"], env=start, capture_output=True, text=True, cwd=ROOT
    )
    assert run.returncode != 0
    assert "SQUAREMILE_DEMO" in run.stderr


def test_production_names_every_missing_setting_at_once():
    start = {k: v for k, v in os.environ.items() if k not in {"SECRET_KEY", "SQUAREMILE_DEMO"}}
    run = subprocess.run(
        [sys.executable, "-c", "import squaremile.config.settings"],
        env={**start, "DEBUG": "false"}, capture_output=True, text=True, cwd=ROOT,
    )
    assert run.returncode != 0
    for missing in env.missing():
        assert missing in run.stderr


def _settings(names: str, **given: str) -> str:
    start = {**os.environ, "DEBUG": "true", "EMAIL_URL": "smtp://mail.example.org:25", **given}
    run = subprocess.run(
        [sys.executable, "-c", f"import squaremile.config.settings as s; print({names})"],
        env=start, capture_output=True, text=True, cwd=ROOT,
    )
    return (run.stdout or run.stderr).strip()


def test_mail_is_encrypted_unless_the_operator_says_otherwise():
    assert _settings("s.EMAIL_USE_TLS, s.EMAIL_USE_SSL") == "True False"
    assert _settings("s.EMAIL_USE_TLS, s.EMAIL_USE_SSL", EMAIL_PLAIN="true") == "False False"
    smtps = {"EMAIL_URL": "smtps://mail.example.org"}
    assert _settings("s.EMAIL_USE_TLS, s.EMAIL_USE_SSL, s.EMAIL_PORT", **smtps) == "False True 465"


def test_a_number_that_is_none_is_named():
    assert "TRUSTED_PROXIES is a whole number" in _settings("1", TRUSTED_PROXIES="one")
