class XmlError(ValueError):
    """XML that is no FHIR resource, or a resource that XML cannot carry.

    `message` is one plain clause; `line` counts from 1 and is 0 where there is no line.
    """

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(f"{message} (line {line})" if line else message)
        self.message = message
        self.line = line
