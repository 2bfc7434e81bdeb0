import { LIMITS } from '../../shared/model/schema.ts';
import { sheetPath } from '../../shared/model/sheets.ts';
import { cleanName } from '../../shared/text/clean-text.ts';
import { api } from '../document/api.ts';
import { clothPath } from './routes.ts';
import { device } from './services.ts';

/** Has the server lay a new cloth, remembers its keys here, and returns its address. Throws `ApiError`. */
export async function startCloth(name: string): Promise<string> {
  const title = cleanName(name, LIMITS.name);
  const { id, epoch, keys } = await api.createCloth({ title });
  device.cloths.remember(id, { title, epoch, keys, lastOpened: Date.now() });
  return clothPath(id, keys.facilitator);
}

/** The same for a theme sheet, in the language one reads in. */
export async function startTheme(language: string): Promise<string> {
  const { id, epoch, keys } = await api.createTheme({ locale: language });
  device.cloths.remember(id, { sheet: 'theme', epoch, keys, lastOpened: Date.now() });
  return sheetPath('theme', id, keys.facilitator);
}
