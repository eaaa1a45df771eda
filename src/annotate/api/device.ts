import { z } from 'zod';

/** The random name of a browser. */
export const deviceSchema = z.string().regex(/^[0-9a-z]{1,32}$/);
