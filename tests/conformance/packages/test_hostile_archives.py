"""Archives that nobody should unpack: each is refused in a sentence, and nothing is written."""

import contextlib
import gzip
import os
import tarfile

import pytest
from package_making import contents, member

from conformance.packages import PackageError, archive, load_package
from conformance.packages.install import install

LEADS_OUT = (
    "package/../../evil.json",
    "../evil.json",
    "/etc/evil.json",
    "package/..\\evil.json",
    "C:/evil.json",
    "package/evil\n.json",
)


@pytest.mark.parametrize("name", LEADS_OUT)
def test_names_that_lead_out(tgz, tmp_path, name):
    path = tgz(contents(), member(name, 1))
    before = set(tmp_path.rglob("*"))
    with pytest.raises(PackageError, match="which leads out of it"):
        install(path)
    assert set(tmp_path.rglob("*")) == before


KINDS = {
    "symbolic link": (tarfile.SYMTYPE, "links are refused"),
    "hard link": (tarfile.LNKTYPE, "links are refused"),
    "character device": (tarfile.CHRTYPE, "no plain file"),
    "block device": (tarfile.BLKTYPE, "no plain file"),
    "pipe": (tarfile.FIFOTYPE, "no plain file"),
}


@pytest.mark.parametrize(("kind", "says"), KINDS.values(), ids=KINDS)
def test_what_is_no_file(tgz, kind, says):
    path = tgz(contents(), member("package/x.json", type=kind, linkname="package.json"))
    with pytest.raises(PackageError, match=says):
        load_package(path)


def test_the_same_file_twice(tgz):
    with pytest.raises(PackageError, match=r"'package\.json' twice"):
        load_package(tgz(contents(), member("package/package.json", 2)))


def test_a_bomb_of_zeros_is_not_unpacked(tgz):
    path = tgz(contents(), member("package/zeros.json", 30_000_000))
    with pytest.raises(PackageError, match="unpacks to over 20,000,000 bytes"):
        load_package(path)


def test_too_many_files(tgz, monkeypatch):
    monkeypatch.setattr(archive, "MAX_FILES", 10)
    with pytest.raises(PackageError, match="over 10 files"):
        load_package(tgz(contents(*[{}] * 10)))


def header(info: tarfile.TarInfo) -> bytes:
    return info.tobuf(tarfile.GNU_FORMAT)


LYING = {
    "a huge file": (header(member("package/x.json", 1 << 40)), "that is too much"),
    "a huge pax header": (
        header(member("x", 1 << 33, type=tarfile.XHDTYPE)),
        "more than a file may hold|unpacks to over",
    ),
    "a huge long name": (
        header(member("x", 1 << 33, type=tarfile.GNUTYPE_LONGNAME)),
        "more than a file may hold|unpacks to over",
    ),
    "a negative size": (header(member("package/x.json", -512)), "gzipped tar|too much"),
    "nothing": (b"", "gzipped tar|no package.json"),
    "no tar": (b"x" * 2_000, "gzipped tar"),
}


@pytest.mark.parametrize(("data", "says"), LYING.values(), ids=LYING)
def test_headers_that_lie(tmp_path, data, says):
    path = tmp_path / "made.tgz"
    path.write_bytes(gzip.compress(data))
    with pytest.raises(PackageError, match=says):
        load_package(path)


def test_bytes_that_are_no_gzip_or_cut_off(tgz, tmp_path):
    whole = tgz(contents({"resourceType": "Basic", "url": os.urandom(5_000).hex()})).read_bytes()
    path = tmp_path / "cut.tgz"
    for data in (b"", b"PK\x03\x04", whole[:-2_000], whole[:30], b"\x00" * 100):
        path.write_bytes(data)
        with pytest.raises(PackageError, match=r"cut\.tgz: .*(gzipped tar|no package\.json)"):
            load_package(path)


def test_a_byte_flipped_anywhere_is_a_package_or_a_sentence(tgz, tmp_path):
    whole = gzip.decompress(tgz(contents({"url": "http://x.org"})).read_bytes())
    path = tmp_path / "flipped.tgz"
    for at in range(0, 2_048, 7):
        data = bytearray(whole)
        data[at] ^= 0xFF
        path.write_bytes(gzip.compress(bytes(data), 1))
        with contextlib.suppress(PackageError):
            load_package(path)


def test_links_in_an_unpacked_folder(tmp_path):
    folder = tmp_path / "unpacked"
    folder.mkdir()
    (folder / "package.json").symlink_to("/etc/passwd")
    with pytest.raises(PackageError, match="links are refused"):
        load_package(folder)


@pytest.mark.parametrize("path", ["nowhere.tgz", "/dev/null"])
def test_what_is_not_there(tmp_path, path):
    with pytest.raises(PackageError, match="there is no such file or folder"):
        load_package(tmp_path / path)
