"""The cast: reader, researcher, contributor, reviewer, chief, auditor, and their browsers."""

import gc

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection, transaction
from django.test import Client, TransactionTestCase, override_settings

from config.records.accounts import sessions
from tests import turns
from tests.kept import Kept
from tests.site import Site


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=turns.place)


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: no search for garbage goes through it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log):
    return turns.scheduler(config, log)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """A test that commits leaves what `migrate` made, and no more: the next finds the roles."""
    if not connection.settings_dict["NAME"].startswith("test_"):
        yield  # no test asks for a database, and this is none of the tests'
        return
    with django_db_blocker.unblock():
        made = Kept()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_setup", staticmethod(lambda: None))
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda test: made.put_back())
        yield


def an_account(role: str, *, is_staff: bool, name: str = "") -> User:
    user = User.objects.create_user(
        name or role, password="a long enough passphrase", is_staff=is_staff
    )
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def researcher(db):
    return an_account("researcher", is_staff=False)


@pytest.fixture
def contributor(db):
    return an_account("contributor", is_staff=True)


@pytest.fixture
def reviewer(db):
    return an_account("reviewer", is_staff=True)


@pytest.fixture
def chief(db):
    return an_account("chief", is_staff=True)


@pytest.fixture
def auditor(db):
    return an_account("auditor", is_staff=True)


@pytest.fixture
def signed_in():
    """signed_in(user) is a browser in which the user is signed in."""

    def open_browser(user: User) -> Client:
        browser = Client()
        browser.force_login(user)
        return browser

    return open_browser


@pytest.fixture(scope="session", autouse=True)
def signed_in_with_a_second_factor():
    """Who is signed in by force has told a code as well, just now."""
    force_login = Client.force_login

    def with_code(browser: Client, user: User, backend=None) -> None:
        force_login(browser, user, backend)
        session = browser.session
        sessions.mark(session, with_factor=True)
        session.save()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "force_login", with_code)
        yield


@pytest.fixture(scope="session", autouse=True)
def nothing_is_too_often():
    """Tests ask without end; those of the limits set their own."""
    with override_settings(THROTTLES={}):
        yield


@pytest.fixture(autouse=True)
def a_password_is_enough_in_a_real_browser(request, settings):
    """Journeys sign in by name and password; those that are about codes ask for them again."""
    if "live_server" in request.fixturenames:
        settings.SECOND_FACTOR_DEMANDED = False


@pytest.fixture(autouse=True)
def style_sheets_as_they_are(settings):
    """Pages link style sheets under their own names: the tests collect none."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture(autouse=True)
def originals_of_their_own(settings, tmp_path):
    """Each test keeps originals in a folder of its own."""
    folder = {**settings.STORAGES["originals"], "OPTIONS": {"location": tmp_path / "originals"}}
    settings.STORAGES = {**settings.STORAGES, "originals": folder}


@pytest.fixture(autouse=True)
def downloads_without_limit(settings):
    """A browser of the tests that takes no file to its end keeps no place from the next test."""
    settings.DOWNLOADS_AT_ONCE = 10_000


@pytest.fixture(autouse=True)
def passwords_without_delay(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="module")
def module_db(django_db_setup, django_db_blocker):
    """A database for all tests of a module, taken back after the last of them.

    Mark the module with django_db as well: without it there is no test database to use.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        assert connection.settings_dict["NAME"].startswith("test_")
        yield
        transaction.set_rollback(True)


@pytest.fixture
def site(settings):
    """A site on this machine that the register may ask, by an exception that only tests make."""
    made = Site()
    settings.FETCH_ALLOWS = frozenset({("127.0.0.1", made.port)})
    yield made
    made.close()
