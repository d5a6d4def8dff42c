"""A start that puts a backup back and is killed (SIGKILL) right before its n-th change of the disk.

`python -m tests.support.victim_of_restoring N` ends with 0 where there are fewer.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from itertools import count

from inara_engine.home import find_home
from inara_engine.restoring import put_back

CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.copyfile", "os.truncate"}


def kill_before(nth: int) -> None:
    """From here on, at the n-th change."""
    changes = count(1)

    def heed(event: str, arguments: tuple[object, ...]) -> None:
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if (writes or event in CHANGES) and next(changes) == nth:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(heed)


if __name__ == "__main__":
    home = find_home()
    home.ensure()
    kill_before(int(sys.argv[1]))
    put_back(home, time.time())
