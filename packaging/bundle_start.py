"""What the bundle runs: the same as the command `inara`."""

import os
import sys

# The bundle's own libraries are for this process. What it starts (a browser, a tool server, llama.cpp) has its own.
before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if before is not None:
    os.environ["LD_LIBRARY_PATH"] = before

from inara_desktop.__main__ import main  # noqa: E402

sys.exit(main())
