import { useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { cardsOf } from '../../../shared/method/contact-cards.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCloth } from '../cloth-context.tsx';
import side from '../side/SidePanel.module.css';
import { SidePanel } from '../side/SidePanel.tsx';
import { ContactCard } from './ContactCard.tsx';
import styles from './Contacts.module.css';

/** Step 4: a card for every connector. The list and the cloth select each other; the selected one's card stands open. */
export default function Contacts({ onClose }: { readonly onClose: () => void }) {
  const { contacts: text } = useText();
  const { session } = useCloth();
  const snapshot = useDeferredValue(useStore(session.snapshot));
  const cards = useMemo(() => cardsOf(snapshot), [snapshot]);
  const connectors = useMemo(() => cards.map(({ connector }) => connector), [cards]);
  const names = snapshot.seats.flatMap(({ name }) => name || []);
  return (
    <SidePanel title={text.title} closeLabel={text.close} onClose={onClose}>
      <p className={side.intro}>{cards.length > 0 ? text.intro : text.none}</p>
      <datalist id="contact-names">
        {[...new Set(names)].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <ul className={`${side.list} ${styles.cards}`}>
        {cards.map((card) => (
          <ContactCard key={card.connector.id} card={card} connectors={connectors} />
        ))}
      </ul>
    </SidePanel>
  );
}
