import { ChevronLeft, ChevronRight, Flower2 } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { setPosition } from '../../../shared/commands/items.ts';
import { cardsOf } from '../../../shared/method/contact-cards.ts';
import { POSITION_LETTERS } from '../../../shared/model/schema.ts';
import { permissionsIn } from '../../facilitation/permissions.ts';
import { useText } from '../../i18n/use-text.ts';
import { Badge } from '../../look/Badge.tsx';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { usePage, usePageState } from '../page.ts';
import { SidePanel } from '../side/SidePanel.tsx';
import { useMayWrite } from '../use-may-write.ts';
import { useRunning } from '../use-running.ts';
import styles from './Guide.module.css';
import { useTellContact } from './talked-about.ts';

/** Step 5, one contact after the other: how are they really involved? The cloth goes along. */
export default function Guide({ onClose }: { readonly onClose: () => void }) {
  const page = usePage();
  const { guide: text, positions, contacts, fields } = useText();
  const { session, view, canvas } = useCloth();
  const snapshot = useDeferredValue(useStore(session.snapshot));
  const cards = useMemo(() => cardsOf(snapshot), [snapshot]);
  const selection = useStore(view, (state) => state.selection);
  const byField = usePageState(({ fields }) => fields !== null);
  const mayWrite = useMayWrite();
  const at = cards.findIndex(({ connector }) => selection.size === 1 && selection.has(connector.id));
  const card = cards[at];
  const { contact } = useRunning();
  useTellContact(card?.connector.id ?? null);

  const goTo = (id: string | undefined) => {
    if (id === undefined) return;
    view.setState({ selection: new Set([id]), editing: null });
    canvas?.reveal(id, true);
  };
  // It begins where the group is, else with the first of whom nothing is known yet.
  const begin =
    cards.find(({ connector }) => connector.id === contact) ??
    cards.find(({ connector }) => connector.positions.length === 0);
  const first = (begin ?? cards[0])?.connector.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when nobody is chosen, not when the first changes.
  useEffect(() => {
    if (at < 0) goTo(first);
  }, [at < 0]);

  if (!card) {
    return (
      <SidePanel title={text.title} closeLabel={text.close} onClose={onClose}>
        <p className={styles.none}>{cards.length === 0 ? text.none : ''}</p>
      </SidePanel>
    );
  }
  const { connector, ingredients } = card;
  const name = connector.text || contacts.unnamed;
  const mayChange = mayWrite && permissionsIn(session).mayChange(connector);
  const last = at === cards.length - 1;
  return (
    <SidePanel title={text.title} closeLabel={text.close} onClose={onClose}>
      <div className={styles.card}>
        <h3 aria-live="polite">{text.question(name)}</h3>
        <fieldset className={styles.positions}>
          <legend className="visually-hidden">{text.positions}</legend>
          {POSITION_LETTERS.map((letter) => {
            const held = connector.positions.includes(letter);
            return (
              <button
                key={letter}
                type="button"
                aria-pressed={held}
                disabled={!mayChange}
                onClick={() => session.perform((cloth) => setPosition(cloth, [connector.id], letter, !held))}
              >
                <Badge letter={letter} size="large" hollow={!held} />
                <span>
                  <strong>{positions[letter].name}</strong>
                  <small>{positions[letter].means}</small>
                </span>
              </button>
            );
          })}
        </fieldset>
        <p className={styles.soft}>{text.more}</p>
        {ingredients.length > 0 && (
          <section>
            <h4>{text.ingredients}</h4>
            <ul className={styles.slips}>
              {ingredients.map((item) => (
                <li key={item.id} translate="no" style={{ color: item.colour }}>
                  {item.text}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <footer className={styles.foot}>
        {last && <p className={styles.soft}>{text.whole}</p>}
        <div className={styles.ways}>
          <Button icon={ChevronLeft} disabled={at === 0} onClick={() => goTo(cards[at - 1]?.connector.id)}>
            {text.back}
          </Button>
          <small>{text.at(at + 1, cards.length)}</small>
          {last ? (
            <Button
              kind="primary"
              icon={Flower2}
              onClick={() => {
                onClose();
                if (!byField) page.openFields();
              }}
            >
              {fields.open}
            </Button>
          ) : (
            <Button kind="primary" icon={ChevronRight} onClick={() => goTo(cards[at + 1]?.connector.id)}>
              {text.on}
            </Button>
          )}
        </div>
      </footer>
    </SidePanel>
  );
}
