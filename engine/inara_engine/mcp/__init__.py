"""Servers that offer tools over the Model Context Protocol, with the official SDK.

The SDK takes seconds to import and parses whatever a server sends, so both happen in a thread of their own
(`worker`) that exists only once a server is spoken to. `connection` and what it imports belong to that thread;
everything else here knows plain values only. What a server offers is remembered (`catalogue`), so that jobs are
offered its tools without starting it.
"""
