import { en } from 'zod/locales';
import * as z from 'zod/mini';

/**
 * zod/mini comes without words: every refusal would read "Invalid input". Whoever shows or logs one imports this, for
 * its effect. English is taken by its name, because `z.locales` would put all languages into every function.
 */
z.config(en());
