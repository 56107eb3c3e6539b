"""How much of a core it takes the server to let 50 people follow a meeting: `.venv/bin/python benchmarks/followers.py`.

The app runs as in an installation, under gunicorn with one worker, on a demo of its own. Fifty browsers, signed in, ask
every 2.5 seconds what the room looks at, as the page's script does; every ten seconds another item is shown, so that
all of them fetch something new. Prints a table: share of one core, slowest answers, bytes."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlencode

ROOT = Path(__file__).parents[1]
FOLLOWERS, EVERY, SECONDS, CHANGES_EVERY = 50, 2.5, 60, 10
TICK = os.sysconf("SC_CLK_TCK")


class Client:
    """A signed-in browser with its cookies. The server has closed its connection before it asks again."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, data: dict[str, str] | None = None, **headers: str) -> tuple[int, bytes, str]:
        """(status, body, ETag) of an answer."""
        sent = headers | {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        body = None
        if data is not None:
            body, sent["Content-Type"] = urlencode(data), "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request(method, path, body, sent)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _equals, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return answer.status, content, answer.getheader("ETag", "")

    def token(self, path: str) -> str:
        found = re.search(rb'name="csrf_token"[^>]*value="([^"]+)"', self.ask("GET", path)[1])
        if found is None:
            raise SystemExit(f"no form on {path}")
        return found[1].decode()

    def sign_in(self, name: str) -> None:
        page = self.ask("GET", "/sign-in")[1].decode()
        at = page.index(name)
        action = re.findall(r'action="(/sign-in/\d+)"', page[: page.index("</li>", at)])[-1]
        self.ask("POST", action, {"csrf_token": self.token("/sign-in")})


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        port = _free_port()
        server = _start(folder, port)
        try:
            sys.stdout.write(_measured(server, port))
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(20)


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _start(folder: str, port: int) -> subprocess.Popen[bytes]:
    env = os.environ | {"PEJLING_ENV": "demo", "PEJLING_INSTANCE": folder}
    filling = [sys.executable, "-m", "flask", "--app", "wsgi", "demo", "--if-missing"]
    subprocess.run(filling, cwd=ROOT, env=env, check=True, capture_output=True)  # noqa: S603
    command = [sys.executable, "-m", "gunicorn", "--workers", "1", "--threads", "4", "--log-level", "warning",
               "--bind", f"127.0.0.1:{port}", "wsgi:app"]  # fmt: skip
    server = subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.DEVNULL)  # noqa: S603
    for _try in range(200):
        try:
            if Client(port).ask("GET", "/readyz")[0] == 200:
                return server
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server does not answer")


def _cpu_seconds(server: subprocess.Popen[bytes]) -> float:
    """What the server and its worker have used of a processor so far."""
    family = [server.pid, *(int(pid) for pid in _children(server.pid))]
    fields = [Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split() for pid in family]
    return sum((int(one[11]) + int(one[12])) / TICK for one in fields)


def _children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split()


def _measured(server: subprocess.Popen[bytes], port: int) -> str:
    keeper = Client(port)
    keeper.sign_in("Karin Nørgård")
    meeting, items = _opened(keeper)
    times: list[float] = []
    sizes: list[int] = []
    here = [_signed_in(port, at) for at in range(FOLLOWERS)]  # signing in is no part of following
    stop = time.monotonic() + SECONDS
    shared = (stop, times, sizes)
    followers = [
        threading.Thread(target=_follow, args=(client, meeting, at, *shared)) for at, client in enumerate(here)
    ]
    before, began = _cpu_seconds(server), time.monotonic()
    for one in followers:
        one.start()
    number = 0
    while time.monotonic() < stop:
        item = items[number % len(items)]
        keeper.ask("POST", f"/meetings/{meeting}/items/{item}/present", {"csrf_token": keeper.token("/profile")})
        number += 1
        time.sleep(min(CHANGES_EVERY, max(0, stop - time.monotonic())))
    for one in followers:
        one.join()
    share = (_cpu_seconds(server) - before) / (time.monotonic() - began)
    slowest = statistics.quantiles(times, n=20)[-1]
    return "\n".join([
        "| followers | every | asked | of one core | median | p95 | kB in all |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        f"| {FOLLOWERS} | {EVERY} s | {len(times)} | {share:.1%} | {statistics.median(times) * 1000:.1f} ms | "
        f"{slowest * 1000:.1f} ms | {sum(sizes) / 1000:.0f} |\n",
    ])  # fmt: skip


def _opened(keeper: Client) -> tuple[str, list[str]]:
    """The called meeting of the demo, opened, and its items."""
    page = keeper.ask("GET", "/meetings?stage=called")[1].decode()
    meeting = re.search(r'href="/meetings/(\d+)"', page)
    if meeting is None:
        raise SystemExit("the demo has no called meeting today")
    keeper.ask("POST", f"/meetings/{meeting[1]}/open", {"csrf_token": keeper.token("/profile")})
    session = keeper.ask("GET", f"/meetings/{meeting[1]}/session")[1].decode()
    return meeting[1], re.findall(r"session\?item=(\d+)", session)


def _signed_in(port: int, at: int) -> Client:
    client = Client(port)
    client.sign_in(("Emma Håkansson", "Trine Løvenskjold", "Ida Møllegård", "Mads Æbelø")[at % 4])
    return client


def _follow(client: Client, meeting: str, at: int, stop: float, times: list[float], sizes: list[int]) -> None:
    seen = ""
    time.sleep(EVERY * at / FOLLOWERS)
    while time.monotonic() < stop:
        began = time.monotonic()
        _status, body, tag = client.ask("GET", f"/meetings/{meeting}/now", **({"If-None-Match": seen} if seen else {}))
        times.append(time.monotonic() - began)
        sizes.append(len(body))
        seen = tag
        time.sleep(max(0, EVERY - (time.monotonic() - began)))


if __name__ == "__main__":
    main()
