"""Starting: the demonstration, the database, the processes that are kept, the translations."""

import gettext
import http.client
import io
import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from squaremile.cli import messages
from squaremile.cli.commands.demo import FIRST_PORT, free_port
from tests.cli.conftest import environment

CATALOGUE = r'''
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

msgid "Book"
msgstr "예약"

msgctxt "noun"
msgid "Book"
msgstr "책"

#: a/b.py:1
msgid "%d row"
msgid_plural "%d rows"
msgstr[0] "한 줄"
msgstr[1] "여러 "
"줄"

#, fuzzy
msgid "Old"
msgstr "낡은"

msgid "Later"
msgstr ""
'''


def test_the_demonstration_refuses_where_debugging_is_off(command):
    said = command("demo", DEBUG="false")
    assert (said.code, said.out) == (2, "")
    assert "does not start where DEBUG is off" in said.err


def test_a_taken_port_is_passed_over():
    first = free_port("127.0.0.1")
    assert first >= FIRST_PORT
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", first))
        taken.listen()
        assert free_port("127.0.0.1") > first


def test_an_up_to_date_database_is_not_migrated_again(command, tmp_path, owners_url, monkeypatch):
    from squaremile.cli import preparing

    monkeypatch.setattr(preparing.env, "ROOT", tmp_path)
    assert not preparing.up_to_date(owners_url)
    assert command("migrate").code == 0
    assert preparing.up_to_date(owners_url)
    assert not preparing.up_to_date(owners_url.replace("_own_", "_none_"))


def test_translations_are_compiled_as_gettext_does():
    made = gettext.GNUTranslations(io.BytesIO(messages.compiled(CATALOGUE)))
    assert made.gettext("Book") == "예약"
    assert made.pgettext("noun", "Book") == "책"
    assert [made.ngettext("%d row", "%d rows", n) for n in (1, 2)] == ["한 줄", "여러 줄"]
    assert [made.gettext(word) for word in ("Old", "Later")] == ["Old", "Later"]


def test_only_what_changed_is_compiled(tmp_path):
    folder = tmp_path / "ko" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(CATALOGUE, encoding="utf-8")
    assert [messages.compile_stale(tmp_path) for _ in range(2)] == [1, 0]


KEEPER = """
import sys, time
from squaremile.cli.processes import Keeper, Kept
log = sys.argv[1]
lives = [sys.executable, '-c', "import time; open(%r, 'a').write('web '); time.sleep(60)" % log]
dies = [sys.executable, '-c', "open(%r, 'a').write('worker ')" % log]
import squaremile.cli.processes as p
p.LEAST_LIFE_SECONDS = 0
sys.exit(Keeper(Kept(lives), Kept(dies, again=True)).run())
"""


def test_the_worker_is_brought_back_and_all_end_gently(tmp_path):
    log = tmp_path / "log"
    kept = subprocess.Popen([sys.executable, "-c", KEEPER, str(log)])
    for _ in range(100):
        time.sleep(0.1)
        if log.exists() and log.read_text().split().count("worker") >= 2:
            break
    kept.send_signal(signal.SIGTERM)
    assert kept.wait(10) == 0
    words = log.read_text().split()
    assert words.count("web") == 1
    assert words.count("worker") >= 2


LATER = """
import sys
from squaremile.cli.processes import Keeper, Kept
write = "import sys, time; open(sys.argv[1], 'a').write(sys.argv[2]); time.sleep(float(sys.argv[3]))"
def kept(word, seconds, **how):
    return Kept([sys.executable, '-c', write, sys.argv[1], word, seconds], **how)
def opened():
    try:
        return open(sys.argv[1]).read() == 'web '
    except OSError:
        return False
keeper = Keeper(kept('web ', '60'), kept('worker ', '0', later=True))
sys.exit(keeper.run(ready=opened, told=lambda: open(sys.argv[1], 'a').write('open ')))
"""


def test_what_may_begin_later_begins_when_the_others_are_ready(tmp_path):
    log = tmp_path / "log"
    assert subprocess.run([sys.executable, "-c", LATER, str(log)], timeout=60).returncode == 0
    assert log.read_text() == "web open worker "


@pytest.mark.slow
def test_the_server_opens_serves_and_closes(owners_url, tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ["serve", "--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", "2", "--quiet"]
    server = subprocess.Popen(
        [sys.executable, "-m", "squaremile.cli.main", *words],
        env=environment(owners_url, tmp_path, ALLOWED_HOSTS="127.0.0.1", DEBUG="false"),
    )
    try:
        assert _status(port, "/api/v1/me") == 401
        children = _children(server.pid)
        assert len(children) == 2, "the web server and the worker"
    finally:
        server.terminate()
    assert server.wait(45) == 0
    assert [pid for pid in children if os.path.exists(f"/proc/{pid}")] == []


def _status(port: int, path: str) -> int:
    for _ in range(200):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.request("GET", path)
            return connection.getresponse().status
        except OSError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise AssertionError("the server did not open")


def _children(pid: int) -> list[int]:
    with open(f"/proc/{pid}/task/{pid}/children") as kept:
        return [int(child) for child in kept.read().split()]


@pytest.mark.slow
def test_the_server_does_not_open_on_an_old_schema(command, owners_url):
    import psycopg

    with psycopg.connect(owners_url, autocommit=True) as db:
        db.execute("DELETE FROM django_migrations WHERE app = 'booking' AND name = '0002_security'")
    said = command("serve", "--workers", "1")
    assert said.code == 2
    assert "Run squaremile migrate first." in said.err
