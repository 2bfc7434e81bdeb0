import { Flower2, UsersRound } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { usePage, usePageState } from '../../panels/page.ts';
import { useLeaveFields } from '../../panels/positions/use-leave-fields.ts';
import { Strip } from '../bar/Strip.tsx';

/** Step 5 goes contact by contact, and looks at the whole by position. */
export default function PositionsScreen() {
  const page = usePage();
  const { fields } = useText();
  const { session } = useCloth();
  const byField = usePageState(({ fields }) => fields !== null);
  const leave = useLeaveFields();
  const guided = usePageState(({ side }) => side === 'guide');
  return (
    <Strip>
      {session.role !== 'viewer' && (
        <Button icon={UsersRound} aria-pressed={guided} data-then-look="" onClick={() => page.toggleSide('guide')}>
          {fields.oneByOne}
        </Button>
      )}
      <Button
        icon={Flower2}
        aria-pressed={byField}
        data-then-look=""
        onClick={() => (byField ? leave() : page.openFields())}
      >
        {fields.open}
      </Button>
    </Strip>
  );
}
