"""What becomes of a call that a model asks for: it may run, a person is asked, or it has ended already.

An approval is bound to its action by a digest without a key. Who could forge the row of one writes the database as
the person, and so could ask their keyring for that key as well; and where there is no keyring there would be none.
"""

from __future__ import annotations

import logging
from typing import Any

from pydantic import ValidationError

from inara_engine.changed import changed
from inara_engine.deps import Deps
from inara_engine.errors import ToolError, UserError
from inara_engine.events import ArgumentsEdited, ConfirmationRequested, ToolFinished
from inara_engine.folding import apply
from inara_engine.messages import ToolCall
from inara_engine.nesting import is_deeper
from inara_engine.policy import Allow, Confirm, Deny
from inara_engine.running import LOST_WITH_QUESTION, Ready
from inara_engine.state import CallState, Flags, JobState
from inara_engine.tools.base import ToolContext, digest

__all__ = ["asked_anew", "context_of", "decide"]

_log = logging.getLogger(__name__)


async def asked_anew(
    state: JobState, deps: Deps, call: CallState, arguments: dict[str, Any], by: str
) -> tuple[ArgumentsEdited, ConfirmationRequested]:
    """A waiting call with other arguments: the change, and the question about what it would do now.

    Raises: UserError where the arguments don't fit or what they amount to is refused.
    """
    if is_deeper(arguments):
        raise UserError("These arguments are nested too deeply.", next_step="The call waits as it was.")
    edit = ArgumentsEdited(call_id=call.call.call_id, arguments=arguments, by=by)
    edited = apply(state, edit).find(call.call.call_id)
    verdict = (
        await decide(edited, deps, context_of(deps, state, deps.earlier.union(state.flags)))
        if edited is not None
        else None
    )
    match verdict:
        case ConfirmationRequested():
            return edit, verdict
        case ToolFinished(output=problem):
            raise UserError(problem, next_step="The call waits as it was.")
        case _:
            raise UserError("This call no longer waits.")


def context_of(deps: Deps, state: JobState, flags: Flags) -> ToolContext:
    """What a call may use, once these flags are set and the job has got so far."""
    if deps.given_urls is None:
        return changed(deps.context, flags=flags)
    return changed(deps.context, flags=flags, given_urls=deps.given_urls(state))


async def decide(state: CallState, deps: Deps, context: ToolContext) -> Ready | ConfirmationRequested | ToolFinished:
    """What becomes of one call: it is resolved by its tool, then judged; nothing is done yet."""
    call = state.call
    if state.phase == "declined":
        return ToolFinished(call_id=call.call_id, outcome="declined", output=state.answer_reason)
    tool = deps.tools.get(call.name)
    if state.phase == "running" and not (tool is not None and tool.repeatable):
        asked = LOST_WITH_QUESTION if state.questions else ""
        return ToolFinished(call_id=call.call_id, outcome="unknown", output=asked)
    if tool is None and state.phase == "approved":
        output = f"The settings don't allow {call.name} any more."
        return ToolFinished(call_id=call.call_id, outcome="denied", output=output)
    if tool is None:
        known = ", ".join(deps.tools) or "none"
        return _failed(call, f"There is no tool named {call.name!r}. The tools here are: {known}.")
    if call.malformed is not None:
        return _failed(call, "The arguments are not a JSON object. Send them again as one.")
    try:
        arguments = tool.arguments.model_validate(call.arguments)
        action = await tool.prepare(context, arguments)
    except ValidationError as error:
        return _failed(call, _invalid(error))
    except ToolError as error:
        return _failed(call, str(error))
    except Exception:  # noqa: BLE001 - the border to a tool: its fault must not end the job
        _log.exception("the tool %s could not be prepared", tool.name)
        return _failed(call, "The tool could not be prepared (a fault in Inara, now in its log). Nothing was done.")
    bound = digest(tool, call.call_id, arguments, action)
    approved = state.phase == "approved" and state.digest == bound
    decision = deps.judge(tool.name, action, context.flags, approved=approved)
    if isinstance(decision, Allow) and state.edited and not approved:
        decision = Confirm("You changed what it is given.")
    match decision:
        case Allow(by=by, rule=rule):
            allowed_by = state.answered_by if by == "person" else by
            return Ready(call, tool, arguments, action, context, allowed_by, rule, bound)
        case Deny(reason=reason):
            return ToolFinished(call_id=call.call_id, outcome="denied", output=reason, digest=bound)
        case Confirm(reason=reason):
            if state.phase == "approved":
                reason = f"What it would do has changed since you approved it. {reason}"
            return ConfirmationRequested(
                call_id=call.call_id,
                digest=bound,
                action=action,
                reason=reason,
                because=decision.because,
                offers=decision.offers,
                expires_at=deps.clock() + deps.questions_expire_s if deps.questions_expire_s else None,
            )


def _failed(call: ToolCall, message: str) -> ToolFinished:
    return ToolFinished(call_id=call.call_id, outcome="failed", output=message)


def _invalid(error: ValidationError) -> str:
    """What is wrong with a call's arguments, short enough for a model to act on."""
    problems = [
        f"{'.'.join(str(part) for part in item['loc']) or 'arguments'}: {item['msg']}"
        for item in error.errors(include_url=False, include_input=False)[:5]
    ]
    return "The arguments do not fit the tool's schema: " + "; ".join(problems)
