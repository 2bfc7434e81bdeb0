import { useEffect, useRef, useState } from 'react';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { commonsApi, type HungSheet } from '../../document/commons-api.ts';
import { loadClothFont } from '../../fonts/cloth-font.ts';
import { useRoom } from '../room-context.tsx';
import { paintSheet } from './paint-sheet.ts';
import styles from './Tile.module.css';

/** So many are fetched and drawn at once: a wall of three hundred fills as one scrolls, from the top. */
const AT_ONCE = 4;
/** A picture is made when it is this near to being seen, CSS px. */
const NEAR = '240px';

let busy = 0;
const waiting: (() => void)[] = [];

/** Runs the work when it is its turn. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  busy += 1;
  try {
    return await work();
  } finally {
    busy -= 1;
    waiting.shift()?.();
  }
}

/** The sheet itself, small: fetched and drawn when it comes in view, and anew when it has changed. */
export function SheetPicture({ sheet }: { readonly sheet: HungSheet }) {
  const { session } = useRoom();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(false);
  const [snapshot, setSnapshot] = useState<ClothSnapshot | null>(null);
  const { id, version } = sheet;

  useEffect(() => {
    if (!canvas.current) return;
    const eyes = new IntersectionObserver((seen) => setNear(seen.some(({ isIntersecting }) => isIntersecting)), {
      rootMargin: NEAR,
    });
    eyes.observe(canvas.current);
    return () => eyes.disconnect();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is the same sheet drawn anew.
  useEffect(() => {
    if (!isNear) return;
    let left = false;
    inTurn(async () => {
      if (left) return;
      const [shown] = await Promise.all([commonsApi.projection(session.id, session.key, id), loadClothFont()]);
      if (!left) setSnapshot(shown);
    }).catch(() => undefined);
    return () => {
      left = true;
    };
  }, [isNear, session, id, version]);

  useEffect(() => {
    const paper = canvas.current;
    if (!paper || !snapshot) return;
    const paint = () => paintSheet(paper, snapshot, { width: paper.clientWidth, height: paper.clientHeight });
    paint();
    const size = new ResizeObserver(paint);
    size.observe(paper);
    return () => size.disconnect();
  }, [snapshot]);

  return (
    <span aria-hidden="true">
      <canvas ref={canvas} className={styles.picture} data-drawn={snapshot !== null} />
    </span>
  );
}
