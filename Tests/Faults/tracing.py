"""What a command did to the disk, in order, as strace saw it.

Each thread has a log of its own, so that no line is cut in two; they are merged by time. Paths and
descriptors are followed by `disk.Disk`; here a line becomes a name, arguments and a result.
"""

import collections
import pathlib
import re

CALLS = (
    "openat", "creat", "close", "write", "pwrite64", "writev", "pwritev", "lseek", "read", "dup",
    "dup2", "dup3", "ftruncate", "truncate", "fallocate", "copy_file_range", "sendfile", "mkdir",
    "mkdirat", "rmdir", "unlink", "unlinkat", "rename", "renameat", "renameat2", "link", "linkat",
    "symlink", "symlinkat", "fsync", "fdatasync", "sync", "syncfs", "sync_file_range", "fcntl")

# What gives a descriptor.
GIVING = {"openat", "creat", "dup", "dup2", "dup3", "fcntl"}

# `result` is what the call gave; only calls that succeeded are told of.
Call = collections.namedtuple("Call", "name arguments result")

LINE = re.compile(rb"^(\d+)\.(\d+) (\w+)\((.*)\) += (-?\d+)[^<]*<(\d+)\.(\d+)>$")
# A text in "…" or what stands between commas outside of braces.
ARGUMENT = re.compile(rb'"((?:\\x[0-9a-f]{2})*)"(?:\.\.\.)?|(\{[^}]*\}|\[[^\]]*\]|[^,\s][^,]*)')


def command(log):
    """What a program is run under; the logs are `log.PID`."""
    calls = ",".join("?" + name for name in CALLS)
    return ["strace", "-f", "-ff", "-o", log, "-e", "trace=" + calls, "-xx", "-s", "100000000",
            "--absolute-timestamps=format:unix,precision:ns", "--syscall-times=ns",
            "-e", "signal=none"]


def calls(log):
    """Every call that succeeded, in the order in which they began; what gives a descriptor, when
    it ended: another thread may close the number while the call waits.
    """
    found = []
    log = pathlib.Path(log)
    for path in sorted(log.parent.glob(log.name + ".*")):
        for line in path.read_bytes().splitlines():
            match = LINE.match(line)
            if not match or int(match[5]) < 0:
                continue
            name, moment = match[3].decode(), int(match[1]) * 10**9 + int(match[2])
            if name in GIVING:
                moment += int(match[6]) * 10**9 + int(match[7])
            found.append((moment, Call(name, arguments(match[4]), int(match[5]))))
    found.sort(key=lambda entry: entry[0])
    return [call for _, call in found]


def arguments(text):
    """Texts as bytes, everything else as it was written."""
    values = []
    for match in ARGUMENT.finditer(text):
        if match[1] is not None:
            values.append(bytes.fromhex(match[1].replace(b"\\x", b"").decode()))
        else:
            values.append(match[2].decode().strip())
    return values
