"""history of an instance, a type and the system (http.html 3.1.0.12)."""

import time
from datetime import datetime
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from build import basic, entry, fhirpath_patch, observation, patient, transaction, unique

FLAG = {
    "resourceType": "Flag",
    "status": "active",
    "code": {"text": "x"},
    "subject": {"display": "王芳"},
}


@pytest.fixture(scope="module")
def own(serve_with):
    """A server whose whole history is known: `story` writes it."""
    with serve_with() as client:
        yield client


@pytest.fixture(scope="module")
def story(own):
    """Every version ever written on that server, oldest first: (method, path, version)."""
    written = []

    def note(method, answer, path=None):
        assert answer.status_code in (200, 201, 204), answer.text
        version = answer.headers["etag"].strip('W/"')
        where = path or f"{answer.json()['resourceType']}/{answer.json()['id']}"
        written.append((method, where, int(version)))
        time.sleep(0.002)  # so that no two have one time
        return where

    flags = [note("POST", own.create(basic(code={"text": str(n)}))) for n in range(3)]
    one = note("PUT", own.update(patient(id="one")))
    for gender in ("male", "female"):
        note("PUT", own.update(patient(id="one", gender=gender)))
    change = {"type": "replace", "path": "Patient.gender", "value": {"valueCode": "other"}}
    note("PATCH", own.patch(one, json=fhirpath_patch(change)))
    note("DELETE", own.delete(one), one)
    note("PUT", own.update(patient(id="one", gender="unknown")))
    note("DELETE", own.delete(flags[0]), flags[0])
    for n in range(12):
        note("PUT", own.update(basic(id=f"b{n}")))
    done = own.run(
        transaction(
            entry("POST", "Observation", observation()), entry("PUT", "Basic/b0", basic(id="b0"))
        )
    )
    for method, answered in zip(("POST", "PUT"), done["entry"], strict=True):
        type_, id_, _, version = answered["response"]["location"].split("/")[-4:]
        written.append((method, f"{type_}/{id_}", int(version)))
    return written


def told(history):
    """What a history Bundle says: (method, path, version), newest first."""
    found = []
    for item in history.get("entry", []):
        version = item["response"]["etag"].strip('W/"')
        where = "/".join(item["fullUrl"].split("/")[-2:])
        found.append((item["request"]["method"], where, int(version)))
    return found


def link(history, relation):
    return next((k["url"] for k in history["link"] if k["relation"] == relation), None)


def pages(client, path, **parameters):
    """All pages of a history, by its next links."""
    answer = client.get(path, params=parameters)
    while True:
        assert answer.status_code == 200, answer.text
        yield answer.json()
        if (following := link(answer.json(), "next")) is None:
            return
        answer = client.get(following)


def test_an_instance_history_is_whole_and_newest_first(own, story):
    answer = own.get("Patient/one/_history")
    history = answer.json()
    expected = [v for v in reversed(story) if v[1] == "Patient/one"]
    assert answer.status_code == 200
    assert (history["resourceType"], history["type"]) == ("Bundle", "history")
    assert history["total"] == len(expected) == 6
    assert told(history) == expected
    assert [version for _, _, version in expected] == [6, 5, 4, 3, 2, 1]
    assert link(history, "self").startswith(f"{own.base}/Patient/one/_history")


def test_entries_say_request_and_response(own, story):
    by_method = {}
    for item in own.get("_history", params={"_count": 100}).json()["entry"]:
        by_method.setdefault(item["request"]["method"], item)
        response = item["response"]
        assert response["etag"].startswith('W/"')
        assert datetime.fromisoformat(response["lastModified"])
        assert item["fullUrl"].startswith(f"{own.base}/")
        if "resource" in item:
            version = item["resource"]["meta"]["versionId"]
            assert response["etag"] == f'W/"{version}"'
            assert response["lastModified"] == item["resource"]["meta"]["lastUpdated"]
    assert set(by_method) == {"POST", "PUT", "PATCH", "DELETE"}
    assert by_method["POST"]["request"]["url"] in ("Observation", "Basic")
    assert by_method["PUT"]["request"]["url"] == "Basic/b0"
    assert by_method["DELETE"]["request"]["url"].startswith("Basic/")
    assert by_method["POST"]["response"]["status"].startswith("201")
    assert by_method["PATCH"]["response"]["status"].startswith("200")


