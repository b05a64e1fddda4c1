// Starts the program that stands in the page itself.
try {
  const text = document.getElementById("single-program").textContent;
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  await __wbg_init({ module_or_path: await new Response(stream).arrayBuffer() });
} catch (reason) {
  off(reason);
}
