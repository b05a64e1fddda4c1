// Starts the page's program.
// The names below are replaced by those with the content's hash when the site is built.
try {
  // Compiled on the way in. A host that names the file's type wrongly costs a second look at it.
  const bytes = () => fetch(new URL("./reader.wasm", import.meta.url));
  const compiled = WebAssembly.compileStreaming?.(bytes()).catch(() => null);
  const program = await import("./reader.js");
  const module_or_path = (await compiled) ?? bytes();
  if (document.readyState === "loading") {
    await new Promise((parsed) => addEventListener("DOMContentLoaded", parsed, { once: true }));
  }
  await program.default({ module_or_path });
} catch (reason) {
  off(reason);
}
