"""`fhir-server load`: files and folders of resources into a FHIR server.

    inputs.py    which files, in which order; what is inside them, one unit after another
    entries.py   what becomes of each kind of Bundle: entries with an id of their own
    delivery.py  units packed into batches, sent, and what the server answered
    state.py     which inputs are done, so that a run goes on where the last one stopped
    run.py       the passes over all inputs, and the tally
    command.py   the command line: options, progress bar, summary

**Loading again changes nothing but versions.** Whatever has no id gets one that follows from its
content, a POST becomes a PUT to that id, and references follow; conditional creates stay
conditional. **Nothing else is lost**: a file, line or entry that fails is reported with its place
and cause while all others are loaded. What the server refused is tried once more when all else is
there, and again as long as that helps, since it may have referred to what came later.

The loader speaks FHIR over HTTP, to any server or to this one in its own process: the same path.
"""

from .command import load

__all__ = ["load"]
