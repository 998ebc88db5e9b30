"""A MongoDB that somebody else runs: is it there, and can it do what the server needs?"""

import re
from collections.abc import Mapping
from typing import Any

from pymongo import MongoClient
from pymongo.errors import ConfigurationError, InvalidURI, PyMongoError
from pymongo.uri_parser import parse_uri

from fhir_server.store.binary import DatabaseError

ALONE = (
    "is a stand-alone mongod, which has neither transactions nor change streams: start it with "
    "--replSet NAME and run rs.initiate() once, or use a sharded cluster"
)


def is_alone(hello: Mapping[str, Any]) -> bool:
    """Whether the answer to `hello` is that of a stand-alone mongod."""
    return "setName" not in hello and hello.get("msg") != "isdbgrid"


def check(uri: str, seconds: float = 3.0) -> None:
    """Raise DatabaseError unless `uri` leads to a replica set or a sharded cluster.

    Waits at most about `seconds` for an answer. The sentences never hold the password of the URI.
    """
    try:
        with MongoClient[dict[str, Any]](
            uri, serverSelectionTimeoutMS=int(seconds * 1000), connectTimeoutMS=int(seconds * 1000)
        ) as client:
            hello = client.admin.command("hello")
            where = _where(uri)
    except (InvalidURI, ConfigurationError, ValueError) as error:
        raise DatabaseError(f"the MongoDB URI is not valid: {error}") from None
    except PyMongoError as error:
        # The driver's text goes on with its whole picture of the topology.
        cause = re.split(r", (?:Timeout|full error):| \(configured timeouts", str(error))[0]
        raise DatabaseError(
            f"MongoDB at {_where(uri)} cannot be used ({cause}): start it, or correct --mongodb-uri"
        ) from None
    if is_alone(hello):
        raise DatabaseError(f"the MongoDB at {where} {ALONE}")


def _where(uri: str) -> str:
    """The hosts of a URI, without user, password and options."""
    try:
        nodes = parse_uri(uri)["nodelist"]
    except (PyMongoError, ValueError):
        return "the given URI"
    return ", ".join(f"{host}:{port}" for host, port in nodes)
