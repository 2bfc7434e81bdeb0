import { runsOf } from '../../text/font-runs.ts';
import { fontMeasure } from '../../text/text-measure.ts';
import { type Path, tracePath } from '../path.ts';
import { Gradient, type Ink, type Matrix, type StrokeStyle, UPRIGHT, VectorPen, type Words } from './vector-pen.ts';

/** The letters as the table of widths has them. pdfkit's types know only what is turned on. */
const LETTER_BY_LETTER = {
  kern: false,
  liga: false,
  calt: false,
  clig: false,
} as unknown as PDFKit.Mixins.OpenTypeFeatures[];
/** The frame that stands for letters the font lacks: its height in em, and its line. */
const FRAME = { height: 0.66, line: 0.05, air: 0.08 } as const;

/** The name under which a document knows a file of the font. */
export const fontName = (file: string, weight: number): string => `${file} ${weight}`;

/** Writes what is painted into a PDF: words as words of embedded fonts, all else as paths. The document knows the fonts by {@link fontName}. */
export class PdfPen extends VectorPen {
  readonly #doc: PDFKit.PDFDocument;

  constructor(doc: PDFKit.PDFDocument) {
    super();
    this.#doc = doc;
  }

  protected override drawFill(path: Path, ink: Ink, opacity: number): void {
    const doc = this.#doc;
    this.#turned(() => {
      tracePath(doc, path);
      if (ink instanceof Gradient) doc.fill(this.#gradient(ink));
      else doc.fillColor(ink.hex, ink.opacity * opacity).fill('non-zero');
    });
  }

  protected override drawStroke(path: Path, ink: Ink, opacity: number, style: StrokeStyle): void {
    if (ink instanceof Gradient) return;
    const doc = this.#doc;
    this.#turned(() => {
      doc.lineWidth(style.width).lineCap(style.cap).lineJoin(style.join);
      const [dash, space = dash] = style.dash;
      if (dash === undefined) doc.undash();
      else doc.dash(dash, { space: space ?? dash });
      tracePath(doc, path);
      doc.strokeColor(ink.hex, ink.opacity * opacity).stroke();
    });
  }

  protected override drawWords({ text, x, y, size, weight, squeezed }: Words, ink: Ink, opacity: number): void {
    if (ink instanceof Gradient) return;
    const doc = this.#doc;
    this.#turned(() => {
      let left = x;
      for (const run of runsOf(text)) {
        const width = fontMeasure.width(run.text, size, weight) * squeezed;
        if (run.file) {
          doc
            .font(fontName(run.file, weight))
            .fontSize(size)
            .fillColor(ink.hex, ink.opacity * opacity);
          const horizontalScaling = squeezed * 100;
          const options = {
            lineBreak: false,
            baseline: 'alphabetic',
            features: LETTER_BY_LETTER,
            horizontalScaling,
          } as const;
          doc.text(run.text, left, y, options);
        } else if (width > 0) {
          const air = size * FRAME.air;
          doc
            .lineWidth(size * FRAME.line)
            .undash()
            .strokeColor(ink.hex, ink.opacity * opacity);
          doc.rect(left + air, y - size * FRAME.height, Math.max(0, width - 2 * air), size * FRAME.height).stroke();
        }
        left += width;
      }
    });
  }

  protected override beginClip(path: Path): void {
    // The clip stays when the turn under which it was made is over, so its path is turned by hand.
    this.#doc.save();
    tracePath(turnedPen(this.#doc, this.matrix), path);
    this.#doc.clip();
  }

  protected override endClips(howMany: number): void {
    for (let nth = 0; nth < howMany; nth++) this.#doc.restore();
  }

  #turned(draw: () => void): void {
    const upright = this.matrix.every((part, at) => part === UPRIGHT[at]);
    if (upright) {
      draw();
      return;
    }
    this.#doc.save();
    this.#doc.transform(...this.matrix);
    draw();
    this.#doc.restore();
  }

  #gradient({ ends, stops }: Gradient): PDFKit.PDFGradient {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = ends;
    const gradient =
      ends.length === 4 ? this.#doc.linearGradient(a, b, c, d) : this.#doc.radialGradient(a, b, c, d, e, f);
    for (const { part, colour } of stops) gradient.stop(part, colour.hex, colour.opacity);
    return gradient;
  }
}

type Tracer = Parameters<typeof tracePath>[0];

function turnedPen(doc: PDFKit.PDFDocument, [a, b, c, d, e, f]: Matrix): Tracer {
  const at = (x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const;
  return {
    moveTo: (x, y) => void doc.moveTo(...at(x, y)),
    lineTo: (x, y) => void doc.lineTo(...at(x, y)),
    quadraticCurveTo: (cx, cy, x, y) => void doc.quadraticCurveTo(...at(cx, cy), ...at(x, y)),
    bezierCurveTo: (ax, ay, bx, by, x, y) => void doc.bezierCurveTo(...at(ax, ay), ...at(bx, by), ...at(x, y)),
    closePath: () => void doc.closePath(),
  };
}
