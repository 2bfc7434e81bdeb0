import { MessagesSquare } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { usePage, usePageState } from '../../panels/page.ts';
import { Strip } from '../bar/Strip.tsx';

/** Step 4 puts the cards at hand on which each conversation is prepared. */
export default function ContactsScreen() {
  const page = usePage();
  const { contacts } = useText();
  const { session } = useCloth();
  const open = usePageState(({ side }) => side === 'contacts');
  if (session.role === 'viewer') return null;
  return (
    <Strip>
      <Button icon={MessagesSquare} aria-pressed={open} data-then-look="" onClick={() => page.toggleSide('contacts')}>
        {contacts.title}
      </Button>
    </Strip>
  );
}
