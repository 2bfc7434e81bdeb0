import { useId, useState } from 'react';
import type { BroughtList } from '../../../shared/formats/brought-list.ts';
import type { ItemKind } from '../../../shared/model/schema.ts';
import { addConnectors, addIngredients, hasRoomFor } from '../../canvas/edit/compose.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useCloth } from '../cloth-context.tsx';
import { say } from '../toasts/toast-store.ts';
import styles from './BringInDialog.module.css';

/** So many things of a list, and of its rows that are left out, are shown before it is laid. */
const SHOWN = 8;

interface FoundListProps {
  readonly list: BroughtList;
  readonly onProblem: (problem: string) => void;
  readonly onDone: () => void;
}

/** What was found in a list: how much of what, what is left out and why, and the way to lay it. */
export function FoundList({ list, onProblem, onDone }: FoundListProps) {
  const text = useText();
  const { bringIn } = text;
  const { session, canvas } = useCloth();
  const [otherwise, setOtherwise] = useState<ItemKind>('ingredient');
  const name = useId();
  const { entries, bad, tooMany } = list;
  const asks = entries.some(({ kind }) => kind === null);
  const of = (wanted: ItemKind) =>
    entries.filter(({ kind }) => (kind ?? otherwise) === wanted).map((entry) => entry.text);
  const [ingredients, connectors] = [of('ingredient'), of('connector')];

  const add = () => {
    if (!hasRoomFor(entries.length, session)) return onProblem(text.steps.notNow.full);
    const before = session.snapshot.getState().items.length;
    const outcomes = [
      addIngredients({ session }, ingredients).outcome,
      addConnectors({ session }, connectors, `list ${name}`),
    ];
    if (outcomes.some(({ kind }) => kind === 'may-not-write')) return onProblem(text.capture.closed);
    if (outcomes.some(({ kind }) => kind === 'too-large')) return onProblem(text.problems.tooLarge);
    say(bringIn.done(session.snapshot.getState().items.length - before));
    onDone();
    canvas?.camera.fit();
  };

  if (entries.length === 0 && bad.length === 0) return <p className={styles.problem}>{bringIn.emptyList}</p>;
  return (
    <div className={styles.found} role="status">
      <p>{bringIn.foundList(ingredients.length, connectors.length)}</p>
      <ul className={styles.sample} translate="no">
        {entries.slice(0, SHOWN).map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is shown as it was read; two rows may be the same.
          <li key={at} data-kind={entry.kind ?? otherwise}>
            {entry.text}
          </li>
        ))}
        {entries.length > SHOWN && <li>{bringIn.andMore(entries.length - SHOWN)}</li>}
      </ul>
      {asks && (
        <fieldset className={styles.kinds}>
          <legend>{bringIn.theseAre}</legend>
          {(['ingredient', 'connector'] as const).map((kind) => (
            <label key={kind}>
              <input type="radio" name={name} checked={otherwise === kind} onChange={() => setOtherwise(kind)} />
              <span>{bringIn.kinds[kind]}</span>
            </label>
          ))}
        </fieldset>
      )}
      {bad.length > 0 && (
        <div className={styles.note}>
          <p>{bringIn.badRows(bad.length)}</p>
          <ul>
            {bad.slice(0, SHOWN).map(({ row, why, words }) => (
              <li key={row}>{bringIn.badRow[why](row, words)}</li>
            ))}
          </ul>
        </div>
      )}
      {tooMany > 0 && <p className={styles.note}>{bringIn.tooMany(tooMany)}</p>}
      {entries.length > 0 && (
        <Button kind="primary" large onClick={add}>
          {bringIn.add}
        </Button>
      )}
    </div>
  );
}
