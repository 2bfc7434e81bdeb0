import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { copyText } from './copy-text.ts';
import styles from './ShareDialog.module.css';
import type { LinkState } from './use-link.ts';

interface CopyFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly link: LinkState;
}

/** A link to read and to copy. Where the browser does not let us copy, it is selected for the person to do so. */
export function CopyField({ label, hint, link }: CopyFieldProps) {
  const { dialog, share } = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);

  const copy = async () => {
    if (!field.current || !link.url) return;
    setOutcome((await copyText(link.url, field.current)) ? 'copied' : 'refused');
  };

  const words = outcome === 'copied' ? dialog.copied : dialog.copy;
  return (
    <div className={styles.link}>
      <label htmlFor={id}>
        <span>{label}</span> <small>{hint}</small>
      </label>
      <div className={styles.row}>
        <input
          ref={field}
          id={id}
          readOnly
          value={link.failed ? share.linkFailed : (link.url ?? dialog.working)}
          onFocus={(event) => event.target.select()}
        />
        <Button
          icon={outcome === 'copied' ? Check : Copy}
          disabled={!link.url}
          onClick={copy}
          // Two of them stand under each other: each says of which link.
          aria-label={`${words}: ${label}`}
        >
          {words}
        </Button>
      </div>
      <p role="status" className={outcome === 'refused' ? styles.refused : 'visually-hidden'}>
        {outcome === 'refused' ? dialog.copyFailed : outcome === 'copied' ? dialog.copied : ''}
      </p>
    </div>
  );
}
