import type { Link } from '../../../shared/layout/field-links.ts';
import type { Fields } from '../../../shared/layout/fields.ts';
import type { PositionLetter } from '../../../shared/model/schema.ts';
import styles from './Fields.module.css';

interface FieldsDrawingProps {
  readonly laid: Fields;
  readonly links: readonly Link[];
  /** Who is chosen or in hand: their lines come forward. */
  readonly chosen: string | null;
  readonly colourOf: (id: string) => string | undefined;
  /** Whether somebody is held over a field, or the eye is drawn to it. */
  readonly standsOut: (letter: PositionLetter | null) => boolean;
}

/** A curve as an SVG path. */
function pathOf(curve: Link['curve']): string {
  const [from, bend, to] = curve.map((point) => point.map(Math.round).join(' '));
  return `M${from} Q${bend} ${to}`;
}

/** Everything of the fields that is only looked at: the sheet, the five fields, who is one person, the circle in the middle. */
export function FieldsDrawing({ laid, links, chosen, colourOf, standsOut }: FieldsDrawingProps) {
  const { size, sheet, hub } = laid;
  return (
    <>
      <div className={styles.sheet} style={{ width: sheet.w, height: sheet.h }} />
      <svg className={styles.drawing} width={size.w} height={size.h} aria-hidden="true">
        {laid.fields.map(({ letter, outline }) => (
          <polygon
            key={letter}
            className={styles.field}
            data-letter={letter}
            data-over={standsOut(letter)}
            points={outline.map((corner) => corner.join(' ')).join(' ')}
          />
        ))}
        {links.map(({ key, id, curve }) => (
          <path key={key} className={styles.link} data-chosen={id === chosen} d={pathOf(curve)} stroke={colourOf(id)} />
        ))}
        <rect
          className={styles.clear}
          x={hub.x}
          y={hub.y}
          width={hub.w}
          height={hub.h}
          rx={Math.min(hub.w, hub.h) / 2}
        />
        <rect className={styles.hub} x={hub.x} y={hub.y} width={hub.w} height={hub.h} rx={Math.min(hub.w, hub.h) / 2} />
      </svg>
    </>
  );
}
