// The analyst's worker: takes a file, tells the article in it, then what is found in it.
// It is started from the page's own text, so that it stands under the page's policy.
import start, { annotate, open } from "{{js}}";
const ready = start({ module_or_path: "{{wasm}}" });
onmessage = async ({ data: { turn, name, bytes, day } }) => {
  const say = (what, words) => postMessage([turn, what, words]);
  try {
    await ready;
    say("opened", open(name, bytes));
    say("read", annotate(day));
  } catch (reason) {
    say("refused", typeof reason === "string" ? reason : "");
    if (typeof reason !== "string") throw reason;
  }
};
