"""Ids for models that are added: from the name their server gives them."""

from __future__ import annotations

import re
from collections.abc import Container

__all__ = ["new_id"]

LONGEST = 40


def new_id(model: str, known: Container[str]) -> str:
    """An id for [models.<id>] from the server's name for the model, not taken yet."""
    name = re.sub(r"[^a-z0-9_-]+", "-", model.lower()).strip("-")[:LONGEST] or "model"
    number, model_id = 1, name
    while model_id in known:
        number += 1
        model_id = f"{name}-{number}"
    return model_id
