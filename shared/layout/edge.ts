import type { Point } from '../model/schema.ts';

/** A seat with the corners of its stretch of the edge, mm. */
interface Edge {
  readonly id: string;
  readonly zone: readonly Point[];
}

/** The seat before which a point lies, or null in the middle and beyond the cloth. */
export function edgeAt(edges: readonly Edge[], at: Point): string | null {
  return edges.find(({ zone }) => isInside(zone, at))?.id ?? null;
}

/** Even-odd rule: a ray to the right crosses the border of what it starts in an odd number of times. */
function isInside(corners: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  corners.forEach(([x1, y1], nth) => {
    const [x2, y2] = corners[(nth + 1) % corners.length] ?? [x1, y1];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  });
  return inside;
}
