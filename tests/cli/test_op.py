"""Any operation by its name: the same input as the API takes, the same refusals, the same audit."""

import hashlib

import psycopg

KIND = '{"code": "mill", "name_ko": "분쇄기", "name_en": "Mill"}'


def test_lists_every_operation(command):
    from squaremile.booking import operations as _booking
    from squaremile.core import operations as _core
    from squaremile.kernel.operation import registry
    from squaremile.metering import operations as _metering
    from squaremile.spaces import operations as _spaces

    assert all((_booking, _core, _metering, _spaces))
    said = command("op", "--list")
    assert said.code == 0
    assert [line.split()[0] for line in said.out.splitlines()] == sorted(registry)


def test_a_person_is_entered_given_a_role_and_acts(command, owners_url):
    made = command("op", "core.add_person", "--json", '{"email": "new@example.org", "name_en": "New Operator"}')
    assert (made.code, made.json["email"]) == (0, "new@example.org")
    assert "password" not in made.json
    role = command("op", "core.grant_role", "--json", '{"person": "new@example.org", "role": "lab_operations"}')
    assert role.code == 0
    kind = command("op", "booking.add_kind", "--json", KIND, "--as", "new@example.org")
    assert kind.json["code"] == "mill"
    with psycopg.connect(owners_url) as db:
        audit = db.execute(
            "SELECT u.email, a.system FROM core_activity a LEFT JOIN core_user u ON u.id = a.actor"
            " WHERE operation IN ('core.grant_role', 'booking.add_kind') ORDER BY a.id DESC LIMIT 2"
        ).fetchall()
    assert audit == [("new@example.org", ""), (None, "setup")]


def test_a_refusal_is_a_problem_and_exits_with_two(command):
    said = command("op", "booking.link", "--json", '{"equipment": "CYTO-2", "needs": "CHILLER"}')
    assert (said.code, said.json["code"]) == (2, "booking.link_exists")
    assert said.json["detail"]["ko"] == "이미 연결되어 있습니다."


def test_bad_input_is_said_field_by_field(command):
    said = command("op", "booking.add_kind", "--json", '{"code": 5, "nam": "x"}')
    assert said.code == 2
    assert set(said.json["fields"]) == {"code", "nam", "name_ko", "name_en"}
    assert command("op", "booking.add_kind", "--json", "{").json["fields"]["body"]["en"] == "This is not valid JSON."


def test_nobody_known_enters(command):
    said = command("op", "booking.add_kind", "--json", KIND, "--as", "nobody@example.org")
    assert (said.code, said.out) == (2, "")
    assert said.err == "There is no such active person.\n"
    assert command("op", "booking.fly").code == 2


def test_a_token_opens_the_api(command, owners_url):
    said = command("token", "--as", "operator@example.org", "--days", "7", "--read-only")
    assert said.code == 0
    secret = said.out.strip()
    with psycopg.connect(owners_url) as db:
        abilities, days = db.execute(
            "SELECT abilities, round(extract(epoch FROM expires_at - now()) / 86400) FROM core_token"
            " WHERE secret_hash = %s", [hashlib.sha256(secret.encode()).hexdigest()],
        ).fetchone()  # fmt: skip
    assert (abilities, int(days)) == (["read"], 7)
