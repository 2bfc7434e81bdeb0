import { MessagesSquare } from 'lucide-react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { sideStore, toggleSide } from '../../panels/side/side-store.ts';
import { Strip } from '../bar/Strip.tsx';

/** Step 4 puts the cards at hand on which each conversation is prepared. */
export default function ContactsScreen() {
  const { contacts } = useText();
  const { session } = useCloth();
  const open = useStore(sideStore, (side) => side.open === 'contacts');
  if (session.role === 'viewer') return null;
  return (
    <Strip>
      <Button icon={MessagesSquare} aria-pressed={open} data-then-look="" onClick={() => toggleSide('contacts')}>
        {contacts.title}
      </Button>
    </Strip>
  );
}
