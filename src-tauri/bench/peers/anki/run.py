"""How fast Anki's own sync carries customers from one client to another through its own server.

Usage: python -B run.py --customers FILE --out FILE [--port N]

FILE has one customer per line, as JSON with an `id`. Each becomes a note of the stock type "Basic": the
id on the front, the JSON on the back. Anki makes a card for every note and syncs that as well.

Measured over loopback, each as the one call that Anki's desktop makes, in a process of its own:

  push_s        client A, all customers new, normal sync
  pull_s        client B, none of them there, normal sync
  edits_push_s  client A after up to 1,000 customers changed, normal sync
  edits_pull_s  client B, the same
  copy_s        client C, brand-new, full download

How many rows go into a request and how they are compressed is settled inside Anki's library, for its
desktop as for this program. Anki syncs a collection in full before it ever does so normally, therefore
one note is uploaded and downloaded before anything is measured.

Not measured: writing and checking the notes, opening the collection, logging in, media.

`bytes_up` is what A sends to log in and push, `bytes_down` what B receives to log in and pull; they are
counted in a second pass of these two, through a relay. Memory is the highest resident set of the server
and of the largest client in any of the five; `syncs` is how many calls the push takes.
"""

import argparse
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from anki.collection import AddNoteRequest, Collection
from anki.errors import AnkiException
from anki.notes import Note
from anki.sync import SyncAuth, SyncOutput

from loopback import HOST, Relay, answers, free_port

USER, PASSWORD = "u", "p"
SEED = {"id": "seed"}
EDITS = 1_000
SAMPLES = 20
SERVER_START_S = 30
NOTE = "A customer is a note and a card; clients and server keep them in SQLite on disk."

Customer = dict[str, object]


class Failed(SystemExit):
    """Ends a run that proves nothing, with a sentence that says why."""


class Cost(NamedTuple):
    seconds: float
    peak_bytes: int


