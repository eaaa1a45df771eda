import { list } from '../list.ts';
import type { SentenceWords } from '../sentence-words.ts';

/** German. */
export const de: SentenceWords = {
  tag: 'de',
  name: 'German',
  sentenceStarters: list(`
    der, die, das, den, dem, des, ein, eine, einen, einem, einer, er, sie, es, wir, ihr, sein, seine, ihre
    in, im, am, an, auf, bei, nach, vor, seit, während, als, wenn, weil, obwohl, doch, jedoch, aber, und
    oder, mit, von, aus, für, zu, zum, zur, auch, dann, danach, später, dort, hier, dies, diese, dieser
    dieses, viele, einige, alle, nur, so, trotz, laut, durch, unter, zwischen`),
  abbreviations: list(`
    abb, abg, abk, abs, abt, allg, amtl, anm, apr, art, aufl, aug, ausg, bd, bde, begr, bes, betr, bez, bsp
    bspw, bzgl, bzw, ca, d.h, dez, dgl, dipl, dr, e.v, ehem, eigtl, einschl, engl, entspr, etc, ev, evtl, f
    feb, febr, ff, fr, frz, geb, gegr, gem, gen, gest, ggf, griech, hl, hr, hrsg, i.d.r, ing, inkl, insb
    insbes, jan, jh, jhd, jhdt, jr, jun, kap, kath, kgl, lat, lt, m.e, max, min, mind, mio, mrd, mschr
    n.chr, nov, nr, o.ä, okt, op, phil, prof, rd, resp, s, s.o, s.u, sen, sept, sog, spez, st, std, str
    tel, u, u.a, urspr, usf, usw, v, v.a, v.chr, verh, verst, vgl, vol, vs, wiss, z.b, z.t, zit, zw, zzgl`),
  openingAbbreviations: list(`
    abg, bes, bspw, bzw, ca, d.h, dipl, dr, ehem, fr, geb, gen, ggf, hl, hr, ing, insb, insbes, kgl, phil
    prof, sog, st, vgl, z.b, u.a, v.a`),
  numberAbbreviations: list(`
    abb, abs, art, bd, kap, nr, s, tel, vol`),
  hasOrdinalPeriods: true,
};
