"""Models: one file per wire format, all behind one method (`base.Provider`)."""

import sys

# httpx imports its command line where click, rich and Pygments happen to be installed: 92 modules and 5 MB that
# nothing here uses. It does without where that import fails. Remove when httpx imports its command line on first use.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type] - None is how Python spells "not to be imported"
