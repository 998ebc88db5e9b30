"""Packages made for a test, in a folder of installed packages of its own."""

import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from package_making import member


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch) -> Path:
    """The folder of installed packages."""
    monkeypatch.setenv("FHIR_PACKAGES", str(tmp_path / "installed"))
    return tmp_path / "installed"


@pytest.fixture
def tgz(tmp_path) -> Callable[..., Path]:
    """Write a `.tgz` of files (name to bytes), and of bare tar members."""

    def write(files: dict[str, bytes], *members: tarfile.TarInfo, name="made.tgz") -> Path:
        path = tmp_path / name
        with tarfile.open(path, "w:gz") as archive:
            for each, data in files.items():
                archive.addfile(member(each, len(data)), io.BytesIO(data))
            for info in members:
                archive.addfile(info, io.BytesIO(bytes(info.size)))
        return path

    return write
