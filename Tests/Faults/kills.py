#!/usr/bin/env python3
"""Kills every command that writes, again and again, and looks for what it had said was done.

  Tests/Faults/kills.py [--bin FILE] [--command NAME] [--seed N] [--kills N] [--short]
                        [--report FILE]

Three of four kills come before a call that changes the disk, by strace, the other at any moment of
the time that the command takes. Exits 1 when there is a fault.
"""

import collections
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

import state as states
import trial
from harness import options, play

CHANGES = (
    "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "rename", "renameat", "renameat2",
    "mkdir", "mkdirat", "unlink", "unlinkat", "rmdir", "chmod", "fchmod")
SHORT_KILLS = 180


class Pace:
    """How long a step takes, and how often a thread of it makes each call that changes the disk."""

    def __init__(self, examiner, step):
        with tempfile.TemporaryDirectory(dir=states.SCRATCH) as scratch:
            folder = examiner.copy(step, scratch + "/world")
            start = time.monotonic()
            trial.run(examiner.binary, step, folder, arguments=step.arguments + step.json)
            self.seconds = time.monotonic() - start
        self.calls = collections.Counter()
        if shutil.which("strace"):
            self._count(examiner, step)

    def _count(self, examiner, step):
        with tempfile.TemporaryDirectory(dir=states.SCRATCH) as scratch:
            folder = examiner.copy(step, scratch + "/world")
            trial.run(examiner.binary, step, folder, wrapper=[
                "strace", "-f", "--seccomp-bpf", "-o", scratch + "/log",
                "-e", "trace=" + ",".join("?" + call for call in CHANGES)])
            threads = collections.Counter()
            for line in open(scratch + "/log", errors="replace"):
                thread, call = line.split("(")[0].split()[:2]
                if call in CHANGES:
                    threads[thread, call] += 1
            for (_, call), count in threads.items():
                self.calls[call] = max(self.calls[call], count)


def stop(examiner, step, pace, number, seed):
    """One kill, looked at."""
    draw = random.Random(f"{seed} {step.name} {number}")
    with tempfile.TemporaryDirectory(dir=states.SCRATCH) as scratch:
        folder = examiner.copy(step, scratch + "/world")
        if pace.calls and number % 4 != 3:
            calls = [(call, n + 1) for call in sorted(pace.calls) for n in range(pace.calls[call])]
            call, count = draw.choice(calls)
            where = f"kill {number}, before {call} {count}"
            # With --seccomp-bpf strace sends only the first of a thread's signals.
            outcome = trial.run(
                examiner.binary, step, folder, arguments=step.arguments + step.json, wrapper=[
                    "strace", "-f", "-o", scratch + "/log", "-e", f"trace={call}",
                    "-e", f"inject={call}:signal=KILL:when={count}"])
        else:
            delay = draw.uniform(0, pace.seconds * 1.1)
            where = f"kill {number}, after {delay * 1000:.0f} ms"
            outcome = killed(examiner.binary, step, folder, delay)
        return where, outcome, examiner.judge(step, folder, outcome, may_die=True)


def killed(binary, step, folder, delay):
    with tempfile.TemporaryFile(dir=states.SCRATCH) as output:
        process = subprocess.Popen(
            [binary, *step.arguments, *step.json], cwd=folder,
            env=trial.environment(step.now), stdin=subprocess.DEVNULL, stdout=output,
            stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(delay)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        code = process.wait()
        output.seek(0)
        return trial.Outcome(code, output.read().decode(errors="replace"), "")


def main():
    chosen = options(__doc__, kills=2_000)
    if shutil.which("strace") is None:
        print("strace is not here: kills come by time only (install it with scripts/setup)")
    return play("kills", chosen, chosen.kills, SHORT_KILLS, Pace, stop)


if __name__ == "__main__":
    sys.exit(main())
