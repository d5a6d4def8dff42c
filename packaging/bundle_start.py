"""What the bundle runs: the same as the command `inara`."""

import sys

from inara_desktop.__main__ import main

sys.exit(main())
