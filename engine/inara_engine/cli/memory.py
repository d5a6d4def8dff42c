"""`inara memory`: what is remembered, and folding it."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from inara_engine.cli import terminal
from inara_engine.cli.honest import shown, shown_lines
from inara_engine.cli.watching import DONE, WAITING
from inara_engine.face import Face, Proposal

__all__ = ["run"]


async def run(engine: Face, options: argparse.Namespace) -> int:
    """Run a verb; its exit status."""
    match options.verb:
        case "distill":
            return await _distill(engine, options)
        case "keep":
            kept = await engine.memory.keep(options.persona)
            if options.json:
                terminal.lines([{"message": kept}])
            else:
                terminal.line(kept)
        case "discard":
            await engine.memory.discard(options.persona)
        case _:
            await _show(engine, options)
    return DONE


async def _show(engine: Face, options: argparse.Namespace) -> None:
    report = await engine.memory.report(options.persona)
    if options.json:
        waits = report.proposal.model_dump() if report.proposal else None
        terminal.lines([{**asdict(report), "proposal": waits}])
        return
    for level, text in report.levels.items():
        terminal.line(f"{level}:")
        terminal.line(text or "(nothing)")
        terminal.line()
    for problem in report.problems:
        terminal.note(problem, terminal.BAD)
    if report.proposal is not None:
        terminal.note("A proposal waits: `inara memory keep` or `inara memory discard`.")


async def _distill(engine: Face, options: argparse.Namespace) -> int:
    if not options.json:
        terminal.note("Folding the journal and the notes; a model on this machine takes a while …", terminal.DIM)
    proposal = await engine.memory.distill(options.persona, options.model)
    if options.json:
        terminal.lines([proposal.model_dump()])
        return WAITING if proposal.changes else DONE
    _print(proposal)
    if not proposal.changes:
        return DONE
    if not terminal.can_ask():
        terminal.note("The proposal waits: `inara memory keep` or `inara memory discard`.")
        return WAITING
    if (await terminal.answer("Keep this? Type yes: ") or "").lower() != "yes":
        await engine.memory.discard(options.persona)
        terminal.note("Discarded; the memory is as it was.")
        return DONE
    terminal.line(await engine.memory.keep(options.persona))
    return DONE


def _print(proposal: Proposal) -> None:
    for change in proposal.changes:
        for text in shown_lines(change.diff):
            terminal.line(text)
    for text in proposal.left_out:
        terminal.note(f"Left out: {shown(text)}", terminal.BAD)
    for text in proposal.remarks:
        terminal.note(text)
