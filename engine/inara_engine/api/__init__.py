"""The loopback interface: HTTP and server-sent events for other programs on this machine.

It stands on Starlette (routes, requests) and uvicorn's connections over h11. Of the maintained ASGI
stacks they are the ones the others are built on and tested with, and cost least: together under 50 ms
of import, paid where the interface is enabled, and pure Python. Only uvicorn's connection class is
used, on the loop that runs already: its own server would take over the process's signals and wake up
ten times a second, which a window's loop has no use for. Hypercorn brings HTTP/2 and three more packages
along; aiohttp's server, which we have, is no ASGI.
"""

from inara_engine.api.server import Limits, LoopbackServer, token

__all__ = ["Limits", "LoopbackServer", "token"]
