"""The schemas of the crate's answers to the classes of `tracuu/_answers.py`: `python answers.py` writes them anew."""

from __future__ import annotations

import json
import re
import sys
import textwrap
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent / "tracuu"
FILE = PACKAGE / "_answers.py"

HEAD = '''"""What an archive answers: made by `answers.py` from the types of the crate, not by hand.

Days and times are in ISO 8601; spans and highlights count letters, as the indices of a string do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from ._row import Row
'''

# names of the crate that say in Python something else, or nothing
NAMES = {
    "Candidates": "Numbered",
    "DateFields": "Dated",
    "Indexed": "Summary",
    "NamedLines": "NamedPeople",
    "RegisterFields": "RegisterEntry",
    "Shown": "Document",
    "ShownLine": "Line",
    "State": "Status",
    "TextMention": "Mention",
    "TextToken": "Token",
}

# the list of an answer that its rows are
LISTS = {
    "Answer": "hits",
    "Document": "lines",
    "NamedPeople": "people",
    "Numbered": "candidates",
    "Register": "numbers",
    "Roll": "people",
    "Timeline": "moments",
}

# the id of a query stands in files of queries only
LEFT_OUT = {("Answer", "id")}

SIMPLE = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}


def class_name(definition: str) -> str:
    return NAMES.get(definition) or re.sub("(Fields|Lines?)$", "", definition)


def attribute(name: str) -> str:
    return "from_" if name == "from" else name


class Field:
    """A field: its type, and the expression that makes a value of what JSON has."""

    def __init__(self, schema: Any, definitions: dict[str, Any]) -> None:
        self.definitions = definitions
        self.type, self.made, self.empty = self.read(schema)

    def read(self, schema: Any) -> tuple[str, str, str]:
        """The type, the expression over `it`, and what stands for what is left out."""
        if schema is True or not isinstance(schema, dict):
            return "dict[str, Any]", "it", "None"
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[1]
            definition = self.definitions[name]
            if "properties" in definition:
                return class_name(name), f"{class_name(name)}._of(it)", "None"
            return self.read(definition)
        if "anyOf" in schema:
            return self.read_any(schema["anyOf"])
        kinds = schema.get("type")
        if isinstance(kinds, list):
            kind, made, _ = self.read({**schema, "type": next(kind for kind in kinds if kind != "null")})
            return f"{kind} | None", made if made == "it" else f"None if it is None else {made}", "None"
        if kinds == "array" and "prefixItems" in schema:
            return f"tuple[{', '.join(self.read(item)[0] for item in schema['prefixItems'])}]", "tuple(it)", "None"
        if kinds == "array":
            kind, made, _ = self.read(schema["items"])
            return f"list[{kind}]", "it" if made == "it" else f"[{made} for it in it]", "[]"
        if kinds == "object":
            return f"dict[str, {self.read(schema['additionalProperties'])[0]}]", "it", "{}"
        return SIMPLE[kinds], "it", "False" if kinds == "boolean" else "None"

    def read_any(self, choices: list[Any]) -> tuple[str, str, str]:
        told = [self.read(choice) for choice in choices if choice != {"type": "null"}]
        is_optional = len(told) < len(choices)
        kind = " | ".join(kind for kind, _, _ in told) + (" | None" if is_optional else "")
        made = [made for _, made, _ in told if made != "it"]
        if len(told) > 2:
            # which of them tells the kind beside it
            return kind, "VALUES[told['kind']](it)", "None"
        made_of = made[0] if len(told) == 1 else f"it if isinstance(it, str) else {made[0]}"
        return kind, f"None if it is None else {made_of}" if is_optional else made_of, "None"


def class_of(name: str, schema: Any, definitions: dict[str, Any]) -> str:
    required = schema.get("required", [])
    names = required + [name for name in schema["properties"] if name not in required]
    lines = ["", "", "@dataclass(slots=True)", f"class {name}(Row):"]
    lines.append(f'    """{one_line(schema["description"])}"""')
    lines.append("")
    values = []
    for field_name in names:
        if (name, field_name) in LEFT_OUT:
            continue
        told = schema["properties"][field_name]
        field = Field(told, definitions)
        is_required = field_name in required
        kind = field.type
        if not is_required and field.empty == "None" and not kind.endswith("| None"):
            kind += " | None"
        lines.append(f"    {attribute(field_name)}: {kind}")
        about = told.get("description") if isinstance(told, dict) else None
        if about:
            lines.extend(textwrap.wrap(f'"""{one_line(about)}"""', 110, initial_indent="    ", subsequent_indent="    "))
        values.append(value_of(field_name, field, is_required))
    lines += ["", "    @classmethod", f"    def _of(cls, told: dict[str, Any]) -> {name}:", "        return cls("]
    lines += [f"            {value}," for value in values] + ["        )"]
    if name in LISTS:
        main = LISTS[name]
        item = Field(schema["properties"][main], definitions).type[len("list[") : -1]
        lines += [
            "",
            "    def to_dicts(self) -> list[dict[str, Any]]:",
            f'        """Its {main} as rows of a table."""',
            f"        return [each.to_dict() for each in self.{main}]",
            "",
            f"    def __iter__(self) -> Iterator[{item}]:",
            f"        return iter(self.{main})",
            "",
            "    def __len__(self) -> int:",
            f"        return len(self.{main})",
        ]
    return "\n".join(lines)


def value_of(name: str, field: Field, is_required: bool) -> str:
    """The expression that makes the value of a field from the object `told`."""
    it = f'told["{name}"]' if is_required else f'told.get("{name}", {field.empty})'
    if not is_required and field.empty == "None":
        it = f'told.get("{name}")'
    made = field.made
    if made == "it":
        return it
    if made.startswith("[") and made.endswith(" for it in it]"):
        return made.removesuffix(" in it]") + f" in {it}]"
    if made.startswith("None if it is None"):
        made = made.removeprefix("None if it is None else ")
        return f"None if (it := {it}) is None else {made}"
    if made.startswith("it if isinstance"):
        return f"it if isinstance(it := {it}, str) else {made.split(' else ')[1]}"
    made = made.replace("'", '"')
    if is_required or field.empty != "None":
        return re.sub(r"\bit\b", lambda _: it, made)
    return f"None if (it := {it}) is None else {made}"


def one_line(text: str) -> str:
    return " ".join(text.split())


def text(schemas: str) -> str:
    """The file, made of what the extension module tells of its answers."""
    told = json.loads(schemas)
    definitions = told["$defs"]
    classes = {class_name(name): each for name, each in definitions.items() if "properties" in each}
    kinds = sorted(name for name in classes if name.endswith("Value"))
    made = [HEAD.rstrip("\n")] + [class_of(name, classes[name], definitions) for name in sorted(classes)]
    values = "".join(f'    "{kind.removesuffix("Value").lower()}": {kind}._of,\n' for kind in kinds)
    made.append(f"\n\nVALUES: dict[str, Callable[[dict[str, Any]], Any]] = {{\n{values}}}\n")
    names = "".join(f'    "{name}",\n' for name in sorted(classes))
    made.append(f"__all__ = [\n{names}]\n")
    return "\n".join(made)


if __name__ == "__main__":
    # the package itself cannot be imported while its answers are not written
    sys.path.insert(0, str(PACKAGE))
    from _native import schemas  # type: ignore[import-not-found]

    FILE.write_text(text(schemas()), encoding="utf-8")
