import { type Path, tracePath } from '../../../shared/paint/path.ts';

const made = new WeakMap<Path, Path2D>();

/** A path as canvases draw it at once: made when it is first drawn, and kept as long as the path is. */
export function keptPath(path: Path): Path2D {
  const known = made.get(path);
  if (known) return known;
  const kept = new Path2D();
  tracePath(kept, path);
  made.set(path, kept);
  return kept;
}
