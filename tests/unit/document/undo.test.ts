import { describe, expect, it } from 'vitest';
import { addItems, moveItems, removeIfBlank, removeItems, setPosition } from '../../../shared/commands/items.ts';
import { addTies, removeTies } from '../../../shared/commands/ties.ts';
import { editWords } from '../../../shared/commands/words.ts';
import type { ClothDoc } from '../../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { UndoStack } from '../../../shared/document/undo.ts';
import { emptyCloth, exchange, item, smallCloth } from '../../support/cloth.ts';

const textOf = (cloth: ClothDoc, id: string) => readSnapshot(cloth).items.find((record) => record.id === id)?.text;

describe('undo of one person', () => {
  it('takes back and does again, any number of steps', () => {
    const cloth = smallCloth();
    const start = readSnapshot(cloth);
    const stack = new UndoStack(cloth);
    stack.push(moveItems(cloth, new Map([['boeken', [10, 20]]])));
    stack.push(setPosition(cloth, ['Heleen'], 's', true));
    stack.push(editWords(cloth, { of: 'text', item: 'boeken' }, 'boekenlijst'));
    stack.push(removeItems(cloth, ['Heleen']));
    const end = readSnapshot(cloth);
    while (stack.undo());
    expect(readSnapshot(cloth)).toEqual(start);
    while (stack.redo());
    expect(readSnapshot(cloth)).toEqual(end);
  });

  it('forgets what was gathered under a key: it was never done, and is neither undone nor done again', () => {
    const cloth = smallCloth();
    const start = readSnapshot(cloth);
    const stack = new UndoStack(cloth);
    stack.push(moveItems(cloth, new Map([['boeken', [10, 20]]])));
    const moved = readSnapshot(cloth);
    stack.push(addItems(cloth, [item('nieuw')]), 'visit');
    stack.push(editWords(cloth, { of: 'text', item: 'nieuw' }, 'A'), 'visit');
    stack.push(setPosition(cloth, ['nieuw'], 's', true));
    stack.undo();
    stack.push(editWords(cloth, { of: 'text', item: 'nieuw' }, ''), 'visit');
    expect(stack.forget('visit')).toBe(true);
    expect(readSnapshot(cloth)).toEqual(moved);
    expect(stack.forget('visit')).toBe(false);
    expect(stack.redo()).toBe(false);
    expect(stack.undo()).toBe(true);
    expect(readSnapshot(cloth)).toEqual(start);
    expect(stack.undo()).toBe(false);
  });

  it('leaves alone what another person has set since', () => {
    const cloth = smallCloth();
    const stack = new UndoStack(cloth);
    stack.push(moveItems(cloth, new Map([['boeken', [10, 20]]])));
    moveItems(cloth, new Map([['boeken', [99, 99]]]));
    expect(stack.undo()).toBe(false);
    expect(readSnapshot(cloth).items[0]?.pos).toEqual([99, 99]);
  });

  it('undoing a removal brings the item back with what another wrote in it meanwhile, and with its ties', () => {
    const mine = smallCloth();
    const theirs = emptyCloth();
    exchange(mine.doc, theirs.doc);
    const stack = new UndoStack(mine);
    stack.push(removeItems(mine, ['boeken']));
    editWords(theirs, { of: 'text', item: 'boeken' }, 'boeken van thuis');
    exchange(mine.doc, theirs.doc);
    expect(readSnapshot(mine).ties).toHaveLength(1);
    stack.undo();
    exchange(mine.doc, theirs.doc);
    expect(textOf(theirs, 'boeken')).toBe('boeken van thuis');
    expect(readSnapshot(theirs).ties).toHaveLength(2);
  });

  it('undoing the making of an item leaves one that another wrote in, and takes back what came before', () => {
    const mine = emptyCloth();
    const theirs = emptyCloth();
    const stack = new UndoStack(mine);
    stack.push(addItems(mine, [item('film')]));
    stack.push(addItems(mine, [item('pilotles')]));
    exchange(mine.doc, theirs.doc);
    editWords(theirs, { of: 'text', item: 'pilotles' }, 'pilotles in 4 vwo');
    exchange(mine.doc, theirs.doc);
    expect(stack.undo()).toBe(true);
    expect(readSnapshot(mine).items.map(({ text }) => text)).toEqual(['pilotles in 4 vwo']);
  });

  it.each(['clarification', 'story'] as const)('leaves one to which another wrote a %s', (of) => {
    const mine = emptyCloth();
    const theirs = emptyCloth();
    const stack = new UndoStack(mine);
    stack.push(addItems(mine, [item('pilotles')]));
    exchange(mine.doc, theirs.doc);
    editWords(theirs, { of, item: 'pilotles' }, 'in 4 vwo');
    exchange(mine.doc, theirs.doc);
    expect(stack.undo()).toBe(false);
    expect(readSnapshot(mine).items).toHaveLength(1);
  });

  it('leaves also one that was brought back and written in by another since', () => {
    const mine = emptyCloth();
    const theirs = emptyCloth();
    const stack = new UndoStack(mine);
    stack.push(addItems(mine, [item('pilotles')]));
    stack.undo();
    stack.redo();
    exchange(mine.doc, theirs.doc);
    editWords(theirs, { of: 'text', item: 'pilotles' }, 'pilotles in 4 vwo');
    exchange(mine.doc, theirs.doc);
    expect(stack.undo()).toBe(false);
    expect(textOf(mine, 'pilotles')).toBe('pilotles in 4 vwo');
  });

  it('what another wrote at the very moment it was taken back shows again when that is done again', () => {
    const mine = emptyCloth();
    const theirs = emptyCloth();
    const stack = new UndoStack(mine);
    stack.push(addItems(mine, [item('pilotles')]));
    exchange(mine.doc, theirs.doc);
    editWords(theirs, { of: 'text', item: 'pilotles' }, 'pilotles in 4 vwo');
    stack.undo();
    exchange(mine.doc, theirs.doc);
    expect(readSnapshot(mine).items).toEqual([]);
    stack.redo();
    expect(textOf(mine, 'pilotles')).toBe('pilotles in 4 vwo');
  });

  it('one’s own later words in it are no hindrance', () => {
    const cloth = emptyCloth();
    const stack = new UndoStack(cloth);
    stack.push(addItems(cloth, [item('pilotles')]));
    stack.push(editWords(cloth, { of: 'text', item: 'pilotles' }, 'pilotles in 4 vwo'));
    expect([stack.undo(), stack.undo()]).toEqual([true, true]);
    expect(readSnapshot(cloth).items).toEqual([]);
  });

  it('takes the keystrokes of one visit back as one action', () => {
    const cloth = smallCloth();
    const stack = new UndoStack(cloth);
    for (const words of ['boekenl', 'boekenli', 'boekenlijst']) {
      stack.push(editWords(cloth, { of: 'text', item: 'boeken' }, words), 'visit-1');
    }
    stack.undo();
    expect(textOf(cloth, 'boeken')).toBe('boeken');
    expect(stack.canUndo).toBe(false);
  });

  it('after a new action there is nothing to do again', () => {
    const cloth = smallCloth();
    const stack = new UndoStack(cloth);
    stack.push(removeTies(cloth, ['a']));
    stack.undo();
    stack.push(setPosition(cloth, ['Heleen'], 'p', true));
    expect(stack.canRedo).toBe(false);
  });

  it('passes over an action that others have wholly overwritten', () => {
    const cloth = smallCloth();
    const stack = new UndoStack(cloth);
    stack.push(setPosition(cloth, ['Heleen'], 'p', true));
    stack.push(moveItems(cloth, new Map([['boeken', [10, 20]]])));
    moveItems(cloth, new Map([['boeken', [99, 99]]]));
    expect(stack.undo()).toBe(true);
    expect(readSnapshot(cloth).items[1]?.positions).toEqual([]);
  });
});

