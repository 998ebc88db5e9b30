"""How this process keeps its memory: what a server does for as long as it runs."""

import ctypes
import gc

# Collections of garbage that walk all resources in flight cost more than they free.
GC_THRESHOLDS = (50_000, 20, 50)

# glibc's mallopt (malloc.h). Left alone, it gives each page-sized block back to the system and
# takes it again for the next answer: a Bundle of 200 KB was 250 us of page faults, and is 70 us.
M_TRIM_THRESHOLD, M_TOP_PAD, M_MMAP_THRESHOLD = -1, -2, -3
MALLOC_OPTIONS = (
    (M_TRIM_THRESHOLD, 64 << 20),
    (M_TOP_PAD, 8 << 20),
    (M_MMAP_THRESHOLD, 32 << 20),
)


def settle() -> None:
    """Call once all that stays is loaded: it is left out of collections from now on."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*GC_THRESHOLDS)
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:  # another libc has other ways
        for option, value in MALLOC_OPTIONS:
            mallopt(option, value)
