"""What a folder holds, in a form that can be compared: files by digest, databases by their rows.

Row numbers, page layouts and write-ahead logs do not count; an empty library is no library. What
stopped runs leave under `.flint-tmp-…` is looked at apart (`leftovers`).
"""

import hashlib
import os
import pathlib
import re
import shutil
import sqlite3
import stat
import tempfile

LEFTOVER = ".flint-tmp-"
COMPANIONS = ("-wal", "-shm", "-journal")

# Of each table the columns that only number rows, and which rows they name.
NUMBERS = {
    "posts": {"id": None}, "slides": {"post": "posts"}, "tags": {"post": "posts"},
    "authorizations": {"id": None, "post": "posts"}, "shares": {"authorization": "authorizations"},
    "applications": {"authorization": "authorizations"},
    "extensions": {"authorization": "authorizations"},
    "ads": {"id": None, "post": "posts", "authorization": "authorizations"},
    "runs": {"ad": "ads"}, "metrics": {"id": None, "ad": "ads"},
    # Who did it is asked of the system, which may refuse to say.
    "events": {"id": None, "by": None}, "search_content": {"id": None},
}
# As harnesses and story name them; pages for browsers name the files they show.
RUN = re.compile(rb"(?:/[\w.-]+)+/(?:world|start|after-\d+)(?=/)")
# Of FTS5, whose own tables say the same as search_content.
SKIPPED = {"search", "search_data", "search_idx", "search_docsize", "search_config",
           "sqlite_sequence", "sqlite_stat1"}


def state(folder):
    """`{unit: {item: value}}`: a unit is a post, or all that belongs to none.

    The database is read from a copy, so that looking changes nothing.
    """
    folder = pathlib.Path(folder)
    units = {}
    for path in _files(folder):
        name = str(path.relative_to(folder))
        if LEFTOVER in name or name.endswith(COMPANIONS):
            continue
        if name.endswith(".sqlite"):
            _add(units, name, _rows_of_file(path))
        elif name.endswith(".flint"):
            _add(units, name, _rows_of_backup(path))
        else:
            units.setdefault(_unit_of_path(name), {})[name] = _value(path)
    return units


def standing(now, before, after):
    """Where a state stands: "before", "after", "part" (each unit is one of both) or "neither"."""
    if now == before:
        return "before"
    if now == after:
        return "after"
    units = now.keys() | before.keys() | after.keys()
    whole = all(
        now.get(unit, {}) in (before.get(unit, {}), after.get(unit, {})) for unit in units)
    return "part" if whole else "neither"


def without_events(units):
    """A state without what was noted of how it came about."""
    return {
        unit: {item: value for item, value in items.items() if ".sqlite events " not in item}
        for unit, items in units.items()}


def mismatch(now, meant, limit=6):
    """The items that are not what they are meant to be; for eyes."""
    lines = []
    for unit in sorted(now.keys() | meant.keys()):
        new, old = now.get(unit, {}), meant.get(unit, {})
        for item in sorted(new.keys() | old.keys()):
            if new.get(item) != old.get(item):
                word = "missing" if item not in new else "extra" if item not in old else "differs"
                lines.append(f"{word}: {item}"[:110])
    return lines[:limit] + (["…"] if len(lines) > limit else [])


def difference(now, before, after, limit=4):
    """What of a state is as neither before nor after, and what is as which; for eyes."""
    lines = []
    for unit in sorted(now.keys() | before.keys() | after.keys()):
        sides = [side.get(unit, {}) for side in (now, before, after)]
        for item in sorted(set().union(*sides)):
            new, old, meant = (side.get(item) for side in sides)
            if old == meant and new == old:
                continue
            kind = "before" if new == old else "after" if new == meant else "neither"
            lines.append(f"{kind}: {item}"[:110])
    return lines[:limit] + (["…"] if len(lines) > limit else [])


def listing(folder):
    """Every name with mode and bytes: two equal listings are two equal folders."""
    folder = pathlib.Path(folder)
    return {
        str(path.relative_to(folder)): (path.lstat().st_mode, _value(path))
        for path in [*_files(folder), *_folders(folder)]}


def leftovers(folder):
    """The outermost `.flint-tmp-…` in it, and those of them that others can read."""
    folder = pathlib.Path(folder)
    found, open_to_others = set(), set()
    for path in [*_files(folder), *_folders(folder)]:
        parts = path.relative_to(folder).parts
        outer = next((i for i, part in enumerate(parts) if part.startswith(LEFTOVER)), None)
        if outer is None:
            continue
        name = str(pathlib.Path(*parts[:outer + 1]))
        found.add(name)
        is_empty = not any(path.iterdir()) if path.is_dir() else path.lstat().st_size == 0
        above = [folder.joinpath(*parts[:count]) for count in range(1, outer + 1)]
        if len(parts) == outer + 1 and not is_empty and all(map(_is_open, [path, *above])):
            open_to_others.add(name)
    return found, open_to_others


