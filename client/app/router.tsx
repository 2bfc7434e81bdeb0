import { type ComponentProps, type MouseEvent, useSyncExternalStore } from 'react';
import { isOutdated } from './offline/new-version.ts';
import { type Route, routeOf } from './routes.ts';

const listeners = new Set<() => void>();
let current: { readonly href: string; readonly route: Route } | null = null;

/** Goes to a place in the app without loading the page again, but for a new version of it: that comes along on the way. */
export function navigate(path: string, { replace = false } = {}): void {
  if (!replace && isOutdated()) {
    location.assign(path);
    return;
  }
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  window.scrollTo(0, 0);
  tell();
}

/** The place the address bar names; renders again when it changes, by us or by the browser's own buttons. */
export function useRoute(): Route {
  return useSyncExternalStore(subscribe, readRoute);
}

/** A link within the app. A click with a modifier key is left to the browser: a new tab is a new tab. */
export function Link({ href, onClick, ...rest }: ComponentProps<'a'> & { readonly href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    navigate(href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    window.addEventListener('popstate', tell);
    window.addEventListener('hashchange', tell);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('popstate', tell);
    window.removeEventListener('hashchange', tell);
  };
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** The same object as long as the address is the same. */
function readRoute(): Route {
  if (current?.href !== location.href) current = { href: location.href, route: routeOf(location) };
  return current.route;
}
