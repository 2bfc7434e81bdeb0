import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type BoxId, boxAt } from '../../../shared/layout/boxes.ts';
import { INITIATIVE } from '../../../shared/model/schema.ts';
import type { RowAct } from '../../canvas/actions/outline.ts';
import { mayDo } from '../../canvas/actions/outline.ts';
import { changeableItems, selectedItems } from '../../canvas/actions/selected.ts';
import { actionById, runAction } from '../../canvas/actions/table.ts';
import type { ClothContext } from '../../canvas/canvas-handle.ts';
import { addBlank, moveToBox, moveToEdge } from '../../canvas/edit/compose.ts';
import { choose } from '../../canvas/input/choose.ts';
import { permissionsIn } from '../../facilitation/permissions.ts';
import { useText } from '../../i18n/use-text.ts';
import { useWide } from '../../look/use-wide.ts';
import { contextOf, useCloth } from '../cloth-context.tsx';
import { type OutlineOfCloth, outlineOf } from './outline-of.ts';
import type { InWords } from './row-words.ts';
import { type Row, targetOf } from './rows.ts';
import { useOutlineText } from './use-outline-text.ts';

/** What stands open at a row: a place to write, or a menu. */
export interface OpenAtRow {
  /** The row's key. */
  readonly key: string;
  readonly what: 'words' | 'clarification' | 'contact' | 'acts' | 'edges';
}

/** The outline as both its forms, tree and list, need it. */
export interface Outlined {
  readonly outline: OutlineOfCloth;
  readonly about: InWords;
  readonly open: OpenAtRow | null;
  /** Opens something at a row, or closes what stands open. */
  setOpen(open: OpenAtRow | null): void;
  /** Null until the canvas is there. */
  context(): ClothContext | null;
  /** Does one of the things that can be done with a row. Returns the key of the row to go on at, or null to stay. */
  act(act: RowAct, row: Row): string | null;
  /** Chooses what a row stands for, alone or `besides` what is chosen; the end of a tie while one is drawn. */
  choose(row: Row, besides?: boolean): void;
  /** Chooses what a row stands for, unless it is among what is chosen: for what is then done with all of that. */
  take(row: Row): void;
  /** What was typed since a place to write was opened and until it is there: its first letters. Null where none is awaited. */
  readonly early: { current: string | null };
  /** Ends what what was written last may yet do: step aside for what another laid there at the same moment. */
  readonly settling: { current: () => void };
  /** Lays what is chosen before a seat; null: in the middle. */
  moveTo(seat: string | null): void;
  /** Lays what is chosen in a box of a theme sheet. */
  moveInto(box: BoxId): void;
}

/** The cloth as an outline that follows it, narrowed to the letters `sought`, with all that can be done in it. */
export function useOutline(sought: string, onClose: () => void): Outlined {
  const cloth = useCloth();
  const { session, view } = cloth;
  const wide = useWide();
  const texts = useText();
  const own = useOutlineText();
  const snapshot = useDeferredValue(useStore(session.snapshot));
  const outline = useMemo(() => outlineOf(snapshot, sought), [snapshot, sought]);
  const about = useMemo((): InWords => ({ page: texts, own, snapshot }), [texts, own, snapshot]);
  const [open, showOpen] = useState<OpenAtRow | null>(null);
  const settling = useRef(() => {});
  const early = useRef<string | null>(null);
  const setOpen = (next: OpenAtRow | null) => {
    early.current = next?.what === 'words' || next?.what === 'clarification' ? '' : null;
    showOpen(next);
  };
  const context = () => contextOf(cloth);

  /** What can be done with a row is done with it, or with all that is chosen when it is among them. */
  const take = (row: Row) => {
    const id = targetOf(row);
    if (id !== null && id !== INITIATIVE && !view.getState().selection.has(id))
      view.setState({ selection: new Set([id]), editing: null });
  };

  const run = (act: RowAct, row: Row, on: ClothContext): string | null => {
    const target = targetOf(row);
    take(row);
    if (!mayDo(act, on, target)) return null;
    if (act.action !== undefined) {
      actionById(act.action).run(on);
      return null;
    }
    const at = (what: OpenAtRow['what']) => {
      setOpen({ key: row.key, what });
      return null;
    };
    switch (act.errand) {
      case 'show':
        if (target !== null) on.canvas.reveal(target, true);
        if (!wide) onClose();
        return null;
      case 'rename':
        if (target !== INITIATIVE) return at('words');
        view.setState({ editing: INITIATIVE });
        return null;
      case 'tie':
        view.setState({ tool: 'select', tieFrom: target, question: null, selection: new Set() });
        return null;
      case 'kind':
        runAction(selectedItems(on)[0]?.kind === 'connector' ? 'to-ingredient' : 'to-connector', on);
        return null;
      case 'clarify':
        return at('clarification');
      case 'contact':
        return at('contact');
      case 'edge':
        return at('edges');
      case 'add': {
        const id = addAt(row, on);
        if (id !== null) setOpen({ key: id, what: 'words' });
        return id;
      }
    }
  };

  return {
    outline,
    about,
    open,
    setOpen,
    context,
    act(act, row) {
      const on = context();
      return on && run(act, row, on);
    },
    choose(row, besides = false) {
      const on = context();
      const id = targetOf(row);
      if (!on || id === null) return;
      const { selection, tieFrom } = view.getState();
      if (besides && id !== INITIATIVE) {
        const next = new Set(selection);
        if (!next.delete(id)) next.add(id);
        view.setState({ selection: next, editing: null });
      } else if (row.kind === 'tie' || (id === INITIATIVE && tieFrom === null)) {
        view.setState({ selection: new Set(row.kind === 'tie' ? [id] : []), editing: null });
        on.canvas.reveal(id, true);
      } else choose(on, id);
    },
    take,
    early,
    settling,
    moveTo(seat) {
      const on = context();
      if (on && permissionsIn(session).mayLayAt(seat)) moveToEdge(on, changeableItems(on), seat);
      setOpen(null);
    },
    moveInto(box) {
      const on = context();
      if (on && permissionsIn(session).mayLayAt(session.me.getState().seat)) moveToBox(on, changeableItems(on), box);
      setOpen(null);
    },
  };
}

/** Something new where a row is: a connector among connectors, else an ingredient in that box, before that seat, or one's own. */
function addAt(row: Row, context: ClothContext): string | null {
  const { session } = context;
  const thing = row.kind === 'thing' ? row.entry.item : row.kind === 'tie' ? row.from.item : null;
  if (row.kind === 'connectors' || thing?.kind === 'connector') {
    return permissionsIn(session).mayRelate() ? addBlank(context, 'connector', null) : null;
  }
  const seat = row.kind === 'edge' ? (row.edge.seat?.id ?? null) : (thing?.seat ?? session.me.getState().seat);
  const there = permissionsIn(session).mayWriteAt(seat) ? seat : session.me.getState().seat;
  const { meta } = session.snapshot.getState();
  const box = meta.sheet !== 'theme' ? null : row.kind === 'edge' ? row.edge.box : thing ? boxAt(thing.pos) : null;
  return addBlank(context, 'ingredient', there, box);
}
