"""A terminology made of short definitions."""

from conformance.packages import Library
from conformance.terminology import Terminology


def resource(type_, url, **content):
    return {"resourceType": type_, "url": url, "status": "active", **content}


def terminology(*resources, supplements=(), core=False):
    library = Library.core() if core else Library()
    return Terminology(library.with_resources(resources), supplements)


def code_system(url="tree", codes=(), **content):
    concepts = [{"code": code, "display": code.title()} for code in codes]
    content = {"content": "complete", "caseSensitive": True, "concept": concepts, **content}
    return resource("CodeSystem", url, **content)


def value_set(url, *include, **compose):
    return resource("ValueSet", url, compose={"include": list(include), **compose})
