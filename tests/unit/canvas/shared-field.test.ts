import { afterEach, expect, test, vi } from 'vitest';
import { SharedField } from '../../../client/canvas/text/shared-field.ts';
import { addItems } from '../../../shared/commands/items.ts';
import { editWords, type Words } from '../../../shared/commands/words.ts';
import { localSession } from '../../support/local-session.ts';

afterEach(() => vi.unstubAllGlobals());

test('letters of another that the field does not show yet are written once, whoever goes on typing', () => {
  vi.stubGlobal('document', { activeElement: null });
  const session = localSession();
  const item = {
    id: 'i',
    pos: [0, 0],
    kind: 'ingredient',
    text: 'boek',
    seat: null,
    colour: '#112233',
    by: '',
  } as const;
  session.perform((cloth) => addItems(cloth, [{ ...item, createdAt: 1 }]));
  const words: Words = { of: 'text', item: 'i' };
  const standing = () => session.snapshot.getState().items[0]?.text ?? '';
  const field = { value: 'boek', selectionStart: 4, selectionEnd: 4 } as HTMLTextAreaElement;
  const shared = new SharedField(field, words, session, 'visit');
  session.perform((cloth) => editWords(cloth, words, 'de boek'));
  // As on the page: the document's answer to a key is shown before the key has done its work.
  session.snapshot.subscribe(() => shared.show(standing()));
  for (const letter of 'en') {
    field.value += letter;
    shared.write();
  }
  expect([standing(), field.value]).toEqual(['de boeken', 'de boeken']);
});
