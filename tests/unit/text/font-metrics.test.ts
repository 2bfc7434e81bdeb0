import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { OUTPUT, renderMetrics } from '../../../scripts/font-metrics.mjs';

test('the table of widths is the one of the font files that are installed', async () => {
  expect(renderMetrics()).toBe(await readFile(OUTPUT, 'utf8'));
});
