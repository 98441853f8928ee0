"""Settings are typed, come from the environment, and errors name them."""

import os

import pytest

from asgiplots.server.settings import Settings, SettingsError


def test_the_environment_sets_each_by_its_name():
    environ = {
        "ASGIPLOTS_APPS": os.pathsep.join(["a", "b.py"]),
        "ASGIPLOTS_ALLOW_ORIGIN": "https://a.org, b.org:8000",
        "ASGIPLOTS_DEV": "1",
        "ASGIPLOTS_DETACHED_SECONDS": "2.5",
        "ASGIPLOTS_ALLOW_PUSH": "false",
        "ASGIPLOTS_PREFIX": "plots/",
        "ASGIPLOTS_SECRET_KEY": "",
    }
    settings = Settings.from_environment(environ, threads=3, dev=None)
    assert settings == Settings(
        apps=("a", "b.py"), allow_origin=("https://a.org", "b.org:8000"), dev=True, detached_seconds=2.5,
        allow_push=False, prefix="/plots", threads=3,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("THREADS", "many", "ASGIPLOTS_THREADS expected a whole number, got 'many'"),
        ("THREADS", "0", "threads must be more than 0, got 0"),
        ("DEV", "perhaps", "ASGIPLOTS_DEV expected true or false, got 'perhaps'"),
        ("ALIAS", "sure", "ASGIPLOTS_ALIAS expected one of 'auto', 'on', 'off', got 'sure'"),
        ("DETACHED_SECONDS", "-1", "detached_seconds must not be negative, got -1.0"),
    ],
)
def test_a_value_that_cannot_be_used_is_one_clear_error(name, text, message):
    with pytest.raises(SettingsError) as error:
        Settings.from_environment({f"ASGIPLOTS_{name}": text})
    assert str(error.value) == message


def test_an_unknown_setting_names_similar_ones():
    with pytest.raises(SettingsError, match="there is no setting 'secret'; similar names: secret_key"):
        Settings().over({"secret": "x"})
