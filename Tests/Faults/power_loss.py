#!/usr/bin/env python3
"""Takes the power away at every moment of every command that writes, and opens what is left.

  Tests/Faults/power_loss.py [--bin FILE] [--command NAME] [--seed N] [--images N] [--short]
                             [--report FILE]

A command is traced once. An image is what the disk may hold when it stops after the n-th change:
what was flushed, and of the rest nothing, all, a random part, or a part with torn sectors; changes
of folders in order, or in any. Exits 1 when there is a fault.
"""

import pathlib
import random
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True

import disk
import state as states
import tracing
import trial
from harness import options, play

SHORT_IMAGES = 150


def traced(examiner, step):
    """The disk as a step used it; held to what the step really left."""
    with tempfile.TemporaryDirectory(dir=states.SCRATCH) as scratch:
        folder = examiner.copy(step, scratch + "/world")
        model = disk.Disk(folder)
        outcome = trial.run(
            examiner.binary, step, folder, wrapper=tracing.command(scratch + "/log"),
            arguments=step.arguments + step.json)
        if outcome.code != 0:
            sys.exit(f"error: {step.name} fails under strace: {outcome.errors}")
        model.follow(tracing.calls(scratch + "/log"))
        replayed = pathlib.Path(scratch) / "replayed"
        lay(model.files, model.folders, model.top, replayed)
        meant, got = (states.state(path) for path in (folder, replayed))
        if got != meant:
            sys.exit(f"error: the model of {step.name} does not end where the step did: "
                     + "; ".join(states.mismatch(got, meant)))
        return model


def lay(files, folders, number, path):
    """Writes a folder of the model to a real place."""
    path.mkdir(mode=0o700)
    for name, inode in folders[number].items():
        if inode in folders:
            lay(files, folders, inode, path / name)
        else:
            (path / name).touch(mode=0o600)
            (path / name).write_bytes(files[inode])


def image(model, end, data, order, draw):
    """Files and folders that may be on the disk after the first `end` changes."""
    old_files, old_folders = model.before
    files = {number: bytearray(bytes_) for number, bytes_ in old_files.items()}
    folders = {number: dict(entries) for number, entries in old_folders.items()}
    flushed, everything, journal = {}, -1, -1
    for place, change in enumerate(model.changes[:end]):
        if change[0] == "flush":
            journal = place
            if change[1] is None:
                everything = place
            else:
                flushed[change[1]] = place
    share = {"none": 0.0, "all": 1.0}.get(data, draw.random())
    # With a journal, changes of folders are there up to some moment.
    moment = end if share == 1 else draw.randint(journal, end) if share else journal
    for place, change in enumerate(model.changes[:end]):
        kind = change[0]
        if kind in ("data", "size"):
            number = change[1]
            is_kept = place < max(everything, flushed.get(number, -1))
            content = files.setdefault(number, bytearray())
            if is_kept or draw.random() < share:
                if kind == "size":
                    disk.resize(content, change[2])
                elif is_kept or data != "torn":
                    disk.put(content, change[2], change[3])
                else:
                    tear(content, change[2], change[3], draw)
            elif data == "torn" and kind == "data" and draw.random() < 0.3:
                # The size is on the disk and the bytes are not.
                disk.resize(content, max(len(content), change[2] + len(change[3])))
        elif kind == "entries":
            promised = place < max([everything, *(flushed.get(f, -1) for f in change[1])])
            if order == "ordered":
                is_kept = promised or place < moment
            else:
                is_kept = promised or draw.random() < share
            for folder, name, inode in change[2] if is_kept else ():
                entries = folders.setdefault(folder, {})
                if inode is None:
                    entries.pop(name, None)
                else:
                    entries[name] = inode
    for number in model.files:
        files.setdefault(number, bytearray())
    for number in model.folders:
        folders.setdefault(number, {})
    return files, folders


def tear(content, offset, more, draw):
    """Keeps some of the sectors that a write touches."""
    start = offset
    while start < offset + len(more):
        stop = min(offset + len(more), (start // disk.SECTOR + 1) * disk.SECTOR)
        if draw.random() < 0.5:
            disk.put(content, start, more[start - offset:stop - offset])
        start = stop


def lose_power(examiner, step, model, number, seed):
    """One image, looked at; what was said before is what must be there."""
    draw = random.Random(f"{seed} {step.name} {number}")
    count = len(model.changes)
    # The end, where everything is acknowledged, is worth more than its share.
    end = count if draw.random() < 0.15 else draw.randint(0, count)
    data, order = draw.choice(disk.DATA), draw.choice(disk.FOLDERS)
    files, folders = image(model, end, data, order, draw)
    told = "".join(change[1] for change in model.changes[:end] if change[0] == "told")
    with tempfile.TemporaryDirectory(dir=states.SCRATCH) as scratch:
        folder = pathlib.Path(scratch) / "world"
        lay(files, folders, model.top, folder)
        outcome = trial.Outcome(-9, told, "")
        verdict = examiner.judge(step, folder, outcome, may_die=True)
    return f"image {number}: {end} of {count} changes, {data}, {order}", outcome, verdict


def main():
    chosen = options(__doc__, images=1_000)
    if shutil.which("strace") is None:
        print("strace is not here: no power is lost (install it with scripts/setup)")
        return 0
    return play("power-loss", chosen, chosen.images, SHORT_IMAGES, traced, lose_power)


if __name__ == "__main__":
    sys.exit(main())
