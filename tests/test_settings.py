"""The settings: read, refused, handed on, and documented."""

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from pydantic import ValidationError

from fhir_server.server import Server
from fhir_server.settings import Settings, explain, table

PAGE = Path(__file__).parent.parent / "docs" / "settings.md"


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"FHIR_{name.upper()}", raising=False)


def test_the_page_says_what_the_code_says() -> None:
    assert PAGE.read_text() == table(), "run `make settings`"


def test_every_setting_has_a_meaning() -> None:
    for name, field in Settings.model_fields.items():
        assert field.description, name
        assert field.description.endswith("."), name


DERIVED = [
    ({}, "http://127.0.0.1:8080/fhir"),
    ({"port": 9}, "http://127.0.0.1:9/fhir"),
    ({"host": "::1"}, "http://[::1]:8080/fhir"),
    ({"base_url": "https://example.org/a/"}, "https://example.org/a"),
]


@pytest.mark.parametrize(("given", "base"), DERIVED)
def test_base_url(given: dict[str, object], base: str) -> None:
    assert Settings(**given).base_url == base


def test_base_url_follows_the_port_taken_unless_given() -> None:
    assert Settings(port=0).listening_on(81).base_url == "http://127.0.0.1:81/fhir"
    given = Settings(port=0, base_url="https://example.org/fhir")
    assert given.listening_on(81).base_url == "https://example.org/fhir"


def test_environment_carries_all_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(
        mongodb_uri="mongodb://127.0.0.1/?replicaSet=a",
        data_dir=Path("/somewhere"),
        base_url_aliases=["https://a.example", "https://b.example/fhir"],
        cors_origins=["*"],
        update_create=False,
        policy="city-2017",
        today=date(2026, 11, 22),
        max_body_bytes=2048,
        conditional_delete="multiple",
    )
    for name, value in settings.to_environment().items():
        monkeypatch.setenv(name, value)
    assert Settings() == settings


def test_lists_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FHIR_BASE_URL_ALIASES", "https://a.example/fhir/, http://b.example")
    assert Settings().base_url_aliases == ["https://a.example/fhir", "http://b.example"]


REFUSED = [
    ({"host": "0.0.0.0"}, "FHIR_HOST: listening on 0.0.0.0 would open all data"),
    ({"host": "::"}, "FHIR_HOST"),
    ({"host": "example.org"}, "FHIR_HOST"),
    ({"timezone": "Asia/Nowhere"}, "FHIR_TIMEZONE: 'Asia/Nowhere' is no time zone"),
    ({"timezone": "../etc/passwd"}, "FHIR_TIMEZONE"),
    ({"base_url": "example.org/fhir"}, "not an absolute http or https URL"),
    ({"base_url": "http://a.example/fhir?x=1"}, "not an absolute http or https URL"),
    ({"base_url_aliases": "ftp://a.example"}, "FHIR_BASE_URL_ALIASES"),
    ({"mongodb_database": "a b"}, "FHIR_MONGODB_DATABASE"),
    ({"references": "maybe"}, "FHIR_REFERENCES"),
    ({"policy": "hainan"}, "FHIR_POLICY: there is no policy 'hainan'; there are city-2017, hainan"),
    ({"today": "2026-02-30"}, "FHIR_TODAY: '2026-02-30' is no day, such as 2026-11-22"),
    ({"today": "tomorrow"}, "FHIR_TODAY"),
    ({"default_count": 50, "max_count": 10}, "default_count 50 is above max_count"),
    ({"no_such": 1}, "FHIR_NO_SUCH"),
]


@pytest.mark.parametrize(("given", "sentence"), REFUSED)
def test_refused(given: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Settings(**given)
    said = explain(caught.value)
    assert sentence in said
    assert "\n" not in said


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "::1"])
def test_loopback_is_accepted(host: str) -> None:
    assert Settings(host=host).host == host


@pytest.mark.parametrize(
    ("pinned", "today"), [(None, date(2026, 11, 23)), ("2028-02-29", date(2028, 2, 29))]
)
def test_today_is_the_day_in_china_unless_it_is_pinned(pinned: str | None, today: date) -> None:
    late = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
    server = SimpleNamespace(settings=Settings(today=pinned))
    assert Server.today(server, late) == today
