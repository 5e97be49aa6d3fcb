"""The story of a library: every command that writes, in an order in which each has what it needs.

What is before a step is what the steps before it left. A step that stands aside ends there: what it
leaves is not handed on. The three harnesses take their commands from here, so that a new command is
one line in `STORY`.
"""

import os
import pathlib
import shutil
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
NOW = "2026-01-02T09:00:00Z"
LATER = "2026-02-01T09:00:00Z"
ADVERTISER = "7100000000000000001"
ALPHA_URL = "https://www.tiktok.com/@creator/photo/7300000000000000001"
BETA_URL = "https://www.tiktok.com/@creator/photo/7300000000000000002"
HAUL_URL = "https://www.tiktok.com/@creator/photo/7300000000000000003"

# Made up, as all ids and figures here are.
CODE, SECOND_CODE = "#Ex4mple+c0de/Kd9w=", "#Ex5mple+c0de/Kd9w="
FEED = "Title,Words,Photo\nBeta,One,bottle.jpg\nGamma,Two,bottle.jpg\nDelta,Three,\n"
INPUTS = {
    "feed.csv": FEED,
    "changed.csv": FEED.replace("One", "Uno").replace("Two", "Due").replace("Three", "Tre"),
    "code.txt": CODE + "\n",
    "second-code.txt": SECOND_CODE + "\n",
    "report.csv": (
        "Ad ID,By Day,Cost,Currency,Impressions,Video views,6-second video views\n"
        "1790000000000000001,2026-01-03,412.30,USD,40000,30000,6000\n"
        "1790000000000000001,2026-01-04,822.20,USD,81000,60500,12500\n"),
}


class Step:
    """A command of the story.

    `part`: it does several things, and some may be done when others fail (exit code 1).
    `aside`: the steps after it do not build on it.
    `loose`: it only writes files for people, each whole; when it fails or is stopped, some of them
    may be there, and it says of no more than the one that failed.
    `finds`: its exit code 2 says that something was found, not that nothing was done.
    """

    def __init__(self, name, *arguments, now=NOW, part=False, aside=False, loose=False,
                 finds=False):
        self.name, self.arguments, self.now = name, list(arguments), now
        self.part, self.aside, self.loose, self.finds = part, aside, loose, finds
        # What makes it say of each thing that it is done.
        self.json = ["--json"] if part else []


def render(words, title="Alpha"):
    return ("render", "card", "--set", f"title={title}", "--set", f"words={words}", "--set",
            "photo=bottle.jpg")


