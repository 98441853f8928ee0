"""S11: tokens are signed, expire, carry no cookie and stay short; a session is its user's alone."""

import asyncio
import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from serving import payload, serving, viewing
from starlette.authentication import SimpleUser, UnauthenticatedUser
from websockets.exceptions import ConnectionClosed

import asgiplots
from asgiplots.models import Div
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


@settings(max_examples=200, deadline=None)
@given(
    session=st.from_regex(r"[A-Za-z0-9_.~-]{1,128}", fullmatch=True),
    user=st.text(max_size=300),
    at=st.integers(0, 10_000),
    bit=st.integers(0, 7),
)
def test_no_token_survives_a_change_and_none_is_long(session, user, at, bit):
    for token in (
        tokens.sign(session, "a" * 128, user),
        tokens.sign_return(tokens.read(tokens.sign(session, "a", user))),
    ):
        assert len(token) < 2048
        raw = bytearray(token.encode())
        raw[at % len(raw)] ^= 1 << bit
        try:
            claims = tokens.read(raw.decode("latin-1"))
        except TokenError:
            continue
        assert claims == tokens.read(token), "only spare bits of base64 may change unseen"


def with_user(app):
    """What a site's own middleware does: the user is who the header says."""

    async def wrapped(scope, receive, send):
        user = dict(scope.get("headers", ())).get(b"x-user")
        await app({**scope, "user": user.decode() if user else None}, receive, send)

    return wrapped


def app(doc):
    doc.add_root(Div(name="who", text=str(doc.session_context.request.user)))


ADA, BOB = {"x-user": "ada"}, {"x-user": "bob"}


@pytest.fixture
def site():
    made = asgiplots.create_app({"app": app}, secret_key="x" * 40)
    with serving(with_user(made)) as url:
        yield url, made.state.site


async def refused(page, start, headers, **more):
    async with viewing(page, start=start, additional_headers=headers, **more) as viewer:
        reason = (await viewer.control("ended"))["reason"]
        with pytest.raises(ConnectionClosed):
            await viewer.step()
        return reason


async def test_a_session_opens_to_its_user_only_whatever_another_one_knows(site):
    url, _ = site
    page = url + "?session=of-ada"
    hers = payload(page, headers=ADA)
    async with viewing(page, start=hers, viewer="a", additional_headers=ADA) as viewer:
        await viewer.until(lambda v: v.roots)
        assert viewer.named("who")["text"] == "ada"
        back = viewer.controls[0]["token"]
        assert "another user" in await refused(page, hers, BOB)
        assert "another user" in await refused(page, {**hers, "token": back}, BOB, viewer="a")
        assert "belongs to another user" in await refused(page, payload(page, headers=BOB), BOB)
        assert "belongs to another user" in await refused(page, payload(page), {})
        assert "not valid here" in await refused(page, {**hers, "token": hers["token"][::-1]}, ADA)


async def test_tokens_lead_back_to_a_server_that_was_started_again_but_not_for_ever(monkeypatch):
    made = asgiplots.create_app({"app": app}, secret_key="x" * 40, token_seconds=1)
    with serving(with_user(made)) as url:
        start = payload(url, headers=ADA)
        async with viewing(url, start=start, viewer="a", additional_headers=ADA) as viewer:
            await viewer.until(lambda v: v.roots)
            back = {**start, "token": viewer.controls[0]["token"]}
            cursor = viewer.last.epoch, viewer.last.revision
    await asyncio.sleep(2.1)
    again = asgiplots.create_app({"app": app}, secret_key="x" * 40, token_seconds=1)
    with serving(with_user(again)) as url:
        assert "has expired" in await refused(url, start, ADA, viewer="a", cursor=cursor)
        async with viewing(url, start=back, viewer="a", cursor=cursor, additional_headers=ADA) as viewer:
            await viewer.until(lambda v: v.roots)
    other = asgiplots.create_app({"app": app}, secret_key="y" * 40)
    with serving(with_user(other)) as url:
        assert "not valid here" in await refused(url, back, ADA, viewer="a")


async def test_neither_cookies_nor_arguments_nor_users_stand_in_a_token(site):
    url, _ = site
    start = payload(url + "?secret=argument", headers={**ADA, "cookie": "session=cookie-of-ada"})
    said = b"".join(base64.urlsafe_b64decode(part + "==") for part in start["token"].split("."))
    for word in (b"ada", b"argument", b"cookie"):
        assert word not in said
    print(f"\nS11: a token has {len(start['token'])} characters")
