"""Packages: what they define, whatever shape they come in, and the copy that is kept."""

import json
import os

import pytest
from package_making import PROFILE, contents, manifest

from conformance.packages import Library, PackageError, load_package

URL = PROFILE["url"]


def unpack(files, folder):
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def test_an_archive_and_its_folder_define_the_same(tgz, tmp_path):
    files = contents(PROFILE)
    folder = unpack(files, tmp_path / "unpacked")
    for path in (tgz(files), folder, folder / "package"):
        package = load_package(path)
        assert str(package) == "my.package#1.0.0"
        assert [(d.type, d.url, d.version) for d in package.definitions()] == [
            ("StructureDefinition", URL, "1.0.0")
        ]
        library = Library.core().with_packages(package)
        assert library.find(URL) == PROFILE
        elements = library.structure(URL)["snapshot"]["element"]
        assert next(e for e in elements if e["id"] == "Patient.name")["min"] == 1


def test_examples_and_what_has_no_canonical_url_define_nothing(tgz):
    patient = {"resourceType": "Patient", "id": "x"}
    files = contents(patient, {"url": "http://example.org/x"}, {**PROFILE, "url": 7})
    files["package/example/p.json"] = json.dumps(PROFILE).encode()
    files["package/.index.json"] = b"no JSON"
    files["package/readme.md"] = b"# read me"
    files["other/p.json"] = json.dumps(PROFILE).encode()
    assert list(load_package(tgz(files)).definitions()) == []


def test_decimals_keep_their_digits_and_byte_order_marks_are_skipped(tgz):
    files = contents()
    files["package/p.json"] = b"\xef\xbb\xbf" + json.dumps(PROFILE).encode().replace(
        b'"min": 1', b'"minValueDecimal": 1.00'
    )
    found = Library.core().with_packages(load_package(tgz(files))).find(URL)
    assert str(found["differential"]["element"][0]["minValueDecimal"]) == "1.00"


def test_a_package_opens_again_from_what_was_kept(tgz, folder):
    path = tgz(contents(PROFILE))
    load_package(path)
    status = path.stat()
    path.write_bytes(bytes(status.st_size))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert load_package(path).manifest.name == "my.package"
    kept = next(folder.glob(".packs/*.zst"))
    kept.write_bytes(kept.read_bytes()[:-1])
    with pytest.raises(PackageError, match="no gzipped tar file"):
        load_package(path)


def test_a_change_of_the_package_is_seen(tgz, tmp_path):
    folder = unpack(contents(PROFILE), tmp_path / "unpacked")
    load_package(folder)
    unpack({"package/more.json": json.dumps(PROFILE | {"url": URL + "2"}).encode()}, folder)
    assert len(list(load_package(folder).definitions())) == 2
    path = tgz(contents(PROFILE))
    load_package(path)
    assert list(load_package(tgz(contents())).definitions()) == []


def test_without_a_folder_to_keep_it_a_package_opens_too(tgz, tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("FHIR_PACKAGES", str(tmp_path / "file"))
    assert load_package(tgz(contents(PROFILE))).manifest.version == "1.0.0"


REFUSED_MANIFESTS = {
    "no JSON": (b"{", "Its package.json cannot be read"),
    "a list": (b"[]", "Its package.json cannot be read"),
    "no version": (b'{"name": "x"}', "version"),
    "a climbing name": (json.dumps(manifest(name="../x")).encode(), "no proper name and version"),
    "a climbing version": (json.dumps(manifest(version="1/..")).encode(), "no proper name"),
    "deep": (b"[" * 100_000, "Its package.json cannot be read"),
    "for R5": (
        json.dumps(manifest(fhirVersions=["5.0.0"])).encode(),
        "my.package#1.0.0 is for FHIR 5.0.0, not for FHIR R4",
    ),
}


@pytest.mark.parametrize(("data", "says"), REFUSED_MANIFESTS.values(), ids=REFUSED_MANIFESTS)
def test_a_manifest_that_is_none_is_refused(tgz, data, says):
    with pytest.raises(PackageError, match=says):
        load_package(tgz({"package/package.json": data}))


def test_a_package_without_a_manifest_is_refused(tgz, tmp_path):
    with pytest.raises(PackageError, match=r"made\.tgz: The package has no package\.json"):
        load_package(tgz({"package/p.json": b"{}"}))
    with pytest.raises(PackageError, match=r"The package has no package\.json"):
        load_package(unpack({"package/p.json": b"{}"}, tmp_path / "unpacked"))


def test_a_definition_that_is_no_json_is_named(tgz):
    with pytest.raises(PackageError, match=r"Its file p\.json cannot be read"):
        load_package(tgz({**contents(), "package/p.json": b'{"resourceType": '}))
