/** What a server counts under a name, labels and all. */
export async function metric(server: { readonly url: string }, name: string): Promise<number> {
  const lines = (await (await fetch(`${server.url}/metrics`)).text()).split('\n');
  return Number(lines.find((line) => line.startsWith(`${name} `))?.slice(name.length));
}
