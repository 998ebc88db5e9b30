"""Become another program that ends when the process that started this one ends.

`python -I -S launch.py PARENT_PID PROGRAM ARGUMENT...`: on Linux the kernel sends SIGTERM to the
program when its parent dies, however violently. The wish outlives `exec`, so this small step in
between does what a `preexec_fn`, unsafe beside threads, would otherwise have to do.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def die_with_parent(parent: int, number: int = signal.SIGTERM) -> None:
    """Have `number` sent to this process when the thread that started it ends.

    `parent` is the expected parent process; raises SystemExit if that one has already gone.
    Does nothing where the kernel is not Linux.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, number)
    if os.getppid() != parent:
        raise SystemExit(1)


def main() -> None:
    """Run the program named on the command line in this process."""
    parent, program, *arguments = sys.argv[1:]
    die_with_parent(int(parent))
    try:
        os.execv(program, [program, *arguments])  # noqa: S606
    except OSError as error:
        raise SystemExit(f"{program}: {error.strerror}") from None


if __name__ == "__main__":
    main()
