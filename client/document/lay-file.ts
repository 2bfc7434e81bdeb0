import { importClothFile } from '../../shared/commands/import-file.ts';
import type { ClothFile } from '../../shared/formats/cloth-file.ts';
import type { Device } from '../device/device.ts';
import type { CreatedCloth } from './api.ts';
import { layCloth } from './lay-cloth.ts';
import { layParts } from './lay-parts.ts';

/** Lays a file on a new sheet of its kind. Throws `ApiError`. */
export function layFile(file: ClothFile, device: Device): Promise<CreatedCloth> {
  return layCloth({}, (session) => layParts(session, file, importClothFile), device, file.meta.sheet);
}
