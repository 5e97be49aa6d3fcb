"""Disks that are really full or read-only, and limits that are really low.

A disk is a tmpfs in a mount namespace of its own, which `enter_namespace` asks for: nobody else
sees it, and it goes with the process. A limit is what `ulimit -n`, `-f` and `-v` set.
"""

import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile

import state as states
import trial
from harness import pooled, steps_of

PAGE = 4096
# Below seven descriptors the language's runtime does not start its threads.
ROOMY = "256m"
NAMESPACE = "FAULTS_IN_NAMESPACE"
LIMITS = {
    "-n": (resource.RLIMIT_NOFILE, (7, 8, 9, 10, 11, 12, 13, 14, 16, 18)),
    "-f": (resource.RLIMIT_FSIZE, (0, 512, 4_096, 20_000, 60_000, 100_000, 240_000, 400_000)),
    "-v": (resource.RLIMIT_AS, tuple(size << 20 for size in (90, 120, 160, 220, 300, 400))),
}
SHORT_CASES = 2


def enter_namespace():
    """Starts this program again where it may mount, when that is possible; else says so later."""
    if os.environ.get(NAMESPACE):
        return
    os.environ[NAMESPACE] = "none"
    if shutil.which("unshare") is None or shutil.which("mount") is None:
        return
    for options in (["-m"], ["-r", "-m"]):
        # /mnt is only asked whether something can be mounted.
        probe = ["unshare", *options, "mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", "/mnt"]
        if subprocess.run(probe, capture_output=True).returncode == 0:
            os.environ[NAMESPACE] = "entered"
            os.execvp("unshare", ["unshare", *options, sys.executable, *sys.argv])


def run(examiner, chosen, tally):
    """Adds a row a step for disks, and one for limits."""
    for name, cases_of, function in (
            ("disk", disk_cases, meet_disk), ("limit", limit_cases, meet_limit)):
        if name == "disk" and os.environ.get(NAMESPACE) != "entered":
            print("nothing can be mounted here: no disk is full or read-only")
            continue
        print(f"\nwith every {name} in the way:")
        tally.print_head()
        for step in steps_of(chosen):
            found = cases_of(examiner, step)
            if chosen.short:
                found = random.Random(f"{chosen.seed} {step.name}").sample(found, SHORT_CASES)
            label = f"{step.name}, {name}"
            for result in pooled(function, [(examiner, step, case) for case in found]):
                tally.add(step.name, *result, row=label)
            tally.print_row(label)


def disk_cases(examiner, step):
    """Free pages from none to more than the step needs, and None for a read-only disk."""
    need = sum(
        path.stat().st_size // PAGE + 1 for path in examiner.story.after[step.name].rglob("*")
        if path.is_file() and not same(path, examiner.story, step)) + 120
    pages, size = [None], 0
    while size < need:
        pages.append(size)
        size = max(size + 1, round(size * 1.25))
    return pages


def same(path, story, step):
    old = story.before[step.name] / path.relative_to(story.after[step.name])
    return old.is_file() and old.read_bytes() == path.read_bytes()


def meet_disk(examiner, step, pages):
    with tempfile.TemporaryDirectory(dir=states.SCRATCH) as scratch:
        disk = pathlib.Path(scratch) / "disk"
        disk.mkdir()
        mount("-t", "tmpfs", "-o", f"size={ROOMY}", "tmpfs", disk)
        try:
            folder = examiner.copy(step, disk / "world")
            if pages is None:
                mount("-o", "remount,ro", disk)
            else:
                room = os.statvfs(disk)
                used = (room.f_blocks - room.f_bfree) * room.f_bsize
                mount("-o", f"remount,size={used + pages * PAGE}", disk)
            outcome = trial.run(examiner.binary, step, folder)
            mount("-o", f"remount,rw,size={ROOMY}", disk)
            verdict = examiner.judge(step, folder, outcome)
        finally:
            subprocess.run(["umount", "-l", disk], check=False)
        where = "read-only disk" if pages is None else f"disk with {pages} free pages"
        return where, outcome, verdict


def limit_cases(examiner, step):
    return [(flag, limit) for flag, (_, limits) in LIMITS.items() for limit in limits]


def meet_limit(examiner, step, case):
    flag, limit = case
    kind = LIMITS[flag][0]
    with tempfile.TemporaryDirectory(dir=states.SCRATCH) as scratch:
        folder = examiner.copy(step, scratch + "/world")
        outcome = trial.run(
            examiner.binary, step, folder,
            before_exec=lambda: resource.setrlimit(kind, (limit, limit)),
            seconds=10 if flag == "-v" else trial.SECONDS)
        not_started = "error while loading shared libraries" in outcome.errors
        # Without memory the language's runtime stops, or waits for ever for a thread; SIGXFSZ ends
        # whoever does not ignore it.
        verdict = examiner.judge(
            step, folder, outcome, may_die=flag != "-n" or not_started, can_speak=flag != "-f")
        return f"ulimit {flag} {limit}", outcome, verdict


def mount(*arguments):
    subprocess.run(["mount", *map(str, arguments)], check=True, capture_output=True)
