"""Confidential texts: read with the right key alone, never in passing, found by a keyed hash."""

import pytest
from cryptography.fernet import Fernet
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from config.records.cipher_fields import MASK, Secret
from config.records.ciphers import Undecipherable, decipher, encipher, hashes, is_newest

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()


@pytest.fixture
def keys(settings):
    def use(*some: str) -> None:
        settings.CONFIDENTIAL_KEYS = list(some)

    use(OLD)
    return use


def test_a_text_comes_back_and_its_cipher_does_not_hold_it(keys):
    token = encipher("N1234567")

    assert decipher(token) == "N1234567"
    assert "N1234567" not in token
    assert encipher("N1234567") != token


def test_an_older_key_still_reads_and_the_newest_writes(keys):
    token = encipher("N1234567")

    keys(NEW, OLD)

    assert (decipher(token), is_newest(token), is_newest(encipher("x"))) == (
        "N1234567",
        False,
        True,
    )


@pytest.mark.parametrize(
    ("some", "sentence"),
    [
        ((NEW,), "a key that the register no longer has"),
        ((), "TIZIM_CONFIDENTIAL_KEYS names none"),
        (("a word",), "something that is not a key"),
        (("ä" * 44,), "something that is not a key"),
    ],
)
def test_without_the_right_key_a_sentence_says_what_to_do(keys, some, sentence):
    token = encipher("N1234567")
    keys(*some)

    with pytest.raises(Undecipherable) as refused:
        decipher(token)

    assert sentence in str(refused.value)
    assert OLD not in str(refused.value)


def test_a_cipher_that_was_tampered_with_is_not_read(keys):
    token = encipher("N1234567")

    with pytest.raises(Undecipherable):
        decipher(token[:-4] + "AAA=")


def test_no_command_starts_with_a_key_that_is_none(keys):
    keys("not a key")

    with pytest.raises(SystemCheckError) as refused:
        call_command("check")

    assert "44 signs long" in str(refused.value)


def test_a_hash_is_the_same_each_time_and_another_under_each_key(keys):
    keys(NEW, OLD)
    both = hashes("N1234567")
    keys(OLD)

    assert both[1:] == hashes("N1234567")
    assert both[0] != both[1]
    assert hashes("N1234568") != hashes("N1234567")


def test_a_secret_is_dots_wherever_it_is_written_in_passing(keys):
    secret = Secret.of("N1234567")

    assert {str(secret), repr(secret), f"{secret}"} == {MASK}
    assert (secret.tell(), bool(secret), bool(Secret.of("")), str(Secret.of(""))) == (
        "N1234567",
        True,
        False,
        "",
    )
