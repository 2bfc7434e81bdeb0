import axe, { type AxeResults, type ElementContext, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe?: { run(where: ElementContext, options: RunOptions): Promise<AxeResults> };
  }
}

/** WCAG 2.2 AA, and what every page of good custom has: regions, one first heading, headings in their order. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  // Counts signs and explanations that a screen reader is told in other words: `misnamed` looks at the words themselves.
  rules: { 'label-content-name-mismatch': { enabled: false } },
};

/** What axe finds wrong with a page as it stands now: the rule, the element and why, a line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  // A colour or a place on its way to another may be neither; what turns for ever is not waited for.
  await page.evaluate(async () => {
    const passing = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(passing.map((animation) => animation.finished));
  });
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source);
  const found = await page.evaluate(lookOver, RULES);
  return [...found, ...(await page.evaluate(misnamed))];
}

/** Runs in the page: may use nothing from outside. */
async function lookOver(rules: RunOptions): Promise<string[]> {
  // Where the keyboard goes round in an open menu or dialog stands a sentinel that passes it on at once.
  const where = { include: [['html']], exclude: [['[data-base-ui-focus-guard]']] };
  const { violations = [] } = (await window.axe?.run(where, rules)) ?? {};
  return violations.flatMap(({ id, nodes }) =>
    nodes
      // What lies over the page for a moment belongs to its button rather than to a region.
      .filter(
        ({ target }) => id !== 'region' || !document.querySelector(String(target))?.closest('[data-base-ui-portal]'),
      )
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)}: ${failureSummary?.replace(/\s+/g, ' ')}`),
  );
}

/**
 * Controls whose name does not hold the words that stand on them, one after the other (WCAG 2.5.3): who speaks to their device says what
 * they read. Signs that are hidden from screen readers and what only describes are no part of it. Runs in the page.
 */
function misnamed(): string[] {
  const plain = (words: string) =>
    ` ${words
      .toLowerCase()
      .replace(/\u00ad/g, '')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `;
  const shown = (control: Element) => {
    const described = control.getAttribute('aria-describedby')?.split(' ') ?? [];
    const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    while (walker.nextNode()) {
      const within = walker.currentNode.parentElement;
      if (!within?.checkVisibility() || within.closest('[aria-hidden="true"], .visually-hidden')) continue;
      if (!described.some((id) => within.closest(`[id="${id}"]`))) words.push(walker.currentNode.textContent ?? '');
    }
    return plain(words.join(' '));
  };
  return [
    ...document.querySelectorAll('[aria-label]:is(button, a, [role="menuitem"], [role="treeitem"], [role="tab"])'),
  ]
    .filter((control) => shown(control).trim() !== '' && !plain(control.ariaLabel ?? '').includes(shown(control)))
    .map((control) => `misnamed: “${control.ariaLabel}” shows “${shown(control).trim()}”`);
}
