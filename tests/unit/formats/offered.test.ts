import { expect, test } from 'vitest';
import { orderOf } from '../../../server/http/export-order.ts';
import { PROBLEMS, Problem } from '../../../server/http/problem.ts';
import { exportQuerySchema } from '../../../server/http/schemas.ts';
import { FORM_IDS } from '../../../shared/formats/forms.ts';
import { formsOf, isOffered } from '../../../shared/formats/offered.ts';
import { PICTURE_IDS } from '../../../shared/formats/pictures/pictures.ts';
import type { Hangable } from '../../../shared/model/sheets.ts';

/** What is answered to this query: nothing, or what is wrong with it. */
function refusal(query: Readonly<Record<string, string>>, sheet: Hangable): string | null {
  try {
    orderOf(exportQuerySchema.parse(query), sheet);
    return null;
  } catch (error) {
    if (error instanceof Problem) return `${PROBLEMS[error.code].status} ${error.message}`;
    throw error;
  }
}

const NONE = 'a theme sheet has no network, positions, contacts or path';

test.each([...FORM_IDS, ...PICTURE_IDS, 'json'])('%s is to be had of a cloth', (format) => {
  expect(refusal({ format }, 'cloth')).toBeNull();
});

test.each([
  ['json', true],
  ['graphml', false],
  ['gexf', false],
  ['csv-nodes', true],
  ['csv-edges', false],
  ['xlsx', true],
  ['xlsx-kumu', false],
  ['html', true],
  ['md', true],
  ['contacts-csv', false],
  ['ics', false],
  ['svg', true],
  ['svg-shapes', true],
  ['png', true],
  ['pdf', true],
] as const)('of a theme sheet %s is to be had: %s', (format, offered) => {
  expect(refusal({ format }, 'theme')).toBe(offered ? null : `400 format: ${NONE}`);
  if (format !== 'json') expect(isOffered(format, 'theme')).toBe(offered);
});

test('every form is offered or not, in the order of the table', () => {
  expect(formsOf('cloth')).toEqual(FORM_IDS);
  expect(formsOf('theme')).toEqual(['csv-nodes', 'xlsx', 'html', 'md']);
});

test.each([
  [{ format: 'pdf', view: 'path' }, 'cloth', null],
  [{ format: 'pdf', view: 'path' }, 'theme', `400 view: ${NONE}`],
  [{ format: 'png', view: 'positions' }, 'theme', `400 view: ${NONE}`],
  [{ format: 'png', part: 'position:i' }, 'theme', `400 part: ${NONE}`],
  [{ format: 'png', part: 'edge:seat1' }, 'theme', null],
  [{ format: 'png', view: 'since:m1,m2' }, 'theme', null],
  [{ format: 'md', view: 'path' }, 'cloth', '400 view: only pictures show the path'],
  [{ format: 'md', view: 'positions' }, 'cloth', '400 view: only pictures show it by position'],
] as const)('%o of a %s', (query, sheet, answer) => {
  expect(refusal(query, sheet)).toBe(answer);
});
