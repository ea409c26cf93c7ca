/**
 * How fast PouchDB's replication carries customers from one client to another through express-pouchdb.
 *
 * Usage: node run.mjs --customers FILE --out FILE [--port N] [--batch N]
 *
 * FILE has one customer per line, as JSON with an `id`. Each becomes a document of that id. The clients keep theirs in
 * memory, the server in LevelDB on disk; each is a process of its own and they speak over loopback. The server has only
 * those routes that PouchDB itself asks for.
 *
 * Measured, each as one replication with PouchDB's own settings, unless it is told the documents of a batch:
 *
 *   push_s        client A to the server, all customers new
 *   pull_s        the server to client B, none of them there
 *   edits_push_s  client A after up to 1,000 customers changed
 *   edits_pull_s  client B, the same
 *
 * Not measured: writing and checking the documents, creating the databases. There is no `copy_s`: a new client is
 * filled by the same replication as `pull_s`.
 *
 * `bytes_up` is what the server receives during the push, `bytes_down` what it sends during the pull, as its sockets
 * count them. Memory is the highest resident set of the server and of the larger client, which for a client includes
 * all its documents; `syncs` is how many replications the push takes.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual, parseArgs } from "node:util";
import express from "express";
import expressPouchdb from "express-pouchdb";
import PouchDB from "pouchdb";
import memory from "pouchdb-adapter-memory";

PouchDB.plugin(memory);

const HOST = "127.0.0.1";
const EDITS = 1000;
const SAMPLES = 20;
const LOADED_AT_ONCE = 5000;
const PLAIN_BATCH = "100"; // PouchDB's own

/** What the server's process can be asked for. */
class Server {
  #closed = { up: 0, down: 0 };
  #open = new Set();

  /** Serves databases below `folder` and answers with the port. */
  async listen(folder, port) {
    const Stored = PouchDB.defaults({ prefix: `${folder}/` });
    const app = express().use(expressPouchdb(Stored, { mode: "minimumForPouchDB" }));
    const listener = app.listen(port, HOST);
    listener.on("connection", (socket) => {
      this.#open.add(socket);
      socket.on("close", () => {
        this.#open.delete(socket);
        this.#closed = added(this.#closed, socket);
      });
    });
    await once(listener, "listening");
    return listener.address().port;
  }

  /** Bytes on all connections so far. */
  traffic() {
    return [...this.#open].reduce(added, this.#closed);
  }

  peak = peakBytes;
}

/** What a client's process can be asked for. */
class Client {
  async open(url) {
    this.local = new PouchDB("client", { adapter: "memory" });
    this.remote = new PouchDB(url);
    await Promise.all([this.local.info(), this.remote.info()]);
  }

  async load(file) {
    const customers = await read(file);
    for (let from = 0; from < customers.length; from += LOADED_AT_ONCE) {
      await this.#write(customers.slice(from, from + LOADED_AT_ONCE).map(asDocument));
    }
  }

  async edit(customers) {
    const { rows } = await this.local.allDocs({ keys: customers.map(({ id }) => id) });
    await this.#write(customers.map((customer, at) => ({ ...asDocument(customer), _rev: rows[at].value.rev })));
  }

  async #write(documents) {
    const failed = (await this.local.bulkDocs(documents)).find(({ error }) => error);
    if (failed) throw new Error(`a client cannot write customer ${failed.id}: ${failed.message}`);
  }

  push(batch) {
    return seconds(() => this.local.replicate.to(this.remote, { batch_size: batch }));
  }

  pull(batch) {
    return seconds(() => this.local.replicate.from(this.remote, { batch_size: batch }));
  }

  async check(count, expected) {
    const { doc_count } = await this.local.info();
    if (doc_count !== count) throw new Error(`the client has ${doc_count} customers instead of ${count}`);
    for (const customer of expected) {
      const found = await this.local.get(customer.id);
      if (!isDeepStrictEqual(found.customer, customer))
        throw new Error(`the client has another version of customer ${customer.id}`);
    }
  }

  peak = peakBytes;
}

const added = ({ up, down }, socket) => ({ up: up + socket.bytesRead, down: down + socket.bytesWritten });

/** The customer is a field of the document, which itself allows no names with an underscore in front. */
const asDocument = (customer) => ({ _id: customer.id, customer });

