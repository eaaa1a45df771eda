import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page that shows a report, and what went wrong meanwhile. */
export interface OpenedReport {
  readonly page: Page;
  /** What the page wanted besides its own file, and what the console says: empty for a good page. */
  readonly complaints: readonly string[];
}

/** Opens a file in a page of its own, which has no network. */
export async function openReport(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = {},
): Promise<OpenedReport> {
  const own = pathToFileURL(file).href;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    offline: true,
    ...options,
  });
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('request', (request) => {
    const [url] = request.url().split('#');
    if (url !== own) complaints.push(`request: ${url}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(own, { waitUntil: 'load' });
  return { page, complaints };
}
