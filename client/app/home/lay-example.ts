import { exampleCloth } from '../../../shared/commands/example.ts';
import { fontMeasure } from '../../../shared/text/text-measure.ts';
import { layFile } from '../../document/lay-file.ts';
import { clothPath } from '../routes.ts';
import { device } from '../services.ts';

/** Lays the literature-teaching example on a new cloth and returns its address. Throws `ApiError`. */
export async function layExample(language: 'nl' | 'en'): Promise<string> {
  const { id, keys } = await layFile(exampleCloth(language, fontMeasure, Date.now()), device);
  device.cloths.remember(id, { example: true });
  return clothPath(id, keys.facilitator);
}
