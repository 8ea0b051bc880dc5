"""Training passports: signed as the standard says, checked without a server, and revoked."""

import json
from datetime import UTC, datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from squaremile.safety.policies import passport
from squaremile.safety.policies.passport_check import check

KEY = bytes(range(32))
NOW = datetime(2027, 3, 1, tzinfo=UTC)
LIST = "https://lab.example/safety/passports/status.json"


def issued(**more):
    document = {
        "@context": [passport.VC, passport.TERMS], "type": ["VerifiableCredential", "TrainingPassport"],
        "issuer": {"id": passport.issuer(KEY), "name": "클러스터"}, "validFrom": "2027-01-01T00:00:00Z",
        "validUntil": "2027-12-31T23:59:59Z", "credentialSubject": {"name": "김하나", "trainings": [{"course": "BBP"}]},
        "credentialStatus": {
            "type": "BitstringStatusListEntry", "statusPurpose": "revocation", "statusListIndex": "9", "statusListCredential": LIST,
        }, **more,
    }  # fmt: skip
    return passport.sign(document, KEY, created="2027-01-01T00:00:00Z")


def listed(revoked, key=KEY, **more):
    document = {
        "@context": [passport.VC], "id": LIST, "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": passport.issuer(key), "credentialSubject": {
            "type": "BitstringStatusList", "statusPurpose": "revocation", "encodedList": passport.status_list(revoked),
        }, **more,
    }  # fmt: skip
    return passport.sign(document, key, created="2027-01-01T00:00:00Z")


def test_the_standards_own_example_verifies():
    """W3C Data Integrity EdDSA Cryptosuites 1.0, test vector of eddsa-jcs-2022: its key signed the bytes that we make of it."""
    context = ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"]
    key = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
    document = {
        "@context": context, "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
        "type": ["VerifiableCredential", "AlumniCredential"], "name": "Alumni Credential",
        "description": "A minimum viable example of an Alumni Credential.", "issuer": "https://vc.example/issuers/5678",
        "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
    }  # fmt: skip
    options = {
        "type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", "created": "2023-02-24T23:36:38Z",
        "verificationMethod": f"https://vc.example/issuers/5678#{key}", "proofPurpose": "assertionMethod", "@context": context,
    }  # fmt: skip
    value = "z63t83Y53KfzJ5ZosfKTnqfMcKB2dmTrfjSaQjeNNjAD5srBowQfmWqeRb8rRjmeEuCBEsddF9LsVogtuTsijJKh4"
    raw = passport.from_base58(key[1:])
    assert raw[:2] == passport.ED25519_PUB
    Ed25519PublicKey.from_public_bytes(raw[2:]).verify(passport.from_base58(value[1:]), passport._to_sign(document, options))


def test_a_passport_is_read_without_a_server():
    found = check(json.loads(json.dumps(issued())), NOW)
    assert (found.signed, found.in_time, found.trusted, found.revoked, found.good) == (True, True, None, None, None)
    assert found.key == passport.public_key(KEY)
    assert check(issued(), NOW, keys=[found.key]).trusted is True
    assert check(issued(), NOW, keys=["z6MkOther"]).good is False
    assert check(issued(), datetime(2028, 1, 1, tzinfo=UTC)).good is False


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d["credentialSubject"].update(name="이소라"), lambda d: d.update(validUntil="2037-12-31T23:59:59Z"),
        lambda d: d.update(issuer=passport.issuer(b"x" * 32)), lambda d: d["proof"].update(created="2026-01-01T00:00:00Z"),
        lambda d: d["proof"].update(proofPurpose="authentication"), lambda d: d["proof"].update(proofValue="z" + "1" * 64),
        lambda d: d["proof"].update({"@context": [passport.VC, "urn:else"]}), lambda d: d.update(extra="more"),
    ],
)  # fmt: skip
def test_whatever_is_changed_shows(change):
    document = json.loads(json.dumps(issued()))
    change(document)
    assert check(document, NOW).signed is False


def test_a_revoked_one_is_found_in_the_list_of_its_issuer_alone():
    assert check(issued(), NOW, statuses=listed([3, 9])).revoked is True
    assert check(issued(), NOW, statuses=listed([8, 10])).good is None  # whose it is, nobody said
    for wrong in (listed([9], b"y" * 32), listed([9], id="https://other.example/"), {**listed([]), "id": LIST + "?"}, issued()):
        with pytest.raises(passport.Unreadable):
            check(issued(), NOW, statuses=wrong)


def test_after_another_key_the_list_is_taken_from_whom_its_issuer_published():
    newer = b"n" * 32
    keys = [passport.public_key(newer), passport.public_key(KEY)]
    assert check(issued(), NOW, keys=keys, statuses=listed([9], newer)).revoked is True
    assert check(issued(), NOW, keys=keys, statuses=listed([8], newer)).good is True
    with pytest.raises(passport.Unreadable):
        check(issued(), NOW, keys=keys, statuses=listed([8], b"y" * 32))


@pytest.mark.parametrize("wrong", [{}, {"type": "TrainingPassport"}, {**issued(), "proof": [1]}, {**issued(), "validUntil": "soon"}])
def test_what_is_no_passport_is_said(wrong):
    with pytest.raises(passport.Unreadable):
        check(wrong, NOW)


@settings(max_examples=20)
@given(st.sets(st.integers(0, passport.LIST_BITS - 1), max_size=5), st.integers(0, passport.LIST_BITS - 1))
def test_bits_come_back(revoked, index):
    packed = passport.status_list(revoked)
    assert passport.is_set(packed, index) is (index in revoked)
    assert all(passport.is_set(packed, each) for each in revoked)


@settings(max_examples=30)
@given(st.binary(max_size=70))
def test_base58_comes_back(raw):
    assert passport.from_base58(passport.base58(raw)) == raw


def test_canonical_json_is_that_of_rfc_8785():
    assert passport.canonical({"b": 1, "a": [True, None, "é\n\u0001"], "\U0001f600": 0, "\ufb33": 0}).decode() == (
        '{"a":[true,null,"é\\n\\u0001"],"b":1,"\U0001f600":0,"\ufb33":0}'
    )
    for wrong in (1.5, {1: 2}, "\ud800", 2**53):
        with pytest.raises(passport.Unreadable):
            passport.canonical(wrong)
