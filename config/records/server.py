"""The production server, in the foreground: claim a port, make the database ready, serve."""

import errno
import gc
import logging
import os
import socket
import struct
import threading
import time
from contextlib import suppress
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.wsgi import get_wsgi_application
from django.db import connections
from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger
from gunicorn.http import message

from config.postgres import wait_until_answers
from config.records.mishaps import Reserved

# A search for 10,000 Chinese characters is 90,000 bytes in an address. gunicorn allows 8,190, or
# any number, which one visitor could use to fill the memory.
LONGEST_REQUEST_LINE = message.MAX_REQUEST_LINE = 128 * 1024
THREADS = 4  # for pages, beside those that send downloads
STANDSTILL = 60  # seconds after which a visitor who takes nothing more is let go
ASKING = "asking first"  # the name of the thread in which a worker asks
ASKED_FIRST = ("/people/", "/cases/", "/sources/", "/")
SECONDS_TO_END = 4  # for downloads that run when the server is told to stop


def prepare(stdout) -> None:
    """Everything that the pages need before the first visitor."""
    stdout.write("Starting the database.")
    wait_until_answers()
    stdout.write("Bringing its tables up to date.")
    call_command("migrate", interactive=False, verbosity=0)
    call_command("index_names", stdout=stdout)


def listen(host: str, port: int) -> socket.socket:
    """Claim the port first, so that a mistake shows before any work is done."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    deadline = time.monotonic() + SECONDS_TO_END + 2  # until the workers of a killed server end
    while True:
        try:
            listener = socket.create_server((host, port), family=family, backlog=2048)
            # Whatever is accepted inherits it, so that nobody holds a thread by not reading.
            patience = struct.pack("ll", STANDSTILL, 0)
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, patience)
            return listener
        except OSError as error:
            if error.errno != errno.EADDRINUSE or time.monotonic() > deadline:
                raise CommandError(_why_not(error, host, port)) from error
        time.sleep(0.2)


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use by another program; choose another with --port."
    if error.errno == errno.EACCES:
        return f"This account may not use port {port}; choose one above 1023 with --port."
    return f"Cannot serve on {host}, port {port}: {error.strerror.partition(' (')[0]}."


def address(listener: socket.socket) -> str:
    """What to type into a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def run(listener: socket.socket, workers: int = 2) -> None:
    """Serve until Ctrl-C; never returns."""
    connections.close_all()  # a connection must not be shared with the workers
    _Server(listener, workers).run()


class _Server(BaseApplication):
    def __init__(self, listener, workers):
        self.options = {
            "bind": f"fd://{listener.detach()}",
            "workers": workers,
            "worker_class": "gthread",
            "threads": THREADS + settings.DOWNLOADS_AT_ONCE,
            "preload_app": True,
            "graceful_timeout": SECONDS_TO_END,
            "post_worker_init": _begin,
            "worker_int": lambda worker: os._exit(0),  # Ctrl-C does not wait for downloads
            "limit_request_line": LONGEST_REQUEST_LINE,
            "control_socket_disable": True,
            "logger_class": _Log,
            "loglevel": "error",  # a warning tells the visitor's address
        }
        super().__init__()

    def load_config(self):
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self):
        application = get_wsgi_application()
        gc.collect()
        gc.freeze()  # what is loaded once is not searched for rubbish while somebody waits
        return application


def _begin(worker) -> None:
    """Ask for what most visitors ask for, so that the first of them does not wait for it."""
    # What goes wrong with it is nobody's request; whoever asks next is told, and that is logged.
    logging.getLogger("django.request").addFilter(lambda told: told.threadName != ASKING)
    asked = threading.Thread(target=_ask, args=(worker.app.wsgi(),), name=ASKING, daemon=True)
    asked.start()


def _ask(application) -> None:
    for address in ASKED_FIRST:
        request = {"HTTP_HOST": settings.ALLOWED_HOSTS[0], "PATH_INFO": address}
        if settings.HTTPS:
            request |= {"wsgi.url_scheme": "https", "HTTP_X_FORWARDED_PROTO": "https"}
        setup_testing_defaults(request)
        with suppress(Exception):
            application(request, lambda status, headers: None).close()


class _Log(Logger):
    """gunicorn's log without the address asked for: it holds the name that a visitor typed."""

    def setup(self, cfg):
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(Reserved(self.error_fmt, self.datefmt))

    def exception(self, msg, *args, **kwargs):
        super().exception("A page could not be sent to its end.", **kwargs)
