import type { Box } from '../layout/box.ts';
import type { Scene } from '../layout/shapes.ts';
import type { Point } from '../model/schema.ts';
import type { FontWeight } from '../text/text-measure.ts';
import type { TextBlock } from '../text/wrap.ts';

/** One thing that is drawn on a leaf. mm; colours `#rrggbb`. */
export type LeafMark =
  /** Words in lines, centred on a place. */
  | { readonly is: 'block'; readonly block: TextBlock; readonly centre: Point; readonly colour: string }
  /** One line of words; drawn no wider than `most`. */
  | {
      readonly is: 'label';
      readonly text: string;
      readonly at: Point;
      readonly align: 'left' | 'center' | 'right';
      readonly size: number;
      readonly weight: FontWeight;
      readonly colour: string;
      readonly most: number;
    }
  /** A line as a hand draws it, bent where its points turn. */
  | {
      readonly is: 'stroke';
      readonly points: readonly Point[];
      readonly colour: string;
      readonly width: number;
      readonly dash?: readonly [on: number, off: number];
    }
  /** A pebble, turned a little, radians. */
  | {
      readonly is: 'stone';
      readonly centre: Point;
      readonly radii: readonly [x: number, y: number];
      readonly turn: number;
      readonly fill: string;
      readonly rim: string;
      readonly width: number;
    }
  /** A slip of paper. */
  | {
      readonly is: 'card';
      readonly box: Box;
      readonly corner: number;
      readonly fill: string;
      readonly rim: string;
      readonly width: number;
    };

/** A page that shows no cloth but something else of a group's: what is drawn on it, from below to above. mm. */
export interface Leaf {
  readonly box: Box;
  readonly marks: readonly LeafMark[];
}

const CORNER = 18;

/** The scene under a leaf: a sheet of paper on which lies nothing; round it may stand who sat at the table. */
export function sceneOfLeaf({ box }: Leaf, round: Partial<Pick<Scene, 'seats' | 'initiative'>> = {}): Scene {
  const { seats = [], initiative = NO_INITIATIVE } = round;
  return { bounds: box, sheet: { shape: 'rectangle', box, corner: CORNER }, seats, initiative, items: [], ties: [] };
}

const NO_INITIATIVE: Scene['initiative'] = {
  centre: [0, 0],
  radius: 0,
  text: { lines: [], size: 1, weight: 500, lineHeight: 1, width: 0, exact: true },
  box: { x: 0, y: 0, w: 0, h: 0 },
};

/** Every word on a leaf. */
export function wordsOnLeaf({ marks }: Leaf): readonly string[] {
  return marks.flatMap((mark) => (mark.is === 'block' ? mark.block.lines : mark.is === 'label' ? [mark.text] : []));
}
