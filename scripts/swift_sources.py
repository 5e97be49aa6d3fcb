"""What the scripts about Swift sources share: files, imports and declarations, read by their form.

No compiler is asked, so a declaration must begin its line, as `swift format` writes it.
"""

import pathlib
import re
import sys

sys.dont_write_bytecode = True

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES = ROOT / "Sources"

IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)", re.MULTILINE)
DECLARATION = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*"
    r"((?:(?:public|open|package|internal|private|fileprivate|static|class|final|mutating|"
    r"nonmutating|indirect|nonisolated|override|convenience|required|lazy|weak|unowned|prefix|"
    r"postfix|infix|consuming|borrowing|unsafe|async)(?:\(\w+\))?\s+)*)"
    r"(func|var|let|init|struct|enum|class|actor|protocol|typealias|associatedtype|subscript|"
    r"extension|case)\b\s*([\w.]+|`\w+`|[^\s\w(]+(?=\s*[(<]))?")
TYPES = {"struct", "enum", "class", "actor", "protocol"}


class Declaration:
    """A declaration and where it stands; `owner` is the type around it, or ""."""

    def __init__(self, kind, name, line, owner, is_public, is_private, doc):
        self.kind, self.name, self.line, self.owner = kind, name, line, owner
        self.is_public, self.is_private = is_public, is_private
        self.doc = doc  # lines without "///", empty when there are none


class SourceFile:
    def __init__(self, path, module):
        self.path, self.module = path, module
        self.text = path.read_text()
        self.code = code_only(self.text)
        self.imports = set(IMPORT.findall(self.code))

    @property
    def folder(self):
        """The folder inside the module; "" for a file at its root."""
        folder = self.path.parent.relative_to(SOURCES / self.module)
        return "" if folder == pathlib.Path(".") else str(folder)

    @property
    def line_count(self):
        return self.text.count("\n")

    def declarations(self):
        return list(find_declarations(self.text.split("\n"), self.code.split("\n")))


def modules():
    """The Swift modules of Sources: a name to its files, both in alphabetical order."""
    found = {}
    for folder in sorted(path for path in SOURCES.iterdir() if path.is_dir()):
        files = sorted(folder.rglob("*.swift"))
        if files:
            found[folder.name] = [SourceFile(path, folder.name) for path in files]
    return found


def code_only(text):
    """The text with comments and the insides of strings blanked; lines stay where they are."""
    pieces, index = [], 0
    opening = re.compile(r'//|/\*|(#*)("""|")')
    while True:
        match = opening.search(text, index)
        if not match:
            return "".join(pieces) + text[index:]
        pieces.append(text[index:match.start()])
        if match[0] == "//":
            end = text.find("\n", match.end())
            end = len(text) if end < 0 else end
        elif match[0] == "/*":
            end = end_of_comment(text, match.end())
        else:
            end = end_of_string(text, match.end(), match[1], match[2])
        pieces.append(re.sub(r"[^\n]", " ", text[match.start():end]))
        index = end


def end_of_comment(text, index):
    depth = 1
    for match in re.compile(r"/\*|\*/").finditer(text, index):
        depth += 1 if match[0] == "/*" else -1
        if depth == 0:
            return match.end()
    return len(text)


def end_of_string(text, index, hashes, quotes):
    while index < len(text):
        if text.startswith(quotes + hashes, index):
            return index + len(quotes) + len(hashes)
        if text.startswith("\\" + hashes, index):
            index += 1 + len(hashes)
            if text.startswith("(", index):
                index = end_of_interpolation(text, index)
            else:
                index += 1
        else:
            index += 1
    return index


def end_of_interpolation(text, index):
    depth = 0
    while index < len(text):
        if text[index] == '"':
            quotes = '"""' if text.startswith('"""', index) else '"'
            index = end_of_string(text, index + len(quotes), "", quotes)
            continue
        depth += {"(": 1, ")": -1}.get(text[index], 0)
        index += 1
        if depth == 0:
            break
    return index


def find_declarations(lines, code):
    """Every declaration of types, extensions and their members; none inside of functions."""
    around = []  # what each open brace belongs to: (kind, name, is public) or None
    pending = None
    for number, line in enumerate(code):
        here = around[-1] if around else ("file", "", False)
        match = DECLARATION.match(line) if here else None
        if match and not pending:
            modifiers, kind, name = set(match[1].split()), match[2], match[3] or match[2]
            named = {"public", "open"} & modifiers
            private = bool({"private", "fileprivate"} & modifiers)
            lower = private or bool({"package", "internal"} & modifiers)
            inherits = here[2] and (kind == "case" or here[0] in {"protocol", "extension"})
            is_public = bool(named) or (inherits and not lower)
            if kind in TYPES or kind == "extension":
                pending = (kind, name, is_public)
            if kind != "extension" and not (kind == "case" and here[0] != "enum"):
                yield Declaration(
                    kind, name, number + 1, here[1], is_public, private, doc_above(lines, number))
        for brace in re.findall(r"[{}]", line):
            if brace == "{":
                around.append(pending)
                pending = None
            elif around:
                around.pop()


def doc_above(lines, number):
    """The doc comment over a line, attributes between them left out."""
    above = number - 1
    while above >= 0 and re.match(r"\s*@\w+(\(.*\))?\s*$", lines[above]):
        above -= 1
    doc = []
    while above >= 0 and lines[above].strip().startswith("///"):
        doc.append(lines[above].strip()[3:].strip())
        above -= 1
    return doc[::-1]
