#!/usr/bin/env python3
"""Fails one system call after another under every command that writes, and holds it to its words.

  Tests/Faults/faults.py [--bin FILE] [--command NAME] [--seed N] [--short | --all]
                         [--report FILE]

Calls are failed by strace, then disks are really full or read-only and limits really low. What is
missing on this machine is named and left out. Exits 1 when there is a fault.
"""

import collections
import random
import re
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True

import disks
import state as states
import trial
from harness import options, pooled, prepared, steps_of

# What each call is failed with. EINVAL is what a file system says that cannot swap two names.
ERRORS = {
    "openat": ("EMFILE", "EACCES", "EIO", "ENOSPC"), "read": ("EIO",), "pread64": ("EIO",),
    "write": ("ENOSPC", "EIO"), "pwrite64": ("ENOSPC", "EIO"), "fsync": ("EIO", "ENOSPC"),
    "fdatasync": ("EIO", "ENOSPC"), "rename": ("EIO", "EACCES", "ENOSPC"),
    "renameat": ("EIO", "EACCES", "ENOSPC"), "renameat2": ("EIO", "EACCES", "ENOSPC", "EINVAL"),
    "ftruncate": ("ENOSPC", "EIO"), "mkdir": ("ENOSPC", "EACCES"), "mkdirat": ("ENOSPC", "EACCES"),
    "unlink": ("EIO", "EACCES"), "unlinkat": ("EIO", "EACCES"), "rmdir": ("EIO", "EACCES"),
    "chmod": ("EACCES", "EIO"), "fchmod": ("EACCES", "EIO"), "fchmodat": ("EACCES", "EIO"),
}
SHORT_CASES = 8
# What a program does before its first line of our own.
LOADING = re.compile(r"\.so[.0-9]*[\">]|/proc/|/sys/|/etc/ld\.so|/dev/null|eventfd|glibc-hwcaps")
# What the language's own threads look up, and stop without.
RUNTIME = re.compile(r"/proc/\d+/stat\"")
NOT_STARTED = "error while loading shared libraries"
CALL = re.compile(r"^(\d+) +(\w+)\((.*)$")


def traced(calls):
    return ",".join("?" + call for call in calls)


def cases(examiner, step, chosen):
    """(call, number, error) for every call of a clean run that is not the loader's.

    One error a call, drawn by the seed; all with `--all`, and a few cases with `--short`.
    """
    with tempfile.TemporaryDirectory(dir=states.SCRATCH) as scratch:
        folder = examiner.copy(step, scratch + "/world")
        log = scratch + "/log"
        trial.run(examiner.binary, step, folder, wrapper=[
            "strace", "-f", "--seccomp-bpf", "-y", "-o", log, "-e", "trace=" + traced(ERRORS)])
        places = collections.defaultdict(list)
        counts = collections.Counter()
        for line in open(log, errors="replace"):
            match = CALL.match(line)
            if match:
                thread, call, rest = match.groups()
                counts[thread, call] += 1
                places[call, counts[thread, call]].append(rest)
    found = [
        (call, number, error) for (call, number), rests in sorted(places.items())
        if not all(LOADING.search(rest) for rest in rests) for error in ERRORS[call]]
    draw = random.Random(f"{chosen.seed} {step.name}")
    if chosen.short:
        return draw.sample(found, min(SHORT_CASES, len(found)))
    if chosen.all:
        return found
    by_call = collections.defaultdict(list)
    for case in found:
        by_call[case[:2]].append(case)
    return [draw.choice(same) for same in by_call.values()]


def fail(examiner, step, case):
    """Runs a step with one call failed: what it was, how it ended, and the verdict; nil if none."""
    call, number, error = case
    with tempfile.TemporaryDirectory(dir=states.SCRATCH) as scratch:
        folder = examiner.copy(step, scratch + "/world")
        log = scratch + "/log"
        outcome = trial.run(examiner.binary, step, folder, wrapper=[
            "strace", "-f", "--seccomp-bpf", "-y", "-o", log, "-e", f"trace={call}",
            "-e", f"inject={call}:error={error}:when={number}"])
        hits = [line for line in open(log, errors="replace") if "(INJECTED)" in line]
        if not hits or NOT_STARTED in outcome.errors or any(RUNTIME.search(hit) for hit in hits):
            return None
        stderr_failed = any(call == "write" and "write(2<" in hit for hit in hits)
        verdict = examiner.judge(step, folder, outcome, can_speak=not stderr_failed)
        # The n-th call of each thread was failed; the loader's is not what it is about.
        hit = next((hit for hit in hits if not LOADING.search(hit)), hits[0])
        return f"{call} {number} {error} {place(hit, scratch)}", outcome, verdict


def place(line, scratch):
    """The file that a failed call was about, without the folder of the run."""
    line = line.replace(scratch + "/world/", "").replace(scratch, "").split(" = ")[0]
    takes_paths = re.search(r"\b(open|rename|mkdir|unlink|rmdir|f?chmodat|chmod)", line)
    names = re.findall(r"\"([^\"]*)\"" if takes_paths else r"<([^>]*)>", line)
    return " → ".join(re.sub(r"\.flint-tmp-\d+", ".flint-tmp-PID", name) for name in names[:2])


def main():
    disks.enter_namespace()
    chosen = options(__doc__, all=False)
    tally = trial.Tally("faults", chosen.report)
    with prepared(chosen) as examiner:
        tally.print_head()
        if shutil.which("strace") is None:
            print("strace is not here: no call is failed (install it with scripts/setup)")
        else:
            for step in steps_of(chosen):
                found = cases(examiner, step, chosen)
                for result in pooled(fail, [(examiner, step, case) for case in found]):
                    if result is not None:
                        tally.add(step.name, *result)
                tally.print_row(step.name)
        disks.run(examiner, chosen, tally)
    return tally.finish()


if __name__ == "__main__":
    sys.exit(main())
