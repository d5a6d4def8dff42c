"""What the operating system refused, in words a person and a model can act on."""

from __future__ import annotations

import errno
from collections.abc import Generator
from contextlib import contextmanager

from inara_engine.errors import ToolError

__all__ = ["explained", "plain"]

_WORDS = {
    errno.ENOENT: ("There is no {shown}.", "list_files shows what is there."),
    errno.EACCES: ("You have no permission for {shown}.", "Ask the person to change its permissions, or use another."),
    errno.EPERM: ("The system doesn't permit this for {shown}.", "Use another file or folder."),
    errno.ENOSPC: ("The disk is full: {shown} is as it was.", "Free some space, then try again."),
    errno.EDQUOT: ("The disk quota is used up: {shown} is as it was.", "Free some space, then try again."),
    errno.EROFS: ("{shown} lies on a disk that is read-only.", "Use another folder."),
    errno.EFBIG: ("{shown} would become larger than this disk or account allows.", "Write less."),
    errno.ENAMETOOLONG: ("The name of {shown} is too long for this disk.", "Use a shorter name."),
    errno.EISDIR: ("{shown} is a folder.", "Name a file in it; list_files shows what is there."),
    errno.ENOTDIR: ("A part of {shown} is not a folder, or changed since it was looked at.", "Look again, then retry."),
    errno.ELOOP: ("A part of {shown} became a link since it was looked at.", "Look again, then retry."),
    errno.EEXIST: ("{shown} exists already.", "Use another name, or say that it may be overwritten."),
    errno.EMFILE: ("Too many files are open.", "Try again in a moment."),
    errno.EIO: ("The disk reported an error at {shown}.", "Check the disk; the file may be damaged."),
    errno.ESTALE: ("The network folder of {shown} is gone.", "Connect it again, then retry."),
    errno.ENXIO: ("{shown} is not an ordinary file.", "Only ordinary files are read and written."),
}


def plain(error: OSError, shown: str) -> ToolError:
    """`error` as a ToolError about the place `shown`."""
    words, next_step = _WORDS.get(error.errno or 0, ("{shown}: " + (error.strerror or str(error)) + ".", ""))
    return ToolError(words.format(shown=shown), next_step=next_step)


@contextmanager
def explained(shown: str) -> Generator[None]:
    """Turn an OSError in the block into a ToolError about `shown`."""
    try:
        yield
    except OSError as error:
        raise plain(error, shown) from error
