// The analyst's worker: takes a file, tells the article in it, then what is found in it.
// It is started from the page's own text, so that it stands under the page's policy.
// It comes in parts, each when the one before is there: docs/decisions/0008.
const file = async (path) => {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
};

const program = async (js, wasm, again) => {
  const [glue, answer] = await Promise.all([import(js + again), file(wasm)]);
  await glue.default({ module_or_path: answer });
  return glue;
};

// Got once; asked for again if it could not be had. Some browsers never import again what failed
// under the same address.
const once = (get) => {
  let got;
  let tries = 0;
  return () =>
    (got ??= get(tries++ ? `?${tries}` : "").catch((reason) => {
      got = undefined;
      throw reason;
    }));
};

let names = false;
const analyst = once((again) => program("{{js}}", "{{wasm}}", again));
const known = once(async () => {
  const { know } = await analyst();
  const bytes = new Uint8Array(await (await file("{{names}}")).arrayBuffer());
  names = know(bytes);
  if (!names) throw new Error("not the weights and lists of this analyst");
});
const intake = once((again) => program("{{intake-js}}", "{{intake-wasm}}", again));

const nothing = () => {};
known()
  .catch(nothing)
  .then(intake)
  .catch(nothing)
  .then(() => postMessage([0, "settled"]));

let latest = 0;
onmessage = async ({ data: { turn, name, bytes, whole, all } }) => {
  latest = turn;
  const say = (what, words) => postMessage([turn, what, words]);
  // Gone on with only if it came, and no other file did meanwhile.
  const got = async (part) => {
    const program = await part().catch(() => say("missing"));
    if (!program || turn !== latest) throw "";
    return program;
  };
  try {
    const { annotate, open, part, take } = await got(analyst);
    const tell = () => {
      const found = annotate();
      for (let n = 0; found && n < 4; n++) say("part", part(n));
      return found;
    };
    let opened = open(name, bytes, all);
    if (opened === undefined) {
      opened = (await got(intake)).open(name, bytes, all);
      take(opened);
    }
    say("opened", opened);
    if (!names) {
      // By rules alone: it is there at once, and what comes with the names takes its place.
      if (!whole && !tell()) return say("read");
      say("draft");
      await known().catch(nothing);
      if (turn !== latest) return;
      if (!names) return say("nameless");
    }
    tell();
    say("read");
  } catch (reason) {
    if (reason !== "") say("refused", typeof reason === "string" ? reason : "");
    if (typeof reason !== "string") throw reason;
  }
};
