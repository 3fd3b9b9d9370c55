"""Passwords: what somebody who guesses gets to soon is refused, and what lasts is taken."""

import time

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from config.records.accounts.passwords import TOLD


@pytest.mark.parametrize(
    "weak",
    [
        "motdepasse12",
        "Passw0rd1234",
        "qwertyuiop12",
        "iloveyou2023!!",
        "almatyalmaty99",
        "Nurlan19900101",
        "tizim-tizim-tizim",
        "zhanar.k-zhanar.k",
        "abcdefghijklmnop",
        "йцукенгшщзхъ",
        "Пфкфдшащк1990",
    ],
)
def test_a_password_that_is_guessed_soon_is_refused(weak):
    account = get_user_model()(username="zhanar.k", email="garalifor@example.org")

    with pytest.raises(ValidationError) as refused:
        validate_password(weak, account)

    assert TOLD in refused.value.messages


@pytest.mark.parametrize(
    "lasting",
    [
        "orange-river-lamp",
        "3kf9$kd02mQz",
        "four plain words unlike",
        "көктемде төрт аққу ұшты",
        "长河落日圆大漠孤烟直三四",
        "ئۇزۇن يول ۋە تۆت ئات",
    ],
)
def test_words_that_have_nothing_to_do_with_each_other_are_taken(lasting):
    assert validate_password(lasting, get_user_model()(username="zhanar.k")) is None


def test_a_password_of_any_length_is_looked_at_in_bounded_time():
    begun = time.monotonic()

    with pytest.raises(ValidationError):
        validate_password("ab1!" * 1_000)

    assert time.monotonic() - begun < 5
