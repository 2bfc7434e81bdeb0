import { type RefObject, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { BOXES, type BoxId, boxAt, layBoxes } from '../../../shared/layout/boxes.ts';
import { useText } from '../../i18n/use-text.ts';
import { useWide } from '../../look/use-wide.ts';
import { CaptureBar } from '../../panels/capture/CaptureBar.tsx';
import { useCloth } from '../../panels/cloth-context.tsx';
import { usePage, usePageState } from '../../panels/page.ts';
import { asSaid } from './as-said.ts';
import styles from './Theme.module.css';

/** Closest that a box is brought, CSS px per mm. */
const NEAREST = 0.75;
/** A press that goes farther than this was no press, CSS px. */
const STILL = 8;

/** The bar one writes in on a theme sheet: it says in which box, and a press on another box, or its number, writes there. */
export default function ThemeCapture({ field }: { readonly field: RefObject<HTMLTextAreaElement | null> }) {
  const { themeSheet: text } = useText();
  const page = usePage();
  const box = usePageState((state) => state.box);
  const [who, setWho] = useState('');
  const choose = (next: BoxId) => page.setState({ box: next });
  const { view } = useCloth();
  const write = (next: BoxId) => {
    choose(next);
    field.current?.focus();
  };
  useBoxKeys((next) => {
    if (view.getState().letterKeys) write(next);
  });
  useBoxNear(box);
  useBoxPresses(choose);
  const inBox = useMemo(() => {
    const asWritten = (words: string) => (box === 'remarks' ? asSaid(words, who) : words);
    return { placeholder: text.writeIn[box], button: text.write, asWritten };
  }, [box, who, text]);
  const chooser = (
    <>
      <fieldset className={styles.boxes}>
        <legend className="visually-hidden">{text.writesIn}</legend>
        {BOXES.map((id, nth) => (
          <button key={id} type="button" aria-pressed={id === box} onClick={() => write(id)}>
            <kbd>{nth + 1}</kbd>
            <span>{text.boxes[id]}</span>
          </button>
        ))}
      </fieldset>
      {box === 'remarks' && (
        <input
          className={styles.who}
          value={who}
          maxLength={60}
          aria-label={text.whoSaid}
          placeholder={text.whoSaid}
          onChange={({ target }) => setWho(target.value)}
        />
      )}
    </>
  );
  return <CaptureBar inBox={inBox} names={false} field={field} above={chooser} />;
}

/** The number of a box, typed while nobody writes, leads to writing in it. */
function useBoxKeys(write: (box: BoxId) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const writes = event.target instanceof Element && event.target.closest('input, textarea, select, [role="dialog"]');
    if (writes || event.ctrlKey || event.metaKey || event.altKey) return;
    const box = BOXES[Number(event.key) - 1];
    if (!box) return;
    event.preventDefault();
    write(box);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

/** On a phone the whole sheet is too small to read: there the box that one writes in fills the screen. */
function useBoxNear(id: BoxId): void {
  const { session, canvas } = useCloth();
  const wide = useWide();
  useEffect(() => {
    if (wide || !canvas) return;
    const box = layBoxes(session.snapshot.getState()).boxes?.find((each) => each.id === id)?.box;
    if (box) canvas.camera.fitTo([box], NEAREST);
  }, [wide, canvas, id, session]);
}

/** A press on the sheet chooses the box that lies there. */
function useBoxPresses(choose: (box: BoxId) => void): void {
  const { canvas } = useCloth();
  const onPress = useEffectEvent(choose);
  useEffect(() => {
    if (!canvas) return;
    const listening = new AbortController();
    const { signal } = listening;
    let began: PointerEvent | null = null;
    canvas.element.addEventListener('pointerdown', (event) => (began = event), { signal, capture: true });
    canvas.element.addEventListener(
      'pointerup',
      (event) => {
        if (!began || Math.hypot(event.clientX - began.clientX, event.clientY - began.clientY) > STILL) return;
        const { left, top } = canvas.element.getBoundingClientRect();
        onPress(boxAt(canvas.camera.toCloth([event.clientX - left, event.clientY - top])));
      },
      { signal, capture: true },
    );
    return () => listening.abort();
  }, [canvas]);
}
