"""A site of the tests' own on this machine: real sockets, and answers that no site should give."""

import gzip
import io
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from cases.archive import NotFetched, fetch

HTML = "text/html; charset=utf-8"
SENTENCE = (
    "The shopkeeper was taken from her shop, and nobody has said where she is held since then"
)
PARAGRAPHS = "".join(f"<p>{SENTENCE}; so says neighbour {number}.</p>" for number in range(5))
HEAD = (
    '<meta property="og:site_name" content="The Paper"><meta name="author" content="Jane Doe">'
    '<meta property="article:published_time" content="2023-03-27T10:00:00Z">'
)


def page(body: str = PARAGRAPHS, head: str = HEAD, lang: str = "en") -> str:
    return (
        f'<!doctype html><html lang="{lang}"><head><title>Taken from her shop</title>{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article>{body}</article></body></html>"
    )


class Site:
    """Answers each path as it is told; remembers what was asked."""

    def __init__(self):
        self.answers: dict[str, tuple[int, dict, bytes] | Callable] = {}
        self.asked: list[tuple[str, dict]] = []
        self.heads: list[str] = []
        self.refuses_heads = False
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                site.asked.append((self.path, dict(self.headers)))
                site.answer(self)

            def do_HEAD(self):
                site.heads.append(self.path)
                if site.refuses_heads:
                    return self.send_error(405)
                return site.answer(self)

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def port(self) -> int:
        return self.server.server_address[1]

    def at(self, path: str = "/article", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def says(self, body: str | bytes = "", path: str = "/article", status: int = 200, **headers):
        """This path answers so from now on; returns its address."""
        content = body.encode() if isinstance(body, str) else body
        sent = {"Content-Type": HTML} | {k.replace("_", "-"): v for k, v in headers.items()}
        self.answers[path] = (status, sent, content)
        return self.at(path)

    def does(self, what: Callable, path: str = "/article") -> str:
        self.answers[path] = what
        return self.at(path)

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        found = self.answers.get(handler.path, (404, {}, b"Not here."))
        try:
            if callable(found):
                return found(handler)
            status, headers, body = found
            handler.send_response(status)
            for name, value in ({"Content-Length": str(len(body))} | headers).items():
                if value is not None:
                    handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(body)
        except OSError:  # whoever asked has hung up
            handler.close_connection = True
        return None

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def gzip_bomb(size: int) -> bytes:
    """A small file that unpacks to so many bytes of text."""
    made = io.BytesIO()
    with gzip.GzipFile(fileobj=made, mode="wb", compresslevel=9) as packed:
        for _ in range(size // 1_000_000):
            packed.write(b"<p>word</p> " * 83_334)
    return made.getvalue()


def deflated(content: bytes, *, bare: bool) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15 if bare else 15)
    return packer.compress(content) + packer.flush()


def pdf(*lines: str, password: str | None = None, stream: bytes | None = None, **told) -> bytes:
    """A PDF of one page with these lines; or with a stream of one's own."""
    writer = PdfWriter()
    printed = writer.add_blank_page(595, 842)
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    content = DecodedStreamObject()
    content.set_data(stream or f"BT /F1 12 Tf 14 TL 50 800 Td {shown} ET".encode())
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(k): NameObject(v) for k, v in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    printed[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    printed[NameObject("/Contents")] = writer._add_object(content.flate_encode())
    writer.add_metadata({f"/{name.title()}": value for name, value in told.items()})
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def refusal(address: str) -> str:
    """Why a page is not fetched."""
    with pytest.raises(NotFetched) as refused:
        fetch(address)
    return str(refused.value)
