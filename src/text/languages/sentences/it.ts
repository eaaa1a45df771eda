import { list } from '../list.ts';
import type { SentenceWords } from '../sentence-words.ts';

/** Italian. */
export const it: SentenceWords = {
  tag: 'it',
  name: 'Italian',
  sentenceStarters: list(`
    il, lo, la, i, gli, le, un, uno, una, questo, questa, questi, queste, egli, ella, essi, esse, lui, lei
    loro, suo, sua, suoi, in, nel, nella, nei, durante, dopo, prima, dal, dalla, da, quando, mentre
    sebbene, tuttavia, ma, e, o, se, perché, con, per, di, anche, inoltre, secondo, tra, fra, non, al, alla
    così, nonostante, più`),
  abbreviations: list(`
    a.c, all, arch, art, artt, avv, ca, cap, capp, cav, cfr, cit, co, col, cons, d.c, dott, dott.ssa, dr
    ecc, ed, edd, es, etc, fig, figg, fr, gen, geom, ing, jr, lat, magg, max, min, mons, n, nn, no, nr, on
    op, p, pag, pagg, par, pp, prof, prof.ssa, proff, prov, ps, rag, red, rev, s, s.p.a, s.r.l, sec, seg
    segg, sen, sez, sig, sig.na, sig.ra, sigg, spett, ss, st, sta, sto, tab, tel, ten, trad, v, vol, voll
    vs`),
  openingAbbreviations: list(`
    arch, avv, cav, col, dott, dott.ssa, dr, fr, gen, geom, ing, magg, mons, on, prof, prof.ssa, proff
    rag, rev, sen, sig, sigg, sig.na, sig.ra, spett, sta, sto, ten`),
  numberAbbreviations: list(`
    art, artt, cap, capp, fig, figg, n, nn, no, nr, p, pag, pagg, par, pp, sez, tab, tel, vol, voll`),
};
