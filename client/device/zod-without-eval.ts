import { config } from 'zod/mini';

// Zod tries once whether it may compile its parsers with `new Function`. The pages' content security policy forbids that
// and the browser reports even the attempt. Imported before the first schema is made.
config({ jitless: true });
