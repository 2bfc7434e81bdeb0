import { useEffect, useMemo, useState } from 'react';
import { snapshotOfFile } from '../../../shared/formats/file-snapshot.ts';
import {
  filmOf,
  type Growth,
  growthOf,
  type Look,
  type Shot,
  type Speed,
  speedFor,
} from '../../../shared/method/growth.ts';
import { type Names, named } from '../../../shared/method/named.ts';
import type { FilmTexts, StretchScenes } from '../../../shared/scene/growth-scene.ts';
import type { ClothSession } from '../../document/cloth-session.ts';
import { boundsOf, type Film, scenesOf } from '../../export/film/film.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import { readMomentFile } from '../moments/read-moment.ts';
import { useWhen } from '../moments/use-when.ts';
import { captionOf } from './caption.ts';

/** A film begins at the slowest speed at which it is no longer than this, seconds. */
const USUAL_LENGTH = 40;

export interface ChosenFilm {
  /** Null while its scenes are being made. */
  readonly film: Film | null;
  readonly shots: readonly Shot[];
  readonly speed: Speed;
  readonly names: Names;
  choose(some: { readonly speed?: Speed; readonly names?: Names }): void;
  textsOf(shot: Shot): FilmTexts;
}

/** The film of how this cloth grew until now: what comes while one looks at it is not in it. */
export function useFilm(): ChosenFilm {
  const { session } = useCloth();
  const text = useText();
  const when = useWhen();
  const [names, setNames] = useState<Names>('full');
  const [cloth] = useState(() => session.snapshot.getState());
  const growth = useMemo(() => growthOf(named(cloth, names), looksOf(session, names)), [cloth, session, names]);
  const [chosen, setChosen] = useState<Speed | null>(null);
  const speed = chosen ?? speedFor(growth, USUAL_LENGTH);
  const shots = useMemo(() => filmOf(growth, speed), [growth, speed]);
  const [drawn, setDrawn] = useState<{ readonly of: Growth; readonly scenes: readonly StretchScenes[] } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    scenesOf(growth, stop.signal).then(
      (scenes) => setDrawn({ of: growth, scenes }),
      () => undefined,
    );
    return () => stop.abort();
  }, [growth]);

  const textsOf = useMemo(
    () => (shot: Shot) => ({
      title: cloth.initiative || cloth.meta.title || text.top.untitled,
      caption: captionOf(growth, shot, text),
      when: when(shot.still.at),
    }),
    [cloth, growth, text, when],
  );
  const film = useMemo(
    () =>
      drawn?.of === growth
        ? { growth, shots, scenes: drawn.scenes, bounds: boundsOf(drawn.scenes), texts: textsOf }
        : null,
    [drawn, growth, shots, textsOf],
  );
  return {
    film,
    shots,
    speed,
    names,
    choose(some) {
      if (some.speed) setChosen(some.speed);
      if (some.names) setNames(some.names);
    },
    textsOf,
  };
}

/** The moments of a cloth that can be read. */
function looksOf(session: ClothSession, names: Names): Look[] {
  return session.snapshot.getState().moments.flatMap(({ id, name, createdAt }) => {
    const file = readMomentFile(session, id);
    return file ? [{ at: createdAt, name, cloth: named(snapshotOfFile(file), names) }] : [];
  });
}
