"""Personas: who answers, as a folder of Markdown files the person can read and edit.

    personas/<name>/identity.md    who answers, in which voice               tier 1 and up
    personas/<name>/profile.md     about the person                          tier 2 and up
    personas/<name>/memory/*.md    what is remembered, see `memory`          tier 2 and up
    personas/<name>/papers/*.md    longer texts the persona should know      tier 3
    personas/<name>/journal/*.md   finished turns, read by `recall` only

`Personas` finds and loads them, `sections` says what of one a model is told. Inara, the default
persona, comes with the app; a file of hers in the person's own folder takes the place of the built-in one.
"""

from inara_engine.personas.editing import PersonaFile
from inara_engine.personas.persona import DEFAULT, Paper, Persona
from inara_engine.personas.personas import Personas
from inara_engine.personas.sections import Budgets, Include, Part, Told, told, weighed

__all__ = ["DEFAULT", "Budgets", "Include", "Paper", "Persona", "PersonaFile", "Personas", "Told", "told"]
__all__ = [
    "DEFAULT",
    "Budgets",
    "Include",
    "Paper",
    "Part",
    "Persona",
    "PersonaFile",
    "Personas",
    "Told",
    "told",
    "weighed",
]
