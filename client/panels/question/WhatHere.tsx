import { Circle, Maximize, StickyNote, X } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Point } from '../../../shared/model/schema.ts';
import { carryOut } from '../../canvas/input/carry-out.ts';
import type { GestureIntent } from '../../gesture/gesture.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button, IconButton } from '../../look/Button.tsx';
import { contextOf, useCloth } from '../cloth-context.tsx';
import styles from './TieQuestions.module.css';

/** What can be done where a finger was held still and nothing lies. */
export function WhatHere({ at }: { readonly at: Point }) {
  const text = useText();
  const cloth = useCloth();
  const isTheme = useStore(cloth.session.snapshot, ({ meta }) => meta.sheet === 'theme');

  const { canvas, view } = cloth;
  // Whoever touches the cloth again has other things to do.
  useEffect(() => {
    const done = new AbortController();
    canvas?.element.addEventListener('pointerdown', () => view.setState({ question: null }), { signal: done.signal });
    return () => done.abort();
  }, [canvas, view]);

  const close = () => view.setState({ question: null });
  const lay = (what: Extract<GestureIntent['do'], 'add-ingredient' | 'add-connector'>) => {
    close();
    const context = contextOf(cloth);
    if (context) carryOut({ do: what, at }, context);
  };
  const leave = () => {
    close();
    cloth.canvas?.focus();
  };

  return (
    <section
      className={styles.question}
      aria-label={text.question.here}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <div className={styles.head}>
        <h2>{text.question.here}</h2>
        <IconButton icon={X} label={text.question.cancel} onClick={leave} />
      </div>
      <div className={styles.answers} data-answers="">
        <Button icon={StickyNote} onClick={() => lay('add-ingredient')}>
          {text.action['new-ingredient']}
        </Button>
        {!isTheme && (
          <Button icon={Circle} onClick={() => lay('add-connector')}>
            {text.action['new-connector']}
          </Button>
        )}
        <Button
          kind="quiet"
          icon={Maximize}
          onClick={() => {
            leave();
            cloth.canvas?.camera.fit(true);
          }}
        >
          {text.action.fit}
        </Button>
      </div>
    </section>
  );
}