def alone(step: Callable, *args):
    """Runs a step of a client in a fresh process: what that has in memory is its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as process:
        return process.submit(in_words, step, *args).result()


def in_words(step: Callable, *args):
    try:
        return step(*args)
    except AnkiException as error:
        # Anki's errors cannot be pickled, and so would not reach the other process.
        raise Failed(f"{step.__name__}: {error}") from None


@contextmanager
def opened(path: Path) -> Iterator[Collection]:
    collection = Collection(str(path))
    try:
        yield collection
    finally:
        collection.close()


def add(path: Path, customers: list[Customer]) -> None:
    with opened(path) as collection:
        basic, deck = collection.models.by_name("Basic"), collection.decks.id("Default")
        notes = [collection.new_note(basic) for _ in customers]
        for note, customer in zip(notes, customers):
            note.fields = [customer["id"], as_text(customer)]
        collection.add_notes([AddNoteRequest(note, deck) for note in notes])


def edit(path: Path, customers: list[Customer]) -> None:
    with opened(path) as collection:
        notes = notes_of(collection, customers)
        # Notes are stamped in whole seconds, and of two equal stamps the server keeps its own note.
        while time.time() < max(note.mod for note in notes) + 1:
            time.sleep(0.05)
        for note, customer in zip(notes, customers):
            note.fields[1] = as_text(customer)
        collection.update_notes(notes)


def check(path: Path, count: int, expected: list[Customer]) -> None:
    with opened(path) as collection:
        found = collection.note_count() - len([SEED])
        if found != count:
            raise Failed(f"client {path.stem} has {found} customers instead of {count}")
        for note, customer in zip(notes_of(collection, expected), expected):
            if json.loads(note.fields[1]) != customer:
                raise Failed(f"client {path.stem} has another version of customer {customer['id']}")


def notes_of(collection: Collection, customers: list[Customer]) -> list[Note]:
    ids = dict(collection.db.all("SELECT sfld, id FROM notes"))
    return [collection.get_note(ids[customer["id"]]) for customer in customers]


def as_text(customer: Customer) -> str:
    return json.dumps(customer, ensure_ascii=False, separators=(",", ":"))


def sync(path: Path, port: int) -> Cost:
    with opened(path) as collection:
        auth = login(collection, port)
        answer, cost = measured(lambda: collection.sync_collection(auth, sync_media=False))
        if answer.required != SyncOutput.NO_CHANGES:
            raise Failed(f"Anki wants a full sync of client {path.stem} where a normal one is due")
        return cost


def full_sync(path: Path, port: int, upload: bool) -> Cost:
    with opened(path) as collection:
        want = {"auth": login(collection, port), "server_usn": None, "upload": upload}
        collection.close_for_full_sync()
        _, cost = measured(lambda: collection.full_upload_or_download(**want))
        collection.reopen(after_full_sync=True)
        return cost


def login(collection: Collection, port: int) -> SyncAuth:
    return collection.sync_login(USER, PASSWORD, f"http://{HOST}:{port}/")


def measured(call: Callable) -> tuple[object, Cost]:
    start = time.perf_counter()
    answer = call()
    return answer, Cost(time.perf_counter() - start, peak_bytes(os.getpid()))


def peak_bytes(process: int) -> int:
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


@contextmanager
def server(folder: Path, port: int) -> Iterator[int]:
    """Anki's own sync server while the block runs; its process id."""
    place = {"SYNC_HOST": HOST, "SYNC_PORT": str(port), "SYNC_BASE": str(folder)}
    settings = place | {"SYNC_USER1": f"{USER}:{PASSWORD}", "MAX_SYNC_PAYLOAD_MEGS": "1000"}
    command = [sys.executable, "-m", "anki.syncserver"]
    if answers(port):
        raise Failed(f"port {port} is taken")
    process = subprocess.Popen(command, cwd=folder, env=os.environ | settings, stdout=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + SERVER_START_S
        while not answers(port):
            if process.poll() is not None or time.monotonic() > deadline:
                raise Failed(f"Anki's sync server does not answer on port {port}")
            time.sleep(0.05)
        yield process.pid
    finally:
        process.kill()
        process.wait()


def timed(folder: Path, port: int, customers: list[Customer]) -> dict[str, object]:
    a, b, c = (folder / f"{name}.anki2" for name in "ABC")
    count = len(customers)
    edited = [customer | {"edited": True} for customer in spread(customers, EDITS)]
    with server(folder, port) as process:
        prepare(a, b, port, customers)
        costs = {"push": alone(sync, a, port), "pull": alone(sync, b, port)}
        alone(check, b, count, spread(customers, SAMPLES))
        alone(edit, a, edited)
        costs |= {"edits_push": alone(sync, a, port), "edits_pull": alone(sync, b, port)}
        alone(check, b, count, spread(edited, SAMPLES))
        costs["copy"] = alone(full_sync, c, port, False)
        alone(check, c, count, spread(edited, SAMPLES))
        return {f"{name}_s": cost.seconds for name, cost in costs.items()} | {
            "customers": count,
            "edits": len(edited),
            "server_peak_bytes": peak_bytes(process),
            "client_peak_bytes": max(cost.peak_bytes for cost in costs.values()),
        }


def counted(folder: Path, port: int, customers: list[Customer]) -> dict[str, int]:
    a, b = (folder / f"{name}.anki2" for name in "AB")
    with server(folder, port):
        prepare(a, b, port, customers)
        relay = Relay(port)
        alone(sync, a, relay.port)
        up = relay.passed().up
        alone(sync, b, relay.port)
        return {"bytes_up": up, "bytes_down": relay.passed().down}


def prepare(a: Path, b: Path, port: int, customers: list[Customer]) -> None:
    """Leaves A with all customers to push, and B ready to pull them."""
    alone(add, a, [SEED])
    alone(full_sync, a, port, True)
    alone(full_sync, b, port, False)
    alone(add, a, customers)


def spread(customers: list[Customer], most: int) -> list[Customer]:
    """At most so many customers, from all over the list."""
    return customers[:: -(-len(customers) // most)]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--customers", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--port", type=int)
    given = arguments.parse_args()
    # A plain end would leave the server running.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("anki: stopped"))
    with given.customers.open("rb") as lines:
        customers = [json.loads(line) for line in lines]
    figures = {"peer": "anki", "version": version("anki"), "syncs": 1, "note": NOTE}
    for measure in (timed, counted):
        with tempfile.TemporaryDirectory() as folder:
            figures |= measure(Path(folder), given.port or free_port(), customers)
    given.out.write_text(json.dumps(figures) + "\n")


if __name__ == "__main__":
    main()
