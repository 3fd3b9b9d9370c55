"""Bench asks for pages as several visitors do: at once, over HTTP."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from cases import measuring_clients


@pytest.fixture
def asked_of(monkeypatch):
    """A server that answers only when four ask at once, and what it was asked."""
    together, heard = threading.Barrier(measuring_clients.CLIENTS, timeout=20), []

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            heard.append((self.path, together.wait()))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"x" * 1500)

        def log_message(self, *told):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", heard
        server.shutdown()


def test_four_ask_at_once_each_address_in_turn(asked_of, monkeypatch):
    home, heard = asked_of
    monkeypatch.setattr(measuring_clients, "ROUNDS", 8)

    figures = measuring_clients.measured(home, ["/", "/cases/"])

    assert sorted(path for path, _ in heard) == ["/"] * 4 + ["/cases/"] * 4
    assert figures["kilobytes"] == 1.5
    assert 0 < figures["p50_ms_4_clients"] <= figures["p95_ms_4_clients"]


def test_questions_asked_anew_are_each_asked_once():
    questions = measuring_clients._new_questions()

    assert len(questions) == len(set(questions)) >= measuring_clients.ROUNDS


def test_pages_that_never_come_to_rest_are_not_measured(asked_of, monkeypatch):
    home, _ = asked_of
    monkeypatch.setattr(measuring_clients, "LONGEST", 0)

    with pytest.raises(RuntimeError, match="do not come to rest"):
        measuring_clients._wait_until_steady(home, ["/"])
