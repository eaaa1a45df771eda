import type { Config } from '../../claims/config.ts';

/** Licences that a notice with the address of their text suffices for, by SPDX identifier. */
const licences: ReadonlyMap<string, readonly [name: string, url: string]> = new Map<
  string,
  readonly [string, string]
>([
  ...(
    [
      ['CC-BY', 'Attribution', 'by'],
      ['CC-BY-SA', 'Attribution-ShareAlike', 'by-sa'],
      ['CC-BY-NC', 'Attribution-NonCommercial', 'by-nc'],
      ['CC-BY-NC-SA', 'Attribution-NonCommercial-ShareAlike', 'by-nc-sa'],
      ['CC-BY-ND', 'Attribution-NoDerivatives', 'by-nd'],
    ] as const
  ).flatMap(([id, name, path]) => [
    [
      `${id}-3.0`,
      [`Creative Commons ${name} 3.0 Unported`, `https://creativecommons.org/licenses/${path}/3.0/legalcode`],
    ] as const,
    [
      `${id}-4.0`,
      [
        `Creative Commons ${name} 4.0 International`,
        `https://creativecommons.org/licenses/${path}/4.0/legalcode`,
      ],
    ] as const,
  ]),
  [
    'CC0-1.0',
    ['Creative Commons Zero 1.0 Universal', 'https://creativecommons.org/publicdomain/zero/1.0/legalcode'],
  ],
  [
    'ODC-By-1.0',
    ['Open Data Commons Attribution License 1.0', 'https://opendatacommons.org/licenses/by/1-0/'],
  ],
  [
    'ODbL-1.0',
    ['Open Data Commons Open Database License 1.0', 'https://opendatacommons.org/licenses/odbl/1-0/'],
  ],
]);

/**
 * The text of LICENSE; `undefined` for a licence that is not known, or whose own words must be there, such as MIT: the LICENSE of the
 * dataset folder is then taken.
 */
export function printLicence({ license, attribution, title }: Config): string | undefined {
  const known = [...licences].find(([id]) => id.toLowerCase() === license.toLowerCase());
  if (known === undefined) return undefined;
  const [id, [name, url]] = known;
  return `${[
    `${title} is licensed under ${name} (SPDX: ${id}).`,
    `The licence: ${url}`,
    ...(attribution === '' ? [] : [attribution]),
  ].join('\n\n')}\n`;
}
