"""For each check a fault that it has to find, whatever else would find it too."""

import json
from typing import Any

from faulty_proxy import (
    Fault,
    Request,
    answer,
    ask,
    both,
    bytes_of_answer,
    bytes_of_request,
    deaf,
    each,
    edit,
    entries,
    gives,
    goes,
    hears,
    ignores,
    lacks,
    misreads,
    pretend,
    racing,
    renames,
    repeats_first,
    send,
    status,
)

Json = dict[str, Any]

READ, SEARCH, PUT, POST = "^GET Patient/", r"^GET Patient\?", "^PUT", "^POST Patient"
HISTORY, TRANSACTION, OBSERVED = "_history", "^POST $", "^GET Observation/"


def client_ids(request: Request) -> None:
    """A create keeps the client's id."""
    if id_ := json.loads(request.body).get("id"):
        request.method, request.path = "PUT", f"Patient/{id_}"


def own_type(request: Request) -> None:
    """A create goes by the resource's type, not by the URL's."""
    request.path = "Observation"


def trust_the_url(request: Request) -> None:
    """An update takes its id from the URL."""
    body = json.loads(request.body) | {"id": request.path.split("/")[-1]}
    request.body = json.dumps(body).encode()


def always_create(request: Request) -> None:
    """A conditional update creates."""
    request.method, request.query = "POST", []


def first_alone(request: Request) -> None:
    """Of a repeated parameter the first alone is used."""
    request.query = list(dict(reversed(request.query)).items())


def every_request(bundle: Json, without: str) -> None:
    """The entries' requests lack a condition."""
    for entry in bundle["entry"]:
        entry["request"].pop(without, None)


def lose(version: str) -> Any:
    """A version is missing."""
    return lambda listed: [
        e for e in listed if e.get("resource", {}).get("meta", {}).get("versionId") != version
    ]


def without(name: str) -> Any:
    """An element is missing."""

    def removed(resource: Json) -> None:
        resource.pop(name, None)

    return removed


def with_(**elements: Any) -> Any:
    """Elements have other values."""
    return lambda resource: resource.update(elements)


def parts_of(changed: Any) -> Any:
    """Change the entries of a transaction that is sent."""
    return lambda bundle: bundle.update(entry=changed(bundle["entry"]))


