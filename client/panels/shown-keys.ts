import type { FirstTexts } from '../i18n/nl/first.ts';

/** On Apple's keyboards shortcuts bear ⌘ and ⇧ instead of words. */
const APPLE = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

const ARROWS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };

/** A key of the table of actions (`mod+shift+z`) as people read it: `Ctrl+Shift+Z`, or `⌘⇧Z`. */
export function shownKeys(keys: string, words: FirstTexts['shortcuts']['keys'], apple = APPLE): string {
  const shown = keys.split('+').map((key) => {
    switch (key) {
      case 'mod':
        return apple ? '⌘' : words.control;
      case 'shift':
        return apple ? '⇧' : words.shift;
      case 'Escape':
        return words.escape;
      case 'Delete':
        return words.delete;
      case 'PageDown':
        return words.pageDown;
      case 'PageUp':
        return words.pageUp;
      case '':
        return '+';
      default:
        return ARROWS[key] ?? (key.length === 1 ? key.toUpperCase() : key);
    }
  });
  // The key + itself splits in two.
  const parts = keys === '+' ? ['+'] : shown;
  return parts.join(apple ? '' : '+');
}
