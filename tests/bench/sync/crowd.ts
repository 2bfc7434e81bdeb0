import { setTimeout as sleep } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Place, Running } from './contenders.ts';
import { LightClient } from './light-client.ts';
import { hear, Speech } from './speech.ts';

/** What people do: how many, on how many cloths, and how often each writes and moves, per second. */
export interface Traffic {
  readonly cloths: number;
  readonly perCloth: number;
  readonly edits: number;
  readonly presence: number;
}

/** What was seen in one window of time. */
export interface Seen {
  /** Messages that others were to hear: each edit and presence times everyone else on the cloth. */
  readonly deliveries: number;
  readonly cpuMicros: number;
  readonly seconds: number;
  /** How often a watcher was to see an edit of another; {@link latencies} has those that were seen. */
  readonly toBeSeen: number;
  /** From an edit sent to the edit seen by another, ms. */
  readonly latencies: readonly number[];
  /** From a mark sent to the mark returned, ms; this server only. */
  readonly acknowledgements: readonly number[];
  /** How much later than planned the crowd itself acted at worst, ms: beyond some tens nothing else here is to be trusted. */
  readonly worstDelay: number;
  /** How long after the beginning of its own turn of the event loop the crowd looked at each of {@link latencies}, ms: so much of it at most is its own. */
  readonly ownPauses: readonly number[];
}

/** Where a crowd sits down: a server, or several that serve the same cloths. */
export type House = Pick<Running, 'name' | 'newPlace' | 'cpuMicros'>;

/** On each cloth so many watch what comes in; the others only read it. */
const WATCHERS = 2;
/** A stamp in every edit, by which it is recognised. */
const STAMP = '§:';
const STAMP_BYTES = Buffer.from(STAMP);
const DIGITS = 9;

class Person {
  readonly client: LightClient;
  readonly speech: Speech;
  readonly #doc = new Y.Doc();
  readonly #words: Y.Map<string>;
  #clock = 0;
  nextEdit = 0;
  nextPresence = 0;
  #lastMark = 0;

  constructor(client: LightClient, speech: Speech) {
    this.client = client;
    this.speech = speech;
    this.#words = this.#doc.getMap('bench');
    this.#doc.on('update', (update: Uint8Array) => client.send(speech.update(update)));
  }

