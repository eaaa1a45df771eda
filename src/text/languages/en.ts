import type { Language } from './language.ts';
import { list } from './list.ts';

/** English. */
export const en: Language = {
  tag: 'en',
  name: 'English',
  hedges: list(`
    may, might, could be, could have been, could possibly
    perhaps, possibly, probably, maybe, presumably, supposedly, allegedly, reportedly, purportedly, apparently, seemingly
    arguably, conceivably, most probably, is likely, are likely, was likely, were likely, will likely, very likely
    is believed to, are believed to, it is believed, is thought to, are thought to, it is thought
    is said to, are said to, it is said, is reported to, are reported to, it is reported that, it was reported that
    is rumored to, are rumored to, it is rumored, is rumoured to, are rumoured to, it is rumoured
    is alleged to, are alleged to, it is alleged, is assumed to, are assumed to, is presumed to, are presumed to
    seems to, seem to, seemed to, appears to be, appear to be, appears to have, appear to have, it seems, it appears
    some say, some believe, some argue`),
  probabilities: list(`
    chance that, chances that, probability that, likelihood that, possibility that, odds that, risk that`),
  vagueQuantifiers: list(`
    many, few, several, numerous, various, multiple, countless, innumerable, a lot, lots of, plenty of, a handful of
    a number of, a large number of, a great number of, a small number of, a great deal of, a good deal of, a bunch of
    rarely, barely, hardly, scarcely, seldom, sometimes, occasionally, often, frequently`),
  preciseQuantities: list(`
    how many, as many, how few, as few, how often, as often, how rarely, more often, less often, most often, least often
    more frequently, less frequently, most frequently, least frequently, more rarely, most rarely, so often that, as numerous, more numerous, less numerous, most numerous, too many, too few
    the few, the many, one of many, many times more, many times over, few if any
    multiple sclerosis, multiple myeloma, multiple myelomas, multiple system atrophy, multiple endocrine, multiple choice
    multiple birth, multiple births, multiple organ, multiple drug, multiple personality, multiple instruction
    multiple regression, multiple inheritance, multiple sequence, multiple rocket, multiple launch, multiple independently`),
  cueWords: list(`
    not, never, no, nobody, nothing, nowhere, none, neither, nor, cannot, without, only, just, merely, solely, exclusively
    entirely, yet to, failed, fails, fail, unable, incapable, refused, refuses, lack, lacks, lacked, incorrectly, falsely
    isn't, aren't, wasn't, weren't, don't, doesn't, didn't, hasn't, haven't, hadn't, can't, couldn't, won't, wouldn't
    shouldn't`),
  negations: list(`
    not, never, no, nobody, nothing, nowhere, none, neither, nor, cannot, without
    isn't, aren't, wasn't, weren't, don't, doesn't, didn't, hasn't, haven't, hadn't, can't, couldn't, won't, wouldn't
    shouldn't`),
  pronouns: list('he, she, it, they'),
  personalPronouns: list('he, she'),
  pointers: list('his, her, its, their, this, these'),
  expletives: list('it'),
  complementizers: list(
    'that, to, who, which, whom, whose, when, where, why, how, if, whether, for, because',
  ),
  prepositions: list(`
    in, on, at, during, after, before, since, by, from, until, within, throughout, between, under, for, following`),
  questionWords: list('who, whom, whose, what, which, when, where, why, how'),
  auxiliaries: list(`
    is, are, was, were, am, do, does, did, has, have, had, can, could, will, would, shall, should, may, might, must
    isn't, aren't, wasn't, weren't, don't, doesn't, didn't, hasn't, haven't, hadn't, can't, couldn't, won't, wouldn't
    shouldn't`),
  imperatives: list(`
    name, list, find, consider, tell, say, write, check, let, give, note, look, imagine, describe, explain, state, show
    identify, determine, compare, choose, select, verify, remember, please`),
  determiners: list(`
    the, a, an, all, any, each, every, some, this, that, these, those, both, one, two, three, me, us, him, them, it, whether
    which, who, what, when, where, how, why, at, for`),
  sentenceStarters: list(`
    the, a, an, this, that, these, those, there, he, she, it, they, we, his, her, its, their, in, on, at, during, after
    before, since, as, when, while, although, however, but, and, or, so, if, because, with, by, from, for, to, then, also
    both, some, many, most, all, one, two, three, another, other, such, according, despite, following, under, between
    no, not, only, once, until, later, today`),
  abbreviations: list(`
    adm, ald, amb, approx, apr, assoc, asst, atty, aug, ave, avg, bros, brig, bsc, c, ca, capt, cdr, cf, ch, cmdr, co, col
    comdr, conf, corp, cpl, cpt, ct, dec, dep, dept, det, dir, dist, div, dr, drs, ed, eds, est, etc, ex, feat, feb, fig
    figs, fl, fr, fri, ft, gen, gov, govt, hon, hr, hrs, inc, insp, inst, intl, jan, jr, jul, jun, kg, km, lb, lbs, lieut, lt
    ltd, maj, mar, max, mdm, messrs, mfg, mg, mgr, min, mins, misc, mlle, mme, mr, mrs, ms, msgr, mt, mtn, natl
    neg, no, nos, nov, nr, oct, op, ord, orig, pa, pg, ph.d, phd, pl, pop, pos, pp, pres, prof, profs, prop, pt, pub, pvt
    rd, rec, ref, reg, rep, reps, res, resp, ret, rev, rt, sec, sen, sens, sep, sept, ser, sgt, sp, spc, spec, sq
    sr, ss, st, sta, ste, subsp, supt, surg, tech, tel, temp, thu, thurs, treas, tue, tues, univ, v, var, vol, vols, vs
    viz, wt, yr, yrs`),
  openingAbbreviations: list(`
    adm, ald, asst, atty, brig, capt, cdr, cmdr, col, comdr, cpl, det, dr, drs, fr, gen, gov, hon, insp, lieut, lt, maj, mdm
    messrs, mlle, mme, mr, mrs, ms, msgr, mt, pres, prof, profs, pvt, rep, reps, rev, rt, sen, sens, sgt, st, ste, subsp, supt
    surg, treas, approx, cf, e.g, i.e, incl, viz, vs`),
  numberAbbreviations: list(`
    art, arts, c, ca, ch, chap, eq, fig, figs, neg, no, nos, nr, op, p, par, para, pg, pl, pos, pp, pt, sec, sect, ser, tab, v, vol, vols`),
  nameParticles: list(`
    a, af, al, am, ap, av, aw, bin, bint, d', da, dal, de, de', degli, dei, del, della, den, der, des, di, do, dos, du, e, el
    ibn, l', la, las, le, les, lo, los, of, 's, 't, te, ten, ter, tot, und, van, vande, vanden, ver, vom, von, y, zu, zum, zur
    abu, bat, ben, bar, bet, ould, st, op`),
  months: list(`
    january, february, march, april, may, june, july, august, september, october, november, december`),
  weekdays: list('monday, tuesday, wednesday, thursday, friday, saturday, sunday'),
  numberWords: {
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
    twenty: 20,
    thirty: 30,
    forty: 40,
    fifty: 50,
    sixty: 60,
    seventy: 70,
    eighty: 80,
    ninety: 90,
  },
  multipliers: {
    decade: 10,
    decades: 10,
    dozen: 12,
    dozens: 12,
    hundred: 100,
    thousand: 1_000,
    million: 1_000_000,
    billion: 1_000_000_000,
    trillion: 1_000_000_000_000,
  },
  ordinalWords: {
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    ninth: 9,
    tenth: 10,
    eleventh: 11,
    twelfth: 12,
    thirteenth: 13,
    fourteenth: 14,
    fifteenth: 15,
    sixteenth: 16,
    seventeenth: 17,
    eighteenth: 18,
    nineteenth: 19,
    twentieth: 20,
    thirtieth: 30,
    fortieth: 40,
    fiftieth: 50,
    hundredth: 100,
  },
  numberLinks: list('and, a'),
  centuryWords: list('century, centuries'),
  percentWords: list('percent, percentage'),
  fractionWords: list(`
    half, halves, third, thirds, quarter, quarters, fourth, fourths, fifth, fifths, sixth, sixths, eighth, eighths, tenth
    tenths, dozen, dozens, majority, most, all, none, double, twice, triple`),
  approximators: list(`
    about, around, approximately, roughly, nearly, almost, circa, over, under, above, below, up to, at least, at most, more than
    less than, fewer than, greater than, larger than, smaller than, higher than, lower than, older than, younger than
    longer than, shorter than, before, after, since, until, between, prior to, as of, by, exceeds, exceeded, exceeding
    upwards of, close to, some, minimum of, maximum of, later than, earlier than, beyond, past, within, throughout, last`),
  computations: list(`
    twice, double, triple, half, third, quarter, total, combined, altogether, average, mean, median, sum, difference
    older, younger, longer, shorter, later, earlier, apart, aged, age, outnumber, outnumbered, exceeded, times, per, consecutive
    increase, increased, decrease, decreased, rise, rose, fell, grew, dropped`),
  inflections: [
    ['s', ''],
    ['', 's'],
    ['es', ''],
    ['ies', 'y'],
    ['ian', 'ia'],
    ['ian', 'a'],
    ['ian', 'y'],
    ['ian', ''],
    ['an', 'a'],
    ['an', ''],
    ['n', ''],
    ['ese', ''],
    ['ese', 'a'],
    ['i', ''],
    ['ish', ''],
    ['ish', 'land'],
    ['', 'n'],
    ['a', 'ian'],
    ['', 'ian'],
  ],
  stopWords: list(`
    a, about, after, all, also, an, and, any, are, as, at, be, because, been, before, being, between, both, but, by, can, could
    did, do, does, during, each, for, from, had, has, have, he, her, him, his, how, i, if, in, into, is, it, its, may, me, more
    most, my, no, nor, not, of, on, one, only, or, other, our, out, over, own, she, should, so, some, such, than, that, the
    their, them, then, there, these, they, this, those, through, to, too, under, until, up, very, was, we, were, what, when
    where, which, while, who, whom, whose, why, will, with, would, you, your`),
};
