import { readFileSync } from 'node:fs';

const physicalToLogical = {
  'margin-left': 'margin-inline-start', 'margin-right': 'margin-inline-end',
  'padding-left': 'padding-inline-start', 'padding-right': 'padding-inline-end',
  'border-left': 'border-inline-start', 'border-right': 'border-inline-end',
  left: 'inset-inline-start', right: 'inset-inline-end',
};
const sides = { left: 'start', right: 'end' };

/** A PostCSS plugin that keeps the listed classes of KERN, lets its boxes follow the reading direction and mends three traps. */
export function kernSubset(listFile) {
  const kept = new Set(readFileSync(listFile, 'utf8').replace(/^#.*$/gm, '').split(/\s+/).filter(Boolean));
  return {
    postcssPlugin: 'kern-subset',
    Once(root) {
      root.walkComments(comment => comment.remove());
      root.walkAtRules(/font-face|keyframes|charset/, rule => rule.remove());
      root.walkRules(rule => {
        rule.selectors = rule.selectors.filter(selector => isKept(selector, kept) && !isTrap(selector));
        if (rule.selector === '' || isIconInForcedColors(rule)) rule.remove();
      });
      root.walkDecls(followReadingDirection);
    },
  };
}

function isKept(selector, kept) {
  // What :is() and :not() name is a condition, not a use: KERN's rule on body must stay although its theme classes are unused.
  const used = selector.replace(/:(is|not)\([^)]*\)/g, '');
  const disabled = /\[disabled\]|\[aria-disabled|:disabled/.test(used);
  return !disabled && (used.match(/\.[\w-]+/g) ?? []).every(name => kept.has(name.slice(1)));
}

function isTrap(selector) {
  return selector.endsWith(':focus:focus-visible') // takes the focus ring of [tabindex] away again
    || selector === '.kern-btn:has(.kern-sr-only)'; // makes every button with hidden text a 48 px icon button
}

function isIconInForcedColors(rule) {
  // KERN paints icons white there, also on a white system colour; the own layer gives them the text's colour.
  return rule.parent.name === 'media' && rule.parent.params.includes('forced-colors')
    && rule.some(decl => decl.prop === 'background-color' && decl.value.includes('--kern-color-white'));
}

function followReadingDirection(decl) {
  if (decl.parent.selector?.includes('__checkbox')) return; // the tick is drawn, not written
  if (decl.prop in physicalToLogical) decl.prop = physicalToLogical[decl.prop];
  else if (decl.prop === 'text-align' && decl.value in sides) decl.value = sides[decl.value];
  else if (/^(float|clear)$/.test(decl.prop) && decl.value in sides) decl.value = `inline-${sides[decl.value]}`;
  else if (/^(margin|padding)$/.test(decl.prop)) {
    const [top, end, bottom, start] = decl.value.match(/(?:[\w-]+\((?:[^()]|\([^()]*\))*\)|[^\s()]+)+/g) ?? [];
    if (start === undefined || start === end) return;
    decl.cloneBefore({ prop: `${decl.prop}-block`, value: `${top} ${bottom}` });
    decl.prop += '-inline';
    decl.value = `${start} ${end}`;
  }
}

/** Drops custom properties that nothing reads, again and again, because one may be read only by another. */
export function removeUnusedProperties(root) {
  for (let removed = 1; removed > 0;) {
    removed = 0;
    const read = new Set();
    root.walkDecls(decl => [...decl.value.matchAll(/var\((--[\w-]+)/g)].forEach(match => read.add(match[1])));
    root.walkDecls(/^--kern-/, decl => {
      if (read.has(decl.prop)) return;
      decl.remove();
      removed++;
    });
    root.walkRules(rule => { if (rule.nodes.length === 0) rule.remove(); });
    root.walkAtRules('media', rule => { if (rule.nodes.length === 0) rule.remove(); });
  }
}
