/** The style of the page: one column on narrow screens, the contents beside it on wide ones, dark if the reader prefers it. */
export const style = /* css */ `
:root {
  color-scheme: light dark;
  --text: #1d2127;
  --soft: #575f6b;
  --page: #fff;
  --block: #f3f5f7;
  --line: #d9dee4;
  --link: #0b57b0;
  --get: #0b57b0;
  --post: #1a6b33;
  --put: #8a5200;
  --delete: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e4e7eb;
    --soft: #a5adb8;
    --page: #15181c;
    --block: #20252b;
    --line: #363d46;
    --link: #8ab8ff;
    --get: #8ab8ff;
    --post: #7fd197;
    --put: #f0b866;
    --delete: #ff9a91;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0;
  background: var(--page);
  color: var(--text);
  font: 1rem/1.55 system-ui, sans-serif;
}
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; padding: 0.5rem 1rem; background: var(--page); z-index: 1; }
code, pre { font: 0.9em/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { overflow-wrap: anywhere; }
pre { margin: 0.5rem 0 1rem; padding: 0.75rem 1rem; overflow-x: auto; background: var(--block); border-radius: 0.4rem; }
pre code { overflow-wrap: normal; font-size: 1em; }
main { max-width: 52rem; padding: 1rem; margin: 0 auto; }
nav { padding: 0.75rem 1rem; border-bottom: 1px solid var(--line); }
nav summary { font-weight: 600; cursor: pointer; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav ul ul { display: none; padding-left: 0.75rem; margin-bottom: 0.5rem; }
nav li a { display: block; padding: 0.15rem 0; text-decoration: none; }
nav li a:hover { text-decoration: underline; }
nav > details > ul > li > a { font-weight: 600; margin-top: 0.25rem; }
.verb, .version, .kind, .limits, .types { color: var(--soft); }
.verb { font-size: 0.7em; }
.version { font-size: 0.6em; font-weight: 400; }
h1, h2, h3, h4 { line-height: 1.25; }
h2 { margin: 3rem 0 0.5rem; padding-bottom: 0.3rem; border-bottom: 2px solid var(--line); }
h3 { margin: 0 0 0.5rem; }
h4 { margin: 1.25rem 0 0.25rem; font-size: 0.95rem; }
article, #models > section { padding: 1.5rem 0; border-bottom: 1px solid var(--line); }
p { margin: 0.5rem 0; }
dl { margin: 0.25rem 0; }
dt { margin-top: 0.6rem; overflow-wrap: anywhere; }
dt strong { font-size: 0.8em; }
dd { margin: 0 0 0 1rem; }
.method { font-weight: 700; }
.get { color: var(--get); }
.post { color: var(--post); }
.put, .patch { color: var(--put); }
.delete { color: var(--delete); }
.kind, .limits, .types { font-size: 0.9em; }
@media (min-width: 64rem) {
  body { display: grid; grid-template-columns: 19rem minmax(0, 1fr); }
  nav ul ul { display: block; }
  nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; border: 0; border-right: 1px solid var(--line); }
  main { padding: 1rem 3rem 4rem; width: 100%; }
}
@media print {
  nav { display: none; }
}
`;
