import { describe, expect, it } from 'vitest';
import { exampleCloth } from '../../../shared/commands/example.ts';
import { CLOTH_FILE, readClothFile } from '../../../shared/formats/cloth-file.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';

describe.each(['nl', 'en'] as const)('the example cloth (%s)', (locale) => {
  const example = exampleCloth(locale, fontMeasure, 1_000);

  it('is a sound cloth file: nothing doubled, no tie that leads nowhere', () => {
    const read = readClothFile(JSON.stringify(example));
    expect(read).toEqual({ ok: true, file: example, leftOut: { doubled: 0, dangling: 0 } });
    expect(example.format).toBe(CLOTH_FILE.format);
  });

  it('relates every ingredient to the initiative through a connector', () => {
    const reached = (id: string) => example.ties.filter((tie) => tie.from === id).map((tie) => tie.to);
    for (const { id, kind } of example.items) {
      if (kind === 'ingredient') expect(reached(id).flatMap(reached)).toContain('initiative');
      else expect(reached(id)).toEqual(['initiative']);
    }
  });
});
