/** Where in the app an address leads. The key of a cloth rides in the fragment, which no server or log ever sees. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'join' }
  | { readonly page: 'about' }
  /** A cloth or a theme sheet. `via`: the network room whose key it is, where the sheet hangs. */
  | {
      readonly page: 'cloth';
      readonly sheet?: 'theme';
      readonly id: string;
      readonly key: string;
      readonly via?: string;
    }
  | { readonly page: 'commons'; readonly id: string; readonly key: string }
  | { readonly page: 'missing' };

/** What of an address matters here: a `Location` or a `URL`. */
export interface Address {
  readonly pathname: string;
  readonly search?: string;
  readonly hash: string;
}

/** Reads an address, forgiving a slash at the end. Whatever is not known is `missing`. */
export function routeOf({ pathname, search = '', hash }: Address): Route {
  const parts = pathname.split('/').filter((part) => part !== '');
  if (parts.length === 0) return { page: 'home' };
  const [first, id = ''] = parts;
  if (parts.length === 1 && (first === 'join' || first === 'about')) return { page: first };
  if (parts.length !== 2 || !ID.test(id)) return { page: 'missing' };
  if (first === 'r') return { page: 'commons', id, key: keyIn(hash) };
  if (first === 'c' || first === 't') {
    const via = new URLSearchParams(search).get('via') ?? '';
    const kind = first === 't' && { sheet: 'theme' as const };
    return { page: 'cloth', ...kind, id, key: keyIn(hash), ...(ID.test(via) && { via }) };
  }
  return { page: 'missing' };
}

/** The address of a cloth within this app. */
export function clothPath(id: string, key: string): string {
  return `/c/${encodeURIComponent(id)}#${key}`;
}

/**
 * The key in a fragment, without what came along when the link was copied out of a sentence, a chat or a table: blanks,
 * characters without width, a full stop or a bracket behind it, what a platform adds to count clicks.
 */
function keyIn(hash: string): string {
  return /[\w-]+/.exec(decoded(hash.slice(1)))?.[0] ?? '';
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const ID = /^[\w-]{1,128}$/;
