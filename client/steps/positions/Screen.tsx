import { List } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { openSide } from '../../panels/side/side-store.ts';
import { Strip } from '../bar/Strip.tsx';

/** Step 5 puts the list at hand along which one goes contact by contact. */
export default function PositionsScreen() {
  const { outline } = useText();
  return (
    <Strip>
      <Button icon={List} onClick={() => openSide('outline')}>
        {outline.title}
      </Button>
    </Strip>
  );
}
