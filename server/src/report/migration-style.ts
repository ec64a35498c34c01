/** How the HTML of a report looks: on a light or a dark screen, and on paper. */

export const migrationStyle = `
:root {
  --text: #1f2328; --back: #ffffff; --line: #d1d9e0; --head: #f6f8fa; --link: #0969da;
  --done: #8c959f; --safe: #1a7f37; --review: #bf8700; --none: #cf222e;
  color-scheme: light;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --text: #e6edf3; --back: #0d1117; --line: #3d444d; --head: #161b22; --link: #4493f8;
    --done: #7d8590; --safe: #3fb950; --review: #d29922; --none: #f85149;
    color-scheme: dark;
  }
}
body {
  max-width: 80rem; margin: 2rem auto; padding: 0 1rem;
  font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--back);
}
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
p { margin: 0.25rem 0; max-width: 60rem; }
a { color: var(--link); }
code { font: 0.875em ui-monospace, monospace; overflow-wrap: break-word; }
section { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; }
th, td { padding: 0.25rem 0.75rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { background: var(--head); white-space: nowrap; }
.number { width: 5rem; text-align: end; font-variant-numeric: tabular-nums; }
.bar { display: flex; gap: 2px; height: 0.75rem; margin: 1rem 0 0.5rem; }
.bar span { flex-basis: 0; min-width: 3px; background: var(--own); }
.key { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin: 0 0 1rem; padding: 0; list-style: none; }
.key li::before {
  content: ""; display: inline-block; width: 0.75em; height: 0.75em; margin-inline-end: 0.5em; background: var(--own);
}
.done { --own: var(--done); } .safe { --own: var(--safe); }
.review { --own: var(--review); } .none { --own: var(--none); }
@media print {
  @page { margin: 1.5cm; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  section { overflow: visible; }
  table { font-size: 9pt; }
  code { overflow-wrap: anywhere; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
  .bar span, .key li::before, thead th { print-color-adjust: exact; }
}
`;
