import type { Statement } from './postgres-database.ts';

/**
 * Everything that is asked of PostgreSQL. Each is one statement, and so one transaction: it happens whole or not at
 * all, and a crash has no middle to leave things in.
 */

const statement = (name: string, text: string): Statement => ({ name, text });

export const CREATE = statement(
  'create',
  `WITH cloth AS (
          INSERT INTO tafelkleed_cloth (id, record, parent, seat)
          VALUES ($1, $2::jsonb, $2::jsonb ->> 'parent', $2::jsonb ->> 'seat') RETURNING id),
        codes AS (
          INSERT INTO tafelkleed_code SELECT entry ->> 'code', id FROM cloth, jsonb_array_elements($2::jsonb -> 'codes') entry),
        log AS (INSERT INTO tafelkleed_log SELECT id, 1, $3::bigint FROM cloth RETURNING cloth)
   INSERT INTO tafelkleed_update SELECT cloth, 1, $4::bytea FROM log`,
);

export const READ = statement('read', 'SELECT record, record_version FROM tafelkleed_cloth WHERE id = $1');

/** Only where nobody changed the record since it was read. A code that another cloth has violates the key of its table. */
export const CHANGE = statement(
  'change',
  `WITH changed AS (
     UPDATE tafelkleed_cloth SET record = $3::jsonb, record_version = record_version + 1
     WHERE id = $1 AND record_version = $2 RETURNING id),
   codes AS MATERIALIZED (SELECT entry ->> 'code' AS code FROM jsonb_array_elements($3::jsonb -> 'codes') entry),
   dropped AS (
     DELETE FROM tafelkleed_code USING changed WHERE cloth = id AND NOT EXISTS (
       SELECT FROM codes WHERE codes.code = tafelkleed_code.code)),
   claimed AS (
     INSERT INTO tafelkleed_code SELECT codes.code, id FROM changed, codes WHERE NOT EXISTS (
       SELECT FROM tafelkleed_code known WHERE known.code = codes.code AND known.cloth = id))
   SELECT id FROM changed`,
);

/** With the individual cloths, which the foreign key takes along; only their names have to be read before. */
export const DELETE = statement(
  'delete',
  `WITH gone AS (DELETE FROM tafelkleed_cloth WHERE id = $1 RETURNING id)
   SELECT id FROM gone
   UNION ALL
   SELECT individual.id FROM gone JOIN tafelkleed_cloth individual ON individual.parent = gone.id`,
);

export const INDIVIDUALS = statement('individuals', 'SELECT record FROM tafelkleed_cloth WHERE parent = $1');

/** A page of the listing: what comes after an id. */
export const LIST = statement(
  'list',
  `SELECT id, parent, record, changed_at FROM tafelkleed_cloth JOIN tafelkleed_log ON cloth = id
   WHERE id > $1 ORDER BY id LIMIT 500`,
);

export const FIND_BY_CODE = statement(
  'find-by-code',
  'SELECT record FROM tafelkleed_code JOIN tafelkleed_cloth ON id = cloth WHERE code = $1',
);

/**
 * A document from after `$2` on, as it stands at one moment: first a row about the cloth, then the snapshot if that
 * goes beyond `$2`, then the updates.
 */
export const LOAD = statement(
  'load',
  `SELECT 'cloth' AS part, last_sequence AS sequence, NULL::bytea AS data, session, session_version, original.version AS original
     FROM tafelkleed_cloth JOIN tafelkleed_log log ON log.cloth = id
       LEFT JOIN tafelkleed_original original ON original.cloth = id
     WHERE id = $1
   UNION ALL
   SELECT 'snapshot', up_to, data, NULL, NULL, NULL FROM tafelkleed_snapshot WHERE cloth = $1 AND up_to > $2
   UNION ALL
   SELECT 'update', sequence, data, NULL, NULL, NULL FROM tafelkleed_update WHERE cloth = $1 AND sequence > $2
   ORDER BY part, sequence`,
);

/**
 * Takes the next numbers of the log and files the updates under them. The counter's row stays locked until the commit,
 * so numbers have no gaps, and whoever sees one sees all before it. `$2` holds all updates in a row, `$3` and `$4` say
 * where in it each begins (from 1) and how long it is.
 */
