import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** A part of the app that lies in a file of its own. */
export interface Fetched<P extends object> {
  /** Fetches it, unless it is here already. Rejects when it cannot be fetched. */
  bring(): Promise<void>;
  /** The part itself; until it is here, what stands in for it. */
  readonly Part: ComponentType<P>;
}

/**
 * A part that is fetched when it is first shown, or brought before that: then it is there at once. `React.lazy` would hold
 * back what it has for a third of a second once it has shown something in its place, and a cloth with it; and what it could
 * not fetch once it never asks for again.
 *
 * When it cannot be fetched, `missing` is told, and it is fetched anew when the network is back or it is shown again; without
 * `missing` the page breaks off there, for the guard round it to catch.
 */
export function fetched<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
  meanwhile: ReactNode,
  missing?: () => void,
): Fetched<P> {
  let here: ComponentType<P> | null = null;
  let coming: Promise<void> | null = null;
  const bring = (): Promise<void> => {
    coming ??= load().then(
      (module) => {
        here = module.default;
      },
      (error: unknown) => {
        coming = null;
        throw error;
      },
    );
    return coming;
  };

  function Part(props: P) {
    // As it was when this was rendered: it may come between that and the effect.
    const [Shown, setShown] = useState(() => here);
    const [failure, setFailure] = useState<{ readonly error: unknown }>();
    useEffect(() => {
      if (Shown) return;
      const left = new AbortController();
      const ask = (): void => {
        bring().then(
          () => !left.signal.aborted && setShown(() => here),
          (error: unknown) => {
            if (left.signal.aborted) return;
            if (missing) missing();
            else setFailure({ error });
          },
        );
      };
      ask();
      if (missing) window.addEventListener('online', ask, { signal: left.signal });
      return () => left.abort();
    }, [Shown]);
    if (Shown) return <Shown {...props} />;
    if (failure) throw failure.error;
    return meanwhile;
  }

  return { bring, Part };
}
