from conformance.says import Says


class XmlError(ValueError):
    """XML that is no FHIR resource, or a resource that XML cannot carry.

    `says` is one plain clause in both languages, `message` the English one; `line` and `column`
    count from 1 and are 0 where there is no place.
    """

    def __init__(self, says: Says, line: int = 0, column: int = 0) -> None:
        self.says = says
        self.message = says.english[:300]
        self.line = line
        self.column = column
        super().__init__(f"{self.message} (line {line})" if line else self.message)
