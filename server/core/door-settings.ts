import { z } from 'zod';

/** How a school's own sign-in (OpenID Connect) is reached, and who of those it knows may come in by it. */
export interface DoorSettings {
  /** The provider, as it names itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What people call it: "Sign in with <name>". */
  readonly name: string;
  readonly scope: string;
  /** What must be said of who comes in, all of it; empty when the provider lets in nobody but those who may. */
  readonly allow: readonly AllowedClaim[];
  /** How long the key lasts that is given at the door, ms. */
  readonly keyMs: number;
  /** A provider that has not answered whole by then counts as out of reach, ms. No setting: a person waits for it. */
  readonly patienceMs: number;
}

/** A claim that has one of these values, or holds one of them where it is a list. */
export interface AllowedClaim {
  readonly claim: string;
  readonly values: readonly string[];
}

const HOUR_MS = 3_600_000;
const PATIENCE_MS = 8_000;
/** A provider on this machine is one to try things out with; all others are asked over TLS. */
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** `claim=value` or `claim=value|value`. */
const RULE = /^([^=\s]+)=(.+)$/;

const issuer = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
  if (url && isSafe && !url.search && !url.hash && !url.username && !url.password) return text;
  context.addIssue('must be an address such as https://login.school.example');
  return z.NEVER;
});

const allow = z.string().transform((text, context): AllowedClaim[] => {
  if (text.trim() === '*') return [];
  const rules: AllowedClaim[] = [];
  for (const rule of text.split(',')) {
    const [, claim = '', values = ''] = RULE.exec(rule.trim()) ?? [];
    const each = values.split('|').map((value) => value.trim());
    if (claim === '' || each.includes('')) {
      context.addIssue('must be * or rules such as hd=school.example, affiliation=employee|staff');
      return z.NEVER;
    }
    rules.push({ claim, values: each });
  }
  return rules;
});

/** The variables of the door; it is there when `OIDC_ISSUER` is set. */
export const DOOR_VARIABLES = {
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().min(8, 'must be the secret that the provider gave').optional(),
  OIDC_NAME: z.string().max(60, 'must be a short name').optional(),
  OIDC_SCOPE: z
    .string()
    .refine((text) => text.split(' ').includes('openid'), 'must hold the word openid')
    .default('openid'),
  OIDC_ALLOW: allow.optional(),
  OIDC_KEY_HOURS: z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.number().min(1, 'must be at least 1').max(720, 'must be at most 720'))
    .default(12),
};

type DoorVariables = z.infer<z.ZodObject<typeof DOOR_VARIABLES>>;

/** The settings of the door, or null when there is none; `fail` is told of what is missing beside an issuer. */
export function doorSettings(
  value: DoorVariables,
  publicUrl: string | undefined,
  fail: (variable: string, problem: string) => never,
): DoorSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ALLOW: allow } = value;
  if (issuer === undefined) return null;
  if (clientId === undefined) fail('OIDC_CLIENT_ID', 'is needed beside OIDC_ISSUER');
  if (clientSecret === undefined) fail('OIDC_CLIENT_SECRET', 'is needed beside OIDC_ISSUER');
  if (allow === undefined)
    fail('OIDC_ALLOW', 'is needed beside OIDC_ISSUER: say who may come in, or * for everyone it knows');
  // People come back to an address that the provider knows, and never to one that a request says.
  if (publicUrl === undefined) fail('PUBLIC_URL', 'is needed beside OIDC_ISSUER');
  return {
    issuer,
    clientId,
    clientSecret,
    name: value.OIDC_NAME ?? new URL(issuer).hostname,
    scope: value.OIDC_SCOPE,
    allow,
    keyMs: value.OIDC_KEY_HOURS * HOUR_MS,
    patienceMs: PATIENCE_MS,
  };
}

/** What people are told of the door before they go through it. */
export function describeDoor({ name, keyMs }: DoorSettings): { readonly name: string; readonly hours: number } {
  return { name, hours: keyMs / HOUR_MS };
}
