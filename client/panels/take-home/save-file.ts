/** Hands a file to the person, under a name that any system takes. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then; to keep it would keep the whole picture in memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
