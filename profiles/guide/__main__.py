"""`python -m profiles.guide`: write the pages into a folder."""

import argparse
import sys
from pathlib import Path

from . import __doc__ as about
from . import paths, render


def write(folder: Path) -> int:
    """Write every page; returns how many files there are."""
    written = list(paths())
    for path in written:
        text = render(path)
        assert text is not None
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return len(written)


def main() -> None:
    """Write the pages and say where."""
    parser = argparse.ArgumentParser("python -m profiles.guide", description=about)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(".build/guide"))
    folder = parser.parse_args().folder
    number = write(folder)
    sys.stdout.write(f"{folder / 'index.html'}: {number} files\n")


if __name__ == "__main__":
    main()
