"""The order of the readers: each step says what it needs and what it gives, and a plan is checked when it is built."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

W = TypeVar("W")


class Step(NamedTuple, Generic[W]):
    """One reader in the pipeline. needs, gives: names of what is on the desk; run: puts what it gives there."""

    name: str
    needs: frozenset[str]
    gives: frozenset[str]
    run: Callable[[W], None]


def check_order(steps: Iterable[Step[W]], given: Iterable[str]) -> None:
    """Raise ValueError where a step needs what nothing before it gives, or gives what is there already."""
    there = set(given)
    for step in steps:
        missing = step.needs - there
        if missing:
            raise ValueError(f"step {step.name} needs {', '.join(sorted(missing))}, which no step before it gives")
        if step.gives & there:
            raise ValueError(f"step {step.name} gives {', '.join(sorted(step.gives & there))} a second time")
        there |= step.gives


def choose_steps(steps: tuple[Step[W], ...], wanted: frozenset[str]) -> tuple[Step[W], ...]:
    """The steps without which `wanted` cannot be given, in their order."""
    needed = set(wanted)
    chosen = []
    for step in reversed(steps):
        if step.gives & needed:
            chosen.append(step)
            needed |= step.needs
    return tuple(reversed(chosen))
