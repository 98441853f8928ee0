"""docs/security.md: the table of settings has their names and defaults."""

import re

from running import ROOT

from asgiplots.server.settings import PREFIX, Settings

TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")


def test_the_table_has_the_settings_as_they_are():
    rows = re.findall(rf"^\| `{PREFIX}(\w+)` \| (.*?) \|", TEXT, re.MULTILINE)
    assert len(rows) == 17
    settings = Settings()
    assert rows == [(name, str(getattr(settings, name.lower()))) for name, _ in rows]


def test_every_setting_and_file_that_the_text_names_is_there():
    for name in re.findall(rf"{PREFIX}(\w+)", TEXT):
        assert hasattr(Settings, name.lower()), name
    for path in re.findall(r"`(nginx/[\w-]+\.conf)`", TEXT):
        assert (ROOT / "deploy" / path).is_file(), path
