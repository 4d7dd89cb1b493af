"""``ansvarslots serve`` as a person starts and stops it."""

import signal
import socket
import time
import urllib.request
from pathlib import Path

import pytest

from tests.bot.running import process, run_alone

pytestmark = [pytest.mark.enable_socket]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_it_prints_its_address_answers_and_stops_when_told(tmp_path: Path, model_index, stop):
    port = free_port()
    surroundings = {"ANSVARSLOTS_PORT": str(port)}
    with process("serve", "--index", str(model_index), data=tmp_path, env=surroundings) as started:
        line = started.stderr.readline().decode()
        assert line == f"Ansvarslotsen finns nu på http://127.0.0.1:{port} – avsluta med Ctrl-C.\n"
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=10) as ready:
            assert ready.status == 200
        begun = time.monotonic()
        started.send_signal(stop)
        _, rest = started.communicate(timeout=30)
    assert time.monotonic() - begun < 15
    assert started.returncode in (0, -stop)
    assert "Traceback" not in rest.decode()
    assert "readyz" in rest.decode()


def test_a_port_that_is_taken_is_told_with_the_mend(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, out, err = run_alone("serve", data=tmp_path, env={"ANSVARSLOTS_PORT": str(port)})
    assert (status, out) == (1, "")
    assert f"port {port} (porten är upptagen)" in err
    assert "ANSVARSLOTS_PORT" in err


def test_an_index_that_is_not_there_is_told_at_once(tmp_path: Path):
    missing = tmp_path / "nowhere"
    surroundings = {"ANSVARSLOTS_PORT": str(free_port())}
    status, _, err = run_alone("serve", "--index", str(missing), data=tmp_path, env=surroundings)
    assert status == 1
    assert err.startswith("Det finns inget index i")