def test_a_deletion_appears_without_a_resource(own, story):
    entries = own.get("Patient/one/_history").json()["entry"]
    removed = [e for e in entries if e["request"]["method"] == "DELETE"]
    assert [e["request"]["url"] for e in removed] == ["Patient/one"]
    assert "resource" not in removed[0]
    assert removed[0]["response"]["status"][:3] in ("200", "204")


def test_a_first_put_is_told_as_created(own, story):
    entries = own.get("Patient/one/_history").json()["entry"]
    assert [e["response"]["status"][:3] for e in reversed(entries)] == [
        "201", "200", "200", "200", "204", "201",
    ]  # fmt: skip


@pytest.mark.parametrize(("path", "types"), [("Basic", ("Basic",)), ("", None)])
def test_type_and_system_history(own, story, path, types):
    history = own.get(f"{path}/_history".lstrip("/"), params={"_count": 100}).json()
    expected = [v for v in reversed(story) if types is None or v[1].split("/")[0] in types]
    assert sorted(told(history)) == sorted(expected)
    times = [e["response"]["lastModified"] for e in history["entry"]]
    assert times == sorted(times, reverse=True)
    assert history["total"] == len(expected)


@pytest.mark.parametrize("path", ["_history", "Basic/_history", "Patient/one/_history"])
@pytest.mark.parametrize("count", [1, 4, 7])
def test_pages_repeat_nothing_and_leave_nothing_out(own, story, path, count):
    whole = told(own.get(path, params={"_count": 100}).json())
    walked = list(pages(own, path, _count=count))
    assert all(len(p.get("entry", [])) <= count for p in walked)
    assert [v for p in walked for v in told(p)] == whole
    assert {p["total"] for p in walked} == {len(whole)}


def test_writes_between_two_pages_disturb_nothing(serve_with):
    with serve_with() as client:
        for n in range(6):
            client.update(basic(id=f"n{n}"))
        before = told(client.get("Basic/_history").json())
        seen = []
        for page in pages(client, "Basic/_history", _count=2):
            seen.extend(told(page))
            client.update(basic(id="n0"))
            client.create(basic())
        assert len(seen) == len(set(seen))
        assert [v for v in seen if v in before] == before