describe('ties', () => {
  it('one that two people drew at once shows once, and is wiped out with one action', () => {
    const mine = smallCloth();
    const theirs = emptyCloth();
    exchange(mine.doc, theirs.doc);
    addTies(mine, [{ id: 'm', from: 'boeken', to: 'initiative', createdAt: 9 }]);
    addTies(theirs, [{ id: 't', from: 'initiative', to: 'boeken', createdAt: 8 }]);
    exchange(mine.doc, theirs.doc);
    expect(readSnapshot(mine).ties.map((tie) => tie.id)).toEqual(['a', 'b', 't']);
    removeTies(mine, ['t']);
    expect(readSnapshot(mine).ties.map((tie) => tie.id)).toEqual(['a', 'b']);
  });

  it('is not drawn from a thing to itself, nor twice', () => {
    const cloth = smallCloth();
    expect(addTies(cloth, [{ id: 'x', from: 'Heleen', to: 'Heleen', createdAt: 1 }])).toEqual([]);
    expect(addTies(cloth, [{ id: 'y', from: 'Heleen', to: 'boeken', createdAt: 1 }])).toEqual([]);
  });
});

describe('an emptied item', () => {
  it('goes when it is an ingredient and stays when it is a connector still to be named', () => {
    const cloth = smallCloth();
    for (const id of ['boeken', 'Heleen']) {
      editWords(cloth, { of: 'text', item: id }, ' ');
      removeIfBlank(cloth, id);
    }
    expect(readSnapshot(cloth).items.map((record) => record.id)).toEqual(['Heleen']);
  });
});
