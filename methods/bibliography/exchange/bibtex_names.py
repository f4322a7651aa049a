"""Names as BibTeX writes them: “von Last, Jr, First and {An organisation}”."""

from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)

from .latex import balanced, escaped, plain

Name = dict[str, str]


def read_names(latex: str) -> list[Name]:
    """Return the names of a field as CSL has them; “and others” is left out."""
    found = []
    for one in split_multiple_persons_names(" ".join(latex.split())):
        if one.lower() != "others" and (name := _read(one)):
            found.append(name)
    return found


def write_names(names: list[Name]) -> str:
    """Return the names as one field."""
    return " and ".join(_write(name) for name in names)


def _read(latex: str) -> Name:
    if latex.startswith("{") and latex.endswith("}") and balanced(latex[1:-1]):
        return {"literal": plain(latex)}
    parts = parse_single_name_into_parts(latex, strict=False)
    name = {
        "family": plain(" ".join(parts.last)),
        "given": plain(" ".join(parts.first)),
        "non-dropping-particle": plain(" ".join(parts.von)),
        "suffix": plain(" ".join(parts.jr)),
    }
    name = {part: text for part, text in name.items() if text}
    return name if name.get("family") else ({"literal": plain(latex)} if plain(latex) else {})


def _write(name: Name) -> str:
    if name.get("literal"):
        return "{" + escaped(name["literal"]) + "}"
    given = " ".join(filter(None, (name.get("given"), name.get("dropping-particle"))))
    parts = [name.get("non-dropping-particle", ""), name.get("family", ""), given]
    suffix = name.get("suffix", "")
    wanted = dict(
        zip(("non-dropping-particle", "family", "given", "suffix"), (*parts, suffix), strict=True)
    )
    wanted = {part: text for part, text in wanted.items() if text}
    for protect in (lambda text: escaped(text), lambda text: "{" + escaped(text) + "}"):
        particle, family, first = (protect(text) if text else "" for text in parts)
        # A particle is told by its small letter: braces would hide it.
        last = f"{escaped(parts[0])} {family}".strip() if particle else family
        line = ", ".join([last, *([protect(suffix)] if suffix else []), first])
        if _read(line) == wanted:
            return line
    return line
