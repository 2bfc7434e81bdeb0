import { createStore } from 'zustand/vanilla';

/** A short message at the edge of the screen; with `action` a way to take back what it tells of. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  /** `problem` interrupts a screen reader and stays longer. */
  readonly tone: 'plain' | 'problem';
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Lies there until it is answered or put away. */
  readonly stays?: true;
}

/** At most so many lie on top of each other: older ones make room. */
const MOST = 3;
/** How long a message stays, ms. */
export const READING_MS = { plain: 5_000, problem: 10_000 } as const;

export const toastStore = createStore<readonly Toast[]>(() => []);
let lastId = 0;
const timers = new Map<number, ReturnType<typeof setTimeout>>();
let beingRead = false;

/** Says something without asking anything. The same words again do not pile up. Returns the message's id. */
export function say(text: string, options: Partial<Omit<Toast, 'id' | 'text'>> = {}): number {
  const toast: Toast = { id: ++lastId, text, tone: 'plain', ...options };
  const others = toastStore.getState().filter((shown) => shown.text !== text);
  toastStore.setState([...others, toast].slice(-MOST), true);
  if (!beingRead) runOut(toast);
  return toast.id;
}

/** While somebody points at the messages, or is in them by keyboard, none goes; after that each has its time anew. */
export function whileRead(reads: boolean): void {
  if (reads === beingRead) return;
  beingRead = reads;
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
  if (!reads) toastStore.getState().forEach(runOut);
}

function runOut({ id, tone, stays }: Toast): void {
  if (!stays)
    timers.set(
      id,
      setTimeout(() => hush(id), READING_MS[tone]),
    );
}

/** What a message offered to take back can no longer be: its words stay, the button goes. */
export function withdraw(id: number): void {
  const bare = toastStore.getState().map((toast): Toast => {
    if (toast.id !== id) return toast;
    const { action: _gone, ...rest } = toast;
    return rest;
  });
  toastStore.setState(bare, true);
}

/** Says what went wrong. */
export function sayProblem(text: string): void {
  say(text, { tone: 'problem' });
}

export function hush(id: number): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  const shown = toastStore.getState();
  const left = shown.filter((toast) => toast.id !== id);
  if (left.length < shown.length) toastStore.setState(left, true);
}