async function seconds(replicate) {
  const start = performance.now();
  const { doc_write_failures } = await replicate();
  const spent = (performance.now() - start) / 1000;
  if (doc_write_failures) throw new Error(`${doc_write_failures} customers were refused`);
  return spent;
}

async function peakBytes() {
  const status = await readFile("/proc/self/status", "utf8");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)[1]) * 1024;
}

async function read(file) {
  const lines = (await readFile(file, "utf8")).split("\n");
  return lines.filter(Boolean).map((line) => JSON.parse(line));
}

/** Answers what the parent process asks of a role. */
function obey(role) {
  process.on("disconnect", () => process.exit());
  process.on("message", async ({ verb, args }) => {
    try {
      process.send({ answer: await role[verb](...args) });
    } catch (error) {
      process.send({ error: error.message });
    }
  });
}

/** A process that runs this file in a role. */
class Companion {
  constructor(role, folder) {
    this.role = role;
    this.process = fork(fileURLToPath(import.meta.url), [role], { cwd: folder });
  }

  ask(verb, ...args) {
    return new Promise((done, fail) => {
      const lost = () => fail(new Error(`the ${this.role} ended before its time`));
      this.process.once("exit", lost);
      this.process.once("message", ({ answer, error }) => {
        this.process.off("exit", lost);
        if (error) fail(new Error(error));
        else done(answer);
      });
      this.process.send({ verb, args }, (unsent) => unsent && lost());
    });
  }

  async dismiss() {
    const { exitCode, signalCode } = this.process;
    if (exitCode === null && signalCode === null && this.process.kill()) await once(this.process, "exit");
  }
}

async function carry({ file, folder, port, batch }, [server, a, b]) {
  const url = `http://${HOST}:${await server.ask("listen", folder, port)}/customers`;
  await a.ask("open", url);
  await b.ask("open", url);
  await a.ask("load", file);
  const customers = await read(file);
  const start = await server.ask("traffic");
  const push_s = await a.ask("push", batch);
  const pushed = await server.ask("traffic");
  const pull_s = await b.ask("pull", batch);
  const pulled = await server.ask("traffic");
  await b.ask("check", customers.length, spread(customers, SAMPLES));
  const edited = spread(customers, EDITS).map((customer) => ({ ...customer, edited: true }));
  await a.ask("edit", edited);
  const edits_push_s = await a.ask("push", batch);
  const edits_pull_s = await b.ask("pull", batch);
  await b.ask("check", customers.length, spread(edited, SAMPLES));
  return {
    peer: "pouchdb",
    version: PouchDB.version,
    customers: customers.length,
    push_s,
    pull_s,
    edits: edited.length,
    edits_push_s,
    edits_pull_s,
    copy_s: null,
    bytes_up: pushed.up - start.up,
    bytes_down: pulled.down - pushed.down,
    server_peak_bytes: await server.ask("peak"),
    client_peak_bytes: Math.max(await a.ask("peak"), await b.ask("peak")),
    syncs: 1,
    note: `Clients in memory, server (express-pouchdb) in LevelDB on disk; ${batch} documents a batch; a copy is a pull.`,
  };
}

/** At most so many customers, from all over the list. */
function spread(customers, most) {
  const step = Math.ceil(customers.length / most);
  return customers.filter((_, at) => at % step === 0);
}

async function main() {
  const text = { type: "string" };
  const { values: given } = parseArgs({
    options: { customers: text, out: text, port: { ...text, default: "0" }, batch: { ...text, default: PLAIN_BATCH } },
  });
  if (!given.customers || !given.out) throw new Error("--customers FILE and --out FILE are needed");
  const folder = await mkdtemp(join(tmpdir(), "pouchdb-"));
  const companions = ["server", "client", "client"].map((role) => new Companion(role, folder));
  const dismiss = () => Promise.all(companions.map((companion) => companion.dismiss()));
  // Without its companions the run fails, and then tidies up.
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, dismiss);
  const plan = { file: resolve(given.customers), folder, port: Number(given.port), batch: Number(given.batch) };
  try {
    await writeFile(given.out, `${JSON.stringify(await carry(plan, companions))}\n`);
  } finally {
    await dismiss();
    await rm(folder, { recursive: true });
  }
}

const Role = { server: Server, client: Client }[process.argv[2]];
if (Role) obey(new Role());
else
  await main().catch((error) => {
    console.error(`pouchdb: ${error.message}`);
    process.exitCode = 1;
  });
