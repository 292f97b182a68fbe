// Builds ../wwwroot/site.css and copies fonts and licences; with --check it only says whether the committed files are these bytes.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transform } from 'lightningcss';
import postcss from 'postcss';
import { kernSubset, removeUnusedProperties } from './kern-subset.mjs';

const here = import.meta.dirname;
const wwwroot = join(here, '..', 'wwwroot');
const kern = join(here, 'node_modules/@kern-ux/native');
const fira = join(here, 'node_modules/@fontsource/fira-sans');

// Order matters: rhythm after the parts it spaces, paper after the screen.
const ownLayer = ['tokens', 'base', 'kern', 'shell', 'drawing', 'hero', 'thread', 'forms', 'signup', 'cards', 'organizer', 'list',
  'flow', 'sheet', 'adapt', 'print', 'flyer'];
const banner = '/*! KERN @kern-ux/native 2.7.2 (subset, EUPL-1.2: licences/KERN.txt), Fira Sans (OFL-1.1: fonts/OFL.txt), '
  + 'and the own layer of this site */\n';

async function styleSheet() {
  const subset = await postcss([kernSubset(join(here, 'kern-classes.txt'))])
    .process(readFileSync(join(kern, 'dist/kern.css'), 'utf8'), { from: undefined });
  const own = ownLayer.map(name => readFileSync(join(here, 'own', `${name}.css`), 'utf8')).join('\n');
  const root = postcss.parse(`${subset.css}\n${own}`);
  removeUnusedProperties(root);
  const { code } = transform({ filename: 'site.css', code: Buffer.from(root.toString()), minify: true });
  // One rule a line costs 100 bytes on the wire and lets two people's changes merge.
  return Buffer.from(banner + code.toString().replace(/\}(?!\})/g, '}\n'));
}

const outputs = {
  'site.css': await styleSheet(),
  'fonts/fira-sans-latin-400-normal.woff2': readFileSync(join(fira, 'files/fira-sans-latin-400-normal.woff2')),
  'fonts/fira-sans-latin-600-normal.woff2': readFileSync(join(fira, 'files/fira-sans-latin-600-normal.woff2')),
  'fonts/OFL.txt': readFileSync(join(fira, 'LICENSE')),
  'licences/KERN.txt': readFileSync(join(kern, 'LICENSE.md')),
};

const stale = Object.keys(outputs).filter(name => {
  const file = join(wwwroot, name);
  return !existsSync(file) || !readFileSync(file).equals(outputs[name]);
});
if (process.argv.includes('--check')) {
  if (stale.length > 0) console.error(`Not as built: ${stale.join(', ')}. Run "npm ci && npm run build" in src/Netzwerk/Styles.`);
  process.exit(stale.length > 0 ? 1 : 0);
}
for (const name of stale) {
  mkdirSync(dirname(join(wwwroot, name)), { recursive: true });
  writeFileSync(join(wwwroot, name), outputs[name]);
}
console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'Nothing changed.');
