"""The generator: turns laws, statements and registers kept as YAML into the pages of a legal guide.

One direction only: load, decode, check, view, render, write. Nothing here knows MkDocs,
a particular law, or how many versions the site has.
"""
