import { CircleQuestionMark } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { usePage, usePageState } from '../../panels/page.ts';
import { WalkButton } from '../../panels/walk/WalkButton.tsx';
import { Strip } from '../bar/Strip.tsx';

/** Step 3 puts at hand the walk along all that was written, and the question whether ties are really so; the tools for connectors and ties stand out. */
export default function ConnectorsScreen() {
  const page = usePage();
  const { involvement } = useText();
  const { session } = useCloth();
  const tied = useStore(session.snapshot, ({ ties }) => ties.length > 0);
  const asking = usePageState(({ side }) => side === 'ties');
  if (session.role === 'viewer') return null;
  return (
    <Strip>
      {tied && (
        <Button
          icon={CircleQuestionMark}
          aria-pressed={asking}
          data-then-look=""
          onClick={() => page.toggleSide('ties')}
        >
          {involvement.title}
        </Button>
      )}
      <WalkButton />
    </Strip>
  );
}
