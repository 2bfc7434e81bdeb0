import * as client from 'openid-client';
import type { DoorNews } from '../../../shared/model/door.ts';
import type { DoorSettings } from '../../core/door-settings.ts';
import { carefulFetch, OutOfReach } from './careful-fetch.ts';
import { isAllowed, isUnsaid } from './claims.ts';

/** What the provider says of itself is asked again after this, ms. */
const KNOWN_FOR_MS = 24 * 3_600_000;
/** So far may its clock and this one's be apart, s. */
const CLOCKS_APART_S = 60;

/** What binds a way there to the way back: all of it drawn anew each time, and kept by the browser alone. */
export interface Knock {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Why somebody did not get in. The message is for the log and says nothing about the person. */
export class NotIn extends Error {
  readonly news: DoorNews;

  constructor(news: DoorNews, reason: string) {
    super(reason);
    this.news = news;
  }
}

/** A school's own sign-in: where to send somebody, and whether who comes back is one of those who may come in. */
export class Provider {
  readonly #settings: DoorSettings;
  readonly #redirectUri: string;
  #known: { readonly asking: Promise<client.Configuration>; readonly until: number } | null = null;

  /** @param redirectUri where people come back, as the provider knows it */
  constructor(settings: DoorSettings, redirectUri: string) {
    this.#settings = settings;
    this.#redirectUri = redirectUri;
  }

  /** The provider's page. Throws {@link NotIn}. */
  async addressFor({ state, nonce, verifier }: Knock): Promise<string> {
    const provider = await this.#provider();
    return client.buildAuthorizationUrl(provider, {
      redirect_uri: this.#redirectUri,
      scope: this.#settings.scope,
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }).href;
  }

  /** Finds out whether who comes back with this query may come in, and forgets who it was. Throws {@link NotIn}. */
  async requireAllowed(query: string, { state, nonce, verifier }: Knock): Promise<void> {
    const { allow } = this.#settings;
    const provider = await this.#provider();
    try {
      const tokens = await client.authorizationCodeGrant(provider, new URL(`${this.#redirectUri}?${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const said = tokens.claims();
      if (!said) throw new NotIn('again', 'no token says who it is');
      // Some say more of somebody only when they are asked.
      const more = isUnsaid(said, allow) && provider.serverMetadata().userinfo_endpoint !== undefined;
      const rest = more ? await client.fetchUserInfo(provider, tokens.access_token, said.sub) : {};
      if (!isAllowed({ ...rest, ...said }, allow)) throw new NotIn('not-allowed', 'not one of those who may');
    } catch (error) {
      throw asNotIn(error);
    }
  }

  /** The provider as it describes itself: asked when somebody first needs it, and after a failure by the next one. */
  #provider(): Promise<client.Configuration> {
    const now = Date.now();
    if (this.#known && this.#known.until > now) return this.#known.asking;
    const { issuer, clientId, clientSecret, patienceMs } = this.#settings;
    const asking = client
      .discovery(
        new URL(issuer),
        clientId,
        { [client.clockTolerance]: CLOCKS_APART_S },
        // What a provider says it takes; of one that says nothing the standard holds.
        (server, ...rest) => {
          const takesPost = server.token_endpoint_auth_methods_supported?.includes('client_secret_post');
          return (takesPost ? client.ClientSecretPost : client.ClientSecretBasic)(clientSecret)(server, ...rest);
        },
        {
          [client.customFetch]: carefulFetch(issuer, patienceMs),
          execute: [
            client.enableNonRepudiationChecks,
            ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
          ],
        },
      )
      .catch((error: unknown) => {
        this.#known = null;
        throw new NotIn('away', reasonOf(error));
      });
    this.#known = { asking, until: now + KNOWN_FOR_MS };
    return asking;
  }
}

function asNotIn(error: unknown): NotIn {
  if (error instanceof NotIn) return error;
  const reason = reasonOf(error);
  if (isOutOfReach(error)) return new NotIn('away', reason);
  const declined = error instanceof client.AuthorizationResponseError && error.error === 'access_denied';
  return new NotIn(declined ? 'declined' : 'again', reason);
}

function isOutOfReach(error: unknown): boolean {
  return (
    error instanceof OutOfReach || (error instanceof Error && error.cause !== undefined && isOutOfReach(error.cause))
  );
}

/** Its kind alone: messages and causes of these errors quote tokens and what stands in them. */
function reasonOf(error: unknown): string {
  if (error instanceof OutOfReach) return error.message;
  if (!(error instanceof Error)) return 'unknown';
  if (error.cause instanceof OutOfReach) return error.cause.message;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
