"""What the three harnesses share: options, the story made ready, work on every core."""

import argparse
import contextlib
import multiprocessing
import os
import pathlib
import shutil
import signal
import sys
import tempfile

import state as states
import story
import trial


def options(text, **more):
    """The command line; each harness may have options of its own."""
    parser = argparse.ArgumentParser(
        description=text, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=".build/release/flint", help="the program")
    parser.add_argument("--command", default="", help="only these, with commas between")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true", help="a sample, for CI")
    parser.add_argument("--report", help="every fault found, into this file")
    for name, default in more.items():
        if default is False:
            parser.add_argument("--" + name, action="store_true")
        else:
            parser.add_argument("--" + name, type=type(default), default=default)
    chosen = parser.parse_args()
    chosen.bin = str(pathlib.Path(chosen.bin).resolve())
    if not os.access(chosen.bin, os.X_OK):
        sys.exit(f"error: {chosen.bin} is not there; build it with: make release")
    if not steps_of(chosen):
        sys.exit(f"error: no command has {chosen.command!r} in its name; there are: "
                 + ", ".join(step.name for step in story.STORY))
    return chosen


def steps_of(chosen):
    return story.selected(chosen.command)


@contextlib.contextmanager
def prepared(chosen):
    """The story, played once, in a folder that goes at the end, however this program ends."""
    with tempfile.TemporaryDirectory(prefix="flint-faults-", dir=states.SCRATCH) as folder:
        def stop(*_):
            # A pool cannot be ended in an orderly way from here: its locks may be held.
            for worker in multiprocessing.active_children():
                worker.kill()
            shutil.rmtree(folder, ignore_errors=True)
            os._exit(143)

        signal.signal(signal.SIGTERM, stop)
        yield trial.Examiner(story.Story(chosen.bin, folder))


def play(name, chosen, most, short, prepare, run):
    """Spreads `most` cases evenly over the steps, `short` of them for CI; a row a step.

    `prepare(examiner, step)` makes what `run(examiner, step, prepared, number, seed)` draws from."""
    tally = trial.Tally(name, chosen.report)
    with prepared(chosen) as examiner:
        steps = steps_of(chosen)
        total = min(most, short) if chosen.short else most
        tally.print_head()
        for place, step in enumerate(steps):
            count = total * (place + 1) // len(steps) - total * place // len(steps)
            subject = prepare(examiner, step)
            work = [(examiner, step, subject, number, chosen.seed) for number in range(count)]
            for result in pooled(run, work):
                tally.add(step.name, *result)
            tally.print_row(step.name)
    return tally.finish()


def pooled(function, arguments):
    """Results in the order of the arguments, made on every core."""
    _Work.function, _Work.arguments = function, arguments
    with multiprocessing.get_context("fork").Pool(
            os.cpu_count(), initializer=signal.signal,
            initargs=(signal.SIGTERM, signal.SIG_DFL)) as pool:
        yield from pool.imap(_work, range(len(arguments)))


class _Work:
    """What the forked workers find in their memory, since not all of it can be sent."""

    function, arguments = None, ()


def _work(index):
    return _Work.function(*_Work.arguments[index])
