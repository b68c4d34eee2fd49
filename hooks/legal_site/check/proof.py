"""The results of the proof can be shown: each check, figure and kind of page has its name in the interface."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from legal_site.check.rule import Context, Finding, OwnContext, OwnRule, Rule
from legal_site.load import Document, Loc
from legal_site.model.proof import Proof, interface_key
from legal_site.model.site import Interface
from legal_site.problems import did_you_mean


def names(key: str, document: Document, model: BaseModel | None, context: Context) -> Iterator[Finding]:
    """An id without a name in the interface."""
    interface = context.models.get("interface")
    if not isinstance(model, Proof) or not isinstance(interface, Interface):
        return
    for loc, kind, identifier in _named(model):
        text = interface_key(kind, identifier)
        if text not in interface.texts:
            near = did_you_mean(text, interface.texts)
            yield Finding(loc, f"is {identifier!r}, which has no name: add {text} to interface.yml{near}")


def _named(proof: Proof) -> Iterator[tuple[Loc, str, str]]:
    for index, check in enumerate(proof.checks):
        yield ("checks", index, "id"), "check", check.id
        for name in check.figures:
            yield ("checks", index, "figures", name), "figure", name
    for index, speed in enumerate(proof.speeds):
        yield ("speeds", index, "page"), "page", speed.page
        for name in speed.ours:
            yield ("speeds", index, "ours", name), "figure", name


def goals(key: str, document: Document, model: BaseModel | None, context: OwnContext) -> Iterator[Finding]:
    """A goal for a figure that is not there, or an answer in a version that the site does not have."""
    if not isinstance(model, Proof):
        return
    for index, check in enumerate(model.checks):
        for field in ("at_most", "at_least"):
            for name in getattr(check, field):
                if check.result != "not-run" and name not in check.figures:
                    yield Finding(("checks", index, field, name), f"is a goal for {name!r}, which has no figure")
    versions = [version.locale for version in context.site.versions] if context.site else []
    for index, speed in enumerate(model.speeds):
        if versions and speed.version not in versions:
            message = f"is {speed.version!r}, which is no version of this site{did_you_mean(speed.version, versions)}"
            yield Finding(("speeds", index, "version"), message)


OWN_RULES: tuple[OwnRule, ...] = (goals,)
RULES: tuple[Rule, ...] = (names,)
