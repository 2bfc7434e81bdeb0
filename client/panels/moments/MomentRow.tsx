import { Copy, Eye, GitCompareArrows, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { forgetMoment, renameMoment } from '../../../shared/commands/moments.ts';
import type { Moment } from '../../../shared/model/snapshot.ts';
import { layFile } from '../../document/lay-file.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { LineField } from '../contacts/LineField.tsx';
import { problemText } from '../problem-text.ts';
import { sayDone } from '../toasts/say-done.ts';
import { sayProblem } from '../toasts/toast-store.ts';
import styles from './Moments.module.css';
import { readMomentFile } from './read-moment.ts';
import { useWhen } from './use-when.ts';

interface MomentRowProps {
  readonly moment: Moment;
  /** False while words are hidden: the name may be seen, and not what lay on the cloth. */
  readonly mayLook: boolean;
  readonly onLookBack: () => void;
  readonly onCompare: () => void;
}

/** One moment in the list: its name, when and by whom it was kept, and what can be done with it. */
export function MomentRow({ moment, mayLook, onLookBack, onCompare }: MomentRowProps) {
  const { moments: text } = useText();
  const { session } = useCloth();
  const when = useWhen();
  const name = moment.name || text.unnamed;

  const forget = () => {
    if (!session.perform((cloth) => forgetMoment(cloth, moment.id))) return;
    sayDone(session, text.forgotten(name), text.undo);
  };

  return (
    <li className={styles.moment}>
      <h3>{name}</h3>
      <p className={styles.note}>{text.writtenBy(when(moment.createdAt), moment.by)}</p>
      <div className={styles.buttons}>
        <Button icon={Eye} disabled={!mayLook} onClick={onLookBack}>
          {text.lookBack}
        </Button>
        <Button icon={GitCompareArrows} disabled={!mayLook} onClick={onCompare}>
          {text.compare}
        </Button>
      </div>
      {session.mayWrite && (
        <details>
          <summary>{text.more(name)}</summary>
          <LineField
            label={text.rename}
            value={moment.name}
            onDone={(next) => session.perform((cloth) => renameMoment(cloth, moment.id, next))}
          />
          <div className={styles.buttons}>
            <CopyButton moment={moment} mayLook={mayLook} />
            <Button icon={Trash2} onClick={forget}>
              {text.forget}
            </Button>
          </div>
        </details>
      )}
    </li>
  );
}

/** Lays the moment on a new cloth, and then leads there; the group's own cloth stays open here. */
function CopyButton({ moment, mayLook }: Pick<MomentRowProps, 'moment' | 'mayLook'>) {
  const text = useText();
  const { session, device } = useCloth();
  const [state, setState] = useState<'idle' | 'busy' | { readonly link: string }>('idle');

  const copy = async () => {
    const file = readMomentFile(session, moment.id);
    if (!file) return sayProblem(text.moments.unreadable);
    setState('busy');
    try {
      const { urls } = await layFile(file, device);
      const { pathname, hash } = new URL(urls.facilitator);
      setState({ link: `${pathname}${hash}` });
    } catch (error) {
      sayProblem(problemText(error, text));
      setState('idle');
    }
  };

  if (typeof state === 'object') {
    return (
      <p className={styles.copied} role="status">
        <span>{text.moments.copied}</span>{' '}
        <a href={state.link} target="_blank" rel="noopener">
          {text.moments.openCopy}
        </a>
      </p>
    );
  }
  return (
    <Button icon={Copy} disabled={!mayLook || state === 'busy'} onClick={copy}>
      {state === 'busy' ? text.moments.copying : text.moments.copy}
    </Button>
  );
}
