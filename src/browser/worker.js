// The analyst's worker: takes a file, tells the article in it, then what is found in it.
// It is started from the page's own text, so that it stands under the page's policy.
import start, { annotate, open, part } from "{{js}}";
const ready = start({ module_or_path: "{{wasm}}" });
onmessage = async ({ data: { turn, name, bytes, day, all } }) => {
  const say = (what, words) => postMessage([turn, what, words]);
  try {
    await ready;
    say("opened", open(name, bytes, all));
    if (annotate(day)) for (const n of [0, 1, 2, 3]) say("part", part(n));
    say("read", "");
  } catch (reason) {
    say("refused", typeof reason === "string" ? reason : "");
    if (typeof reason !== "string") throw reason;
  }
};
