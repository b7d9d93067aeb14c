// Looks at pages in Chromium as people meet them: wide, narrow, and in the dark. Prints one JSON line a view.
// usage: CHROMIUM=/path/to/chromium node page.mjs page.html ...
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = { type: 'rule', values: ['color-contrast'] };  // all that the dark can change
const VIEWS = [[1280, 'light'], [320, 'light'], [320, 'dark']].map(([width, colorScheme]) => ({ width, colorScheme }));
const QUIET = [
  '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

async function open(browser, file) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems = [];
  await page.route('**/*', route => {
    const url = route.request().url();
    if (/^(file|data|blob|about):/.test(url)) return route.continue();
    problems.push(`asks for ${url}`);
    return route.abort();
  });
  page.on('dialog', dialog => { problems.push(`opens a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('pageerror', error => problems.push(`a script fails: ${error}`));
  page.on('console', line => { if (line.type() === 'error') problems.push(`the browser complains: ${line.text()}`); });
  await page.goto(pathToFileURL(path.resolve(file)).href);
  const scripts = await page.evaluate(() => document.scripts.length);
  if (scripts) problems.push(`has ${scripts} scripts`);
  await page.evaluate(axe);  // through the debugger, so the page's own security policy stays in force
  return { page, problems };
}

async function look({ page, problems }, file, { width, colorScheme }) {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme });
  const tooWide = await page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
  if (tooWide > 0) problems.push(`is ${tooWide} pixels too wide`);
  const runOnly = colorScheme === 'dark' ? COLOURS : { type: 'tag', values: RULES };
  const run = selectors => page.evaluate(options => axe.run(document, options), { runOnly, selectors });
  let verdict = await run(false);  // working out where each thing stands takes half the time
  if (verdict.violations.length) verdict = await run(true);
  for (const { id, help, nodes } of verdict.violations) {
    problems.push(`axe ${id}: ${help} (${nodes.length} times, first ${nodes[0].target.join(' ')})`);
  }
  return { file, view: `${width} pixels, ${colorScheme}`, rules: verdict.passes.length, problems: problems.splice(0) };
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: QUIET });
try {
  for (const file of process.argv.slice(2)) {
    const opened = await open(browser, file);
    for (const view of VIEWS) console.log(JSON.stringify(await look(opened, file, view)));
    await opened.page.context().close();
  }
} finally {
  await browser.close();
}
