import { vi } from 'vitest';
import { en } from '../../../client/i18n/en.ts';
import { nl, type Texts } from '../../../client/i18n/nl.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import type { Engine, Room } from './engine.ts';

const PATIENCE = { timeout: 45_000, interval: 50 };

/** Somebody with a browser of another make, who presses what bears a certain name and points at words on the cloth. */
export class Visitor {
  readonly engine: Engine;
  text: Texts = nl;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** Opens a page, and learns its language: the machine's, not the test's. */
  async open(url: string): Promise<void> {
    await this.engine.open(url);
    await this.until('a page', () => this.engine.run(() => document.querySelector('#root > *') !== null));
    this.text = (await this.engine.run(() => document.documentElement.lang)) === 'en' ? en : nl;
    await this.engine.run(() => {
      const told: string[] = [];
      Object.assign(window, { troubles: told });
      window.addEventListener('error', ({ message }) => told.push(message));
      window.addEventListener('unhandledrejection', ({ reason }) => told.push(String(reason)));
      const { error } = console;
      console.error = (...said: unknown[]) => {
        told.push(said.join(' '));
        error(...said);
      };
    });
  }

  /** What broke on this page since it was opened. */
  troubles(): Promise<string[]> {
    return this.engine.run(() => (window as unknown as { troubles: string[] }).troubles);
  }

  /** Presses what bears this name, as soon as it is there, stands still and nothing lies over it. */
  async press(name: string): Promise<void> {
    let before = '';
    const { x, y, w, h } = await vi.waitFor(async () => {
      const room = await this.engine.run(pressable, name);
      if (typeof room === 'string') throw new Error(`${name}: ${room}`);
      const now = JSON.stringify(room);
      if (now !== before) {
        before = now;
        throw new Error(`${name}: on its way`);
      }
      return room;
    }, PATIENCE);
    await this.engine.press(x + w / 2, y + h / 2);
  }

  /** Waits until these words stand on the page, or no longer do. */
  async reads(words: string, there = true): Promise<void> {
    await this.until(`${there ? '' : 'no '}“${words}”`, async () => {
      const all = await this.engine.run(() => document.body.innerText);
      return all.includes(words) === there;
    });
  }

  async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    await vi.waitFor(async () => {
      if (!(await holds())) throw new Error(`It waits for ${what}.`);
    }, PATIENCE);
  }

  snapshot(): Promise<ClothSnapshot> {
    return vi.waitFor(async () => {
      const snapshot = await this.engine.run(() => window.tafelkleed?.snapshot() ?? null);
      if (!snapshot) throw new Error('No cloth is open.');
      return snapshot;
    }, PATIENCE);
  }

  /** The middle of something on the cloth, CSS px in the window. */
  async spotOf(id: string): Promise<[number, number]> {
    const { x, y, w, h } = await this.roomOf(id);
    return [x + w / 2, y + h / 2];
  }

  async roomOf(id: string): Promise<Room> {
    const room = await this.engine.run((of) => window.tafelkleed?.screenOf(of) ?? null, id);
    if (!room) throw new Error(`${id} is not on the cloth.`);
    return room;
  }
}

/** Runs in the page: where the thing that bears this name can be pressed, or why it cannot. */
function pressable(name: string): Room | string {
  const things = [
    ...document.querySelectorAll<HTMLElement>('button, a[href], [role^="menuitem"], textarea, input, [role="tab"]'),
  ];
  const called = (thing: HTMLElement) =>
    [thing.getAttribute('aria-label'), thing.innerText, (thing as HTMLInputElement).labels?.[0]?.innerText].map(
      (given) => given?.replace(/\s+/g, ' ').trim() ?? '',
    );
  // What explains itself has more words than its name.
  const named = things.filter((thing) => called(thing).includes(name));
  const found = named.length > 0 ? named : things.filter((thing) => called(thing).some((all) => all.startsWith(name)));
  let why = 'not there';
  for (const thing of found) {
    thing.scrollIntoView({ block: 'nearest' });
    const { x, y, width: w, height: h } = thing.getBoundingClientRect();
    const over = document.elementFromPoint(x + w / 2, y + h / 2);
    if (over && (thing.contains(over) || over.contains(thing)) && !thing.matches(':disabled')) return { x, y, w, h };
    why = over ? `under ${over.outerHTML.slice(0, 120)}` : 'out of sight';
  }
  return why;
}
