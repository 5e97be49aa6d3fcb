"""One run of a step in a folder of its own, and what is to be said about what it left.

What each word of the tables means stands in CONTRIBUTING.md, "Faults, power and kills".
"""

import collections
import fnmatch
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile

import state as states
from story import ROOT, environment

SECONDS = 60
KNOWN = ROOT / "Tests" / "Faults" / "known.txt"
# Words of other programs' makers, which tell nobody what to do.
FOREIGN_WORDS = re.compile(r"SQLite error|GRDB|NSCocoaError|Fatal error|The operation could")
DENIALS = re.compile(r"nothing (was|is|has been) (changed|done|written|recorded)")

Outcome = collections.namedtuple("Outcome", "code output errors")
# `standing` as in `state.standing`; `faults` are (kind, detail).
Verdict = collections.namedtuple("Verdict", "standing faults")


def run(binary, step, folder, wrapper=(), arguments=None, before_exec=None, seconds=SECONDS):
    """Runs a step; whatever it was wrapped in ends with it. A code below 0 is a signal's."""
    with tempfile.TemporaryFile(dir=states.SCRATCH) as output, \
            tempfile.TemporaryFile(dir=states.SCRATCH) as errors:
        process = subprocess.Popen(
            [*wrapper, binary, *(arguments or step.arguments)], cwd=folder,
            env=environment(step.now), stdin=subprocess.DEVNULL, stdout=output, stderr=errors,
            start_new_session=True, preexec_fn=before_exec)
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            code = None
        texts = []
        for file in (output, errors):
            file.seek(0)
            texts.append(file.read().decode(errors="replace"))
        return Outcome(code, *texts)


def stopped(outcome):
    """Whether it ended by a signal; 126 and above is how a shell says so."""
    return outcome.code is None or outcome.code < 0 or outcome.code >= 126


def is_half(step, standing):
    return standing == "neither" or standing == "part" and not step.part


class Examiner:
    """Holds what is before and after each step, and judges what a run left."""

    def __init__(self, story):
        self.story, self.binary = story, story.binary
        self._sides, self._again = {}, {}

    def copy(self, step, folder):
        """The folder before a step, to be changed."""
        return pathlib.Path(shutil.copytree(self.story.before[step.name], folder, symlinks=True))

    def sides(self, step):
        """The states before and after a step."""
        if step.name not in self._sides:
            self._sides[step.name] = tuple(
                states.state(side[step.name]) for side in (self.story.before, self.story.after))
        return self._sides[step.name]

    def again(self, step):
        """Code and state of a second run after a whole one."""
        if step.name not in self._again:
            with tempfile.TemporaryDirectory(dir=states.SCRATCH) as scratch:
                folder = shutil.copytree(
                    self.story.after[step.name], scratch + "/world", symlinks=True)
                outcome = run(self.binary, step, folder)
                self._again[step.name] = (outcome.code, states.state(folder))
        return self._again[step.name]

    def is_untouched(self, step, folder):
        return states.listing(folder) == states.listing(self.story.before[step.name])

    def judge(self, step, folder, outcome, may_die=False, can_speak=True):
        """What is wrong with what a run said and left, then with a second run.

        `may_die`: it was killed, or met a limit that no program survives. `can_speak`: its errors
        could be read.
        """
        before, after = self.sides(step)
        now = states.state(folder)
        standing = states.standing(now, before, after)
        if before == after and outcome.code == 0:
            standing = "after"
        faults = self._words(step, outcome, standing, now, may_die, can_speak)
        if standing == "before" and self.is_untouched(step, folder):
            return Verdict(standing, faults)
        found, open_to_others = states.leftovers(folder)
        if open_to_others and not step.loose:
            faults.append(("leftover others can read", ", ".join(sorted(open_to_others))))
        seen = self._verify(step, folder, standing)
        if stopped(outcome):
            faults += self._reading(step, folder)
        if stopped(outcome) and is_half(step, standing):
            # What a stopped run left half done is verify's to name, and the next run's to finish.
            if not seen and not step.loose:
                details = "; ".join(states.difference(now, before, after))
                faults.append(("half done by a stop, unseen", details))
        else:
            # What could not be cleaned up is the next run's; anything else is damage.
            faults += [fault for fault in seen if ": unfinished:" not in fault[1]]
        faults += self._second_run(step, folder, standing, found)
        return Verdict(standing, faults)

    def _words(self, step, outcome, standing, now, may_die, can_speak):
        code, errors = outcome.code, outcome.errors
        faults = []
        if step.finds:
            # Its findings are its result, and its words.
            errors += outcome.output
        details = "; ".join(states.difference(now, *self.sides(step)))
        said = f"exit {code}, {errors.strip().splitlines()[0] if errors.strip() else 'no word'!r}"
        if stopped(outcome):
            if not may_die:
                faults.append(("hangs", "no end") if code is None else ("crash", said))
            return faults + self._acknowledged(step, outcome.output, standing, now, details)
        if code == 0 and standing != "after":
            faults.append(("said done, is not", f"{standing}: {details}"))
        # A record that came before its file, and says so.
        admits = "is recorded as handed on all the same" in errors
        says_nothing = code in (2, 64) and not (step.loose or step.finds or admits)
        if says_nothing and standing != "before":
            faults.append(("said nothing done, but it is", f"{said}; {standing}: {details}"))
        elif DENIALS.search(errors) and standing != "before" and not step.part:
            faults.append(("said nothing done, but it is", f"{said}; {standing}: {details}"))
        if code == 1 and standing == "before" and can_speak:
            faults.append(("said some done, nothing is", said))
        if code == 1 and is_half(step, standing):
            faults.append(("half done", f"{said}; {details}"))
        if code != 0 and can_speak and not errors.strip():
            faults.append(("silent", said))
        if FOREIGN_WORDS.search(errors):
            faults.append(("foreign words", said))
        return faults

    def _acknowledged(self, step, output, standing, now, details):
        """What a run had said before it was stopped is there."""
        if not step.part:
            # A line that it may not have finished is none.
            lost = output.endswith("\n") and standing != "after"
            return [("said done, is lost", f"{standing}: {details}")] if lost else []
        lost = []
        for line in output.split("\n")[:-1]:
            path = json.loads(line).get("path")
            if path and now.get(path) != self.sides(step)[1].get(path):
                lost.append(path)
        return [("said done, is lost", ", ".join(lost))] if lost else []

    def _verify(self, step, folder, standing):
        """What `flint verify` names first in each library."""
        return [
            ("verify", f"{standing}: {first}") for first in self._refusals(step, folder, "verify")]

    def _reading(self, step, folder):
        """What is left can be read, whatever it is."""
        return [("cannot be read", first) for first in self._refusals(step, folder, "post", "list")]

    def _refusals(self, step, folder, *arguments):
        """The first lines of a command that fails, by library."""
        for library in sorted(path.parent.name for path in folder.glob("[!.]*/library.sqlite")):
            asked = run(self.binary, step, folder, arguments=[*arguments, "--library", library])
            if asked.code != 0:
                yield ((asked.output + asked.errors).strip().splitlines() or ["no word"])[0]

    def _second_run(self, step, folder, standing, leftovers):
        code, meant = (0, self.sides(step)[1])
        if standing == "after":
            code, meant = self.again(step)
        outcome = run(self.binary, step, folder)
        faults = []
        now = states.state(folder)
        if standing in ("part", "neither"):
            # How a run went on with what it found is noted, and is another story.
            now, meant = states.without_events(now), states.without_events(meant)
        if outcome.code != code or now != meant:
            details = "; ".join(states.mismatch(now, meant))
            said = (outcome.errors.strip().splitlines() or ["no word"])[0]
            faults.append((
                "second run", f"{standing}, exit {outcome.code} for {code}, {said!r}; {details}"))
        stayed = leftovers & states.leftovers(folder)[0]
        if stayed and outcome.code == 0:
            faults.append(("leftover stays", ", ".join(sorted(stayed))))
        verifying = self._verify(step, folder, "after a second run")
        return faults + [("verify again", detail) for _, detail in verifying]


