from conformance.says import Says, TextError


class XmlError(TextError):
    """XML that is no FHIR resource, or a resource that XML cannot carry."""

    def __init__(self, says: Says, line: int = 0, column: int = 0) -> None:
        super().__init__(says, line, column, f" (line {line})" if line else "")
