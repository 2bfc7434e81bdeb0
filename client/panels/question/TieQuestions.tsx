import { CirclePlus, X } from 'lucide-react';
import { useCallback, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { byId, type Item } from '../../../shared/model/snapshot.ts';
import type { CanvasHandle } from '../../canvas/canvas-handle.ts';
import { answerThrough, answerWithNewConnector } from '../../canvas/edit/compose.ts';
import type { TieQuestion } from '../../canvas/view-store.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { contextOf, useCloth } from '../cloth-context.tsx';
import { Near } from '../near/Near.tsx';
import styles from './TieQuestions.module.css';
import { WhatHere } from './WhatHere.tsx';

/** So many connectors are offered by name; the nearest first. */
const MOST = 5;

/** The small question where a line was let go (a new connector here, or through whom?), or a finger held. Not answering is fine. */
export default function TieQuestions() {
  const cloth = useCloth();
  const question = useStore(cloth.view, (state) => state.question);
  const target = useCallback(
    (canvas: CanvasHandle) => {
      if (!question) return null;
      const [x, y] = canvas.camera.toScreen(question.at);
      return { x: x - 8, y: y - 8, w: 16, h: 16 };
    },
    [question],
  );
  if (!question) return null;
  return (
    <Near target={target}>
      {question.ask === 'what-here' ? <WhatHere at={question.at} /> : <Question question={question} />}
    </Near>
  );
}

function Question({ question }: { readonly question: TieQuestion }) {
  const text = useText();
  const cloth = useCloth();
  const box = useRef<HTMLElement>(null);
  const through = question.ask === 'through-whom';
  const connectors = nearestConnectors(cloth.session.snapshot.getState().items, question);

  // The keyboard goes to the answers only when it is not on its way elsewhere: the question never blocks. What has no place
  // yet is hidden, and takes no focus.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const at = document.activeElement;
      if (at !== document.body && !at?.closest('.cloth-canvas, [role="tree"]')) return;
      box.current?.querySelector<HTMLElement>('[data-answers] button')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, []);

  const leave = () => {
    cloth.view.setState({ question: null });
    cloth.canvas?.focus();
  };
  const addNew = () => {
    const context = contextOf(cloth);
    if (context) answerWithNewConnector(context, question);
  };

  return (
    <section
      ref={box}
      className={styles.question}
      aria-label={through ? text.question.throughWhom : text.question.newConnector}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <div className={styles.head}>
        <div>
          <h2>{through ? text.question.throughWhom : text.question.newConnector}</h2>
          {through && <p>{text.question.throughWhomHint}</p>}
        </div>
        <IconButton icon={X} label={through ? text.question.direct : text.question.cancel} onClick={leave} />
      </div>
      <div className={styles.answers} data-answers="">
        {through &&
          connectors.map(({ id, text: name }) => (
            <Button
              key={id}
              translate="no"
              onClick={() => {
                const context = contextOf(cloth);
                if (context) answerThrough(context, question, id);
              }}
            >
              {name}
            </Button>
          ))}
        <Button kind="primary" icon={CirclePlus} onClick={addNew}>
          {through ? text.question.newOne : text.question.place}
        </Button>
        {through && (
          <Button kind="quiet" onClick={leave}>
            {text.question.direct}
          </Button>
        )}
      </div>
    </section>
  );
}

function nearestConnectors(items: readonly Item[], { from }: TieQuestion): Item[] {
  const [x, y] = byId(items).get(from)?.pos ?? [0, 0];
  const distance = ({ pos }: Item) => Math.hypot(pos[0] - x, pos[1] - y);
  return items
    .filter(({ kind, text, id }) => kind === 'connector' && id !== from && text.trim() !== '')
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOST);
}
