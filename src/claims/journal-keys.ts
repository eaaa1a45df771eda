import { z } from 'zod';

/**
 * Keys of every line that the annotation page adds to a journal. Lines written by hand or by another program have none of them.
 *
 * `device` and `number` tell a line that is sent twice from two lines; `seq` and `prev` show a line that was lost or changed.
 */
export const journalKeys = {
  seq: z.int().positive().describe('Number of the line among those of the page, from 1.').exactOptional(),
  prev: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe('Fingerprint of the line before; zeros on the first line of a journal.')
    .exactOptional(),
  device: z
    .string()
    .regex(/^[0-9a-z]{1,32}$/)
    .describe('Browser in which it was done, a random name.')
    .exactOptional(),
  number: z
    .int()
    .positive()
    .describe('Number that the browser gave it; no two lines of a device share one.')
    .exactOptional(),
  received: z.iso
    .datetime({ offset: true })
    .describe('When it came to the server, where that was more than two minutes from what the browser said.')
    .exactOptional(),
  clock: z.iso
    .datetime({ offset: true })
    .describe("What the browser's clock said, where that cannot have been.")
    .exactOptional(),
};
