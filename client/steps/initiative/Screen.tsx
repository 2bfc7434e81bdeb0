import { PenLine } from 'lucide-react';
import { useStore } from 'zustand';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { Strip } from '../bar/Strip.tsx';

/** Step 1 puts the name at hand, until it has been written. */
export default function InitiativeScreen() {
  const { steps: text } = useText();
  const { session, view, canvas } = useCloth();
  const open = useStore(session.snapshot, ({ initiative }) => isBlank(initiative));
  const writing = useStore(view, ({ editing }) => editing === INITIATIVE);
  if (!open || writing || session.role === 'viewer') return null;
  const write = () => {
    canvas?.reveal(INITIATIVE);
    view.setState({ editing: INITIATIVE });
  };
  return (
    <Strip>
      <Button icon={PenLine} data-then-look="" onClick={write}>
        {text.name}
      </Button>
    </Strip>
  );
}