STORY = [
    Step("new library", "brand", "add", "harbor", "--name", "Harbor Goods"),
    Step("creator add", "creator", "add", "@creator"),
    Step("advertiser add", "advertiser", "add", ADVERTISER, "--brand", "harbor"),
    Step("render", *render("First words.")),
    Step("redraw", *render("Other words.")),
    Step("batch", "batch", "feed.csv", "--template", "card", "--images", ".", part=True),
    Step("batch redraw", "batch", "changed.csv", "--template", "card", "--images", ".", part=True),
    Step("render -o", *render("Outside."), "-o", "drawn", aside=True, loose=True),
    Step("render --html", *render("Outside."), "--html", "pages", aside=True, loose=True),
    Step("post edit", "post", "edit", "alpha", "--caption", "Five things.", "--title", "Five",
         "--disclosure", "your brand"),
    Step("post tag", "post", "tag", "alpha", "beta", "--add", "summer"),
    Step("check --fix", "check", "gamma-card", "--target", "api", "--fix", aside=True,
         finds=True),
    Step("post remove --draft", "post", "remove", "delta", "--draft", "--yes"),
    Step("post publish", "post", "publish", "alpha", "--url", ALPHA_URL),
    Step("render next version", *render("Third words.")),
    Step("post add", "post", "add", "haul", "--url", HAUL_URL),
    Step("code request", "code", "request", "alpha-card", "--brand", "harbor", "--days", "30",
         "--fee", "300 USD", "--share", "5%"),
    Step("code withdraw", "code", "withdraw", "alpha-card@harbor", aside=True),
    Step("code add", "code", "add", "alpha-card@harbor", "--code", "@code.txt"),
    Step("code share", "code", "share", "alpha-card@harbor", "--how", "mail"),
    Step("code apply", "code", "apply", "alpha-card@harbor", "--advertiser", ADVERTISER),
    Step("code extend", "code", "extend", "alpha-card@harbor", "--days", "30"),
    Step("ad plan", "ad", "plan", "alpha-card@harbor", "--advertiser", ADVERTISER, "--name",
         "First", "--end", "2026-02-20"),
    Step("ad submit", "ad", "submit", "first", "--tiktok-id", "1790000000000000001"),
    Step("ad status", "ad", "status", "first", "--tiktok-status", "AD_STATUS_DELIVERY_OK"),
    Step("ad metrics import", "ad", "metrics", "import", "report.csv", now=LATER),
    Step("ad end", "ad", "end", "first", "--because", "finished", now=LATER, aside=True),
    Step("agreement add", "agreement", "add", "@creator", "harbor", "--fee", "100 USD",
         aside=True),
    Step("agreement pay", "agreement", "pay", "creator@harbor", "--amount", "150 USD", now=LATER),
    Step("post remove", "post", "remove", "alpha-card", "--by", "creator", "--force", now=LATER,
         aside=True),
    Step("code revoke", "code", "revoke", "alpha-card@harbor", "--force", now=LATER),
    Step("code reissue", "code", "reissue", "alpha-card@harbor", "--code", "@second-code.txt",
         now=LATER),
    Step("message new", "message", "new", "ask", aside=True, loose=True),
    Step("due --ics --messages", "due", "--ics", "due.ics", "--messages", "letters", now=LATER,
         aside=True, loose=True),
    Step("report --html", "report", "--html", "results.html", now=LATER, aside=True, loose=True),
    Step("export spark", "post", "export", "alpha-card", "--for", "spark", "--to", "harbor",
         "--with-code", "-o", "bundle.zip", now=LATER),
    Step("export tiktok", "post", "export", "gamma-card", "--for", "tiktok", "--base-url",
         "https://media.example.com/gamma", "-o", "gamma", now=LATER, aside=True, loose=True),
    Step("export linkedin", "post", "export", "gamma-card", "--for", "linkedin", "-o", "gamma.pdf",
         now=LATER, aside=True, loose=True),
    Step("export ads-manager", "post", "export", "--all-usable", "--for", "ads-manager",
         "--with-code", "-o", "codes.csv", now=LATER, aside=True),
    Step("post import", "post", "import", "bundle.zip", "--library", "brand", now=LATER),
    Step("backup", "backup", "saved.flint", now=LATER),
    Step("backup --replace", "backup", "saved.flint", "--replace", "--library", "brand",
         now=LATER, aside=True),
    Step("restore", "restore", "saved.flint", "--library", "restored", now=LATER, aside=True),
    Step("restore --replace", "restore", "saved.flint", "--library", "brand", "--replace",
         now=LATER, aside=True),
    Step("template new", "template", "new", "fresh", "--from", "quote", "--in", "templates",
         aside=True, loose=True),
    Step("kit new", "kit", "new", "fresh", "--in", "kits", aside=True, loose=True),
]


def environment(now=NOW):
    """What a command gets: nothing of the caller's library or clock."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("FLINT_")}
    return kept | {
        "FLINT_HOME": str(ROOT), "FLINT_LIBRARY": "library", "FLINT_NOW": now, "TZ": "UTC",
        "SWIFT_BACKTRACE": "enable=no"}


def selected(names):
    """The steps that are named, with commas between; a name that is none means all that hold it."""
    chosen = []
    for name in names.split(","):
        exact = [step for step in STORY if step.name == name]
        chosen += exact or [step for step in STORY if name in step.name]
    return chosen


class Story:
    """A folder before each step, made once by playing the story: `worlds[name]`, `after[name]`."""

    def __init__(self, binary, folder):
        self.binary, self.folder = binary, pathlib.Path(folder)
        self.before, self.after = {}, {}
        current = self.folder / "start"
        self._lay_inputs(current)
        for number, step in enumerate(STORY):
            after = self.folder / f"after-{number}"
            shutil.copytree(current, after, symlinks=True)
            run = subprocess.run(
                [binary, *step.arguments], cwd=after, env=environment(step.now),
                stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120)
            if run.returncode != 0:
                raise SystemExit(
                    f"the story ends at {step.name!r}: exit code {run.returncode}\n{run.stderr}")
            self.before[step.name], self.after[step.name] = current, after
            current = current if step.aside else after

    @staticmethod
    def _lay_inputs(folder):
        folder.mkdir(parents=True)
        for name, text in INPUTS.items():
            (folder / name).write_text(text)
        (folder / "templates").mkdir()
        (folder / "kits").mkdir()
        shutil.copytree(ROOT / "Tests" / "Faults" / "card", folder / "card")
        shutil.copy(ROOT / "Tests" / "Samples" / "shop" / "bottle.jpg", folder)
