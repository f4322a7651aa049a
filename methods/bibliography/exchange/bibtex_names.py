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
    whole = "{" + escaped(wanted.get("family", "")) + "}"
    line = ""
    # A family name with small letters or “and” in it needs braces; the rest seldom does.
    for family, braces in ((escaped(parts[1]), ""), (whole, ""), (whole, "{}")):
        last = f"{escaped(parts[0])} {family}".strip()
        others = [escaped(text) for text in (suffix, given) if text or text is given]
        others = [f"{{{text}}}" if braces and text else text for text in others]
        line = ", ".join([last, *others])
        if _read(line) == wanted:
            break
    return line
