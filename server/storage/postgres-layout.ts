import type { ClientBase } from 'pg';

/** Any number that no other program uses in this database: only one node at a time changes the tables. */
const LOCK = 8_235_337_001;

/**
 * How the tables came to be as they are. Each step is done once, in order, and never changed afterwards.
 *
 * The counter of a cloth's log is a row of its own, because it is written at every commit and a record may be large.
 * Locks are always taken cloth → log → updates, the way deleting goes, so that nobody waits in a circle.
 */
const STEPS: readonly string[] = [
  `CREATE TABLE tafelkleed_cloth (
     id text PRIMARY KEY,
     record jsonb NOT NULL,
     record_version bigint NOT NULL DEFAULT 1,
     session text COLLATE "C",
     session_version bigint NOT NULL DEFAULT 0
   );
   CREATE INDEX tafelkleed_cloth_codes ON tafelkleed_cloth USING gin ((record -> 'codes') jsonb_path_ops);
   CREATE TABLE tafelkleed_log (
     cloth text PRIMARY KEY REFERENCES tafelkleed_cloth ON DELETE CASCADE,
     last_sequence bigint NOT NULL,
     changed_at bigint NOT NULL
   ) WITH (fillfactor = 50);
   CREATE TABLE tafelkleed_update (
     cloth text NOT NULL REFERENCES tafelkleed_log ON DELETE CASCADE,
     sequence bigint NOT NULL,
     data bytea NOT NULL,
     PRIMARY KEY (cloth, sequence)
   );
   CREATE TABLE tafelkleed_snapshot (
     cloth text PRIMARY KEY REFERENCES tafelkleed_log ON DELETE CASCADE,
     up_to bigint NOT NULL,
     data bytea NOT NULL
   );
   CREATE TABLE tafelkleed_probe (one boolean PRIMARY KEY, at timestamptz NOT NULL);`,
  // Individual cloths: one for each seat of a joint one, and gone with it.
  `ALTER TABLE tafelkleed_cloth
     ADD COLUMN parent text REFERENCES tafelkleed_cloth ON DELETE CASCADE,
     ADD COLUMN seat text;
   CREATE UNIQUE INDEX tafelkleed_cloth_seats ON tafelkleed_cloth (parent, seat) WHERE parent IS NOT NULL;`,
  `CREATE TABLE tafelkleed_original (
     cloth text PRIMARY KEY REFERENCES tafelkleed_cloth ON DELETE CASCADE,
     version integer NOT NULL,
     data bytea NOT NULL
   );`,
  'CREATE TABLE tafelkleed_note (name text PRIMARY KEY, text text NOT NULL);',
  // Each code is of one cloth. Of two that drew the same one before, the first to be found keeps it.
  `CREATE TABLE tafelkleed_code (
     code text PRIMARY KEY,
     cloth text NOT NULL REFERENCES tafelkleed_cloth ON DELETE CASCADE
   );
   CREATE INDEX tafelkleed_code_cloth ON tafelkleed_code (cloth);
   INSERT INTO tafelkleed_code
     SELECT entry ->> 'code', id FROM tafelkleed_cloth, jsonb_path_query(record, 'lax $.codes[*]') entry
     WHERE entry ->> 'code' IS NOT NULL
     ON CONFLICT DO NOTHING;
   DROP INDEX tafelkleed_cloth_codes;`,
  // Wrong codes by network; as rate-limiter-flexible wants it.
  `CREATE TABLE tafelkleed_count (key text PRIMARY KEY, points integer NOT NULL, expire bigint);
   CREATE INDEX tafelkleed_count_expire ON tafelkleed_count (expire);`,
  // The photo under a sheet. A JPEG is packed already, so it is stored as it is.
  `CREATE TABLE tafelkleed_photo (
     cloth text PRIMARY KEY REFERENCES tafelkleed_cloth ON DELETE CASCADE,
     data bytea NOT NULL
   );
   ALTER TABLE tafelkleed_photo ALTER COLUMN data SET STORAGE EXTERNAL;`,
];

/**
 * Brings the tables of a database to the layout of this version, whole or not at all. Any number of nodes may do so at
 * the same time. Rejects when a newer version of the program was here before.
 */
export async function migrate(client: ClientBase): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const { rows: known } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('tafelkleed_layout') IS NOT NULL AS there`,
    );
    if (!known[0]?.there) {
      await client.query('CREATE TABLE tafelkleed_layout (step integer PRIMARY KEY, done_at timestamptz NOT NULL)');
    }
    const { rows } = await client.query<{ last: number }>(
      'SELECT coalesce(max(step), 0) AS last FROM tafelkleed_layout',
    );
    const done = rows[0]?.last ?? 0;
    if (done > STEPS.length) throw new Error(`the tables have layout ${done}; this version knows ${STEPS.length}`);
    for (const [index, step] of STEPS.entries()) {
      if (index < done) continue;
      await client.query(step);
      await client.query('INSERT INTO tafelkleed_layout VALUES ($1, now())', [index + 1]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
