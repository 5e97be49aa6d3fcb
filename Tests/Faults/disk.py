"""A disk in memory: what a command asked of it, and what it may hold after the power was lost.

A file or folder is an inode with a number; a folder has entries. Nothing is promised before a
flush: `fsync` of a file promises its bytes, `fsync` of a folder its entries.
"""

import os
import pathlib

SECTOR = 512

# How much of what was not flushed is there, and in which order folders reached the disk. With
# ordered folders, as journals do it, a flush takes all changes of folders before it along.
DATA = ("none", "all", "random", "torn")
FOLDERS = ("ordered", "unordered")


class UnknownCall(Exception):
    """A call that the model does not follow: a harness that guesses would find nothing."""


class Disk:
    """Follows the calls of one run from what a folder held before it."""

    def __init__(self, folder):
        self.root = os.path.realpath(folder)
        self.files, self.folders = {}, {}
        # Changes in order: ("data", file, offset, bytes), ("size", file, size),
        # ("entries", folders, [(folder, name, inode or None)]), ("flush", inode or None),
        # ("told", text).
        self.changes = []
        self._next = 0
        self.top = self._lay(pathlib.Path(self.root))
        self.before = self.snapshot()
        # Descriptors: [inode, offset, whether it appends]; 1 is standard output.
        self.open = {}

    def snapshot(self):
        return (
            {number: bytes(data) for number, data in self.files.items()},
            {number: dict(entries) for number, entries in self.folders.items()})

    def follow(self, calls):
        for call in calls:
            getattr(self, "_" + call.name, self._refuse)(call)

    def _number(self):
        self._next += 1
        return self._next

    def _lay(self, path):
        number = self._number()
        if path.is_dir():
            self.folders[number] = {}
            for child in sorted(path.iterdir()):
                self.folders[number][child.name] = self._lay(child)
        else:
            self.files[number] = bytearray(path.read_bytes())
        return number

    # Names

    def _find(self, path, at="AT_FDCWD"):
        """The folder of a path's last part, that part, and its inode; None for elsewhere."""
        path = path.decode()
        if at != "AT_FDCWD" and not path.startswith("/"):
            folder = self.open.get(int(at), [None])[0]
        else:
            if path.startswith("/"):
                if not (path + "/").startswith(self.root + "/"):
                    return None
                path = path[len(self.root):]
            folder = self.top
        parts = [part for part in path.split("/") if part not in ("", ".")]
        if folder is None or ".." in parts:
            return None
        if not parts:
            return folder, ".", folder
        for part in parts[:-1]:
            folder = self.folders.get(folder, {}).get(part)
        entries = self.folders.get(folder)
        return None if entries is None else (folder, parts[-1], entries.get(parts[-1]))

    def _enter(self, *entries):
        """Changes entries together: on the disk all of them are there or none."""
        folders = {folder for folder, _, _ in entries}
        self.changes.append(("entries", folders, entries))
        for folder, name, inode in entries:
            if inode is None:
                self.folders[folder].pop(name, None)
            else:
                self.folders[folder][name] = inode

    def _refuse(self, call):
        """What is not followed must not touch the folder."""
        for argument in call.arguments:
            is_ours = (
                self._find(argument) if isinstance(argument, bytes) and argument
                else argument.isdigit() and int(argument) in self.open)
            if is_ours:
                raise UnknownCall(f"{call.name} is not followed")

    def _openat(self, call):
        at, path, flags = call.arguments[:3]
        found = self._find(path, at)
        self.open.pop(call.result, None)
        if found is None:
            return
        folder, name, inode = found
        if inode is None:
            inode = self._number()
            self.files[inode] = bytearray()
            self._enter((folder, name, inode))
        if "O_TRUNC" in flags:
            self._resize(inode, 0)
        self.open[call.result] = [inode, 0, "O_APPEND" in flags]

    def _close(self, call):
        self.open.pop(int(call.arguments[0]), None)

    def _dup(self, call):
        if int(call.arguments[0]) in self.open:
            self.open[call.result] = self.open[int(call.arguments[0])]

    _dup2 = _dup3 = _dup

    def _fcntl(self, call):
        if "F_DUPFD" in call.arguments[1]:
            self._dup(call)

    def _mkdir(self, call):
        self._make_folder(self._find(call.arguments[0]))

    def _mkdirat(self, call):
        self._make_folder(self._find(call.arguments[1], call.arguments[0]))

    def _make_folder(self, found):
        if found:
            inode = self._number()
            self.folders[inode] = {}
            self._enter((found[0], found[1], inode))

    def _unlink(self, call):
        found = self._find(call.arguments[0])
        if found:
            self._enter((found[0], found[1], None))

    _rmdir = _unlink

    def _unlinkat(self, call):
        found = self._find(call.arguments[1], call.arguments[0])
        if found:
            self._enter((found[0], found[1], None))

    def _rename(self, call):
        self._move(self._find(call.arguments[0]), self._find(call.arguments[1]))

    def _renameat(self, call):
        at, old, new_at, new = call.arguments[:4]
        self._move(self._find(old, at), self._find(new, new_at))

    def _renameat2(self, call):
        at, old, new_at, new, flags = call.arguments[:5]
        self._move(self._find(old, at), self._find(new, new_at), swaps="EXCHANGE" in flags)

    def _move(self, old, new, swaps=False):
        if old and new:
            other = new[2] if swaps else None
            self._enter((old[0], old[1], other), (new[0], new[1], old[2]))

    # Bytes

    def _write(self, call):
        number, data = int(call.arguments[0]), call.arguments[1]
        if number == 1 and number not in self.open:
            self.changes.append(("told", data.decode(errors="replace")))
        elif number in self.open:
            opened = self.open[number]
            offset = len(self.files[opened[0]]) if opened[2] else opened[1]
            self._put(opened[0], offset, data[:call.result])
            opened[1] = offset + call.result

    def _pwrite64(self, call):
        if int(call.arguments[0]) in self.open:
            inode = self.open[int(call.arguments[0])][0]
            self._put(inode, int(call.arguments[3]), call.arguments[1][:call.result])

    def _put(self, inode, offset, data):
        self.changes.append(("data", inode, offset, data))
        put(self.files[inode], offset, data)

    def _ftruncate(self, call):
        if int(call.arguments[0]) in self.open:
            self._resize(self.open[int(call.arguments[0])][0], int(call.arguments[1]))

    def _truncate(self, call):
        found = self._find(call.arguments[0])
        if found:
            self._resize(found[2], int(call.arguments[1]))

    def _resize(self, inode, size):
        self.changes.append(("size", inode, size))
        resize(self.files[inode], size)

    def _read(self, call):
        if int(call.arguments[0]) in self.open:
            self.open[int(call.arguments[0])][1] += call.result

    def _lseek(self, call):
        if int(call.arguments[0]) in self.open:
            self.open[int(call.arguments[0])][1] = call.result

    def _fsync(self, call):
        if int(call.arguments[0]) in self.open:
            self.changes.append(("flush", self.open[int(call.arguments[0])][0]))

    _fdatasync = _fsync

    def _sync(self, call):
        self.changes.append(("flush", None))

    _syncfs = _sync

    def _sync_file_range(self, call):
        """Promises nothing about a file's size, so it is not counted as a flush."""


def put(data, offset, more):
    if len(data) < offset:
        data.extend(bytes(offset - len(data)))
    data[offset:offset + len(more)] = more


def resize(data, size):
    del data[size:]
    data.extend(bytes(size - len(data)))
