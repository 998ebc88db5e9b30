"""What test packages are made of."""

import json
import tarfile

PROFILE = {
    "resourceType": "StructureDefinition",
    "url": "http://example.org/StructureDefinition/p",
    "version": "1.0.0",
    "type": "Patient",
    "kind": "resource",
    "baseDefinition": "http://hl7.org/fhir/StructureDefinition/Patient",
    "derivation": "constraint",
    "differential": {"element": [{"path": "Patient.name", "min": 1}]},
}


def manifest(name="my.package", version="1.0.0", **more) -> dict:
    return {"name": name, "version": version, "fhirVersions": ["4.0.1"], **more}


def contents(*resources, **described) -> dict[str, bytes]:
    """The files of a package."""
    files = {"package/package.json": manifest(**described)}
    files |= {f"package/file-{i}.json": resource for i, resource in enumerate(resources)}
    return {name: json.dumps(value).encode() for name, value in files.items()}


def member(name: str, size: int = 0, **more) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size = size
    for key, value in more.items():
        setattr(info, key, value)
    return info
