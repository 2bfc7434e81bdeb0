/** A colour as vector formats have it: its opacity apart. */
export interface Colour {
  /** `#rrggbb` */
  readonly hex: string;
  /** 0 to 1. */
  readonly opacity: number;
}

const RGBA = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*([\d.]+)\s*)?\)$/;

/** Reads `#rrggbb`, `#rrggbbaa` and `rgba(…)`, which is what painters write. Throws a `RangeError` on any other. */
export function colourOf(css: string): Colour {
  if (/^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(css)) {
    const opacity = css.length === 9 ? Number.parseInt(css.slice(7), 16) / 255 : 1;
    return { hex: css.slice(0, 7), opacity };
  }
  const [, red, green, blue, opacity = '1'] = RGBA.exec(css) ?? [];
  if (red === undefined) throw new RangeError(`no colour: ${css}`);
  const hex = [red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('');
  return { hex: `#${hex}`, opacity: Number(opacity) };
}
