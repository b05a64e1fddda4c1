// What Mozilla's Readability.js makes of saved pages, for this example.
//
//   npm install --prefix DIR @mozilla/readability jsdom
//   NODE_PATH=DIR/node_modules node examples/intake/readability.mjs PAGES OUT
//
// PAGES holds folders with a `source.html`, or files `NAME.html`.
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";

const require = createRequire(path.join(process.env.NODE_PATH ?? ".", "x.js"));
const { Readability, isProbablyReaderable } = require("@mozilla/readability");
const { JSDOM } = require("jsdom");
const [pages, out] = process.argv.slice(2);
fs.mkdirSync(out, { recursive: true });
for (const page of fs.readdirSync(pages)) {
  const file = page.endsWith(".html") ? page : path.join(page, "source.html");
  if (!fs.existsSync(path.join(pages, file))) continue;
  const html = fs.readFileSync(path.join(pages, file), "utf8");
  const { document } = new JSDOM(html, { url: "http://fakehost/test/page.html" }).window;
  const readable = isProbablyReaderable(document);
  const article = new Readability(document).parse();
  const name = page.replace(/\.html$/, "");
  fs.writeFileSync(path.join(out, `${name}.json`), JSON.stringify({ readable, ...article }));
}
