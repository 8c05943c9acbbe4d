"""What the browser on this D-Bus tells assistive technology of each figure in its page: a list of texts as JSON, a line a node.

Roles are those of ARIA where the browser passes them on, else AT-SPI's, in the spelling of its newer versions; nodes that are
there for their layout alone give way to what they hold.
"""

import json
import sys

import pyatspi

# Names that changed in AT-SPI 2.54, and what the two engines call alike things.
SPELLING = {"push button": "button", "status bar": "status", "table row": "row", "table cell": "cell", "entry": "text"}
LAYOUT = {"section", "paragraph", "panel", "grouping", "filler", "static", "text", "caption", "label"}
TOLD = ("colindex", "colcount", "rowindex", "rowcount", "posinset", "setsize", "level")


def attributes(node):
    return dict(pair.split(":", 1) for pair in node.getAttributes() if ":" in pair)


def words(node):
    """What a node says by itself, without what it holds."""
    try:
        text = node.queryText()
        return " ".join(text.getText(0, -1).replace("\ufffc", " ").split())
    except NotImplementedError:
        return ""


def write(node, depth, above, lines):
    known = attributes(node)
    plain = node.getRoleName()
    own = known.get("xml-roles", "").split(" ")[0]
    role = own or ("figure" if known.get("tag") == "figure" else SPELLING.get(plain, plain))
    held = [child for child in node if child is not None]
    # Where others are held, the text is theirs.
    said = words(node) if not held else ""
    name = " ".join((node.name or "").split()) or said
    if plain in LAYOUT and not node.name and not own:
        said = said or words(node)
        if said and said != above:
            lines.append("  " * depth + f'text "{said}"')
    else:
        state = node.getState()
        line = "  " * depth + role
        line += f' "{name}"' if name else ""
        line += f' says "{said}"' if said and said != name else ""
        line += "".join(f" {key}={known[key]}" for key in TOLD if key in known)
        if state.contains(pyatspi.STATE_EXPANDABLE):
            line += f" expanded={str(state.contains(pyatspi.STATE_EXPANDED)).lower()}"
        if state.contains(pyatspi.STATE_HAS_POPUP):
            line += " popup"
        line += f" ({node.description})" if node.description and node.description != name else ""
        lines.append(line)
        # The figure's name is its caption's; that is to be seen in its place.
        depth, above = depth + 1, "" if role == "figure" else name
    for child in held:
        write(child, depth, above, lines)


def figures(node, found):
    known = attributes(node)
    if "figure" in (known.get("xml-roles"), known.get("tag")):
        lines = []
        write(node, 0, "", lines)
        found.append("\n".join(lines) + "\n")
        return
    for child in node:
        if child is not None:
            figures(child, found)


def documents(node, found):
    """The pages below a node, not what is in them."""
    if node.getRoleName().startswith("document"):
        found.append(node)
        return
    for child in node:
        if child is not None:
            documents(child, found)


pages, found = [], []
for program in pyatspi.Registry.getDesktop(0):
    documents(program, pages)
for page in pages:
    figures(page, found)
json.dump(found, sys.stdout)
