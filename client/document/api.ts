import '../device/zod-without-eval.ts';
import * as z from 'zod/mini';
import { ROLES, type Role } from '../../shared/model/protocol.ts';
import type { ClothKind } from '../../shared/model/schema.ts';
import { SHEET_ADDRESSES, SHEETS, type Sheet } from '../../shared/model/sheets.ts';

/**
 * Why a request did not succeed. `code` is the server's own slug for the problem; besides those, `offline` (the server was
 * not reached) and `unexpected` (it answered something this program does not understand). `status` is 0 when offline.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number) {
    super(`${code} (${status})`);
    this.code = code;
    this.status = status;
  }
}

export interface NewClothRequest {
  readonly title?: string;
  readonly kind?: ClothKind;
  readonly seats?: number;
  /** In which language it opens for who has not chosen one. */
  readonly locale?: string;
}

export interface NewThemeRequest {
  readonly title?: string;
  readonly locale?: string;
  readonly cloth?: string;
}

const text = z.string();
const perRole = z.object({ facilitator: text, participant: text, viewer: text });
const created = z.object({ id: text, epoch: text, keys: perRole, urls: perRole });
const described = z.object({ id: text, epoch: text, role: z.enum(ROLES), parent: z.optional(text) });
const individual = z.object({ id: text, epoch: text, keys: z.object({ participant: text }) });
const individuals = z.array(z.object({ id: text, seat: text, createdAt: z.number() }));
const minted = z.object({ key: text, url: text });
const joinCode = z.object({ code: text, expiresAt: z.number() });
const joined = z.object({ id: text, key: text, role: z.enum(ROLES), url: text, sheet: z.optional(z.enum(SHEETS)) });
const problem = z.object({ code: text });

export type CreatedCloth = z.infer<typeof created>;
export type DescribedCloth = z.infer<typeof described>;
export type OpenedIndividual = z.infer<typeof individual>;
export type Individual = z.infer<typeof individuals>[number];
export type MintedKey = z.infer<typeof minted>;
export type Joined = z.infer<typeof joined>;
/** A code to type, and until when it works (ms since the epoch, server's clock). */
export type JoinCode = z.infer<typeof joinCode>;

/** A request without an answer for this long counts as not having reached the server, ms. */
const PATIENCE_MS = 15_000;

/** The server's HTTP interface. Every method throws {@link ApiError} and nothing else. */
export class Api {
  readonly #origin: string;
  readonly #base: string;

  /** `origin` is `http(s)://host`; empty for the page's own. Sheets of each kind have an address of their own. */
  constructor(origin = '', sheet: Sheet = 'cloth') {
    this.#origin = origin;
    this.#base = `/api/${SHEET_ADDRESSES[sheet].api}`;
  }

  createCloth(request: NewClothRequest): Promise<CreatedCloth> {
    return this.send('POST', '', created, { body: request });
  }

  /** A theme sheet; with a `cloth`, and its key, it begins with what that is called. */
  createTheme(request: NewThemeRequest, key?: string): Promise<CreatedCloth> {
    const base = `/api/${SHEET_ADDRESSES.theme.api}`;
    return this.send('POST', '', created, { body: request, ...(key !== undefined && { key }) }, base);
  }

  describeCloth(id: string, key: string, sheet: Sheet = 'cloth'): Promise<DescribedCloth> {
    return this.send('GET', pathOf(id), described, { key }, `/api/${SHEET_ADDRESSES[sheet].api}`);
  }

  /** What a key of a network room opens of a sheet that hangs there. */
  describeThrough(id: string, commons: string, key: string): Promise<DescribedCloth> {
    return this.send('GET', `${pathOf(commons)}/sheets${pathOf(id)}`, described, { key }, '/api/commons');
  }

  async deleteCloth(id: string, key: string): Promise<void> {
    await this.send('DELETE', pathOf(id), z.unknown(), { key });
  }

  /** A further key of a role, for somebody else; those given out before keep working. */
  mintKey(id: string, key: string, role: Role): Promise<MintedKey> {
    return this.send('POST', `${pathOf(id)}/keys`, minted, { key, body: { role } });
  }

  /** A new key of a role in place of all that were given out: old links of that role stop working. */
  rotateKey(id: string, key: string, role: Role): Promise<MintedKey> {
    return this.send('POST', `${pathOf(id)}/keys/rotate`, minted, { key, body: { role } });
  }

  /**
   * The individual cloth of a seat of a joint one, made when there is none yet, with a key for it. With the secret of a
   * `device` it becomes that device's own; without, who leads gets a link to hand out.
   */
  openIndividual(joint: string, key: string, seat: string, device?: string): Promise<OpenedIndividual> {
    return this.send('POST', `${pathOf(joint)}/individuals`, individual, {
      key,
      body: { seat, ...(device !== undefined && { device }) },
    });
  }

  /** The individual cloths made from a joint one; for who leads. */
  individuals(joint: string, key: string): Promise<readonly Individual[]> {
    return this.send('GET', `${pathOf(joint)}/individuals`, individuals, { key });
  }

  /** What lies on an individual cloth, as the text of a cloth file; for who leads the joint one. */
  async individualFile(joint: string, key: string, id: string): Promise<string> {
    const path = `${pathOf(joint)}/individuals${pathOf(id)}/export`;
    return JSON.stringify(await this.send('GET', path, z.unknown(), { key }));
  }

  /** The seven characters by which others can join now. */
  createJoinCode(id: string, key: string): Promise<JoinCode> {
    return this.send('POST', `${pathOf(id)}/codes`, joinCode, { key });
  }

  /** Trades a code, however it was typed, for a participant's key. */
  join(code: string): Promise<Joined> {
    return this.send('POST', '/join', joined, { body: { code } }, '/api');
  }

  /** Asks the server for anything; `sheetKey` goes along where a key of another sheet is needed too. */
  async send<T extends z.ZodMiniType>(
    method: string,
    path: string,
    answer: T,
    { key, sheetKey, body }: { readonly key?: string; readonly sheetKey?: string; readonly body?: unknown },
    base = this.#base,
  ): Promise<z.infer<T>> {
    let response: Response;
    let content: string;
    try {
      response = await fetch(`${this.#origin}${base}${path}`, {
        method,
        headers: {
          ...(key && { authorization: `Bearer ${key}` }),
          ...(sheetKey && { 'x-sheet-key': sheetKey }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      content = await response.text();
    } catch {
      throw new ApiError('offline', 0);
    }
    const value = parsed(content);
    if (!response.ok) throw new ApiError(problem.safeParse(value).data?.code ?? 'unexpected', response.status);
    const read = z.safeParse(answer, value);
    if (!read.success) throw new ApiError('unexpected', response.status);
    return read.data;
  }
}

/** The server this page came from. */
export const api = new Api();
const themes = new Api('', 'theme');

/** The same for sheets of the kind that a session has open. */
export function apiOf({ snapshot }: Sheets): Api {
  return snapshot.getState().meta.sheet === 'theme' ? themes : api;
}

interface Sheets {
  readonly snapshot: { getState(): { readonly meta: { readonly sheet?: 'theme' } } };
}

function pathOf(id: string): string {
  return `/${encodeURIComponent(id)}`;
}

function parsed(content: string): unknown {
  try {
    return content === '' ? null : JSON.parse(content);
  } catch {
    return undefined;
  }
}
