/** Each try is this much smaller than the last, in both directions. */
const SMALLER = 0.94;
/** Below this a picture is of no use to anyone, px. */
const LEAST_SIDE = 64;

export interface ProvenCanvas {
  readonly canvas: HTMLCanvasElement;
  readonly ctx: CanvasRenderingContext2D;
}

/**
 * The largest canvas up to width × height px that this browser really draws on. Browsers take any size and past their
 * limit silently draw nothing; so a pixel is painted in the last corner and read back. `read`: its pixels are asked for often. Null
 * when none works at all.
 */
export function provenCanvas(width: number, height: number, read = false): ProvenCanvas | null {
  for (let factor = 1; ; factor *= SMALLER) {
    const [w, h] = [Math.floor(width * factor), Math.floor(height * factor)];
    if (Math.max(w, h) < LEAST_SIDE || Math.min(w, h) < 1) return null;
    const canvas = document.createElement('canvas');
    canvas.width = w;
    canvas.height = h;
    const ctx = canvas.getContext('2d', { willReadFrequently: read });
    if (ctx && canvas.width === w && canvas.height === h && drawsInItsCorner(ctx, w, h)) return { canvas, ctx };
    releaseCanvas(canvas);
  }
}

/** Whether what is painted in the last corner is there when it is read back. Leaves that corner blank. */
function drawsInItsCorner(ctx: CanvasRenderingContext2D, w: number, h: number): boolean {
  ctx.fillStyle = '#123456';
  ctx.fillRect(w - 1, h - 1, 1, 1);
  const drawn = isOpaqueAt(ctx, w - 1, h - 1);
  ctx.clearRect(w - 1, h - 1, 1, 1);
  return drawn;
}

/** Whether anything was painted at this pixel; false too when the canvas cannot be read. */
export function isOpaqueAt(ctx: CanvasRenderingContext2D, x: number, y: number): boolean {
  try {
    return ctx.getImageData(x, y, 1, 1).data[3] === 255;
  } catch {
    return false;
  }
}

/** Gives a canvas's memory back at once; Safari keeps it otherwise until long after. */
export function releaseCanvas(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}