export const APPEND = statement(
  'append',
  `WITH numbered AS (
     UPDATE tafelkleed_log SET last_sequence = last_sequence + cardinality($3::int[]), changed_at = $5
     WHERE cloth = $1 RETURNING last_sequence),
   filed AS (
     INSERT INTO tafelkleed_update (cloth, sequence, data)
     SELECT $1, last_sequence - cardinality($3::int[]) + place.at, substring($2::bytea FROM place.start FOR place.length)
     FROM numbered, unnest($3::int[], $4::int[]) WITH ORDINALITY AS place (start, length, at))
   SELECT last_sequence FROM numbered`,
);

/**
 * Puts a snapshot in the place of the updates it holds. While another node is at it, or where a later snapshot lies
 * already, nothing happens. On an unknown cloth it violates the foreign key. The log's row is locked first: left to the
 * foreign key, that would come after the updates, and a deletion under way would wait for it as it waits for that.
 */
export const COMPACT = statement(
  'compact',
  `WITH log AS MATERIALIZED (SELECT cloth FROM tafelkleed_log WHERE cloth = $1 FOR KEY SHARE),
   lock AS MATERIALIZED (
     SELECT pg_try_advisory_xact_lock(hashtextextended('tafelkleed ' || $1, 0)) AS mine, count(*) AS logs FROM log),
   laid AS (
     INSERT INTO tafelkleed_snapshot AS old (cloth, up_to, data) SELECT $1, $2, $3 FROM lock WHERE mine AND logs < 2
     ON CONFLICT (cloth) DO UPDATE SET up_to = excluded.up_to, data = excluded.data WHERE old.up_to < excluded.up_to
     RETURNING up_to)
   DELETE FROM tafelkleed_update USING laid WHERE cloth = $1 AND sequence <= laid.up_to`,
);

/**
 * The session's state, unless a later one is stored. Two nodes that count to the same version agree, here and
 * everywhere, on the text that sorts last.
 */
export const WRITE_SESSION = statement(
  'write-session',
  `WITH known AS (SELECT id FROM tafelkleed_cloth WHERE id = $1),
   written AS (
     UPDATE tafelkleed_cloth SET session = $2, session_version = $3
     WHERE id = $1 AND (session_version < $3 OR session_version = $3 AND (session IS NULL OR session < $2)))
   SELECT id FROM known`,
);

/** On an unknown cloth it violates the foreign key. */
export const KEEP_ORIGINAL = statement(
  'keep-original',
  `INSERT INTO tafelkleed_original (cloth, version, data) VALUES ($1, $2, $3)
   ON CONFLICT (cloth) DO UPDATE SET version = excluded.version, data = excluded.data`,
);

export const READ_ORIGINAL = statement(
  'read-original',
  'SELECT version, data FROM tafelkleed_original WHERE cloth = $1',
);

export const DROP_ORIGINAL = statement('drop-original', 'DELETE FROM tafelkleed_original WHERE cloth = $1');

/** On an unknown cloth it violates the foreign key. */
export const KEEP_PHOTO = statement(
  'keep-photo',
  `INSERT INTO tafelkleed_photo (cloth, data) VALUES ($1, $2)
   ON CONFLICT (cloth) DO UPDATE SET data = excluded.data`,
);

export const READ_PHOTO = statement('read-photo', 'SELECT data FROM tafelkleed_photo WHERE cloth = $1');

export const DROP_PHOTO = statement('drop-photo', 'DELETE FROM tafelkleed_photo WHERE cloth = $1');

export const READ_NOTE = statement('read-note', 'SELECT text FROM tafelkleed_note WHERE name = $1');

export const WRITE_NOTE = statement(
  'write-note',
  `INSERT INTO tafelkleed_note (name, text) VALUES ($1, $2)
   ON CONFLICT (name) DO UPDATE SET text = excluded.text`,
);

/** How far each of these cloths is. */
export const STANDINGS = statement(
  'standings',
  `SELECT id, last_sequence, session_version, record_version
   FROM tafelkleed_cloth JOIN tafelkleed_log ON cloth = id WHERE id = ANY($1)`,
);
