import { list } from '../list.ts';
import type { SentenceWords } from '../sentence-words.ts';

/** Swedish. */
export const sv: SentenceWords = {
  tag: 'sv',
  name: 'Swedish',
  sentenceStarters: list(`
    det, den, de, dessa, denna, detta, han, hon, vi, i, på, efter, före, sedan, då, när, medan, men, och
    eller, om, eftersom, med, från, till, också, många, några, alla, enligt, trots, under, mellan, senare
    därefter, vid, för, som, en, ett, inte, dock, även, hans, hennes, deras`),
  abbreviations: list(`
    a.a, adj, adv, alt, anm, apr, art, aug, avd, avs, bl.a, c:a, ca, d.v.s, dec, def, dir, div, dr, ds, dvs
    e.d, e.dyl, e.kr, e.m, eg, el, eng, etc, ev, ex, exkl, f, f.d, f.kr, f.m, f.n, f.ö, feb, febr, ff, fig
    fil, fr, fr.o.m, frk, föreg, förf, förk, gm, hr, ib, inkl, ital, jan, jfr, jr, jun, kand, kap, kl, kr
    kungl, lat, lic, m.a.o, m.fl, m.m, mag, max, med, milj, min, mkt, mom, motsv, mr, n.b, nov, nr, o.d
    o.dyl, o.s.v, obs, okt, osv, p.g.a, par, pl, prof, red, ref, resp, s, s.a.s, s.k, s:t, s:ta, sek, sekr
    sen, sept, sid, sign, sing, skr, sr, st, st.f, stud, t.ex, t.o.m, t.v, tel, tf, th, tidn, tr, tv, u
    uppl, urspr, utg, vard, vol, ö, övers`),
  openingAbbreviations: list(`
    ca, c:a, dr, fil, f.d, fr, frk, hr, jfr, kand, kungl, lic, mag, mr, prof, s.k, s:t, s:ta, stud, tf
    t.ex, bl.a`),
  numberAbbreviations: list(`
    art, fig, kap, kl, nr, par, s, sid, tel, vol`),
};