@pytest.mark.parametrize("path", ["_history", "Basic/_history", "Patient/one/_history"])
def test_since(own, story, path):
    entries = own.get(path, params={"_count": 100}).json()["entry"]
    times = [e["response"]["lastModified"] for e in entries]
    middle = times[len(times) // 2]
    found = own.get(path, params={"_since": middle, "_count": 100}).json()
    assert [e["response"]["lastModified"] for e in found["entry"]] == [
        t for t in times if t >= middle
    ]
    assert own.get(path, params={"_since": "2100-01-01T00:00:00Z"}).json().get("entry") is None


def test_since_reads_its_time_zone(own, story):
    entries = own.get("Patient/one/_history").json()["entry"]
    moment = datetime.fromisoformat(entries[2]["response"]["lastModified"])
    from_china = moment.astimezone(ZoneInfo("Asia/Shanghai"))
    found = own.get("Patient/one/_history", params={"_since": from_china.isoformat()})
    assert len(found.json()["entry"]) == 3


def test_at_is_what_was_current_then(own, story):
    entries = own.get("Patient/one/_history").json()["entry"]
    moment = entries[3]["response"]["lastModified"]  # version 3
    found = own.get("Patient/one/_history", params={"_at": moment}).json()
    assert [version for _, _, version in told(found)] == [3]
    later = own.get("Patient/one/_history", params={"_at": "2100"}).json()
    assert [version for _, _, version in told(later)] == [6]
    assert own.get("Patient/one/_history", params={"_at": "2001"}).json().get("entry") is None


def test_the_links_of_pages_are_absolute_and_keep_the_parameters(own, story):
    history = own.get("Basic/_history", params={"_count": 3, "_since": "2020-01-01"}).json()
    following = link(history, "next")
    assert following.startswith(f"{own.base}/Basic/_history?")
    page = own.get(following).json()
    assert len(page["entry"]) == 3
    query = parse_qs(urlsplit(link(history, "self")).query)
    assert query["_count"] == ["3"]


def test_count_zero_gives_the_total_only(own, story):
    history = own.get("Basic/_history", params={"_count": 0}).json()
    assert history["total"] > 0
    assert "entry" not in history


@pytest.mark.parametrize(
    "query",
    ["_count=x", "_count=-1", "_since=yesterday", "_at=13", "colour=red", "_since=2020-13-01"],
)
@pytest.mark.parametrize("path", ["_history", "Basic/_history", "Patient/one/_history"])
def test_what_is_not_understood_is_refused(own, path, query):
    assert own.get(f"{path}?{query}").status_code == 400


def test_a_history_of_nothing(own):
    assert own.get(f"Patient/{unique()}/_history").status_code == 404
    empty = own.get("Flag/_history").json()
    assert (empty["type"], empty["total"]) == ("history", 0)
    assert "entry" not in empty


def test_the_history_of_what_was_deleted_is_there(own, story):
    path = next(where for method, where, _ in story if method == "DELETE" and "Basic" in where)
    history = own.get(f"{path}/_history")
    assert history.status_code == 200
    assert [m for m, _, _ in told(history.json())] == ["DELETE", "POST"]


def test_a_write_is_in_the_next_history_at_once(own, story):
    """Read your writes: nothing to wait for."""
    for _ in range(5):
        made = own.made(FLAG)
        newest = own.get("Flag/_history", params={"_count": 1}).json()["entry"][0]
        assert newest["resource"]["id"] == made["id"]


def test_an_if_match_loser_is_not_in_history(own):
    own.update(patient(id="loser"))
    own.update(patient(id="loser"), if_match='W/"8"')
    assert own.get("Patient/loser/_history").json()["total"] == 1


@pytest.mark.parametrize("path", ["Patient/one/_history", "Patient/_history", "_history"])
def test_versions_are_shown_in_part(own, story, path):
    for parameters in ({"_elements": "gender"}, {"_summary": "text"}):
        found = own.get(path, params={**parameters, "_count": 100}).json()
        shown = [e["resource"] for e in found["entry"] if e.get("resource", {}).get("id") == "one"]
        assert [s["meta"]["versionId"] for s in shown] == ["6", "4", "3", "2", "1"]
        assert not any("name" in s for s in shown)
        assert all(s["meta"]["tag"][-1]["code"] == "SUBSETTED" for s in shown)
        assert any("gender" in s for s in shown) == ("_elements" in parameters)


@pytest.mark.parametrize(
    ("more", "total"), [({}, 6), ({"_since": "2020"}, 6), ({"_since": "2100"}, 0)]
)
def test_versions_are_counted(own, story, more, total):
    found = own.get("Patient/one/_history", params={"_summary": "count", **more}).json()
    assert (found["total"], found.get("entry")) == (total, None)


@pytest.mark.parametrize("name", ["_count", "_since", "_at"])
def test_a_parameter_appears_once(own, name):
    value = "1" if name == "_count" else "2020"
    answer = own.get(f"Basic/_history?{name}={value}&{name}={value}")
    assert answer.status_code == 400
    assert name in answer.text
