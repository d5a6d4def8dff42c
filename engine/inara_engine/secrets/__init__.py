"""Keys and tokens: in the system's keyring, or in memory for this run, and nowhere else."""

from inara_engine.secrets.backends import find_backend
from inara_engine.secrets.base import Backend, KeyringFailed
from inara_engine.secrets.secrets import Kept, KeyringUnavailable, Secrets, SecretsState

__all__ = ["Backend", "Kept", "KeyringFailed", "KeyringUnavailable", "Secrets", "SecretsState", "find_backend"]
