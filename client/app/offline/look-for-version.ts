import { firstTexts, languageNow } from '../../i18n/language.ts';
import { say } from '../../panels/toasts/toast-store.ts';
import { isOutdated, outdate } from './new-version.ts';

/** So often at most a page that is looked at again asks whether there is a newer version, ms. */
const EVERY_MS = 10 * 60_000;

/**
 * Has the page notice when the server has a newer version: when the browser has fetched one, and when somebody comes back
 * to a page that was open for long. It is said once; nobody is taken from what they are doing.
 */
export function watchForNewVersion(): void {
  let asked = Date.now();
  const ask = async () => {
    asked = Date.now();
    // Out of reach, or on its way up: nothing is known to be newer.
    const page = await fetch('/', { cache: 'no-store' }).catch(() => null);
    if (isOutdated() || !page?.ok || isThisPage(await page.text())) return;
    outdate();
    say(firstTexts.in(languageNow()).first.app.newVersion);
  };
  document.addEventListener('visibilitychange', () => {
    if (!isOutdated() && !document.hidden && Date.now() - asked > EVERY_MS) void ask();
  });
  // Of the first worker of all there is none before: the page is as new as that.
  if (!('serviceWorker' in navigator) || !navigator.serviceWorker.controller) return;
  navigator.serviceWorker.addEventListener('controllerchange', () => void ask());
  // One may have come since the page was loaded.
  void ask();
}

/** Whether a page of the server is this one: all that its head names is in the head here, which may have got more since. */
function isThisPage(html: string): boolean {
  const named = new DOMParser().parseFromString(html, 'text/html').head.querySelectorAll('script, link, meta');
  const here = [...document.head.children];
  return [...named].every((element) => here.some((own) => own.isEqualNode(element)));
}
