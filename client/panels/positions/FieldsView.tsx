import { ChevronLeft, UsersRound } from 'lucide-react';
import { type ReactNode, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { movePosition } from '../../../shared/commands/items.ts';
import { chipsOf } from '../../../shared/layout/field-chips.ts';
import { linksOf } from '../../../shared/layout/field-links.ts';
import { layFields } from '../../../shared/layout/fields.ts';
import { hubWords } from '../../../shared/layout/hub-words.ts';
import type { PositionLetter } from '../../../shared/model/schema.ts';
import { byId } from '../../../shared/model/snapshot.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import type { Inset } from '../../canvas/camera/camera.ts';
import { permissionsIn } from '../../facilitation/permissions.ts';
import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../look/Button.tsx';
import { useRoomy, useWide } from '../../look/use-wide.ts';
import { useCloth } from '../cloth-context.tsx';
import { useInset } from '../inset.ts';
import { usePage, usePageState } from '../page.ts';
import { useFocusAndBack } from '../use-focus-and-back.ts';
import { useMayWrite } from '../use-may-write.ts';
import { useRunning } from '../use-running.ts';
import { ChipButton } from './ChipButton.tsx';
import { FieldHead } from './FieldHead.tsx';
import styles from './Fields.module.css';
import { FieldsDrawing } from './FieldsDrawing.tsx';
import { LookTogether } from './LookTogether.tsx';
import { PositionCard } from './PositionCard.tsx';
import { useCarry } from './use-carry.ts';
import { useLeaveFields } from './use-leave-fields.ts';
import { useRoom } from './use-room.ts';

/** Names are set as large as the room allows, for who reads them from afar. */
const SCALES = [1.6, 1.4, 1.2, 1] as const;
const LARGER_FROM = 720;
const NO_ROOM = { w: 0, h: 0 } as const;

interface FieldsViewProps {
  /** What there is to say between the fields and the way back. */
  readonly ledge?: ReactNode;
  /** How much of the sides lies under other things, CSS px; the bars of the table when left out. */
  readonly inset?: Inset;
}

/**
 * The same cloth looked at by position: who is involved, and how. Everyone stands in each field of theirs; what is
 * dragged or pressed here is a letter given or taken on the cloth, live for all.
 */
export default function FieldsView({ ledge, inset: free }: FieldsViewProps) {
  const page = usePage();
  const { fields: text, positions, outline, top } = useText();
  const { session, view } = useCloth();
  const stage = useRef<HTMLDivElement>(null);
  const whole = useRef<HTMLElement>(null);
  const side = usePageState(({ side }) => side);
  const pointsAt = usePageState(({ fields }) => fields?.pointsAt ?? null);
  const bars = useInset(session.role, view);
  const inset = free ?? bars;
  const roomy = useRoomy();
  const lowBars = useStore(view, (state) => state.lowBars) && roomy && !free;
  const high = usePageState(({ bars: { top } }) => top);
  const room = useRoom(stage) ?? NO_ROOM;
  const cloth = useDeferredValue(useStore(session.snapshot));
  const selection = useStore(view, (state) => state.selection);
  const mayWrite = useMayWrite();
  const wide = useWide();
  const { step } = useRunning();
  const leave = useLeaveFields();
  const [card, setCard] = useState<{ id: string; from: PositionLetter | null; anchor: HTMLElement } | null>(null);
  const [said, setSaid] = useState('');

  const { chips, laid, scale } = useMemo(() => {
    const tried = (as: number) => {
      const standing = chipsOf(cloth.items, outline.unnamed, fontMeasure, as);
      return { chips: standing, laid: layFields(room, standing, as), scale: as };
    };
    const larger = room.w < LARGER_FROM ? [] : SCALES;
    return larger.map(tried).find((each) => each.laid.size.h <= room.h + 1) ?? tried(1);
  }, [cloth.items, outline, room]);
  const links = useMemo(() => linksOf(laid), [laid]);
  const chipOf = byId(chips);
  const name = cloth.initiative || cloth.meta.title || top.untitled;
  const hub = useMemo(() => hubWords(name, laid.hub, fontMeasure), [name, laid.hub]);
  const movable = (id: string) => {
    const item = chipOf.get(id)?.item;
    return mayWrite && item !== undefined && permissionsIn(session).mayChange(item);
  };
  const choose = (id: string) => view.setState({ selection: new Set([id]), editing: null });

  useEffect(() => {
    view.setState({ elsewhere: true, editing: null, question: null, tool: 'select', tieFrom: null });
    return () => view.setState({ elsewhere: false });
  }, [view]);
  useFocusAndBack(whole);

  /** Who was given a letter by key keeps the keyboard, in the field where they are now. */
  const focusNext = useRef<string | null>(null);
  // Before anything can be pressed again.
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    const next = stage.current?.querySelector<HTMLElement>(`[data-chip="${CSS.escape(focusNext.current)}"]`);
    if (!next) return;
    focusNext.current = null;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  });

  const move = (id: string, from: PositionLetter | null, to: PositionLetter | null) => {
    if (!movable(id) || !session.perform((doc) => movePosition(doc, id, from, to))) return;
    const who = chipOf.get(id)?.item.text || outline.unnamed;
    if (to === null) setSaid(from === null ? '' : text.taken(who, positions[from].name));
    else setSaid((from === null ? text.added : text.moved)(who, positions[to].name));
  };
  const { carries, handlers } = useCarry({
    stage,
    laid,
    onDrop: ({ id, from }, { letter: to }, keep) => {
      choose(id);
      move(id, keep && to !== null ? null : from, to);
    },
  });
  const keyed = (id: string, from: PositionLetter | null, pressed: PositionLetter | 'delete', shift: boolean) => {
    const held = chipOf.get(id)?.letters ?? [];
    const takes = pressed === 'delete' ? from : held.includes(pressed) ? pressed : null;
    if (pressed === 'delete' || (takes !== null && !shift)) {
      if (takes === null) return;
      const left = held.filter((letter) => letter !== takes);
      focusNext.current = `${id} ${left.find((letter) => letter === from) ?? left[0] ?? ''}`;
      move(id, takes, null);
    } else {
      focusNext.current = `${id} ${shift ? pressed : (from ?? pressed)}`;
      move(id, shift ? from : null, pressed);
    }
  };
  const standsOut = (letter: PositionLetter | null) =>
    carries.some(({ over }) => over)
      ? carries.some(({ over }) => over?.letter === letter)
      : letter !== null && pointsAt === letter;
  const opened = card && chipOf.get(card.id);
  const inHand = carries[0]?.id ?? (selection.size === 1 ? ([...selection][0] ?? null) : null);

  return (
    <section
      ref={whole}
      className={styles.view}
      aria-label={text.title}
      tabIndex={-1}
      style={{
        paddingTop: inset.top - 4,
        paddingRight: free || side !== null ? inset.right : undefined,
        // Under the way back lie the bars that lie at the top elsewhere.
        paddingBottom: lowBars ? high + 20 : undefined,
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) leave();
      }}
    >
      <div ref={stage} className={styles.stage} data-carrying={carries.length > 0}>
        {room.w > 0 && (
          <div className={styles.table} style={{ width: laid.size.w, height: laid.size.h, fontSize: 17 * scale }}>
            <FieldsDrawing
              laid={laid}
              links={links}
              chosen={inHand}
              colourOf={(id) => chipOf.get(id)?.item.colour}
              standsOut={standsOut}
            />
            <p
              className={styles.hubWords}
              style={{
                ...{ left: laid.hub.x, top: laid.hub.y, width: laid.hub.w, height: laid.hub.h },
                ...{ fontSize: hub.size, lineHeight: `${hub.lineHeight}px` },
              }}
            >
              <span>
                {hub.lines.map((line, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: lines of one name have no other identity.
                  <span key={at} className={styles.hubLine}>
                    {`${line} `}
                  </span>
                ))}
              </span>
            </p>
            {[...laid.fields, laid.waiting].map((field) => (
              <section key={field.letter} aria-label={field.letter ? positions[field.letter].name : text.waiting}>
                <FieldHead field={field} over={standsOut(field.letter)} />
                {field.people.map(({ id, box }) => {
                  const chip = chipOf.get(id);
                  if (!chip) return null;
                  const carried = carries.find((carry) => carry.id === id && carry.from === field.letter);
                  return (
                    <ChipButton
                      key={id}
                      chip={chip}
                      letter={field.letter}
                      box={box}
                      by={carried?.by ?? null}
                      chosen={inHand === id}
                      movable={movable(id)}
                      carry={handlers(id, field.letter)}
                      onOpen={(anchor) => {
                        choose(id);
                        setCard({ id, from: field.letter, anchor });
                      }}
                      onLetter={(pressed, shift) => keyed(id, field.letter, pressed, shift)}
                    />
                  );
                })}
              </section>
            ))}
          </div>
        )}
      </div>
      {ledge && <div className={styles.ledge}>{ledge}</div>}
      <div className={styles.bar} data-fields-bar>
        <Button icon={ChevronLeft} kind="primary" onClick={leave}>
          {text.back}
        </Button>
        {session.role !== 'viewer' && !(wide && step === 5) && (
          <Button icon={UsersRound} aria-pressed={side === 'guide'} onClick={() => page.openSide('guide')}>
            {text.oneByOne}
          </Button>
        )}
        <LookTogether />
        <p className={styles.hint}>{mayWrite ? text.hint : ''}</p>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {card && opened && (
        <PositionCard
          item={opened.item}
          from={card.from}
          anchor={card.anchor}
          movable={movable(card.id)}
          onMove={(from, to) => {
            move(card.id, from, to);
            setCard(null);
            focusNext.current = `${card.id} ${to ?? opened.letters.find((letter) => letter !== from) ?? ''}`;
          }}
          onClose={() => setCard(null)}
        />
      )}
    </section>
  );
}
