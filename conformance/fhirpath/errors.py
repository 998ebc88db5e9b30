"""The one error of the engine."""


class FhirPathError(ValueError):
    """An expression that cannot be read, does not fit its model, or failed while it ran.

    `position` is the character of the expression it is about, counted from 0, where known.
    """

    def __init__(self, message: str, position: int | None = None) -> None:
        super().__init__(message if position is None else f"{message} (at character {position})")
        self.position = position
