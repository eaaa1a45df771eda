const table = `
  man men, woman women, child children, person people, foot feet, tooth teeth, goose geese, mouse mice, louse lice
  ox oxen, half halves, calf calves, knife knives, life lives, wife wives, leaf leaves, loaf loaves, shelf shelves
  thief thieves, wolf wolves, self selves, elf elves, sheaf sheaves, crisis crises, analysis analyses, basis bases
  thesis theses, hypothesis hypotheses, oasis oases, axis axes, criterion criteria, phenomenon phenomena
  medium media, bacterium bacteria, datum data, stratum strata, nucleus nuclei, alumnus alumni, radius radii
  aircraft aircraft, spacecraft spacecraft, series series, species species, sheep sheep, fish fish, deer deer
  headquarters headquarters, crossroads crossroads, barracks barracks, corps corps, forceps forceps
  personnel personnel, artillery artillery, infantry infantry, cavalry cavalry, police police, equipment equipment
  merchandise merchandise, hero heroes, echo echoes, potato potatoes
  tomato tomatoes, veto vetoes, embargo embargoes, torpedo torpedoes, volcano volcanoes, tornado tornadoes`;

const pairs = table
  .split(/[,\n]/)
  .map((entry) => entry.trim().split(' '))
  .filter(([singular]) => singular !== '')
  .map(([singular = '', plural = '']): [string, string] => [singular, plural]);

/** Plurals that do not follow from the singular, by it. */
export const irregularPlurals: ReadonlyMap<string, string> = new Map(pairs);

/** The same the other way round. */
export const irregularSingulars: ReadonlyMap<string, string> = new Map(
  pairs.map(([singular, plural]) => [plural, singular]),
);
