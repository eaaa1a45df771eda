import { attribute, classesOf, type HtmlElement } from './html-tree.ts';

/** Elements that are no text, and nobody would miss: nothing is told of them. */
const silentTags = new Set([
  'base',
  'basefont',
  'button',
  'datalist',
  'head',
  'input',
  'link',
  'meta',
  'noscript',
  'option',
  'script',
  'select',
  'style',
  'template',
  'textarea',
  'title',
  'wbr',
]);
const silentClasses = new Set([
  'cite-accessibility-label',
  'mw-cite-backlink',
  'mw-editsection',
  'mw-empty-elt',
  'mw-jump-link',
  'noprint',
  'printfooter',
  'shortdescription',
  'sortkey',
  'toc',
  'toctitle',
  'mw-indicators',
  'mw-references-columns-none',
]);

/** What else is left out, by tag and by class. */
const tags: ReadonlyMap<string, string> = new Map([
  ['audio', 'recording'],
  ['canvas', 'image'],
  ['embed', 'image'],
  ['figure', 'image'],
  ['footer', 'footer'],
  ['form', 'form'],
  ['iframe', 'embedded page'],
  ['img', 'image'],
  ['map', 'image'],
  ['nav', 'navigation panel'],
  ['object', 'image'],
  ['picture', 'image'],
  ['pre', 'code block'],
  ['svg', 'image'],
  ['video', 'recording'],
]);
const classes: ReadonlyMap<string, string> = new Map([
  ['ambox', 'notice'],
  ['asbox', 'notice'],
  ['authority-control', 'navigation panel'],
  ['catlinks', 'navigation panel'],
  ['dmbox', 'notice'],
  ['gallery', 'image'],
  ['imbox', 'notice'],
  ['mbox-small', 'notice'],
  ['metadata', 'notice'],
  ['mw-authority-control', 'navigation panel'],
  ['mw-highlight', 'code block'],
  ['mw-references-wrap', 'reference list'],
  ['navbar', 'navigation panel'],
  ['navbox', 'navigation panel'],
  ['navbox-styles', 'navigation panel'],
  ['ombox', 'notice'],
  ['portal-bar', 'navigation panel'],
  ['portalbox', 'navigation panel'],
  ['reference', 'reference'],
  ['references', 'reference list'],
  ['reflist', 'reference list'],
  ['side-box', 'navigation panel'],
  ['sidebar', 'navigation panel'],
  ['sistersitebox', 'navigation panel'],
  ['succession-box', 'navigation panel'],
  ['thumb', 'image'],
  ['tmbox', 'notice'],
  ['vertical-navbox', 'navigation panel'],
]);

/** What an element is that is not taken over, in a noun; empty where there is nothing to tell; `undefined` for one that is taken over. */
export function leftOutName(element: HtmlElement): string | undefined {
  const { tagName } = element;
  if (silentTags.has(tagName)) return '';
  const own = classesOf(element);
  // Formulas are read from their text, and shown by an image besides.
  if (own.includes('mwe-math-fallback-image-inline') || own.includes('mwe-math-fallback-image-display'))
    return '';
  for (const name of own) {
    const found = classes.get(name);
    if (found !== undefined) return found;
  }
  const byTag = tags.get(tagName);
  if (byTag !== undefined) return byTag;
  if (own.some((name) => silentClasses.has(name))) return '';
  if (attribute(element, 'role') === 'navigation') return 'navigation panel';
  const id = attribute(element, 'id');
  if (id === 'coordinates') return 'coordinate';
  if (id === 'toc') return '';
  if (attribute(element, 'hidden') !== undefined) return '';
  return /display\s*:\s*none/i.test(attribute(element, 'style') ?? '') ? '' : undefined;
}
