"""What others made and the checkout carries as files, not as packages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Vendored:
    """A work of others: its licence by its SPDX name, and where the licence's text stands."""

    name: str
    version: str
    licence: str
    text: str
    npm: str | None = None
    """Its name in the registry of npm, by which known weaknesses are looked up."""


VENDORED = (
    Vendored("MiniSearch", "7.2.0", "MIT", "hooks/legal_site/theme/assets/minisearch.LICENSE.txt", npm="minisearch"),
    Vendored("Noto Serif", "2.004", "OFL-1.1", "hooks/legal_site/fonts/OFL.txt"),
)
