import { X } from 'lucide-react';
import type { RefObject } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { Switch } from '../../look/Switch.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { usePage } from '../../panels/page.ts';
import { useIndividuals } from '../../panels/together/use-individuals.ts';
import { useRunning } from '../../panels/use-running.ts';
import { Sheet } from '../bar/Sheet.tsx';
import styles from './HowWeWrite.module.css';

interface HowWeWriteProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** For who leads: how the group writes, each way with what it does. They go together as one likes. */
export default function HowWeWrite({ anchor, onClose }: HowWeWriteProps) {
  const page = usePage();
  const { steps: text, alone: apart } = useText();
  const { session } = useCloth();
  const { quiet, hidden, alone } = useRunning();
  const { begin, busy } = useIndividuals();
  const writeAlone = (on: boolean) => {
    if (busy) return;
    if (on) begin();
    else session.setSession({ alone: false });
  };
  return (
    <Sheet narrow anchor={anchor} label={text.how} onClose={onClose}>
      <div className={styles.head}>
        <h2>{text.how}</h2>
        <IconButton icon={X} label={text.closeHow} onClick={onClose} />
      </div>
      <div className={styles.ways}>
        <Switch
          label={text.quiet}
          hint={text.quietHint}
          on={quiet}
          onChange={(on) => void session.setSession({ quiet: on })}
        />
        <Switch
          label={text.hide}
          hint={text.hideHint}
          on={hidden}
          onChange={(on) => void session.setSession({ hidden: on })}
        />
        <Switch label={apart.short} hint={busy ? apart.beginning : apart.shortHint} on={alone} onChange={writeAlone} />
      </div>
      <Button
        onClick={() => {
          page.openSide('together');
          onClose();
        }}
      >
        {apart.who}
      </Button>
    </Sheet>
  );
}
