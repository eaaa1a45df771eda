import { list } from '../list.ts';
import type { SentenceWords } from '../sentence-words.ts';

/** Portuguese. */
export const pt: SentenceWords = {
  tag: 'pt',
  name: 'Portuguese',
  sentenceStarters: list(`
    o, a, os, as, um, uma, uns, umas, este, esta, estes, estas, esse, essa, ele, ela, eles, elas, seu, sua
    seus, suas, em, no, na, nos, nas, durante, após, depois, antes, desde, quando, enquanto, embora, mas, e
    ou, se, porque, com, por, para, de, do, da, também, além, segundo, entre, não, ao, assim, apesar`),
  abbreviations: list(`
    a.c, abr, adv, ago, al, alm, aprox, apto, art, av, cap, caps, cel, cf, cia, col, cód, d, d.c, dep, dez
    dir, doc, dom, dr, dra, dras, drs, e.u.a, ed, eds, eng, esc, etc, ex, exa, exmo, fev, fig, figs, fl
    fls, fr, gen, gov, ib, il, ilmo, inc, jan, jr, jul, jun, lda, lt, ltda, min, mons, máx, mín, n, no, nov
    núm, op, org, orgs, out, p, par, pe, pp, pref, pres, prof, profa, pág, págs, r, rev, s, s.a, sac, sarg
    sen, set, sr, sra, sras, sres, srta, ss, sta, sto, séc, sécs, tel, ten, trad, tít, univ, v, vol, vols
    vs`),
  openingAbbreviations: list(`
    alm, av, cel, d, dom, dr, dra, dras, drs, eng, exmo, fr, gen, gov, ilmo, mons, pe, pres, prof
    profa, sarg, sen, sr, sra, sras, sres, srta, sta, sto, ten`),
  numberAbbreviations: list(`
    art, cap, caps, fig, figs, fl, fls, n, no, núm, p, pág, págs, pp, séc, sécs, tel, vol, vols`),
};
