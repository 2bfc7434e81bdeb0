import { describe, expect, test } from 'vitest';
import { markerSet } from '../../../shared/method/markers.ts';
import { LIMITS, POSITION_LETTERS } from '../../../shared/model/schema.ts';
import { contrast, faded, PALETTE, POSITION_COLOURS } from '../../../shared/scene/palette.ts';

const PAPERS = [PALETTE.paper, PALETTE.slip, PALETTE.white] as const;
const READABLE = 4.5;

describe('words can be read on the paper', () => {
  test('in every marker of every seat', () => {
    for (let seat = 0; seat < LIMITS.seats; seat++) {
      for (const marker of markerSet(seat)) {
        for (const paper of PAPERS)
          expect(contrast(marker, paper), `${marker} on ${paper}`).toBeGreaterThanOrEqual(READABLE);
      }
    }
  });

  test('in ink and in pencil, and the initiative on its wash', () => {
    for (const paper of PAPERS) expect(contrast(PALETTE.ink, paper)).toBeGreaterThanOrEqual(7);
    for (const paper of [...PAPERS, '#ffffff'])
      expect(contrast(PALETTE.pencil, paper)).toBeGreaterThanOrEqual(READABLE);
    expect(contrast(PALETTE.ink, PALETTE.core)).toBeGreaterThanOrEqual(7);
  });

  test('white in every position’s badge', () => {
    for (const letter of POSITION_LETTERS) {
      expect(contrast('#ffffff', POSITION_COLOURS[letter]), letter).toBeGreaterThanOrEqual(READABLE);
    }
  });
});

test('the contrast of black and white is 21, of a colour with itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#c2185b', '#c2185b')).toBe(1);
});

test('an opacity is written as two more digits', () => {
  expect([faded('#112233', 0), faded('#112233', 0.5), faded('#112233', 1)]).toEqual([
    '#11223300',
    '#11223380',
    '#112233ff',
  ]);
});
