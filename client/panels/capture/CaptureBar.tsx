import { CornerDownLeft } from 'lucide-react';
import {
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useState,
} from 'react';
import { useStore } from 'zustand';
import { type Pasted, readPaste } from '../../../shared/formats/pasted-words.ts';
import { LIMITS } from '../../../shared/model/schema.ts';
import { isBlank } from '../../../shared/text/clean-text.ts';
import { belongsToComposing } from '../../gesture/composing.ts';
import type { FirstTexts } from '../../i18n/nl/first.ts';
import { useFirstText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useGrowingField } from '../../look/growing-field.ts';
import { useRoomy } from '../../look/use-wide.ts';
import { useCloth } from '../cloth-context.tsx';
import { usePageState } from '../page.ts';
import { useAtHand, useRunning } from '../use-running.ts';
import { AskName } from './AskName.tsx';
import styles from './CaptureBar.module.css';
import { useNextMarker, useOwnColour } from './next-marker.ts';
import { type Obstacle, obstacleTo } from './obstacle.ts';
import { PastedLines } from './PastedLines.tsx';
import { useDraft } from './use-draft.ts';
import { type Laid, useLay } from './use-lay.ts';
import { useNaming } from './use-naming.ts';
import { useWriting } from './use-writing.ts';

interface CaptureBarProps {
  /** On a theme sheet: the box one writes in, as the field and its button name that, and how its words are written. */
  readonly inBox?: BoxWords | null;
  /** Whether the initiative is named here: not on a cloth that one makes alone. */
  readonly names: boolean;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Shown above the bar when it has nothing to say itself. */
  readonly above: ReactNode;
}

/** What is written into a box of a theme sheet. */
export interface BoxWords {
  readonly placeholder: string;
  readonly button: string;
  asWritten(words: string): string;
}

/** Several pasted lines, and the stretch of the words that they were pasted over. */
type PastedHere = Extract<Pasted, { kind: 'lines' }> & { readonly over: readonly [from: number, to: number] };

