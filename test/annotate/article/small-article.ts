import type { Article } from '../../../src/corpus/article.ts';
import { parseCorpusFile } from '../../../src/corpus/parse.ts';

/** An article of one of everything: a lead, a list, a table with a gap, an infobox, two headings. */
export const smallArticle: Article = articleOf(`The Film

The Film is a film. The Film_sentence_0
It was liked. The Film_sentence_1

The Film_table_infobox_0

The FilmThe Film_header_cell_0_0_0
DirectorThe Film_header_cell_0_1_0 AnnThe Film_cell_0_1_1

ReceptionThe Film_section_0

It won. The Film_sentence_2

The Film_unordered_list_0
Best filmThe Film_item_0_0
Best soundThe Film_item_0_1

The Film_table_general_1
AwardsThe Film_table_caption_1
YearThe Film_header_cell_1_0_0 AwardThe Film_header_cell_1_0_1 ResultThe Film_header_cell_1_0_2
2005The Film_header_cell_1_1_0 BestThe Film_cell_1_1_1 WonThe Film_cell_1_1_2
2006The Film_header_cell_1_2_0 LostThe Film_cell_1_2_2
2007The Film_header_cell_1_3_0 The Film_cell_1_3_1 WonThe Film_cell_1_3_2

LegacyThe Film_section_1

It is remembered. The Film_sentence_3
`);

/** The first article of tagged text. */
export function articleOf(text: string): Article {
  const [article] = parseCorpusFile('film.txt', new TextEncoder().encode(text)).articles;
  if (article === undefined) throw new Error('no article');
  return article;
}
