import type { JoinCode } from '../../document/api.ts';
import { useText } from '../../i18n/use-text.ts';
import styles from './ShareDialog.module.css';

/** Seven characters, large enough to read from the back of the room, and where to type them; dots until there is a code. */
export function CodeToType({ code }: { readonly code: JoinCode | null }) {
  const { share, dialog } = useText();
  return (
    <>
      <h3>{share.code}</h3>
      <output
        translate="no"
        className={styles.characters}
        aria-label={code ? [...code.code].join(' ') : dialog.working}
      >
        {code ? `${code.code.slice(0, 3)} ${code.code.slice(3)}` : '··· ····'}
      </output>
      <p className={styles.where}>{share.codeWhere(`${location.host}/join`)}</p>
    </>
  );
}