/** Type, Enter, type, Enter: each lands at the writer's own edge, in the marker that the field already writes with. */
export function CaptureBar({ inBox = null, names, field, above }: CaptureBarProps) {
  const text = useFirstText();
  const { session, canvas, device } = useCloth();
  const roomy = useRoomy();
  const beside = usePageState(({ side }) => side !== null);
  const lay = useLay();
  const marker = useNextMarker();
  const own = useOwnColour();
  const [words, setWords] = useDraft();
  useWriting(words);
  useGrowingField(field, words);
  const [pasted, setPasted] = useState<PastedHere | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [news, setNews] = useState('');
  /** Texts that wait for their writer's name: a paste's, or what stands in the bar. */
  const [nameless, setNameless] = useState<readonly string[] | null>(null);
  // Writing ends when the cloth is closed for good; `saved` is what tells.
  const closed = useStore(session.saved, ({ kind }) => kind === 'closed');
  // While the facilitator holds everyone the words stay in the field, to be laid when they go on.
  const held = useStore(session.held);
  const shut = useRunning().closed && session.role !== 'facilitator';
  const atHand = useAtHand('capture');
  const giveName = useNaming();
  const naming = names ? giveName : null;
  if (session.role === 'viewer') return null;

  const tooLong = obstacleTo([words], 0);
  const shownProblem = problem ?? (tooLong && obstacleText(tooLong, text));

  /** Lays the texts; when that cannot be, says why and leaves everything as it is. */
  const add = (texts: readonly string[]): boolean => {
    const { seat, tableFull } = session.me.getState();
    if (seat === null && !tableFull) {
      if (device.name === '') {
        setNameless(texts);
        return false;
      }
      session.sitDown(device.name);
    }
    const obstacle = obstacleTo(texts, session.snapshot.getState().items.length);
    const laid: Laid = obstacle ? { kind: 'refused', why: obstacleText(obstacle, text) } : lay(texts);
    setProblem(laid.kind === 'refused' ? laid.why : null);
    if (laid.kind === 'laid') {
      setNews(texts.length === 1 ? text.capture.added(texts[0] ?? '') : text.capture.addedMany(texts.length));
    }
    return laid.kind === 'laid';
  };

  const addWords = () => {
    const written = words.trim();
    if (!isBlank(words) && (naming ? naming(written) : add([inBox ? inBox.asWritten(written) : written]))) setWords('');
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (belongsToComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') {
      // What is written stays; the keys go to the cloth.
      canvas?.focus();
      return;
    }
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    addWords();
  };

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const read = readPaste(event.clipboardData.getData('text/plain'));
    if (read.kind === 'plain') return;
    event.preventDefault();
    if (read.kind === 'huge') setProblem(text.capture.hugePaste);
    // The one way of putting words into a field that the browser's own undo knows.
    else if (read.kind === 'line') document.execCommand('insertText', false, read.text);
    else setPasted({ ...read, over: [event.currentTarget.selectionStart, event.currentTarget.selectionEnd] });
  };

  const answerPaste = (texts: readonly string[]) => {
    if (add(texts)) setPasted(null);
    field.current?.focus();
  };

  return (
    <section className={styles.capture} aria-label={text.capture.label}>
      {!pasted && !nameless && !shownProblem && above}
      {pasted && !nameless && (
        <PastedLines
          pasted={pasted}
          onAnswer={answerPaste}
          onKeep={() => {
            setWords(words.slice(0, pasted.over[0]) + pasted.text + words.slice(pasted.over[1]));
            setPasted(null);
            field.current?.focus();
          }}
        />
      )}
      {nameless && (
        <AskName
          onName={(name) => {
            session.sitDown(name);
            setNameless(null);
            if (!add(nameless)) return;
            if (pasted) setPasted(null);
            else setWords('');
            field.current?.focus();
          }}
          onLater={() => setNameless(null)}
        />
      )}
      {shownProblem && (
        <p className={styles.problem} role="alert">
          {shownProblem}
        </p>
      )}
      <form
        className={styles.bar}
        data-at-hand={atHand}
        onSubmit={(event) => {
          event.preventDefault();
          addWords();
        }}
        style={{ '--marker': naming ? 'var(--ink)' : marker, '--own': own } as CSSProperties}
      >
        <textarea
          ref={field}
          className={styles.field}
          rows={Math.min(4, words.split('\n').length)}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setProblem(null);
          }}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          placeholder={
            inBox?.placeholder ??
            placeholderOf({ closed, held, shut, naming: naming !== null, roomy: roomy && !beside && atHand }, text)
          }
          aria-label={naming ? text.capture.name : (inBox?.placeholder ?? text.capture.label)}
          maxLength={naming ? LIMITS.name : undefined}
          disabled={closed}
          readOnly={held}
          enterKeyHint="enter"
        />
        <Button
          kind="primary"
          type="submit"
          icon={CornerDownLeft}
          disabled={closed || held || tooLong !== null}
          className={styles.add}
        >
          <span className={styles.addWords}>
            {naming ? text.capture.giveName : (inBox?.button ?? text.capture.add)}
          </span>
        </Button>
      </form>
      <p className="visually-hidden" role="status">
        {news}
      </p>
    </section>
  );
}

function placeholderOf(
  bar: Record<'closed' | 'held' | 'shut' | 'naming' | 'roomy', boolean>,
  { capture, steps }: FirstTexts,
): string {
  if (bar.closed) return capture.closed;
  if (bar.shut) return steps.closedPlaceholder;
  if (bar.held) return steps.heldPlaceholder;
  if (bar.naming) return capture.name;
  return bar.roomy ? capture.placeholder : capture.placeholderShort;
}

function obstacleText(obstacle: Obstacle, { capture }: FirstTexts): string {
  if (obstacle.kind === 'too-long') return capture.tooLong(obstacle.by);
  return obstacle.room === 0 ? capture.full : capture.tooMany(obstacle.room);
}
