import type { z } from 'zod';
import { mayWrite, ROLES, type Role } from '../../shared/model/protocol.ts';

/** One request that the server answers, as it is described to programs. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly summary: string;
  /** Whose key may call it; absent when no key is needed. */
  readonly roles?: readonly Role[];
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly answer: { readonly status: number; readonly description: string; readonly schema?: z.ZodType };
  readonly problems: readonly number[];
}

export const WRITERS = ROLES.filter(mayWrite);
export const FACILITATOR = ['facilitator'] as const;
export const NO_ACCESS = [401, 403, 404, 503] as const;