  move(): void {
    this.#clock += 1;
    const cursor = [this.#clock % 1000, (this.#clock * 7) % 1000];
    const user = { name: 'Caroline', colour: '#1d4ed8', seat: 'seat-1', role: 'participant' };
    this.client.send(this.speech.presence(this.#doc.clientID, this.#clock, JSON.stringify({ user, cursor })));
  }

  edit(stamp: number): void {
    this.#words.set(String(this.#doc.clientID), STAMP + String(stamp).padStart(DIGITS, '0'));
  }

  mark(): number {
    this.#lastMark += 1;
    this.client.send(this.speech.mark(this.#lastMark));
    return this.#lastMark;
  }
}

/** People on cloths of one server, who write and move in time as people do. */
export class Crowd {
  readonly #server: House;
  readonly #traffic: Traffic;
  readonly #people: Person[] = [];
  /** When each stamp went out. */
  readonly #sentAt: number[] = [];
  /** When each watcher's marks went out that have not come back. */
  readonly #marksOf = new Map<Person, Map<number, number>>();
  readonly #watchers = new Set<Person>();
  #latencies: number[] = [];
  #acknowledgements: number[] = [];
  #deliveries = 0;
  #toBeSeen = 0;
  #worstDelay = 0;
  #ownPauses: number[] = [];
  #turnBeganAt = 0;

  private constructor(server: House, traffic: Traffic) {
    this.#server = server;
    this.#traffic = traffic;
  }

  /** Everyone sits down. */
  static async gather(server: House, traffic: Traffic): Promise<Crowd> {
    const crowd = new Crowd(server, traffic);
    for (let cloth = 0; cloth < traffic.cloths; cloth++) await crowd.#fill(await server.newPlace());
    return crowd;
  }

  /** Lets them live for a while without measuring, then measures for `ms`. */
  async watch(warmUpMs: number, ms: number): Promise<Seen> {
    this.#plan();
    await this.#live(warmUpMs);
    this.#latencies = [];
    this.#acknowledgements = [];
    this.#deliveries = 0;
    this.#toBeSeen = 0;
    this.#worstDelay = 0;
    this.#ownPauses = [];
    const [cpuBefore, startedAt] = [await this.#server.cpuMicros(), performance.now()];
    await this.#live(ms);
    const cpuMicros = (await this.#server.cpuMicros()) - cpuBefore;
    return {
      deliveries: this.#deliveries,
      cpuMicros,
      seconds: (performance.now() - startedAt) / 1000,
      toBeSeen: this.#toBeSeen,
      latencies: this.#latencies,
      acknowledgements: this.#acknowledgements,
      worstDelay: this.#worstDelay,
      ownPauses: this.#ownPauses,
    };
  }

  leave(): void {
    for (const { client } of this.#people) client.close();
  }

  get everyoneIsThere(): boolean {
    return this.#people.every(({ client }) => !client.closed);
  }

  async #fill(place: Place): Promise<void> {
    for (let seat = 0; seat < this.#traffic.perCloth; seat++) {
      const speech = new Speech(place);
      const marks = new Map<number, number>();
      const client = await LightClient.open(place.ports[seat % place.ports.length] ?? 0, place.path);
      const person = new Person(client, speech);
      const greeting = speech.greeting();
      if (greeting) client.send(greeting);
      if (seat < WATCHERS) {
        this.#watchers.add(person);
        client.onFrame = (frame) => this.#look(frame, place, marks);
        if (this.#server.name === 'tafelkleed') this.#marksOf.set(person, marks);
      }
      client.send(speech.ask(new Uint8Array([0])));
      person.move();
      this.#people.push(person);
    }
  }

  #look(frame: Buffer, place: Place, marks: Map<number, number>): void {
    const now = performance.now();
    for (let at = frame.indexOf(STAMP_BYTES); at >= 0; at = frame.indexOf(STAMP_BYTES, at + 1)) {
      const stamp = Number(frame.toString('latin1', at + STAMP_BYTES.length, at + STAMP_BYTES.length + DIGITS));
      const sentAt = this.#sentAt[stamp];
      if (sentAt === undefined) continue;
      this.#latencies.push(now - sentAt);
      this.#ownPauses.push(now - this.#turnBeganAt);
    }
    if (marks.size === 0) return;
    const heard = hear(frame, place);
    if (heard.kind !== 'mark') return;
    const markedAt = marks.get(heard.mark);
    if (markedAt !== undefined) this.#acknowledgements.push(now - markedAt);
    marks.delete(heard.mark);
  }

  /** Spreads everyone's first acts, so that the crowd does not move in step. */
  #plan(): void {
    const now = performance.now();
    for (const [index, person] of this.#people.entries()) {
      const phase = (index * 0.618) % 1;
      person.nextEdit = now + (phase * 1000) / this.#traffic.edits;
      person.nextPresence = now + (((phase * 7) % 1) * 1000) / this.#traffic.presence;
    }
  }

  async #live(ms: number): Promise<void> {
    const until = performance.now() + ms;
    const others = this.#traffic.perCloth - 1;
    for (let now = performance.now(); now < until; now = performance.now()) {
      this.#turnBeganAt = now;
      for (const person of this.#people) {
        if (person.nextEdit <= now) this.#edit(person, now, others);
        if (person.nextPresence <= now) {
          this.#worstDelay = Math.max(this.#worstDelay, now - person.nextPresence);
          person.nextPresence += 1000 / this.#traffic.presence;
          person.move();
          this.#deliveries += others;
        }
      }
      await sleep(1);
    }
  }

  #edit(person: Person, now: number, others: number): void {
    this.#worstDelay = Math.max(this.#worstDelay, now - person.nextEdit);
    person.nextEdit += 1000 / this.#traffic.edits;
    const stamp = this.#sentAt.length;
    this.#sentAt.push(performance.now());
    person.edit(stamp);
    this.#deliveries += others;
    this.#toBeSeen += this.#watchers.has(person) ? WATCHERS - 1 : WATCHERS;
    if (this.#server.name !== 'tafelkleed') return;
    const mark = person.mark();
    this.#marksOf.get(person)?.set(mark, performance.now());
  }
}
