import { Flower2, UsersRound } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { fieldsStore, openFields } from '../../panels/positions/fields-store.ts';
import { useLeaveFields } from '../../panels/positions/use-leave-fields.ts';
import { sideStore, toggleSide } from '../../panels/side/side-store.ts';
import { Strip } from '../bar/Strip.tsx';

/** Step 5 goes contact by contact, and looks at the whole by position. */
export default function PositionsScreen() {
  const { fields } = useText();
  const { session } = useCloth();
  const byField = useStore(fieldsStore, ({ open }) => open);
  const leave = useLeaveFields();
  const guided = useStore(sideStore, ({ open }) => open === 'guide');
  return (
    <Strip>
      {session.role !== 'viewer' && (
        <Button icon={UsersRound} aria-pressed={guided} data-then-look="" onClick={() => toggleSide('guide')}>
          {fields.oneByOne}
        </Button>
      )}
      <Button
        icon={Flower2}
        aria-pressed={byField}
        data-then-look=""
        onClick={() => (byField ? leave() : openFields())}
      >
        {fields.open}
      </Button>
    </Strip>
  );
}
