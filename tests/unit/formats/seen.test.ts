import { expect, test } from 'vitest';
import { shownBy } from '../../../client/panels/take-home/server-picture.ts';
import { orderOf } from '../../../server/http/export-order.ts';
import { exportQuerySchema } from '../../../server/http/schemas.ts';
import { clothFileOf } from '../../../shared/formats/cloth-file.ts';
import { pictureLaid } from '../../../shared/formats/pictures/draw.ts';
import { seen } from '../../../shared/formats/seen.ts';
import { USUAL_PAGE, WHOLE } from '../../../shared/scene/page-choice.ts';
import { plainCloth, plainItem } from '../layout/plain-cloth.ts';

const moment = (id: string, name: string, createdAt: number) => ({ id, name, by: '', createdAt });
const moments = [moment('m1', 'maart', 10), moment('m2', 'juni', 20)];
const [first, second, third] = ['boek', 'film', 'fluit'].map((text, nth) => plainItem(text, [nth * 300 - 300, 300]));
const items = [first, second, third].flatMap((item) => item ?? []);
const now = { ...plainCloth({ initiative: 'leesplezier', items }), moments };
const fileOf = (id: string) =>
  JSON.stringify(clothFileOf(plainCloth({ initiative: 'leesplezier', items: items.slice(0, id === 'm1' ? 1 : 2) })));

test.each([
  ['to now', null, ['film', 'fluit'], 'leesplezier – sinds “maart”'],
  ['to a later moment', 'm2', ['film'], 'leesplezier – van “maart” tot “juni”'],
] as const)('what became of a cloth since a moment is a page: %s', (_, to, added, title) => {
  const found = seen(now, { moment: to, since: 'm1' }, fileOf);
  expect(found).not.toBeNull();
  if (!found) return;
  const { compared, page } = pictureLaid(found, { language: 'nl', now: 0, part: WHOLE, page: USUAL_PAGE });
  expect(compared?.added.map(({ text }) => text.lines.join(' '))).toEqual(added);
  expect(page.labels[0]?.text).toBe(title);
});

test('a moment without a name is one as well', () => {
  const unnamed = { ...now, moments: moments.map((each) => ({ ...each, name: '' })) };
  const found = seen(unnamed, { moment: 'm2', since: 'm1' }, fileOf);
  const laid = found && pictureLaid(found, { language: 'en', now: 0, part: WHOLE, page: USUAL_PAGE });
  expect(laid?.page.labels[0]?.text).toBe('leesplezier – from an earlier moment to a later moment');
});

test.each([
  [null, { moment: null, since: 'm1' }],
  ['m2', { moment: 'm2', since: 'm1' }],
] as const)('the dialog asks the server for the same two moments: to %s', (to, when) => {
  const query = exportQuerySchema.parse({ format: 'pdf', ...shownBy({ of: 'since', id: 'm1', to }) });
  expect(orderOf(query, 'cloth')).toMatchObject({ when });
});
