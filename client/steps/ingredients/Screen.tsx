import { Eye, Feather, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { part } from '../../panels/part.ts';
import { useLeads, useRunning } from '../../panels/use-running.ts';
import { WalkButton } from '../../panels/walk/WalkButton.tsx';
import { Strip } from '../bar/Strip.tsx';

const HowWeWrite = part(() => import('./HowWeWrite.tsx'));

/**
 * Step 2 lets who leads say how the group writes, and end what was begun so: all come back, then all is shown at once; then all
 * walk round and read.
 */
export default function IngredientsScreen() {
  const { steps: text, alone: apart } = useText();
  const { session } = useCloth();
  const { quiet, hidden, alone } = useRunning();
  const leads = useLeads();
  const how = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  if (session.role === 'viewer') return null;
  return (
    <Strip>
      {leads && (
        <Button
          ref={how}
          icon={Feather}
          aria-haspopup="dialog"
          aria-expanded={open}
          data-on={quiet || hidden || alone}
          onClick={() => setOpen(!open)}
        >
          {text.how}
        </Button>
      )}
      {leads && alone ? (
        <Button
          kind="primary"
          icon={Undo2}
          data-primary=""
          data-then-look=""
          onClick={() => session.setSession({ alone: false })}
        >
          {apart.callBack}
        </Button>
      ) : leads && hidden ? (
        <Button
          kind="primary"
          icon={Eye}
          data-primary=""
          data-then-look=""
          onClick={() => session.setSession({ hidden: false })}
        >
          {text.reveal}
        </Button>
      ) : (
        <WalkButton />
      )}
      {leads && open && <HowWeWrite anchor={how} onClose={() => setOpen(false)} />}
    </Strip>
  );
}
