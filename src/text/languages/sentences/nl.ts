import { list } from '../list.ts';
import type { SentenceWords } from '../sentence-words.ts';

/** Dutch. */
export const nl: SentenceWords = {
  tag: 'nl',
  name: 'Dutch',
  sentenceStarters: list(`
    de, het, een, dit, dat, deze, die, hij, zij, ze, wij, we, er, zijn, haar, hun, in, op, aan, bij, na
    voor, sinds, tijdens, toen, wanneer, terwijl, hoewel, echter, maar, en, of, als, omdat, met, van, uit
    door, naar, ook, dan, later, daarna, vele, sommige, alle, volgens, ondanks, onder, tussen, niet, geen
    om, zo`),
  abbreviations: list(`
    a.d, afb, afd, afk, alg, apr, art, aug, bijv, blz, ca, cf, d.d, d.i, d.m.v, d.w.z, dec, dhr, dir, dr
    drs, ds, e.a, e.d, ed, eig, enz, enzn, etc, evt, excl, feb, fig, fr, geb, gebr, gem, hfst, hr, i.p.v
    i.v.m, ib, incl, ing, inl, ir, jan, jhr, jl, jr, kap, kath, kol, lat, lt, m.a.w, m.b.t, m.b.v, m.i
    m.u.v, max, mej, mevr, mgr, min, mld, mln, mr, mrt, mw, n.a.v, n.chr, nl, nov, nr, nrs, o.a, o.i.d, okt
    ong, oorspr, p, pag, par, plm, pp, prof, resp, s, sept, sr, st, t.a.v, t.o.v, tel, temp, v, v.chr, vert
    vgl, vnl, vol, voorz, vs, wnd, z, zgn`),
  openingAbbreviations: list(`
    bijv, ca, dhr, dr, drs, ds, fr, gebr, ing, ir, jhr, kol, lt, mevr, mej, mgr, mr, mw, prof, st, vgl, zgn`),
  numberAbbreviations: list(`
    afb, art, blz, fig, hfst, kap, nr, nrs, p, pag, par, pp, tel, vol`),
};