def _is_open(path):
    return stat.S_IMODE(path.lstat().st_mode) & 0o077 != 0


def _add(units, name, rows):
    for unit, item, value in rows:
        units.setdefault(unit, {})[f"{name} {item}"] = value


def _files(folder):
    return [
        pathlib.Path(root) / name for root, _, names in os.walk(folder) for name in sorted(names)]


def _folders(folder):
    return [
        pathlib.Path(root) / name for root, names, _ in os.walk(folder) for name in sorted(names)]


def _value(path):
    """The digest of a file, without the names of the folders that runs are in."""
    if path.is_symlink():
        return "link to " + os.readlink(path)
    if path.is_dir():
        return "folder"
    return hashlib.sha256(RUN.sub(b".", path.read_bytes())).hexdigest()


def _unit_of_path(name):
    parts = name.split("/")
    return "/".join(parts[:3]) if len(parts) > 3 and parts[1] == "posts" else ""


def _rows_of_file(path):
    with tempfile.TemporaryDirectory(dir=SCRATCH) as copy:
        copied = pathlib.Path(copy) / "library.sqlite"
        for suffix in ("", "-wal"):
            source = pathlib.Path(str(path) + suffix)
            if source.exists():
                shutil.copyfile(source, str(copied) + suffix)
        return _rows(copied, path.parent.name)


def _rows_of_backup(path):
    rows = []
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        for name, mode, size, data in connection.execute("SELECT name, mode, sz, data FROM sqlar"):
            if name.endswith(".sqlite"):
                with tempfile.TemporaryDirectory(dir=SCRATCH) as copy:
                    copied = pathlib.Path(copy) / "library.sqlite"
                    copied.write_bytes(data)
                    rows += [("", f"{name} {item}", value) for _, item, value in _rows(copied, "")]
            elif not name.endswith("/"):
                digest = hashlib.sha256(data or b"").hexdigest()
                rows.append(("", name, f"{mode} {size} {digest}"))
        connection.close()
    except sqlite3.Error as error:
        return [("", "", f"unreadable: {error}")]
    return rows


def _rows(path, library):
    """Each row as unit, name and value; ids are replaced by the keys that they stand for."""
    connection = sqlite3.connect(path)
    try:
        check = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if check != "ok":
            return [("", "", f"damaged: {check}")]
        return list(_each_row(connection, library))
    except sqlite3.Error as error:
        return [("", "", f"unreadable: {error}")]
    finally:
        connection.close()


def _each_row(connection, library):
    connection.row_factory = sqlite3.Row
    names = {table: {} for table in ("posts", "authorizations", "ads")}
    posts = {}
    for table in names:
        if not connection.execute(
                "SELECT 1 FROM sqlite_master WHERE name = ?", [table]).fetchone():
            continue
        for row in connection.execute(f"SELECT * FROM {table}"):
            names[table][row["id"]] = row["key"]
            posts[table, row["id"]] = (
                row["key"] if table == "posts" else names["posts"].get(row["post"]))
    tables = [row[0] for row in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    for table in tables:
        if table in SKIPPED:
            continue
        counts = {}
        numbers = NUMBERS.get(table, {})
        values = []
        for row in connection.execute(f"SELECT * FROM {table}"):
            post = row["key"] if table == "posts" else None
            fields = {}
            for column in row.keys():
                owner = numbers.get(column)
                if column in numbers and owner is None:
                    continue
                if owner and row[column] is not None:
                    post = post or posts.get((owner, row[column]))
                fields[column] = names[owner].get(row[column]) if owner else row[column]
            if table == "events" and row["subject_kind"] == "post":
                post = row["subject"]
            if table == "search_content":
                post = names["posts"].get(row["id"])
            # Events keep their order, for each subject.
            group = (row["subject_kind"], row["subject"]) if table == "events" else post
            values.append((post, group, repr(fields)))
        if table != "events":
            values.sort(key=lambda value: (str(value[0]), value[2]))
        for post, group, value in values:
            counts[group] = counts.get(group, 0) + 1
            unit = f"{library}/posts/{post}" if post else ""
            yield unit, f"{table} {group} {counts[group]}", value


SCRATCH = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
