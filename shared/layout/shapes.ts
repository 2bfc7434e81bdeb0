import type { ItemKind, Point, PositionLetter } from '../model/schema.ts';
import type { TextBlock } from '../text/wrap.ts';
import type { Box } from './box.ts';
import type { Curve } from './tie-path.ts';

/**
 * Everything that is drawn of a cloth, positioned, in mm: screen, PNG, SVG and PDF all draw this and nothing else. Has
 * no cursors, selection or other passing things. Shapes are reused between scenes while their record is the same, so
 * `===` on a shape means its picture is still good.
 */
export interface Scene {
  /** All that must be seen when the whole cloth is shown: the sheet and whatever lies beyond its edge. */
  readonly bounds: Box;
  readonly sheet: SheetShape;
  readonly seats: readonly SeatShape[];
  readonly initiative: InitiativeShape;
  readonly items: readonly ItemShape[];
  readonly ties: readonly TieShape[];
}

export interface SheetShape {
  readonly shape: 'rectangle' | 'round';
  readonly box: Box;
  /** Radius of the corners of a rectangle, mm. */
  readonly corner: number;
  /** Of a theme sheet: its boxes and its line, printed on it. */
  readonly boxes?: readonly BoxShape[];
  readonly line?: LineShape;
}

/** A box of a theme sheet: its title, and a word of help while nothing stands in it. Lines begin at the left, mm. */
export interface BoxShape {
  readonly id: string;
  readonly box: Box;
  readonly title: Label;
  readonly help: readonly Label[];
}

/** Words that begin, end or have their middle at a point on their baseline, mm. */
export interface Label {
  readonly text: string;
  readonly at: Point;
  readonly size: number;
  readonly align: 'left' | 'center' | 'right';
}

/** The line of a theme, from its start to its manifestation. */
export interface LineShape {
  readonly from: Point;
  readonly to: Point;
  /** Whether a period was chosen; else it is only the place where the line will be. */
  readonly laid: boolean;
  /** Where months begin, mm along the sheet. */
  readonly months: readonly number[];
  readonly marks: readonly { readonly kind: 'meeting' | 'activity'; readonly at: Point }[];
  /** From where to where one prepares; `told` when something was written there. */
  readonly stretches: readonly { readonly from: number; readonly to: number; readonly told: boolean }[];
  /** In ink, and in pencil. */
  readonly said: readonly Label[];
  readonly noted: readonly Label[];
}

export interface SeatShape {
  readonly id: string;
  readonly name: string;
  /** The name as it is drawn: cut off with an ellipsis when it is longer than the stretch of edge. */
  readonly label: string;
  /** Width of the label, mm; a name in a script the font lacks is squeezed into it. */
  readonly labelWidth: number;
  readonly colour: string;
  readonly free: boolean;
  /** Where the name stands (its centre), just inside the sheet's edge. */
  readonly at: Point;
  /** Clockwise turn of the name, radians, so that it reads from that side's chair. */
  readonly angle: number;
  /** How far words are turned clockwise, radians, that stand upright for who sits here. */
  readonly facing: number;
  readonly fontSize: number;
  /** The line that marks this seat's stretch, just inside the sheet's edge. */
  readonly hem: readonly Point[];
  /** Corners of this seat's stretch of the edge, where its ingredients land. */
  readonly zone: readonly Point[];
  readonly box: Box;
}

export interface InitiativeShape {
  readonly centre: Point;
  readonly radius: number;
  readonly text: TextBlock;
  readonly box: Box;
}

export interface ItemShape {
  readonly id: string;
  readonly kind: ItemKind;
  /** An ingredient is words on a slip (`box`); a connector is a circle (`radius`) inside its box. */
  readonly box: Box;
  readonly radius: number;
  readonly centre: Point;
  /**
   * How far it is turned clockwise about its centre, radians: 0 but where words face their own edge. Box, badges, tail and
   * question are as they are before that turn; the extent is as it is after it.
   */
  readonly turn: number;
  readonly text: TextBlock;
  /** `#rrggbb` */
  readonly colour: string;
  readonly badges: readonly BadgeShape[];
  /** When a clarification is written to it: the tail that makes it a speech balloon, from root by tip to root. */
  readonly tail: readonly [Point, Point, Point] | null;
  /** The mark of a question that waits for an answer: "what do you mean?" */
  readonly question: { readonly centre: Point; readonly radius: number } | null;
  /** How far the contact with this connector has come; null for an ingredient, and where nothing was prepared. */
  readonly contact: ContactMark | null;
  /** Colour of the seat of who wrote these words, `#rrggbb`: only in a scene, where seats are known, and not on hidden words. */
  readonly writer?: string;
  /** Box with all that sticks out of it: what must be repainted, and what must be seen. */
  readonly extent: Box;
}

/** The story is written, the talk is agreed on, they have talked: each takes in the one before it. */
export const CONTACT_STAGES = ['story', 'agreed', 'talked'] as const;
export type ContactStage = (typeof CONTACT_STAGES)[number];

/** The small mark of a prepared contact, mm. */
export interface ContactMark {
  readonly stage: ContactStage;
  readonly centre: Point;
  readonly radius: number;
}

export interface BadgeShape {
  readonly letter: PositionLetter;
  readonly centre: Point;
  readonly radius: number;
}

export interface TieShape {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Cubic Béziers from border to border, each beginning where the one before it ends: start, control, control, end. */
  readonly path: readonly Curve[];
  /** The stretches where it passes over what it does not join, for there was no way round: none, nearly always. */
  readonly lifted: readonly Curve[];
  readonly box: Box;
  /** Involvement that is expected rather than seen: drawn in dashes. */
  readonly expected: boolean;
  /** An ingredient tied straight to the initiative: drawn lighter, for it still asks "through whom?". */
  readonly direct: boolean;
}
