import { list } from '../list.ts';
import type { SentenceWords } from '../sentence-words.ts';

/** Spanish. */
export const es: SentenceWords = {
  tag: 'es',
  name: 'Spanish',
  sentenceStarters: list(`
    el, la, los, las, un, una, unos, unas, este, esta, estos, estas, ese, esa, él, ella, ellos, ellas, su
    sus, en, durante, tras, después, antes, desde, cuando, mientras, aunque, pero, y, o, si, porque, con
    por, para, de, también, además, según, entre, no, al, así, sin`),
  abbreviations: list(`
    a.c, aa, admón, afmo, apdo, aprox, art, arts, atte, av, avda, bco, c, cap, caps, cf, co, col, coord
    cta, cía, d, d.c, dcha, depto, dir, dr, dra, dras, dres, dña, ed, eds, ee.uu, ej, etc, excmo, f, fig
    figs, fr, gral, hno, hnos, ibíd, ilmo, izq, jr, ltda, mons, mtro, máx, mín, n, no, núm, núms, op, p
    p.ej, pbro, pdo, pp, prof, profa, prov, pról, ps, pza, pág, págs, párr, rev, rvdo, s, s.a, sgto, sig
    sr, sra, sras, sres, srta, ss, sta, sto, tel, tte, tít, ud, uds, v, vid, vol, vols, vs, íd`),
  openingAbbreviations: list(`
    av, avda, col, d, dña, dr, dra, dras, dres, excmo, fr, gral, ilmo, mons, mtro, pbro, prof, profa
    rvdo, sgto, sr, sra, sras, sres, srta, sta, sto, tte, ud`),
  numberAbbreviations: list(`
    art, arts, cap, caps, fig, figs, n, no, núm, núms, p, pág, págs, pp, tel, vol, vols`),
};
