// What Mozilla's Readability.js makes of its own test pages, for `examples/intake.rs`.
//
//   npm install --prefix DIR @mozilla/readability jsdom
//   NODE_PATH=DIR/node_modules node examples/readability.mjs PAGES OUT
import { createRequire } from "node:module";
import fs from "node:fs";
import path from "node:path";

const require = createRequire(path.join(process.env.NODE_PATH ?? ".", "x.js"));
const { Readability, isProbablyReaderable } = require("@mozilla/readability");
const { JSDOM } = require("jsdom");
const [pages, out] = process.argv.slice(2);
fs.mkdirSync(out, { recursive: true });
for (const page of fs.readdirSync(pages)) {
  const html = fs.readFileSync(path.join(pages, page, "source.html"), "utf8");
  const { document } = new JSDOM(html, { url: "http://fakehost/test/page.html" }).window;
  const readable = isProbablyReaderable(document);
  const article = new Readability(document).parse();
  fs.writeFileSync(path.join(out, `${page}.json`), JSON.stringify({ readable, ...article }));
}
