"""The shipped nginx.conf and supervisord.conf, run from a temporary folder on free ports."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from running import ROOT, answers, free_port, is_free, program, running, wait_until

DEPLOY = ROOT / "deploy"
TEMP_PATHS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def copy_nginx(folder: Path, variants: Sequence[str], servers: Sequence[str]) -> dict[str, int]:
    """Copies the configuration, with `variants` instead of its defaults; returns the ports it listens on.

    servers: what stands behind the word `server` of an upstream, such as `127.0.0.1:5100` or `unix:/…`.
    """
    shutil.copytree(DEPLOY / "nginx", folder / "nginx")
    (folder / "tmp").mkdir()
    ports = {"8080": free_port(), "8443": free_port()}
    text = (DEPLOY / "nginx.conf").read_text()
    text = re.sub(r"^( *)(?:# )?(include nginx/([\w-]+)\.conf;)", _keep(variants), text, flags=re.MULTILINE)
    temps = "".join(f"{name}_temp_path tmp/{name}; " for name in TEMP_PATHS)
    text = text.replace("http {", "http { " + temps, 1).replace("worker_processes auto", "worker_processes 1")
    user = "user root;\n" if os.geteuid() == 0 else ""  # only root may read the tests' temporary folders
    (folder / "nginx.conf").write_text(f"daemon off;\n{user}{text}")
    for path in (folder / "nginx.conf", *folder.glob("nginx/*.conf")):
        _rewrite(path, folder, ports, servers)
    return {"http": ports["8080"], "https": ports["8443"]}


def _keep(variants: Sequence[str]):
    def line(found: re.Match[str]) -> str:
        indent, include, name = found.groups()
        return f"{indent}{include}" if name in variants else f"{indent}# {include}"

    return line


def _rewrite(path: Path, folder: Path, ports: dict[str, int], servers: Sequence[str]) -> None:
    text = path.read_text()
    for shipped, free in ports.items():
        text = re.sub(rf"listen {shipped}\b", f"listen 127.0.0.1:{free}", text)
    text = text.replace("/etc/asgiplots/tls", str(folder))
    if "upstream asgiplots" in text:
        kept = [line for line in text.splitlines() if not line.strip().startswith("server ")]
        kept[1:1] = [f"    server {server};" for server in servers]
        text = "\n".join(kept) + "\n"
    path.write_text(text)


@contextmanager
def nginx(
    folder: Path, variants: Sequence[str], servers: Sequence[str], probe: str = "/livez"
) -> Iterator[dict[str, int]]:
    """Runs nginx with these variants until `probe` answers; gives the ports by "http" and "https"."""
    ports = copy_nginx(folder, variants, servers)
    with running([program("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]):
        wait_until(lambda: answers(f"http://127.0.0.1:{ports['http']}{probe}"), "nginx answers")
        yield ports


@contextmanager
def supervised(folder: Path, apps: Path, *, sockets: bool = False, prefix: str = "") -> Iterator[list[str]]:
    """Runs the workers of supervisord.conf; gives their upstream addresses."""
    text = (DEPLOY / "supervisord.conf").read_text()
    if sockets:
        text = re.sub(r"^command = .*\n", "", text, flags=re.MULTILINE).replace("; command", "command")
        text = text.replace("/run/asgiplots", str(folder))
        servers = [f"unix:{folder}/worker-{number}.sock" for number in range(4)]
    else:
        first = _four_ports()
        text = text.replace("--port 51%(process_num)02d", f"--port {first // 100}%(process_num)02d")
        servers = [f"127.0.0.1:{first + number}" for number in range(4)]
    (folder / "supervisord.conf").write_text(text)
    environ = {
        **{name: value for name, value in os.environ.items() if name != "USER"},  # a container has none
        "PATH": f"{Path(program('uvicorn')).parent}:{os.environ['PATH']}",
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "ASGIPLOTS_SECRET_KEY": "one key for all workers of this test",
        "ASGIPLOTS_APPS": str(apps),
        "ASGIPLOTS_PREFIX": prefix,
    }
    with running([program("supervisord"), "-c", str(folder / "supervisord.conf")], env=environ, cwd=folder):
        for server in servers:
            wait_until(lambda server=server: _is_up(server, prefix), f"the worker at {server} answers", 40)
        yield servers


def _four_ports() -> int:
    """The first of four free ports in a row, a multiple of a hundred as in the shipped file."""
    for _ in range(200):
        first = free_port() // 100 * 100
        if all(is_free(first + number) for number in range(4)):
            return first
    raise AssertionError("no four free ports in a row")


def _is_up(server: str, prefix: str) -> bool:
    if server.startswith("unix:"):
        return answers(f"http://worker{prefix}/livez", uds=server.removeprefix("unix:"))
    return answers(f"http://{server}{prefix}/livez")
