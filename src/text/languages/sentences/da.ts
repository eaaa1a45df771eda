import { list } from '../list.ts';
import type { SentenceWords } from '../sentence-words.ts';

/** Danish. */
export const da: SentenceWords = {
  tag: 'da',
  name: 'Danish',
  sentenceStarters: list(`
    det, den, de, der, dette, disse, han, hun, vi, i, på, efter, før, siden, da, når, mens, selv, men, og
    eller, hvis, fordi, med, fra, til, også, mange, nogle, alle, ifølge, trods, under, mellem, senere
    herefter, derefter, ved, for, som, en, et`),
  abbreviations: list(`
    adm, afd, afg, ang, apr, art, aug, bd, bl.a, ca, cand, d, d.v.s, dec, dep, dr, dvs, e.kr, eks, ekskl
    el, eng, etc, f.eks, f.kr, feb, fhv, fig, forf, fork, fr, frk, g, gl, henv, hhv, hr, iflg, inkl, jan
    jf, jr, jun, kap, kgl, kl, kr, lb, m.fl, m.v, mag, mfl, mht, mia, mio, mv, nov, nr, okt, oprindl, osv
    par, pga, pkt, pr, prof, red, s, sep, sept, skt, sml, sr, st, stk, t, tidl, tlf, tv, udg, ult, vedr
    vol`),
  openingAbbreviations: list(`
    adm, cand, fhv, fr, frk, hr, kgl, mag, prof, skt, dr`),
  numberAbbreviations: list(`
    art, bd, fig, kap, kl, nr, par, pkt, s, stk, vol`),
  hasOrdinalPeriods: true,
};
