import type { Field } from '../../../shared/layout/fields.ts';
import { useText } from '../../i18n/use-text.ts';
import { Badge } from '../../look/Badge.tsx';
import styles from './Fields.module.css';

/** What a field is: its letter, its word, and in a few words what that means. */
export function FieldHead({ field, over }: { readonly field: Field; readonly over: boolean }) {
  const { fields: text, positions } = useText();
  const { letter, head, align } = field;
  const style = { left: head.x, top: head.y, width: head.w, height: head.h };
  if (letter === null) {
    const words = field.people.length > 0 ? text.waiting : text.nobodyWaits;
    const [[left = 0, top = 0] = [], , [right = 0, foot = 0] = []] = field.outline;
    return (
      <>
        <div
          className={styles.tray}
          data-over={over}
          style={{ left, top, width: right - left, height: foot - top }}
          aria-hidden="true"
        />
        <h3 className={styles.waitingHead} style={style}>
          {words}
        </h3>
      </>
    );
  }
  return (
    <h3 className={styles.head} data-letter={letter} data-align={align} data-over={over} style={style}>
      <Badge letter={letter} size="large" />
      <span>
        <span>{positions[letter].name}</span>
        <small>{positions[letter].means}</small>
      </span>
    </h3>
  );
}
