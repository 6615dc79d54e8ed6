/** The one style sheet of the played systems: readable on a phone, and clearly not the product's own look. */
export const style = `
:root { color-scheme: light; --ink: #1b2430; --soft: #4c5765; --line: #c9d1db; --edge: #5d6b7c; --deed: #12315c; --paper: #f3f6fa; --card: #fff; --bad: #a3201a; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 1.0625rem/1.6 "Be Vietnam Pro", "Noto Sans", "Segoe UI", roboto, sans-serif; }
header { background: var(--deed); color: #fff; padding: 0.75rem 1rem; }
header p { max-width: 40rem; margin: 0 auto; }
.system { font-weight: 600; font-size: 1.25rem; }
.sample { font-size: 1rem; }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.625rem; line-height: 1.35; margin: 0 0 1rem; }
h2 { font-size: 1.25rem; line-height: 1.4; margin: 2rem 0 0.75rem; }
form, .card { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 1.25rem; margin: 0 0 1.25rem; }
label { display: block; font-weight: 600; margin-bottom: 0.25rem; }
.hint { display: block; font-weight: 400; color: var(--soft); font-size: 1rem; margin-bottom: 0.375rem; }
input[type=text], input[type=password] { width: 100%; max-width: 20rem; min-height: 48px; padding: 0.5rem 0.75rem; border: 2px solid var(--edge); border-radius: 6px; font: inherit; }
.field { margin-bottom: 1.25rem; }
button { min-height: 48px; padding: 0.5rem 1.25rem; border: 2px solid var(--deed); border-radius: 6px; background: var(--deed); color: #fff; font: inherit; font-weight: 600; cursor: pointer; }
button.plain { background: var(--card); color: var(--deed); }
button:focus-visible, input:focus-visible, a:focus-visible, summary:focus-visible { outline: 3px solid #ffcb47; box-shadow: 0 0 0 5px var(--ink); }
.people { list-style: none; margin: 0; padding: 0; }
.people li { border-top: 1px solid var(--line); }
.people li:first-child { border-top: 0; }
.people button { display: block; width: 100%; text-align: left; border: 0; background: none; color: var(--ink); padding: 0.75rem 0.25rem; font-weight: 400; overflow-wrap: anywhere; }
.people button:hover { background: var(--paper); }
.people b { display: block; font-weight: 600; color: var(--deed); text-decoration: underline; text-underline-offset: 0.2em; }
.people span { color: var(--soft); font-size: 1rem; }
.problem { border: 2px solid var(--bad); border-left-width: 8px; background: var(--card); border-radius: 6px; padding: 0.75rem 1rem; margin: 0 0 1.25rem; font-weight: 600; }
dl { margin: 0; }
dt { color: var(--soft); font-size: 1rem; }
dd { margin: 0 0 0.75rem; overflow-wrap: anywhere; }
.acts { display: flex; flex-wrap: wrap; gap: 0.75rem; margin: 0; }
.card { margin: 0 0 1.25rem; }
.card div:last-child dd, .card p:last-child { margin-bottom: 0; }
a { color: #1d4a86; text-underline-offset: 0.2em; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0; }
`
