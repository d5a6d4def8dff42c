"""What happens to a plugin whose import fails."""

import a_module_that_nobody_has  # noqa: F401


def tools() -> list[object]:
    return []
