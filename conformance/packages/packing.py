"""Make the pack of a package from its files, and keep it."""

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from conformance.definitions.pack import Header, Pack, header, pack
from conformance.says import says

from .archive import File, files_of
from .errors import PackageError
from .manifest import manifest_of

KEPT = 100


def make_pack(path: Path, kept: Path) -> Pack:
    """The pack of the package in a `.tgz` or folder; it is kept in a file where that can be.

    Raises:
        PackageError: the package cannot be read.

    """
    manifest: dict[str, Any] = {}
    try:
        packed = pack(_resources(files_of(path), manifest), manifest)
        if not manifest:
            raise PackageError(says("package-manifest-missing"))
    except PackageError as error:
        raise PackageError(says("package-at", path=path, why=error.says)) from error
    _keep(kept, packed)
    return Pack(packed)


def _resources(files: Iterable[File], manifest: dict[str, Any]) -> Iterator[tuple[Header, bytes]]:
    """The resources with a canonical URL; what `package.json` says is put into `manifest`."""
    for name, data in files:
        if name == "package.json":
            manifest.update(msgspec.to_builtins(manifest_of(data)))
        elif name.endswith(".json") and "/" not in name and not name.startswith("."):
            raw = data.removeprefix(b"\xef\xbb\xbf")
            if head := _header(name, raw):
                yield head, raw


def _header(name: str, raw: bytes) -> Header | None:
    try:
        resource = msgspec.json.decode(raw)
    except (msgspec.MsgspecError, RecursionError, UnicodeError) as error:
        raise PackageError(says("package-content", name=name, why=str(error))) from error
    is_resource = isinstance(resource, dict) and isinstance(resource.get("resourceType"), str)
    return header(resource) if is_resource else None


def _keep(path: Path, packed: bytes) -> None:
    """Write a pack whole or not at all; without a writable folder, not."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, scratch = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(packed)
        Path(scratch).replace(path)
        packs = sorted(path.parent.glob("*.zst"), key=lambda p: p.stat().st_mtime)
        for old in packs[:-KEPT]:
            old.unlink()
