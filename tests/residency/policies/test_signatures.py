"""A chain of signatures holds until anything in it is touched."""

from dataclasses import replace

import pytest

from squaremile.residency.policies.signatures import Signed, digest, faults


@pytest.fixture
def chain():
    made, before = [], ""
    for number, party in enumerate(("cluster", "company", "cluster"), start=1):
        record = Signed(number, party, f"s{number}", "서명", "2027-03-01T00:00:00+00:00", "10.0.0.1", "d" * 64, before)
        before = digest(record)
        made.append((record, before))
    return made


def test_a_whole_chain_has_no_fault(chain):
    assert (faults(chain), faults([])) == ([], [])


@pytest.mark.parametrize(("field", "value"), [
    ("name", "다른 이"), ("document", "e" * 64), ("at", "2027-03-02T00:00:00+00:00"), ("address", "10.0.0.2"), ("signer", "x"),
    ("party", "cluster "),
])  # fmt: skip
def test_whatever_is_changed_shows(chain, field, value):
    record, kept = chain[1]
    assert faults([chain[0], (replace(record, **{field: value}), kept), chain[2]]) == [(2, "digest")]


def test_a_record_taken_out_or_rewritten_shows(chain):
    assert faults([chain[0], chain[2]]) == [(3, "order"), (3, "previous")]
    forged = replace(chain[1][0], name="다른 이")
    assert faults([chain[0], (forged, digest(forged)), chain[2]]) == [(3, "previous")]
