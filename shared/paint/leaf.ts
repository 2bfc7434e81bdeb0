import type { Leaf, LeafMark } from '../scene/leaf.ts';
import { PathMaker, smoothThrough, strokePath } from './path.ts';
import { LEAST_LETTERS_PX, type PaintOptions, type Pen } from './pen.ts';
import { clothFont, paintBlock, prepareWords } from './words.ts';

/** What is drawn on a leaf, from below to above. Painted on a sheet. */
export function paintLeaf(pen: Pen, { marks }: Leaf, options: PaintOptions): void {
  pen.save();
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  prepareWords(pen);
  for (const mark of marks) paintMark(pen, mark, options);
  pen.restore();
}

function paintMark(pen: Pen, mark: LeafMark, options: PaintOptions): void {
  switch (mark.is) {
    case 'block':
      pen.fillStyle = mark.colour;
      paintBlock(pen, mark.block, mark.centre, options);
      return;
    case 'label':
      paintLabel(pen, mark, options);
      return;
    case 'stroke': {
      const maker = new PathMaker();
      smoothThrough(maker, mark.points);
      pen.strokeStyle = mark.colour;
      pen.lineWidth = mark.width;
      pen.setLineDash([...(mark.dash ?? [])]);
      // Made here and kept by nobody: a leaf is painted once.
      strokePath(pen, maker.path, { pxPerMm: options.pxPerMm });
      pen.setLineDash([]);
      return;
    }
    case 'stone':
      pen.beginPath();
      pen.ellipse(...mark.centre, ...mark.radii, mark.turn, 0, 2 * Math.PI);
      fillAndRim(pen, mark);
      return;
    case 'card': {
      const { x, y, w, h } = mark.box;
      pen.beginPath();
      pen.roundRect(x, y, w, h, mark.corner);
      fillAndRim(pen, mark);
    }
  }
}

function fillAndRim(pen: Pen, { fill, rim, width }: Extract<LeafMark, { is: 'stone' | 'card' }>): void {
  pen.fillStyle = fill;
  pen.fill();
  pen.strokeStyle = rim;
  pen.lineWidth = width;
  pen.stroke();
}

function paintLabel(pen: Pen, label: Extract<LeafMark, { is: 'label' }>, { pxPerMm }: PaintOptions): void {
  const { text, at, align, size, weight, colour, most } = label;
  // Words that nobody can read are left out of what is small.
  if (size * pxPerMm < LEAST_LETTERS_PX) return;
  pen.textAlign = align;
  pen.font = clothFont(size, weight);
  pen.fillStyle = colour;
  pen.fillText(text, ...at, most);
  pen.textAlign = 'center';
}
