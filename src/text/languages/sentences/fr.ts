import { list } from '../list.ts';
import type { SentenceWords } from '../sentence-words.ts';

/** French. */
export const fr: SentenceWords = {
  tag: 'fr',
  name: 'French',
  sentenceStarters: list(`
    le, la, les, un, une, des, ce, cet, cette, ces, il, elle, ils, elles, nous, on, son, sa, ses, leur
    leurs, en, dans, à, au, aux, pendant, après, avant, depuis, lorsque, quand, alors, mais, et, ou, si
    car, avec, par, pour, de, du, aussi, selon, malgré, sous, entre, plus, puis, ainsi, cependant
    toutefois, sur, c, l, d, j, n, s, qu`),
  abbreviations: list(`
    adj, adm, al, ann, apr, arr, art, av, bd, bibl, boul, c.-à-d, cap, cf, ch, chap, col, coll, dept, dir
    dr, dép, env, etc, ex, fasc, fig, fr, gal, hab, ibid, id, inc, j.-c, janv, jr, juil, lat, lt, ltée, m
    max, me, mgr, min, mlle, mlles, mm, mme, mmes, ms, n, no, nos, oct, op, p, p.-d.g, par, pl, pp, prof
    réf, s, sept, sqq, sr, st, ste, suiv, t, trad, tél, v, var, vol, vols, vs, éd, éds`),
  openingAbbreviations: list(`
    av, bd, boul, cap, col, dr, gal, lt, m, me, mgr, mlle, mlles, mm, mme, mmes, prof, st, ste`),
  numberAbbreviations: list(`
    art, chap, ch, fasc, fig, n, no, nos, p, pl, pp, t, tél, vol, vols`),
};
