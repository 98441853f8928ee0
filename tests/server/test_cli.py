"""The command: what it prints, what it opens, how it ends."""

import socket
import stat
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from app_files import Write
from running import free_port
from serve_command import ASGIPLOTS, ENVIRON, Serving


def run(*arguments: str, cwd: Path | None = None, **environ: str) -> subprocess.CompletedProcess[str]:
    command, env = [*ASGIPLOTS, *arguments], {**ENVIRON, **environ}
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=60)


def test_version():
    assert run("--version").stdout == "asgiplots 0.1.0\n"


def test_help_names_everything():
    text = run("serve", "--help").stdout
    for option in (
        "--show",
        "--port",
        "--host",
        "--dev",
        "--prefix",
        "--allow-origin",
        "--args",
        "--unix-socket",
    ):
        assert option in text


def test_serve_says_where_it_is_and_ends_in_good_order(folder: Write):
    with Serving(str(folder({"main.py": ""})), "--port", "0") as serving:
        assert httpx.get(serving.url + "readyz").text == "ready\n"
        assert serving.lines[-1].startswith("INFO:     asgiplots 0.1.0 serves 1 app at http://localhost:")
    assert not any("Traceback" in line for line in serving.lines)


def test_serve_gives_the_apps_what_stands_behind_args(folder: Write):
    path = folder({"main.py": "", "server_lifecycle.py": "import sys\nprint(sys.argv, file=sys.stderr)"})
    with Serving(str(path), "--port", "0", "--args", "--deep", "7", ASGIPLOTS_SECRET_KEY="x") as serving:
        assert serving.lines[0] == repr([str(path), "--deep", "7"])


def test_show_opens_what_browser_names(folder: Write, tmp_path: Path):
    browser, seen = tmp_path / "browser.sh", tmp_path / "seen"
    browser.write_text(f"#!/bin/sh\necho $1 > {seen}.new && mv {seen}.new {seen}\n")
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    arguments = (str(folder({"main.py": ""})), "--port", "0", "--show", "--prefix", "/plots")
    with Serving(*arguments, BROWSER=str(browser)) as serving:
        end = time.monotonic() + 10
        while not seen.exists() and time.monotonic() < end:
            time.sleep(0.02)
        assert seen.read_text().strip() == serving.url and serving.url.endswith("/plots/")


def test_serve_listens_on_a_unix_socket(folder: Write, tmp_path: Path):
    path = tmp_path / "site.sock"
    with Serving(str(folder({"main.py": ""})), "--unix-socket", str(path)) as serving:
        with httpx.Client(transport=httpx.HTTPTransport(uds=str(path))) as client:
            assert client.get("http://site/readyz").text == "ready\n"
        again = run("serve", "--unix-socket", str(path))
        assert again.stderr.splitlines()[-1] == (
            f"asgiplots: unix socket {path} is already in use; choose another with --unix-socket"
        )
        assert serving.url == f"unix:{path}/"
    assert not path.exists()


def test_a_port_in_use_is_one_clear_line():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("serve", "--port", str(port), "--log-level", "error")
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        done.stderr == f"asgiplots: port {port} on 127.0.0.1 is already in use; choose another with --port\n"
    )


@pytest.mark.parametrize(
    ("arguments", "environ", "line"),
    [
        (["serve", "nothing"], {}, "there is no file or folder {here}/nothing"),
        (["serve", "."], {},
         "there is no app in {here}: neither a main.py nor Python files or folders with one"),
        (["serve", "notes.txt"], {},
         "an app is a Python file or a folder with a main.py, got {here}/notes.txt"),
        (["serve", "--host", "no.such.host.invalid"], {},
         "cannot listen on host 'no.such.host.invalid', port 5006: there is no such address"),
        (["serve", "--num-threads", "0"], {}, "threads must be more than 0, got 0"),
        (["serve", "--allow-origin", "a/b"], {},
         "an allowed origin is https://host, host:port, *.example.org or *, got 'a/b'"),
        (["serve"], {"ASGIPLOTS_THREADS": "x"}, "ASGIPLOTS_THREADS expected a whole number, got 'x'"),
        (["run", "nothing.py"], {}, "there is no file {here}/nothing.py"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_clear_line(tmp_path, arguments, environ, line):
    (tmp_path / "notes.txt").write_text("")
    given = [*arguments, *(["--log-level", "error"] if arguments[0] == "serve" else [])]
    done = run(*given, cwd=tmp_path, **environ)
    assert done.returncode == 1
    assert done.stderr == f"asgiplots: {line.format(here=tmp_path)}\n"


def test_run_runs_a_script_with_its_arguments_beside_its_modules(folder: Write):
    script = """
        import sys
        from bokeh.plotting import figure
        import asgiplots.plotting
        from side import NAME
        assert figure is asgiplots.plotting.figure
        if __name__ == "__main__":
            print(NAME, sys.argv[1:], __file__)
        """
    path = folder({"script.py": script, "side.py": "NAME = 'side'"})
    done = run("run", "--alias", str(path / "script.py"), "--fast", "-x", "1")
    assert done.stdout == f"side ['--fast', '-x', '1'] {path}/script.py\n", done.stderr


def test_a_script_that_fails_shows_its_own_traceback(folder: Write):
    done = run("run", str(folder({"script.py": "def f():\n    return 1 / 0\nf()"}) / "script.py"))
    assert done.returncode == 1
    assert done.stderr.rstrip().endswith("ZeroDivisionError: division by zero")


def test_uvicorn_finds_the_apps_of_the_environment(folder: Write):
    port = free_port()
    environ = {**ENVIRON, "ASGIPLOTS_APPS": str(folder({"one.py": "", "two.py": ""}))}
    command = [sys.executable, "-m", "uvicorn", "asgiplots:app", "--port", str(port), "--log-level", "error"]
    with subprocess.Popen(command, env=environ) as process:
        end = time.monotonic() + 20
        while time.monotonic() < end:
            try:
                answer = httpx.get(f"http://127.0.0.1:{port}/")
                break
            except httpx.TransportError:
                time.sleep(0.05)
        process.terminate()
    assert "2 live apps" in answer.text
