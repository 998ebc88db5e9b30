"""The recipe for backup and restore in the README."""

import shutil
import subprocess

import httpx
from pymongo import MongoClient


def test_a_copied_data_directory_serves_again(serve, tmp_path):
    kept, restored = tmp_path / "data", tmp_path / "restored"
    with serve("--data-dir", str(kept)) as (base, _):
        made = httpx.post(f"{base}/Patient", json={"resourceType": "Patient"}).json()
        httpx.put(f"{base}/Patient/{made['id']}", json={**made, "active": True})
    backup = tmp_path / "backup.tar.gz"
    subprocess.run(["tar", "-C", kept, "-czf", backup, "."], check=True)
    shutil.rmtree(kept)
    restored.mkdir()
    subprocess.run(["tar", "-C", restored, "-xzf", backup], check=True)
    with serve("--data-dir", str(restored)) as (base, _):
        read = httpx.get(f"{base}/Patient/{made['id']}").json()
        assert read["active"] is True
        history = httpx.get(f"{base}/_history").json()
        assert [e["resource"]["meta"]["versionId"] for e in history["entry"]] == ["2", "1"]


def test_a_database_restored_elsewhere_has_its_whole_history(serve, mongodb_uri):
    """Restored by copying collections, as mongorestore does: the feed's position is of no use."""
    old = {"FHIR_MONGODB_DATABASE": "backup_old"}
    with serve("--mongodb-uri", mongodb_uri, **old) as (base, _):
        patient = {"resourceType": "Patient", "id": "kept"}
        for version in range(3):
            httpx.put(f"{base}/Patient/kept", json={**patient, "active": bool(version % 2)})
        httpx.delete(f"{base}/Patient/kept")
        assert httpx.get(f"{base}/_history").json()["total"] == 4
    with MongoClient(mongodb_uri) as client:
        for name in client["backup_old"].list_collection_names():
            # What was not yet in the feed when the backup was taken is missing from it.
            lost = {"v": {"$gt": 2}} if name == "feed" else None
            rows = list(client["backup_old"][name].find({"$nor": [lost]} if lost else {}))
            if rows:
                client["backup_new"][name].insert_many(rows)
        token = {"_data": "82" + "0" * 60}
        client["backup_new"]["settings"].update_one({"_id": "feed"}, {"$set": {"token": token}})
    with serve("--mongodb-uri", mongodb_uri, FHIR_MONGODB_DATABASE="backup_new") as (base, _):
        history = httpx.get(f"{base}/_history").json()
        versions = [e["response"]["etag"] for e in history["entry"]]
        assert versions == ['W/"4"', 'W/"3"', 'W/"2"', 'W/"1"']
