"""The load driver `wrk`, used for requests without a body where it is installed."""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence

from .driver import Result

# Requests are ready-made; results come as microseconds.
SCRIPT = """
local requests, n = {{{requests}}}, 0
request = function()
  n = n % #requests + 1
  return requests[n]
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("\\nresult %d %d %d %d %d %d\\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), latency.max,
    e.connect + e.read + e.write + e.status + e.timeout))
end
"""


def is_installed() -> bool:
    """Whether there is a `wrk` on PATH."""
    return shutil.which("wrk") is not None


def drive(
    address: tuple[str, int], requests: Sequence[bytes], concurrency: int, seconds: float
) -> Result:
    """Send requests over `concurrency` connections for at least a second."""
    quoted = ",".join(json.dumps(r.decode()) for r in requests)  # Lua has the same escapes
    script = SCRIPT.format(requests=quoted)
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as file:
        file.write(script)
        file.flush()
        command = ["wrk", "-t1", f"-c{concurrency}", f"-d{max(round(seconds), 1)}s", "-s"]
        told = subprocess.run(
            [*command, file.name, "http://{}:{}/".format(*address)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    figures = told.rpartition("result ")[2].split()
    count, micros, p50, p99, slowest, failed = map(float, figures)
    failures = [f"wrk counts {failed:.0f} errors"] if failed else []
    return Result(int(count), count / micros * 1e6, p50 / 1e6, p99 / 1e6, slowest / 1e6, failures)
