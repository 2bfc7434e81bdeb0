import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createCloth } from '../../../shared/commands/create.ts';
import { addItems, removeItems } from '../../../shared/commands/items.ts';
import { layTogether, type OwnSheet } from '../../../shared/commands/lay-together.ts';
import { takeSeat } from '../../../shared/commands/seats.ts';
import { addTies } from '../../../shared/commands/ties.ts';
import { type ClothDoc, openCloth } from '../../../shared/document/cloth-doc.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { UndoStack } from '../../../shared/document/undo.ts';
import { clothFileOf } from '../../../shared/formats/cloth-file.ts';
import { overlaps } from '../../../shared/layout/box.ts';
import type { ClothSnapshot } from '../../../shared/model/snapshot.ts';
import { buildScene } from '../../../shared/scene/build-scene.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { item } from '../../support/cloth.ts';

function laid(title: string): ClothDoc {
  const doc = new Y.Doc();
  createCloth(doc, { title, createdAt: 1 });
  return openCloth(doc);
}

/** What somebody made alone: some ingredients, all tied through one connector. */
function aloneBy(name: string, words: readonly string[]): ClothDoc {
  const cloth = laid('leesplezier');
  addItems(cloth, [
    ...words.map((text, n) => item(`${name}-${n}`, { text, by: name, createdAt: n })),
    item(`${name}-connector`, { text: 'Heleen', kind: 'connector', by: name, createdAt: 50 }),
  ]);
  addTies(cloth, [
    ...words.map((_, n) => ({ id: `${name}-t${n}`, from: `${name}-${n}`, to: `${name}-connector`, createdAt: n })),
    { id: `${name}-in`, from: `${name}-connector`, to: 'initiative', createdAt: 60 },
  ]);
  return cloth;
}

function table(): { joint: ClothDoc; sheets: OwnSheet[] } {
  const joint = laid('leesplezier');
  const sheets = ['Gemma', 'Theo'].map((name): OwnSheet => {
    const { seat } = takeSeat(joint, { holder: name, name });
    const alone = aloneBy(name, ['boekenlijst', 'filmmateriaal', 'literatuurtheorie', 'proefles']);
    return { seat: seat ?? '', file: clothFileOf(readSnapshot(alone)) };
  });
  return { joint, sheets };
}

function expectNothingCovered(cloth: ClothSnapshot): void {
  const boxes = buildScene(cloth, fontMeasure).items.map((shape) => shape.box);
  boxes.forEach((box, n) => {
    for (const other of boxes.slice(n + 1)) expect(overlaps(box, other)).toBe(false);
  });
}

describe('layTogether', () => {
  it("lays everyone's ingredients at their own seat, with connectors and ties, and covers nothing", () => {
    const { joint, sheets } = table();
    layTogether(joint, sheets, fontMeasure);
    const snapshot = readSnapshot(joint);
    expect(snapshot.items).toHaveLength(10);
    expect(snapshot.ties).toHaveLength(10);
    for (const { id, seat } of snapshot.items) {
      expect(seat).toBe(sheets[id.startsWith('Gemma') ? 0 : 1]?.seat);
    }
    expectNothingCovered(snapshot);
  });

  it('laid twice is there once, and what was wiped out since stays away', () => {
    const { joint, sheets } = table();
    layTogether(joint, sheets, fontMeasure);
    removeItems(joint, ['Gemma-0']);
    const before = readSnapshot(joint);
    expect(layTogether(joint, sheets, fontMeasure)).toEqual([]);
    expect(readSnapshot(joint)).toEqual(before);
  });

  it('brings only what is new when somebody went on alone', () => {
    const { joint, sheets } = table();
    layTogether(joint, sheets, fontMeasure);
    const more = aloneBy('Gemma', ['boekenlijst', 'filmmateriaal', 'literatuurtheorie', 'proefles', 'leeskring']);
    layTogether(joint, [{ seat: sheets[0]?.seat ?? '', file: clothFileOf(readSnapshot(more)) }], fontMeasure);
    expect(readSnapshot(joint).items.filter(({ text }) => text === 'leeskring')).toHaveLength(1);
    expect(readSnapshot(joint).items).toHaveLength(11);
  });

  it('brings back what was taken away since when that is asked, in places that are free now', () => {
    const { joint, sheets } = table();
    const stack = new UndoStack(joint);
    stack.push(layTogether(joint, sheets, fontMeasure));
    const before = readSnapshot(joint);
    stack.undo();
    addItems(
      joint,
      before.items.slice(0, 3).map(({ id, text, pos }) => item(`in the way of ${id}`, { text, pos })),
    );
    layTogether(joint, sheets, fontMeasure, { again: true });
    const after = readSnapshot(joint);
    expect(after.items).toHaveLength(13);
    expect(after.ties).toHaveLength(10);
    expectNothingCovered(after);
    expect(layTogether(joint, sheets, fontMeasure, { again: true })).toEqual([]);
  });

  it('is one action to undo', () => {
    const { joint, sheets } = table();
    const before = readSnapshot(joint);
    const stack = new UndoStack(joint);
    stack.push(layTogether(joint, sheets, fontMeasure));
    stack.undo();
    expect(readSnapshot(joint)).toEqual(before);
  });
});
