import { type ComponentType, createElement, type ReactNode } from 'react';
import { allTexts, withTexts } from '../i18n/language.ts';
import { firstTextsNow } from '../i18n/use-text.ts';
import { fetched } from '../look/fetched.tsx';
import { PanelGuard } from './PanelGuard.tsx';
import { say, sayProblem } from './toasts/toast-store.ts';

/** How to fetch each of the parts that are known of so far. */
const parts = new Set<() => Promise<unknown>>();

/**
 * A part of the page in a file of its own, fetched when it is first shown, and all texts with it; until then, and when it cannot be fetched,
 * `meanwhile` stands in its place. The page goes on without it, and when it breaks: it was not needed to write.
 */
export function part<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
  meanwhile: ReactNode = null,
): ComponentType<P> {
  const { bring, Part } = fetched(withTexts([allTexts], load), meanwhile, sayMissing);
  parts.add(bring);
  return (props) => createElement(PanelGuard, null, createElement(Part, props));
}

/** The same for what is no part of the page but a program. Rejects when it cannot be fetched. */
export function later<T>(load: () => Promise<T>): () => Promise<T> {
  parts.add(load);
  return load;
}

/**
 * Fetches all parts, one after another, so that each is there when it is wanted: by then the network may be gone, or the
 * server have another version. Ends at the first that cannot be fetched; they are asked for again when they are shown.
 */
export async function bringParts(): Promise<void> {
  // A set goes on to what is added while it is walked: what a part itself fetches later.
  for (const bring of parts) await bring();
}

function sayMissing(): void {
  // A style sheet that did not come would be taken for one that is there.
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) {
    if (!link.sheet) link.replaceWith(link.cloneNode());
  }
  const { problems, gone } = firstTextsNow();
  if (navigator.onLine) {
    say(problems.partMissing, { tone: 'problem', action: { label: gone.reload, run: () => location.reload() } });
  } else sayProblem(problems.network);
}
