"""Tokens say which session a page may open, to whom, and for how long; nothing else."""

import pytest
from starlette.authentication import SimpleUser, UnauthenticatedUser

from asgiplots.server.tokens import TokenError, Tokens, check_session_id, new_session_id, user_key

tokens = Tokens("a secret", 300, 600)


def test_a_token_gives_back_what_was_signed():
    claims = tokens.read(tokens.sign("s1", "sliders", "ada"))
    assert (claims.session, claims.app, claims.user, claims.expired) == (
        "s1",
        "sliders",
        tokens.mark("ada"),
        False,
    )


def test_a_token_is_short_and_does_not_name_the_user():
    token = tokens.sign(new_session_id(), "a" * 128, "ada.lovelace@example.org")
    assert len(token) < 600
    assert "ada" not in repr(tokens._first.loads(token))


def test_an_expired_token_is_known_as_such():
    old = Tokens("a secret", -1, 600)
    assert old.read(old.sign("s1", "app")).expired


def test_a_token_to_come_back_with_lasts_longer_and_says_the_same():
    old = Tokens("a secret", -1, 600)
    first = old.read(old.sign("s1", "app", "ada"))
    again = old.read(old.sign_return(first))
    assert (again.session, again.app, again.user, again.expired) == ("s1", "app", old.mark("ada"), False)
    older = Tokens("a secret", -1, -1)
    assert older.read(older.sign_return(first)).expired


@pytest.mark.parametrize(
    "spoil", [lambda t: t[:-2], lambda t: "x" + t, lambda t: "", lambda t: "\0ü", lambda t: t * 9]
)
def test_a_spoilt_token_opens_nothing(spoil):
    with pytest.raises(TokenError, match="load the page again"):
        tokens.read(spoil(tokens.sign("s1", "app")))


def test_a_token_of_another_key_opens_nothing():
    with pytest.raises(TokenError):
        tokens.read(Tokens("another", 300, 600).sign("s1", "app"))


def test_users_of_different_frameworks_have_a_key_and_nobody_has_none():
    class Django:
        is_authenticated, pk, username = True, 7, "ada"

    assert user_key(None) == user_key(UnauthenticatedUser()) == ""
    assert user_key(SimpleUser("ada")) == "identity:ada"
    assert user_key(Django()) == "pk:7"
    assert user_key("ada") == "ada"


@pytest.mark.parametrize("id", ["", "a b", "ü", "x" * 129, "a/b", "<script>"])
def test_a_session_id_must_fit_into_an_address(id):
    with pytest.raises(TokenError, match="a session id has 1 to 128 of the characters"):
        check_session_id(id)
