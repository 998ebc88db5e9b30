"""Every setting of the server: one field each, read from `FHIR_<NAME>` or given by a flag.

`docs/settings.md` is made from the descriptions here (`python -m fhir_server.settings`).
"""

import ipaddress
import json
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from profiles import policies

MAX_RESOURCE_BYTES = 15 * 1024 * 1024
"""Stored JSON of one resource with its search entries: MongoDB holds 16 MB a document."""

MAX_BINARY_BYTES = 11 * 1024 * 1024
"""Raw content of a Binary: base64 makes it a third longer."""


def _split(value: Any) -> Any:
    """`a, b` as a list, as environment variables say it."""
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


def _url(value: str) -> str:
    """An absolute http(s) URL without query, fragment and trailing slash."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ValueError(f"{value!r} is not an absolute http or https URL")
    return value.rstrip("/")


Words = Annotated[list[str], NoDecode, BeforeValidator(_split)]


class Settings(BaseSettings):
    """The settings, validated; names in the environment are `FHIR_` + the field in capitals."""

    model_config = SettingsConfigDict(env_prefix="FHIR_", env_ignore_empty=True, extra="forbid")

    mongodb_uri: str | None = Field(
        default=None,
        description="A MongoDB replica set or sharded cluster to use. "
        "Without it the server starts a `mongod` of its own in the data directory.",
    )
    mongodb_database: str = Field(
        default="fhir",
        min_length=1,
        max_length=63,
        pattern=r'^[^/\\. "$*<>:|?\x00]+$',
        description="Name of the database.",
    )
    data_dir: Path = Field(
        default=Path("data"),
        description="Directory of the embedded `mongod`; made if missing, used by one server only.",
    )
    cache_gb: float = Field(
        default=0.5, ge=0.25, description="Bound of the embedded `mongod`'s cache, in GB."
    )
    host: str = Field(
        default="127.0.0.1",
        description="Address to listen on. Only loopback: access control does not exist yet.",
    )
    port: int = Field(
        default=8080, ge=0, le=65535, description="Port to listen on; 0 takes a free one."
    )
    workers: int = Field(default=1, ge=1, le=64, description="Number of server processes.")
    base_url: str = Field(
        default="",
        description="The URL clients know the FHIR API by; it makes every link, "
        "the Host header is not trusted. Default `http://HOST:PORT/fhir`.",
    )
    base_url_aliases: Words = Field(
        default=[],
        description="Further base URLs, separated by commas, whose absolute references are ours.",
    )
    timezone: str = Field(
        default="Asia/Shanghai",
        description="Time zone in which dates and times without an offset are read; "
        "after a change all is indexed anew before it can be searched.",
    )
    policy: str = Field(
        default="hainan-2024",
        description="The regional policy whose rules hold, an id of `profiles/policies`.",
    )
    today: date | None = Field(
        default=None,
        description="The day that counts as today for contracts and reports, as 2026-11-22; "
        "without it the real day in China.",
    )
    references: Literal["ignore", "enforce"] = Field(
        default="ignore",
        description="`enforce` refuses references to resources that do not exist, "
        "and deleting what is referred to.",
    )
    update_create: bool = Field(
        default=True, description="Whether `PUT` to an id that does not exist makes the resource."
    )
    require_if_match: bool = Field(
        default=False, description="Whether updates must say `If-Match`; without it they get 428."
    )
    conditional_delete: Literal["not-supported", "single", "multiple"] = Field(
        default="single", description="How many matches a conditional delete may remove."
    )
    max_body_bytes: int = Field(
        default=32 * 1024 * 1024,
        ge=1024,
        description="Longest request body in bytes; above it 413.",
    )
    max_bundle_entries: int = Field(
        default=10_000, ge=1, description="Most entries of a batch or transaction; above it 413."
    )
    default_count: int = Field(default=20, ge=1, description="Entries of a page without `_count`.")
    max_count: int = Field(
        default=1000, ge=1, description="Most entries of a page, whatever `_count`."
    )
    text_search: bool = Field(
        default=False,
        description="Whether `_text` and `_content` can be searched. Writes take longer; "
        "after a change all is indexed anew before it can be searched.",
    )
    reindex_rate: int = Field(
        default=1000,
        ge=0,
        description="How many resources a second get new search entries in the background, after a "
        "new SearchParameter or `fhir-server reindex`; 0: as many as possible.",
    )
    cors_origins: Words = Field(
        default=[],
        description="Origins, separated by commas, of browser applications that may call; "
        "`*` for all.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least severity that is logged."
    )
    log_format: Literal["auto", "json", "console"] = Field(
        default="auto",
        description="`json` lines, or `console` for people; `auto`: by where stderr goes.",
    )
    demo: bool = Field(
        default=False, description="Whether to load the fictitious demo data at start."
    )

    @field_validator("host")
    @classmethod
    def _loopback(cls, value: str) -> str:
        if value == "localhost":
            return value
        try:
            if ipaddress.ip_address(value).is_loopback:
                return value
        except ValueError:
            pass
        raise ValueError(
            f"listening on {value} would open all data to the network, as access control does not "
            "exist yet: use 127.0.0.1, and reach it from elsewhere through an SSH tunnel"
        )

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise ValueError(f"{value!r} is no time zone, such as Asia/Shanghai") from None
        return value

    @field_validator("policy")
    @classmethod
    def _known_policy(cls, value: str) -> str:
        if value not in policies.names():
            known = ", ".join(policies.names())
            raise ValueError(f"there is no policy {value!r}; there are {known}")
        return value

    @field_validator("today", mode="before")
    @classmethod
    def _iso_day(cls, value: date | str | None) -> date | None:
        try:
            return date.fromisoformat(value) if isinstance(value, str) else value
        except ValueError:
            raise ValueError(f"{value!r} is no day, such as 2026-11-22") from None

    @field_validator("base_url_aliases")
    @classmethod
    def _alias_urls(cls, value: list[str]) -> list[str]:
        return [_url(alias) for alias in value]

    @model_validator(mode="after")
    def _derive(self) -> Self:
        self.base_url = _url(self.base_url) if self.base_url else f"{self.origin}/fhir"
        if self.default_count > self.max_count:
            raise ValueError(f"default_count {self.default_count} is above max_count")
        return self

    @property
    def origin(self) -> str:
        """Where the server listens, as a URL without path; the console's address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of values without an offset."""
        return ZoneInfo(self.timezone)

    def listening_on(self, port: int) -> Self:
        """These settings with the port that was really taken, and the base URL that follows."""
        derived = self.base_url == f"{self.origin}/fhir"
        changes = {"port": port, "base_url": "" if derived else self.base_url}
        return type(self)(**{**self.model_dump(), **changes})

    def to_environment(self) -> dict[str, str]:
        """The variables from which another process reads these very settings."""
        return {
            f"FHIR_{name.upper()}": ",".join(value) if isinstance(value, list) else str(value)
            for name, value in self.model_dump().items()
            if value is not None
        }


def explain(error: ValidationError) -> str:
    """What is wrong with the settings, one sentence a line, named as the environment does."""
    return "\n".join(_sentence(dict(entry)) for entry in error.errors())


def _sentence(entry: dict[str, Any]) -> str:
    name = "_".join(str(part) for part in entry["loc"][:1]).upper()
    message = str(entry["msg"]).removeprefix("Value error, ")
    return f"FHIR_{name}: {message}" if name else message


def table() -> str:
    """The settings as a Markdown page."""
    rows = [
        f"| `FHIR_{name.upper()}` | {_default(field.default)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]
    head = [
        "# Settings",
        "",
        "Environment variables; `fhir-server serve --help` shows those that are flags too.",
        "This page is made by `python -m fhir_server.settings`.",
        "",
        "| variable | default | meaning |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *rows, ""])


def _default(value: Any) -> str:
    if value in (None, "", []):
        return ""
    return f"`{json.dumps(value) if isinstance(value, bool) else value}`"


if __name__ == "__main__":
    print(table(), end="")  # noqa: T201