class Known:
    """Faults that are known to remain, with reasons: `harness | step | kind | reason` a line."""

    def __init__(self, harness):
        self.lines = []
        for line in KNOWN.read_text().splitlines() if KNOWN.exists() else []:
            parts = [part.strip() for part in line.split("|")]
            if not line.startswith("#") and len(parts) == 4 and fnmatch.fnmatch(harness, parts[0]):
                self.lines.append(parts)

    def has(self, step, kind):
        return any(
            fnmatch.fnmatch(step, line[1]) and fnmatch.fnmatch(kind, line[2])
            for line in self.lines)


class Tally:
    """Counts by step, printed as a table; faults with where they were found."""

    COLUMNS = ("runs", "before", "after", "part", "neither", "stopped", "known", "faults")

    def __init__(self, harness, report=None):
        self.harness, self.known, self.report = harness, Known(harness), report
        self.rows = collections.OrderedDict()
        self.found = collections.OrderedDict()

    def add(self, step, where, outcome, verdict, row=None):
        """`row` names the line of the table; the step's when not given."""
        row = self.rows.setdefault(row or step, collections.Counter())
        row["runs"] += 1
        row[verdict.standing] += 1
        row["stopped"] += stopped(outcome)
        faults = [fault for fault in verdict.faults]
        new = [kind for kind, _ in faults if not self.known.has(step, kind)]
        row["faults"] += bool(new)
        row["known"] += bool(faults) and not new
        for kind, detail in faults:
            self.found.setdefault((kind, step), []).append((where, detail))

    def print_row(self, step):
        """Also writes down what was found until now, should the rest never come."""
        if self.report:
            self._write_report()
        row = self.rows.get(step)
        if row is not None:
            print(f"{step:30}" + "".join(f"{row[name]:9}" for name in self.COLUMNS), flush=True)

    def print_head(self):
        print(f"{'command':30}" + "".join(f"{name:>9}" for name in self.COLUMNS), flush=True)

    def finish(self):
        """The sums, each kind of fault with its first places; the exit code."""
        sums = sum(self.rows.values(), collections.Counter())
        self.rows["all"] = sums
        self.print_row("all")
        for (kind, step), places in sorted(self.found.items()):
            word = "known" if self.known.has(step, kind) else "fault"
            print(f"\n{word}: {step}: {kind} ({len(places)})")
            for where, detail in places[:3]:
                print(f"  {where}: {detail}")
        for _, step, kind, reason in self.known.lines:
            if any(fnmatch.fnmatch(s, step) and fnmatch.fnmatch(k, kind) for k, s in self.found):
                print(f"\nknown: {step}: {kind}: {reason}")
        return 1 if sums["faults"] else 0

    def _write_report(self):
        lines = [f"# {self.harness}", ""]
        for (kind, step), places in sorted(self.found.items()):
            lines += [f"## {kind}: {step} ({len(places)})", ""]
            lines += [f"- {where}: {detail}" for where, detail in places] + [""]
        pathlib.Path(self.report).write_text("\n".join(lines))
