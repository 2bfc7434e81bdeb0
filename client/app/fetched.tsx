import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** A part of the app that lies in a file of its own. */
export interface Fetched<P extends object> {
  /** Fetches it, unless it is here already. Rejects when it cannot be fetched. */
  bring(): Promise<void>;
  /** The part itself; until it is here, what stands in for it. Throws, for the guard to catch, when it cannot be fetched. */
  readonly Part: ComponentType<P>;
}

/**
 * A part that is fetched when it is first shown, or brought before that: then it is there at once. `React.lazy` would hold
 * back what it has for a third of a second once it has shown something in its place, and a cloth with it.
 */
export function fetched<P extends object>(
  load: () => Promise<{ readonly default: ComponentType<P> }>,
  meanwhile: ReactNode,
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
      let left = false;
      bring().then(
        () => !left && setShown(() => here),
        (error: unknown) => !left && setFailure({ error }),
      );
      return () => {
        left = true;
      };
    }, [Shown]);
    if (Shown) return <Shown {...props} />;
    if (failure) throw failure.error;
    return meanwhile;
  }

  return { bring, Part };
}
