"""The database of the race: 100,000 containers of 50 companies in 200 control areas, both packs in force everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.postgres import Server
from benchmarks.squaremile_seed import Connection, insert, seed
from benchmarks.squaremile_side import Squaremile
from benchmarks.terms import Shape

SERIES = "generate_series"
CLEAR = ("safety_bringing_transition", "safety_bringing", "safety_stock_scan", "safety_stock_count")
PLACES = """
CREATE TEMP TABLE stocked AS
SELECT n, 1 + (n::bigint * 7919) %% %(rooms)s AS room, 1 + (n::bigint * 104729) %% %(companies)s AS company,
       1 + floor(%(substances)s * power(random(), 3))::int AS substance, random() AS kept, random() AS much
FROM generate_series(1, %(containers)s) AS n
"""
FLASH = "CASE WHEN n % 3 = 0 THEN -40 + n % 260 END"
"""A third of what stands there has a flash point, as solvents have; salts and buffers have none."""


@dataclass(frozen=True)
class Stock:
    """How much stands there. Ten areas a building, as the codes allow on five storeys; five rooms an area."""

    areas: int = 200
    rooms: int = 1_000
    containers: int = 100_000
    substances: int = 400
    companies: int = 50
    store: int = 20_000
    """Containers of one company in one more room, which is counted."""


class Safety(Squaremile):
    """squaremile with a cluster's chemicals."""

    name = "safety"
    database = "sm_bench_safety"

    def __init__(self, server: Server, stock: Stock) -> None:
        super().__init__(server, Shape(reservations=1, instruments=1, companies=stock.companies))
        self.stock = stock
        self.seal = f" {stock}"

    def prepare(self) -> None:
        """As for the other races; and nobody has asked or counted yet."""
        super().prepare()
        with self.server.connect(self.database) as connection:
            connection.execute("SET session_replication_role = replica")
            for table in CLEAR:
                connection.execute(f"DELETE FROM {table}".encode())

    def fill(self, connection: Connection) -> None:
        """People and companies as in the other races, then areas, substances and containers."""
        seed(connection, self.shape)
        with connection.transaction():
            connection.execute("SET LOCAL session_replication_role = replica")
            connection.execute("SELECT setseed(0.42)")
            _places(connection, self.stock)
            _substances(connection, self.stock)
            _containers(connection, self.stock)
        connection.execute("VACUUM ANALYZE")


def _place(kind: str, of: str) -> dict[str, str]:
    return {
        "id": f"pg_temp.key('{kind}', n)", "code": f"'{kind.upper()}-' || n", "kind": f"'{kind}'", "name_ko": f"'{kind} ' || n",
        "name_en": f"'{kind} ' || n", "active": "true", "parent_id": of, "site_id": "pg_temp.key('place S1', 1)",
    }  # fmt: skip


def _places(connection: Connection, stock: Stock) -> None:
    buildings, of_area = stock.areas // 10, stock.rooms // stock.areas
    insert(connection, "spaces_place", _place("building", "pg_temp.key('place S1', 1)"), SERIES, buildings)
    floor = _place("floor", "pg_temp.key('building', 1 + (n - 1) / 5)") | {"level": "1 + (n - 1) % 5"}
    insert(connection, "spaces_place", floor, SERIES, buildings * 5)
    insert(connection, "spaces_place", _place("room", f"pg_temp.key('floor', 1 + (n - 1) / {2 * of_area})"), SERIES, stock.rooms)
    insert(connection, "safety_area", {
        "id": "pg_temp.key('area', n)", "code": "'AREA-' || n", "building_id": "pg_temp.key('building', 1 + (n - 1) / 10)",
        "name_ko": "'구역 ' || n", "name_en": "'Area ' || n", "storey": "1 + (n - 1) / 2 % 5", "sprinklered": "true", "active": "true",
    }, SERIES, stock.areas)  # fmt: skip
    for number, pack in enumerate(("us-ibc", "kr-fire")):
        insert(connection, "safety_area_pack", {
            "id": f"pg_temp.key('pack{number}', n)", "area_id": "pg_temp.key('area', n)", "pack": f"'{pack}'",
            "since": "'2020-01-01'::date",
        }, SERIES, stock.areas)  # fmt: skip
    insert(connection, "safety_area_room", {
        "id": "pg_temp.key('arearoom', n)", "room_id": "pg_temp.key('room', n)",
        "area_id": f"pg_temp.key('area', 1 + (n - 1) / {of_area})",
    }, SERIES, stock.rooms)  # fmt: skip
    insert(connection, "safety_cabinet", {
        "id": "pg_temp.key('cabinet', n)", "code": "'CAB-' || n", "room_id": "pg_temp.key('room', n)",
        "name_ko": "'보관함 ' || n", "name_en": "'Cabinet ' || n", "approved": "true", "active": "true",
    }, SERIES, stock.rooms)  # fmt: skip


