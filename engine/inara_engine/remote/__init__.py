"""The engine's face over a local socket: one process has the data open, others go through it.

Frames are JSON lines. A request is {"id", "call", "args"}; answers are {"id", "result"},
{"id", "error": {"kind", "message", "next_step"}} or, for `follow`, any number of {"id", "event"}
and then {"id", "end"}. {"stop": id} ends a follow. `hello` is answered at once, so that who connects knows the other
side is awake. Only the same user can connect: the socket lies
in a private folder and the peer's user id is checked.
"""

from inara_engine.remote.client import RemoteEngine
from inara_engine.remote.frames import Summons
from inara_engine.remote.server import SocketServer

__all__ = ["RemoteEngine", "SocketServer", "Summons"]
