"""The command `asgiplots`."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from asgiplots import __version__
from asgiplots.apps.alias import install
from asgiplots.apps.errors import AppError
from asgiplots.server.factory import create_app
from asgiplots.server.launch import Listener, run
from asgiplots.server.logs import set_up
from asgiplots.server.settings import Settings, SettingsError

_LEVELS = click.Choice(["debug", "info", "warning", "error"])


def main(argv: Sequence[str] | None = None) -> None:
    """Entry point; everything behind `--args` is left to the apps."""
    given = list(sys.argv[1:] if argv is None else argv)
    cut = given.index("--args") if "--args" in given else len(given)
    try:
        commands.main(given[:cut], prog_name="asgiplots", obj=given[cut + 1 :])
    except (AppError, SettingsError) as error:
        click.echo(f"asgiplots: {error}", err=True)
        sys.exit(1)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-v", "--version", message="asgiplots %(version)s")
def commands() -> None:
    """Live, interactive plots from Python to any browser."""


_alias = click.option(
    "--alias/--no-alias",
    default=None,
    help="Let `import bokeh` mean asgiplots; by default where bokeh is not installed.",
)


@commands.command()
@click.argument("paths", nargs=-1)
@click.option("--host", "--address", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=5006, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one."
)
@click.option("--unix-socket", help="Listen on a unix socket instead of a port.")
@click.option("--show", is_flag=True, help="Open the page in a browser.")
@click.option(
    "--dev", is_flag=True, default=None, help="Tracebacks in the page; apps are reloaded when files change."
)
@click.option(
    "--shared", is_flag=True, default=None, help="All who open an app's page view one and the same document."
)
@click.option("--prefix", help="Path that a proxy keeps in front of the addresses, such as /plots.")
@click.option(
    "--allow-origin",
    "--allow-websocket-origin",
    multiple=True,
    help="Further origin that may connect, may be repeated.",
)
@click.option(
    "--allow-push", is_flag=True, default=None, help="Let Python clients push documents beside the apps."
)
@click.option(
    "--auth-module", help="Python file that says who visits: get_user(request), login_url, logout_url."
)
@click.option("--num-threads", "threads", type=int, help="Threads for blocking callbacks, at most.")
@click.option("--log-level", type=_LEVELS, default="info", show_default=True, envvar="ASGIPLOTS_LOG_LEVEL")
@click.option(
    "--log-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    envvar="ASGIPLOTS_LOG_FORMAT",
    help="json: one object a line.",
)
@_alias
@click.option("--args", "_", metavar="…", help="Everything after it is sys.argv[1:] of the apps.")
@click.pass_obj
def serve(
    extra: list[str],
    paths: tuple[str, ...],
    host: str,
    port: int,
    unix_socket: str | None,
    show: bool,
    log_level: str,
    log_format: str,
    alias: bool | None,
    allow_origin: tuple[str, ...],
    _: str | None,
    **options: Any,
) -> None:
    """Serve apps: Python files, folders with a main.py, folders of these. Without any, clients may push."""
    set_up(log_level, log_format)
    settings = Settings.from_environment(alias=_mode(alias), allow_origin=allow_origin or None, **options)
    sys.argv = [paths[0] if paths else "asgiplots", *extra]
    app = create_app(paths, settings=settings)
    count = len(app.state.site.hosts) if paths else 0
    words = f"serves {count} app{'s'[: count != 1]}" if paths else "waits for documents that are pushed"
    run(app, Listener(host, port, unix_socket), settings, words, show)


@commands.command(
    name="run", context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False}
)
@_alias
@click.argument("script")
@click.argument("args", nargs=-1, type=click.UNPROCESSED)
@click.pass_obj
def run_script(extra: list[str], alias: bool | None, script: str, args: tuple[str, ...]) -> None:
    """Run a Python script, with `import bokeh` meaning asgiplots where needed."""
    path = Path(script)
    if not path.is_file():
        raise AppError(f"there is no file {path.absolute()}")
    install(_mode(alias) or "auto")
    sys.argv = [script, *args, *(["--args", *extra] if extra else [])]
    sys.path.insert(0, str(path.absolute().parent))
    runpy.run_path(script, run_name="__main__")


def _mode(alias: bool | None) -> Any:
    return None if alias is None else "on" if alias else "off"
