import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Card } from '../../../shared/method/contact-cards.ts';
import type { Item } from '../../../shared/model/snapshot.ts';
import { useText } from '../../i18n/use-text.ts';
import { Badge } from '../../look/Badge.tsx';
import { useCloth } from '../cloth-context.tsx';
import side from '../side/SidePanel.module.css';
import { SharedWords } from '../words/SharedWords.tsx';
import { ContactPlan } from './ContactPlan.tsx';
import styles from './Contacts.module.css';

interface ContactCardProps {
  readonly card: Card;
  /** All connectors on the cloth: whom this one can be invited with. */
  readonly connectors: readonly Item[];
}

/** The preparation of the conversation with one connector. Closed it says how far that is; open one writes in it. */
export function ContactCard({ card, connectors }: ContactCardProps) {
  const { contacts: text } = useText();
  const { view, canvas } = useCloth();
  const { connector, ingredients, shared } = card;
  const { id } = connector;
  const open = useStore(view, ({ selection }) => selection.size === 1 && selection.has(id));
  const place = useRef<HTMLLIElement>(null);

  useEffect(() => {
    if (open) place.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);

  const choose = () => {
    view.setState({ selection: new Set(open ? [] : [id]), editing: null });
    if (!open) canvas?.reveal(id, true);
  };

  return (
    <li ref={place} className={`${side.card} ${styles.card}`}>
      <h3>
        <button type="button" className={styles.name} aria-expanded={open} onClick={choose}>
          <span className={styles.words} translate="no">
            {connector.text || text.unnamed}
          </span>
          {connector.positions.map((letter) => (
            <Badge key={letter} letter={letter} size="small" />
          ))}
          {!open && <small>{summaryOf(connector, text)}</small>}
        </button>
      </h3>
      {open && (
        <div className={styles.inside}>
          <section>
            <h4>{text.ingredients}</h4>
            {ingredients.length === 0 && <p className={styles.soft}>{text.noIngredients}</p>}
            <ul className={styles.slips}>
              {ingredients.map((item) => (
                <li key={item.id} translate="no" style={{ color: item.colour }}>
                  {item.text}
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h4>{text.story}</h4>
            <SharedWords item={id} of="story" label={text.story} placeholder={text.storyHint} />
          </section>
          <ContactPlan card={card} connectors={connectors} />
          {shared.length > 0 && <p className={styles.soft}>{text.shared(shared.map((item) => item.text))}</p>}
        </div>
      )}
    </li>
  );
}

/** How far the preparation is, in a few words: never a count of what is missing. */
function summaryOf(connector: Item, text: ReturnType<typeof useText>['contacts']): string {
  const { approach, contacted, story, contactBy, contactWhen } = connector;
  const parts = [
    contacted && text[contacted],
    approach && (approach === 'alone' ? text.alone : text.group),
    contactBy,
    contactWhen,
    story && text.withStory,
  ];
  return parts.filter(Boolean).join(' · ');
}
