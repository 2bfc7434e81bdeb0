import { type KeyboardEvent, type MouseEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type RowAct, rowActForKey } from '../../canvas/actions/outline.ts';
import { actionById } from '../../canvas/actions/table.ts';
import { isCharacter } from '../../canvas/input/keyboard.ts';
import { useCloth } from '../cloth-context.tsx';
import { part } from '../part.ts';
import styles from './Outline.module.css';
import { RowField } from './RowField.tsx';
import { descriptionOfRow, nameOfRow, tiedLine, wordsOfRow } from './row-words.ts';
import { type Opened, type Row, rowAfter, rowsOf, rowWith, targetOf } from './rows.ts';
import { TreeRow } from './TreeRow.tsx';
import { useBackToTree } from './use-back-to-tree.ts';
import type { Outlined } from './use-outline.ts';

const RowMenu = part(() => import('./RowMenu.tsx'));

/** How many rows PageUp and PageDown go. */
const PAGE = 10;

interface TreeProps {
  readonly outlined: Outlined;
  readonly seeks: boolean;
}

/**
 * The outline for a keyboard: one stop for Tab, in which arrows walk. What has the focus stays in sight and is never
 * lost: of a row that goes, the one that takes its place has it next.
 */
export function Tree({ outlined, seeks }: TreeProps) {
  const { view } = useCloth();
  const { outline, about, open, setOpen } = outlined;
  const [opened, setOpened] = useState<Opened>(new Map());
  const rows = useMemo(() => rowsOf(outline, opened, seeks), [outline, opened, seeks]);
  const [wanted, setWanted] = useState({ key: '', was: 0 });
  const at = rowAfter(rows, wanted.key, wanted.was);
  const active = rows[at];
  const tree = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLElement>(null);
  const holds = useRef(false);
  /** The letters that seek a row, while they do; '' as long as there are none yet. */
  const [sought, setSought] = useState<string | null>(null);

  const rowOf = (key: string) => tree.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null;
  const goTo = (to: number) => {
    const row = rows[Math.max(0, Math.min(to, rows.length - 1))];
    if (row) setWanted({ key: row.key, was: rows.indexOf(row) });
  };
  const goToKey = (key: string) => setWanted({ key, was: at });
  const fold = (row: Row, to: boolean) => setOpened(new Map(opened).set(row.key, to));

  // Keeps the focus with the row that Tab comes to, when it was in the tree and is in none of its fields.
  useLayoutEffect(() => {
    const now = document.activeElement;
    const isRow = now instanceof HTMLElement && now.dataset.row !== undefined && tree.current?.contains(now);
    if (holds.current && active && (isRow || now === document.body)) rowOf(active.key)?.focus();
  });
  useBackToTree(tree, (id) => {
    if (id !== null) goToKey(id);
    holds.current = true;
    if (active) rowOf(active.key)?.focus();
  });

  const act = (row: Row, what: RowAct) => {
    const next = outlined.act(what, row);
    if (next !== null) goToKey(next);
  };

  const walk = (event: KeyboardEvent, row: Row): boolean => {
    switch (event.key) {
      case 'ArrowDown':
        goTo(at + 1);
        return true;
      case 'ArrowUp':
        goTo(at - 1);
        return true;
      case 'Home':
        goTo(0);
        return true;
      case 'End':
        goTo(rows.length - 1);
        return true;
      case 'PageDown':
        goTo(at + PAGE);
        return true;
      case 'PageUp':
        goTo(at - PAGE);
        return true;
      case 'ArrowRight':
        if (row.open === false) fold(row, true);
        else if (row.open) goTo(at + 1);
        return true;
      case 'ArrowLeft':
        if (row.open) fold(row, false);
        else if (row.under !== null) goToKey(row.under);
        return true;
      default:
        return false;
    }
  };

  const press = (event: KeyboardEvent, row: Row): boolean => {
    const plainKey = !event.ctrlKey && !event.metaKey && !event.altKey;
    const { tieFrom, selection, question, letterKeys } = view.getState();
    if (typedEarly(event, plainKey)) return true;
    if (seek(event, plainKey, tieFrom !== null)) return true;
    if (event.key === '/' && plainKey) {
      setSought('');
      return true;
    }
    if (plainKey && !event.shiftKey && walk(event, row)) return true;
    if (event.key === 'Escape' && (tieFrom !== null || question || selection.size > 0)) {
      const context = outlined.context();
      if (context) actionById('escape').run(context);
      return true;
    }
    if ((event.key === 'F10' && event.shiftKey) || event.key === 'ContextMenu') {
      menuAt(row);
      return true;
    }
    if (event.key === 'Enter' || (event.key === ' ' && plainKey)) {
      if (targetOf(row) === null && row.open !== null) fold(row, !row.open);
      else outlined.choose(row, event.key === ' ');
      return true;
    }
    if (isCharacter(event) && !letterKeys) return false;
    const found = rowActForKey(event.nativeEvent);
    if (found) act(row, found);
    return found !== null;
  };

  /**
   * A row that is new comes a frame or two after its key, and its field with it: a quick hand has begun to write by then.
   * Says whether the key was one of those.
   */
  const typedEarly = ({ key }: KeyboardEvent, plainKey: boolean): boolean => {
    const { early } = outlined;
    if (early.current === null) return false;
    if (key === 'Escape') setOpen(null);
    else if (key === 'Backspace') early.current = early.current.slice(0, -1);
    else if (key.length === 1 && plainKey) early.current += key;
    else return false;
    return true;
  };

  /** Between `/` and Enter, and while a tie is drawn, letters seek a row. Says whether the key was one of those. */
  const seek = (event: KeyboardEvent, plainKey: boolean, tying: boolean): boolean => {
    if (sought === null && !tying) return false;
    const takesBack = event.key === 'Backspace';
    if (!takesBack && (event.key.length > 1 || !plainKey)) {
      setSought(null);
      // Of a tie Enter lays the end, and Escape lets go.
      return !tying && (event.key === 'Enter' || event.key === 'Escape');
    }
    const before = sought ?? '';
    const letters = takesBack ? before.slice(0, -1) : before + event.key;
    setSought(letters);
    const to = rowWith(rows, (row) => wordsOfRow(row, about), letters, {
      from: before === '' ? at + 1 : at,
      ends: tying,
    });
    if (to >= 0) goTo(to);
    return true;
  };

  const menuAt = (row: Row) => {
    outlined.take(row);
    anchor.current = rowOf(row.key);
    setOpen({ key: row.key, what: 'acts' });
  };

  const rowAt = (event: MouseEvent | KeyboardEvent): Row | undefined => {
    const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    return rows.find(({ key }) => key === element?.dataset.row);
  };

  return (
    <>
      <div
        ref={tree}
        role="tree"
        className={styles.lists}
        aria-label={about.own.tree}
        aria-multiselectable="true"
        tabIndex={-1}
        onKeyDown={(event) => {
          if (event.defaultPrevented || event.nativeEvent.isComposing || !active || event.target === tree.current)
            return;
          if (!press(event, active)) return;
          event.preventDefault();
          event.stopPropagation();
        }}
        onFocus={(event) => {
          holds.current = true;
          const row = rowAt(event as unknown as MouseEvent);
          if (row && row.key !== active?.key) goToKey(row.key);
          else if (event.target === tree.current && active) rowOf(active.key)?.focus();
        }}
        onBlur={({ relatedTarget, currentTarget }) => {
          if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) holds.current = false;
        }}
        onClick={(event) => {
          const row = rowAt(event);
          if (!row) return;
          goToKey(row.key);
          const folds = event.target instanceof Element && event.target.closest('[data-fold]');
          if (row.open !== null && (folds || targetOf(row) === null)) fold(row, !row.open);
          else outlined.choose(row, event.ctrlKey || event.metaKey || event.shiftKey);
        }}
        onContextMenu={(event) => {
          const row = rowAt(event);
          if (!row) return;
          event.preventDefault();
          goToKey(row.key);
          menuAt(row);
        }}
      >
        {rows.map((row) => {
          const item = row.kind === 'thing' ? row.entry.item : null;
          const writes = open?.key === row.key && open.what !== 'acts' && open.what !== 'edges' ? open.what : null;
          return (
            <TreeRow
              key={row.key}
              rowKey={row.key}
              target={targetOf(row)}
              level={row.level}
              at={row.at}
              of={row.of}
              open={row.open}
              name={nameOfRow(row, about)}
              words={row.kind === 'tie' ? nameOfRow(row, about) : wordsOfRow(row, about)}
              description={descriptionOfRow(row, about)}
              line={row.open === true ? '' : tiedLine(row, about)}
              colour={item?.colour ?? (row.kind === 'edge' ? row.edge.seat?.colour : undefined)}
              positions={item?.positions ?? NONE}
              active={row.key === active?.key}
            >
              {item && writes && <RowField item={item} what={writes} outlined={outlined} />}
            </TreeRow>
          );
        })}
        {open && active && (open.what === 'acts' || open.what === 'edges') && (
          <RowMenu
            row={active}
            what={open.what}
            anchor={anchor}
            outlined={outlined}
            onAct={(what) => act(active, what)}
          />
        )}
      </div>
      {sought !== null && (
        <p className={styles.sought} aria-hidden="true">
          {about.own.seeks(sought)}
        </p>
      )}
    </>
  );
}

const NONE: readonly never[] = [];
