// Starts the page's program. Without it the page stays readable and says what is off.
// The names below are replaced by those with the content's hash when the site is built.
try {
  const bytes = fetch(new URL("./reader.wasm", import.meta.url));
  const program = await import("./reader.js");
  // The text is drawn first: a message comes after the frame. A hidden tab draws none.
  if (!document.hidden) {
    await new Promise(done => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      requestAnimationFrame(() => port2.postMessage(null));
    });
  }
  await program.default({ module_or_path: bytes });
} catch (reason) {
  console.error("The interactive parts could not be started:", reason);
  document.documentElement.setAttribute("data-off", "");
  document.getElementById("off-notice")?.removeAttribute("hidden");
}
