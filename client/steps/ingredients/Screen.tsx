import { Eye, EyeOff, Feather, UsersRound } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { openSide } from '../../panels/side/side-store.ts';
import { useLeads, useRunning } from '../../panels/use-running.ts';
import { WalkButton } from '../../panels/walk/WalkButton.tsx';
import { Strip } from '../bar/Strip.tsx';

/** Step 2 lets who leads make it quiet, and hide the words until all are shown at once; then all walk round and read. */
export default function IngredientsScreen() {
  const { steps: text, alone: apart } = useText();
  const { session } = useCloth();
  const { quiet, hidden, alone } = useRunning();
  const leads = useLeads();
  if (session.role === 'viewer') return null;
  if (!leads) {
    return (
      <Strip>
        <WalkButton />
      </Strip>
    );
  }
  return (
    <Strip>
      <Button icon={UsersRound} aria-pressed={alone} data-then-look="" onClick={() => openSide('together')}>
        {apart.short}
      </Button>
      <Button
        icon={Feather}
        aria-pressed={quiet}
        data-tip={text.quietHint}
        onClick={() => session.setSession({ quiet: !quiet })}
      >
        {text.quiet}
      </Button>
      {hidden ? (
        <Button kind="primary" icon={Eye} onClick={() => session.setSession({ hidden: false })}>
          {text.reveal}
        </Button>
      ) : (
        <Button icon={EyeOff} data-tip={text.hideHint} onClick={() => session.setSession({ hidden: true })}>
          {text.hide}
        </Button>
      )}
      <WalkButton />
    </Strip>
  );
}
