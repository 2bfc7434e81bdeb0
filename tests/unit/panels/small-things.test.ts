import { describe, expect, test } from 'vitest';
import { ApiError } from '../../../client/document/api.ts';
import { nl } from '../../../client/i18n/nl.ts';
import { problemOf, readChosenFile } from '../../../client/panels/bring-in/chosen-file.ts';
import { initialsOf } from '../../../client/panels/people/initials.ts';
import { problemText } from '../../../client/panels/problem-text.ts';
import { shownKeys } from '../../../client/panels/shown-keys.ts';
import { hush, say, toastStore } from '../../../client/panels/toasts/toast-store.ts';
import { readSnapshot } from '../../../shared/document/read.ts';
import { writeClothFile } from '../../../shared/formats/cloth-file.ts';
import { fileNameOf } from '../../../shared/formats/file-name.ts';
import { smallCloth } from '../../support/cloth.ts';

test.each([
  ['Gemma', 'G'],
  ['Anne-Marie Poorthuis', 'AP'],
  ['  élodie  van der   Berg ', 'ÉB'],
  ['👩‍👩‍👧 familie', '👩‍👩‍👧F'],
  ['e\u0301e\u0301n', 'É'.normalize('NFD')],
  ['Ingrid (scheikunde)', 'I'],
  ['Ingrid de Vries (4 vwo, di)', 'IV'],
  ['Paul [rector', 'P'],
  ['Els - mediatheek', 'EM'],
  ['(gast)', 'G'],
  ['', '·'],
])('%j is %j for short', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test.each([
  ['mod+shift+z', 'Ctrl+Shift+Z', '⌘⇧Z'],
  ['Escape', 'Esc', 'Esc'],
  ['ArrowLeft', '←', '←'],
  ['shift+1', 'Shift+1', '⇧1'],
  ['+', '+', '+'],
])('%s is shown as %s, and as %s by Apple', (keys, shown, apple) => {
  expect(shownKeys(keys, nl.shortcuts.keys, false)).toBe(shown);
  expect(shownKeys(keys, nl.shortcuts.keys, true)).toBe(apple);
});

test.each([
  ['leesplezier', 'leesplezier'],
  ['a/b\\c: "d" <e>|f?*', 'a b c d e f'],
  ['..\u0000..', 'tafelkleed'],
  ['', 'tafelkleed'],
  ['x'.repeat(300), 'x'.repeat(80)],
  ['CON', 'CON_'],
  ['con.kleed', 'con_.kleed'],
  ['lpt³ .x', 'lpt³_ .x'],
  ['Contact', 'Contact'],
  ['kleed\u202etxt.exe', 'kleed txt.exe'],
  ['\u2066a\u200eb\ufeff', 'a b'],
  ['👩‍👩‍👧 familie', '👩‍👩‍👧 familie'],
  [`${'x'.repeat(79)}😀`, 'x'.repeat(79)],
])('a cloth called %j is saved as %j', (title, name) => {
  expect(fileNameOf(title)).toBe(name);
});

describe('a chosen file', () => {
  const whole = writeClothFile(readSnapshot(smallCloth()));
  const read = async (content: string) => {
    const file = await readChosenFile(new Blob([content]));
    return file.ok ? null : problemOf(file.why, nl);
  };

  test('that is a cloth can be laid', async () => {
    const file = await readChosenFile(new Blob([whole]));
    expect(file).toMatchObject({ ok: true, leftOut: { doubled: 0, dangling: 0 } });
  });

  test('that is not is refused in words', async () => {
    const { file } = nl.problems;
    expect(await read('{')).toBe(file.noJson);
    expect(await read('[]')).toBe(file.noCloth);
    expect(await read(whole.replace('"version": 1', '"version": 2'))).toBe(file.newerVersion);
    expect(await read(whole.replace('"createdAt": 1,', '"createdAt": "vandaag",'))).toMatch(/items\[0\]/);
  });

  test('of more bytes than any cloth has is refused without being read', async () => {
    const unread = { size: 61_000_000, text: () => Promise.reject(new Error('was read')) } as unknown as Blob;
    const file = await readChosenFile(unread);
    expect(file.ok ? null : problemOf(file.why, nl)).toBe(nl.problems.file.tooLarge);
  });

  test('that the system will not hand over is said to be so', async () => {
    const gone = { size: 10, text: () => Promise.reject(new Error('gone')) } as unknown as Blob;
    const file = await readChosenFile(gone);
    expect(file.ok ? null : problemOf(file.why, nl)).toBe(nl.problems.file.unreadable);
  });
});

test.each([
  [new ApiError('offline', 0), nl.problems.network],
  [new ApiError('x', 403), nl.problems.forbidden],
  [new ApiError('x', 413), nl.problems.tooLarge],
  [new ApiError('x', 429), nl.problems.busy],
  [new ApiError('x', 500), nl.problems.server],
  [new Error('odd'), nl.problems.unexpected],
])('%s is told in words', (error, words) => {
  expect(problemText(error, nl)).toBe(words);
});

test('of messages at most three are shown, and the same words never twice', () => {
  for (const text of ['een', 'twee', 'twee', 'drie', 'vier']) say(text);
  expect(toastStore.getState().map(({ text }) => text)).toEqual(['twee', 'drie', 'vier']);
  for (const { id } of toastStore.getState()) hush(id);
  expect(toastStore.getState()).toEqual([]);
});
