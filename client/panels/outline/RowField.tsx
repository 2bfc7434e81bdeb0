import { type KeyboardEvent, useEffect, useRef } from 'react';
import { cardsOf } from '../../../shared/method/contact-cards.ts';
import type { Item } from '../../../shared/model/snapshot.ts';
import { type Entered, enterWords, leaveWords, settleWords } from '../../canvas/edit/leave-words.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { ContactPlan } from '../contacts/ContactPlan.tsx';
import { SharedWords } from '../words/SharedWords.tsx';
import styles from './Outline.module.css';
import type { OpenAtRow, Outlined } from './use-outline.ts';

interface RowFieldProps {
  readonly item: Item;
  readonly what: OpenAtRow['what'];
  readonly outlined: Outlined;
}

/** A place to write at a row, in the row itself. Enter and Escape leave it; what was written stays. */
export function RowField({ item, what, outlined }: RowFieldProps) {
  const { session } = useCloth();
  const place = useRef<HTMLDivElement>(null);
  const entered = useRef<Entered>(null);
  const { settling, early } = outlined;
  const { own, page } = outlined.about;

  useEffect(() => {
    settling.current();
    if (what === 'words') entered.current = enterWords(session, item.id);
    const field = place.current?.querySelector<HTMLElement>('textarea, input, button');
    field?.focus();
    if (!(field instanceof HTMLTextAreaElement)) return;
    if (what === 'words') field.select();
    const typed = early.current;
    early.current = null;
    if (!typed) return;
    field.setRangeText(typed, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, [what, session, item.id, settling, early]);

  const done = () => {
    outlined.setOpen(null);
    if (what !== 'words' || !entered.current) return session.seal();
    leaveWords(session, entered.current);
    settling.current = settleWords(session, entered.current, () => session.seal());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const writes = event.target instanceof HTMLTextAreaElement && what !== 'contact';
    const ends = event.key === 'Escape' || (writes && event.key === 'Enter' && !event.shiftKey);
    if (!ends || event.nativeEvent.isComposing) return;
    event.preventDefault();
    done();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the keys of its fields from the row they stand in.
    <div
      ref={place}
      className={styles.field}
      onKeyDown={onKeyDown}
      onClick={(event) => event.stopPropagation()}
      onBlur={({ relatedTarget, currentTarget }) => {
        const stays = !(relatedTarget instanceof Node) || currentTarget.contains(relatedTarget);
        if (!stays && what !== 'contact') done();
      }}
    >
      {what === 'words' && <SharedWords item={item.id} of="text" label={own.words} placeholder="" />}
      {what === 'clarification' && (
        <SharedWords item={item.id} of="clarification" label={own.clarification} placeholder={own.clarification} />
      )}
      {what === 'contact' && <Conversation item={item} outlined={outlined} />}
      {what === 'contact' && <Button onClick={done}>{page.tools.stop}</Button>}
    </div>
  );
}

/** The preparation of the conversation with a connector, as on its card. */
function Conversation({ item, outlined }: Pick<RowFieldProps, 'item' | 'outlined'>) {
  const { page, snapshot } = outlined.about;
  const cards = cardsOf(snapshot);
  const card = cards.find(({ connector }) => connector.id === item.id);
  if (!card) return null;
  const names = new Set(snapshot.seats.flatMap(({ name }) => name || []));
  const connectors = cards.map(({ connector }) => connector);
  return (
    <>
      <datalist id="contact-names">
        {[...names].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <SharedWords item={item.id} of="story" label={page.contacts.story} placeholder={page.contacts.storyHint} />
      <ContactPlan card={card} connectors={connectors} />
    </>
  );
}
