import { List } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { openSide } from '../../panels/side/side-store.ts';
import { Strip } from '../bar/Strip.tsx';

/** Step 4 puts the list of connectors at hand, with what each of them is tied to. */
export default function ContactsScreen() {
  const { outline } = useText();
  return (
    <Strip>
      <Button icon={List} onClick={() => openSide('outline')}>
        {outline.title}
      </Button>
    </Strip>
  );
}
