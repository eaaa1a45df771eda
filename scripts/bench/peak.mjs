// Preloaded into a program (`node --import`) that prints no figures itself: tells its most memory at its end.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { maxRSS } = process.resourceUsage();
  writeFileSync(process.env.BENCH_PEAK_FILE, String(Math.round(maxRSS / 1024)));
});
