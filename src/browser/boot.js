// Starts the page's program. Without it the page stays readable and says what is off.
// The names below are replaced by those with the content's hash when the site is built.
try {
  const bytes = fetch(new URL("./reader.wasm", import.meta.url));
  const program = await import("./reader.js");
  // The text is drawn first; where no frame comes, as in a tab in the background, not for long.
  await new Promise(done => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100);
  });
  await program.default({ module_or_path: bytes });
} catch (reason) {
  console.error("The interactive parts could not be started:", reason);
  document.getElementById("off-notice")?.removeAttribute("hidden");
}