def _substances(connection: Connection, stock: Stock) -> None:
    insert(connection, "safety_substance", {
        "id": "pg_temp.key('substance', n)", "code": "'SUB-' || n", "cas": "''", "name_en": "'Substance ' || n",
        "phase": "CASE WHEN n % 3 = 0 THEN 'liquid' WHEN n % 9 = 1 THEN 'liquid' ELSE 'solid' END",
        "density": "0.7 + n % 9 * 0.1", "flash_c": FLASH, "flash_by": "CASE WHEN n % 3 = 0 THEN 'race' ELSE '' END",
        "boil_c": "CASE WHEN n % 3 = 0 THEN 30 + n % 300 END", "boil_by": "CASE WHEN n % 3 = 0 THEN 'race' ELSE '' END",
        "water_soluble": "n % 2 = 0",
    }, SERIES, stock.substances)  # fmt: skip
    insert(connection, "safety_substance_class", {
        "id": "pg_temp.key('class', n)", "substance_id": "pg_temp.key('substance', n * 4 + 1)", "scheme": "'us-ibc'",
        "classes": "ARRAY[(ARRAY['oxidizer-2', 'corrosive', 'toxic'])[1 + n % 3]]", "read_in": "'race'", "read_on": "current_date",
        "current": "true",
    }, SERIES, stock.substances // 4 - 1)  # fmt: skip


def _containers(connection: Connection, stock: Stock) -> None:
    connection.execute(PLACES, stock.__dict__)
    liquid = "(substance % 3 = 0 OR substance % 9 = 1)"
    insert(connection, "safety_container", {
        "id": "pg_temp.key('container', n)", "code": "'CT-' || lpad(n::text, 8, '0')",
        "organisation_id": "pg_temp.key('company', company)", "substance_id": "pg_temp.key('substance', substance)",
        "room_id": "pg_temp.key('room', room)", "cabinet_id": "CASE WHEN kept < 0.4 THEN pg_temp.key('cabinet', room) END",
        "amount": "0.05 + round(much::numeric * 0.5, 3)", "dimension": f"CASE WHEN {liquid} THEN 'volume' ELSE 'weight' END",
        "unit": f"CASE WHEN {liquid} THEN 'L' ELSE 'kg' END",
        "condition": "CASE WHEN kept > 0.95 THEN 'open' WHEN kept > 0.9 THEN 'closed' ELSE 'storage' END",
        "state": "'received'", "received_on": "current_date",
    }, "stocked")  # fmt: skip
    insert(connection, "spaces_place", _place("store", "pg_temp.key('floor', 1)") | {"kind": "'room'"}, SERIES, 1)
    insert(connection, "safety_container", {
        "id": "pg_temp.key('stored', n)", "code": "'ST-' || lpad(n::text, 8, '0')", "organisation_id": "pg_temp.key('company', 2)",
        "substance_id": "pg_temp.key('substance', 3)", "room_id": "pg_temp.key('store', 1)", "amount": "0.5", "dimension": "'volume'",
        "unit": "'L'", "condition": "'storage'", "state": "'received'", "received_on": "current_date",
    }, SERIES, stock.store)  # fmt: skip