FAULTS: dict[str, Fault] = {
    "capabilities-statement": edit(without("format"), "metadata"),
    "capabilities-valid": edit(with_(kind="nonsense"), "metadata"),
    "capabilities-xml": deaf("accept", "metadata"),
    "capabilities-parameters-work": status({200: 400}, r"Patient\?birthdate"),
    "format-json": gives("content-type", "application/json", READ),
    "format-xml": deaf("accept", READ),
    "format-parameter": ignores("_format"),
    "format-xml-create": bytes_of_request("1949-10", "1949-11", POST),
    "format-round-trip": bytes_of_answer('value="0.25"', 'value="0.2"', OBSERVED),
    "format-decimal": bytes_of_answer("1.00", "1.0", OBSERVED),
    "format-chinese": bytes_of_answer("𠮷", "?", READ),
    "format-primitive-extension": edit(without("_birthDate"), READ),
    "format-not-acceptable": status({406: 200}),
    "format-unsupported": status({415: 400}),
    "format-broken-json": status({400: 500}),
    "format-broken-xml": status({400: 201}),
    "format-error-xml": deaf("accept", READ),
    "create-location": lacks("location"),
    "create-headers": lacks("etag", POST),
    "create-assigns-id": ask(client_ids, POST),
    "create-assigns-meta": edit(lambda r: r["meta"].update(versionId="4711"), READ),
    "create-keeps-tags": edit(lambda r: r["meta"].pop("security"), READ),
    "create-keeps-content": edit(without("contained"), READ),
    "create-wrong-type": ask(own_type, POST),
    "create-unknown-type": status({404: 400}),
    "create-invalid-code": both(send(without("gender"), POST), edit(with_(gender="boy"), READ)),
    "create-invalid-date": both(
        send(without("birthDate"), POST), edit(with_(birthDate="2020-13-01"), READ)
    ),
    "create-missing-element": both(
        send(with_(status="unknown"), "^POST Observation"), edit(without("status"), OBSERVED)
    ),
    "create-unknown-element": both(
        send(without("favouriteColour"), POST), edit(with_(favouriteColour="red"), READ)
    ),
    "prefer-minimal": deaf("prefer"),
    "prefer-representation": hears("prefer", "return=minimal"),
    "prefer-outcome": deaf("prefer"),
    "read-headers": gives("etag", 'W/"99"', READ),
    "read-unknown": status({404: 400}, READ),
    "read-deleted": status({410: 404}),
    "read-none-match": deaf("if-none-match"),
    "read-none-match-changed": pretend(304, READ, "if-none-match"),
    "read-modified-since": deaf("if-modified-since"),
    "read-modified-since-before": pretend(304, READ, "if-modified-since"),
    "read-head": status({200: 404}, "^HEAD"),
    "vread-old-version": goes("(Patient/[^/]+)/_history/.+", r"\1"),
    "vread-current-version": lacks("etag", HISTORY),
    "vread-unknown-version": goes("(Patient/[^/]+)/_history/.+", r"\1"),
    "vread-after-delete": goes("(Patient/[^/]+)/_history/.+", r"\1"),
    "update-new-version": gives("etag", 'W/"1"', PUT),
    "update-replaces": edit(with_(gender="female"), READ),
    "update-last-updated": edit(
        lambda r: r["meta"].update(lastUpdated="2001-01-01T00:00:00Z"), READ
    ),
    "update-other-id": ask(trust_the_url, PUT),
    "update-without-id": ask(trust_the_url, PUT),
    "update-as-create": status({201: 405}, PUT),
    "update-invalid": both(send(without("gender"), PUT), edit(with_(gender="boy"), READ)),
    "update-if-match": status({200: 412}, PUT),
    "update-if-match-stale": deaf("if-match"),
    "update-after-delete": pretend(200, PUT),
    "delete-gone": pretend(204, "^DELETE"),
    "delete-not-found": pretend(204, "^DELETE"),
    "delete-again": status({200: 404, 204: 404}, "^DELETE"),
    "patch-json": edit(with_(active=False), READ),
    "patch-json-test": send(lambda ops: [o for o in ops if o["op"] != "test"], "^PATCH"),
    "patch-fhirpath": edit(without("gender"), READ),
    "patch-if-match": deaf("if-match"),
    "patch-invalid": both(status({400: 200, 422: 200}, "^PATCH"), edit(with_(gender="boy"), READ)),
    "patch-unsupported": status({415: 400}),
    "conditional-create-none": pretend(200, POST, "if-none-exist"),
    "conditional-create-one": deaf("if-none-exist"),
    "conditional-create-many": deaf("if-none-exist"),
    "conditional-create-atomic": racing(12, POST, deaf("if-none-exist")),
    "conditional-update-none": status({201: 404}, PUT),
    "conditional-update-one": ask(always_create, PUT),
    "conditional-update-many": ask(always_create, PUT),
    "conditional-update-atomic": racing(12, PUT, ask(always_create, PUT)),
    "conditional-delete-one": pretend(204, "^DELETE"),
    "conditional-delete-many": pretend(204, "^DELETE"),
    "concurrency-versions": entries(lose("3"), HISTORY),
    "concurrency-if-match": deaf("if-match"),
    "concurrency-creates": repeats_first(POST),
    "search-bundle": each(without("fullUrl"), SEARCH),
    "search-nothing": status({200: 404}, SEARCH),
    "search-self-link": edit(with_(link=[]), SEARCH),
    "search-post": bytes_of_request("gender=female&", "", "_search"),
    "search-unknown-strict": hears("prefer", "handling=lenient"),
    "search-unknown-lenient": deaf("prefer"),
    "search-unknown-modifier": ignores("gender"),
    "search-and-or": misreads("given", lambda value: value.split(",")[0]),
    "search-id": ignores("_id"),
    "search-last-updated": ignores("_lastUpdated"),
    "search-tag": ignores("_tag"),
    "search-after-update": ignores("gender"),
    "search-system": misreads("_type", lambda _: "Patient"),
    "search-compartment": goes("Patient/[^/]+/Observation", "Observation"),
    "token-system-code": misreads("identifier", lambda value: value.split("|")[-1]),
    "token-code": misreads("identifier", lambda value: f"|{value}"),
    "token-no-system": misreads("identifier", lambda value: value.lstrip("|")),
    "token-system": ignores("identifier"),
    "token-not": renames("gender:not", "gender"),
    "token-boolean": ignores("active"),
    "search-missing": ignores("gender"),
    "string-start": renames("family", "family:exact"),
    "string-exact": renames("family:exact", "family"),
    "string-contains": renames("family:contains", "family"),
    "string-chinese": renames("family", "family:exact"),
    "string-comma": misreads("family", lambda value: value.replace("\\,", ",")),
    "quantity-prefixes": misreads("value-quantity", lambda value: value.split("|")[0]),
    "composite-code-value": ignores("code-value-quantity"),
    "uri-exact": ignores("url"),
    "date-equal": misreads("birthdate", lambda value: f"ge{value}"),
    "date-after": misreads("birthdate", lambda value: value.replace("gt", "ge")),
    "date-before": misreads("birthdate", lambda value: value.replace("lt", "le")),
    "date-not-equal": misreads("birthdate", lambda value: value.replace("ne", "")),
    "date-range": ask(first_alone, SEARCH),
    "date-time-zone": misreads("date", lambda value: value.rstrip("Z")),
    "date-period": misreads("date", lambda value: value.replace("sa", "ge")),
    "date-invalid": ignores("birthdate"),
    "reference-forms": ignores("subject"),
    "reference-type": renames("subject:Group", "subject"),
    "chain": ignores("subject"),
    "has": ignores("_has"),
    "include": ignores("_include"),
    "revinclude": ignores("_revinclude"),
    "sort-ascending": misreads("_sort", lambda value: f"-{value}"),
    "sort-descending": misreads("_sort", lambda value: value.lstrip("-")),
    "count": ignores("_count"),
    "pages-walk": entries(lambda listed: listed[:-1], SEARCH),
    "pages-walk-sorted": entries(lambda listed: listed[::-1], SEARCH),
    "pages-while-writing": status({200: 410}, "_cursor"),
    "total-accurate": edit(lambda bundle: bundle.update(total=len(bundle["entry"])), SEARCH),
    "summary-count": ignores("_summary"),
    "elements": ignores("_elements"),
    "transaction-creates": entries(lambda listed: listed[1:] + listed[:1], TRANSACTION),
    "transaction-atomic": send(with_(type="batch"), TRANSACTION),
    "transaction-order": each(lambda entry: entry.pop("resource", None), TRANSACTION),
    "transaction-references": edit(with_(subject={"reference": "urn:uuid:0"}), OBSERVED),
    "transaction-conditional-reference": edit(with_(subject={}), OBSERVED),
    "transaction-conditional-reference-none": send(
        lambda b: [e["resource"].pop("subject", None) for e in b["entry"]] and b, TRANSACTION
    ),
    "transaction-if-none-exist": send(lambda b: every_request(b, "ifNoneExist"), TRANSACTION),
    "transaction-if-match": send(lambda b: every_request(b, "ifMatch"), TRANSACTION),
    "transaction-same-twice": send(parts_of(lambda listed: listed[:1]), TRANSACTION),
    "transaction-wrong-type": status({400: 500, 422: 500}, TRANSACTION),
    "batch-independent": send(with_(type="transaction"), TRANSACTION),
    "batch-outcome": each(lambda entry: entry["response"].pop("outcome"), TRANSACTION),
    "batch-reads": each(lambda entry: entry["resource"].update(entry=[]), TRANSACTION),
    "history-versions": entries(lambda listed: listed[::-1], HISTORY),
    "history-requests": each(without("request"), HISTORY),
    "history-deletion": entries(lambda listed: listed[1:], HISTORY),
    "history-paging": ignores("_count"),
    "history-since": ignores("_since"),
    "history-unknown": status({404: 200}),
    "history-type": entries(lose("2"), "^GET Patient/_history"),
    "history-system": entries(lose("2"), "^GET _history"),
    "validate-valid": edit(lambda r: r["issue"][0].update(severity="error"), "validate"),
    "validate-invalid": edit(with_(issue=[{"severity": "information", "code": "x"}]), "validate"),
    "validate-parameters": status({200: 400}, "validate"),
    "validate-stores-nothing": goes(r"Patient/\$validate", "Patient"),
    "meta-add-delete": pretend(200, "meta-delete"),
    "meta": edit(with_(parameter=[]), "meta"),
    "everything": entries(lambda listed: listed[:1], "everything"),
    "expand": edit(lambda r: r["expansion"]["contains"].pop(), "expand"),
    "expand-filter": ignores("filter"),
    "expand-unknown": status({400: 200, 404: 200, 422: 200}),
    "validate-code": misreads("code", lambda _: "female"),
    "lookup": misreads("code", lambda _: "female"),
    "subsumes": misreads("codeB", lambda _: "completed"),
    "translate": edit(lambda r: r["parameter"].pop(), "translate"),
    "error-unknown-type": status({404: 400}),
    "error-unknown-operation": status({400: 200, 404: 200, 405: 200, 501: 200}),
    "error-method": status({405: 200}),
    "error-valid-outcome": answer(
        lambda reply: setattr(reply, "body", reply.body.replace(b"not-found", b"lost")), READ
    ),
    "error-no-stack-trace": status({400: 500, 404: 500}),
}
