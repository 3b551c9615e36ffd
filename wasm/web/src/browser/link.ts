/** What a link carries; it stays in the fragment, which browsers send to nobody. */
export interface Shared {
  config: string;
  view?: string;
}

const version = '1';

async function through(bytes: Uint8Array<ArrayBuffer>, step: TransformStream): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(step);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** '#1.' and letters that need no escapes in an address. */
export async function fragmentOf(shared: Shared): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(shared));
  const packed = await through(text, new CompressionStream('deflate-raw'));
  const letters = btoa(Array.from(packed, byte => String.fromCharCode(byte)).join(''));
  return `#${version}.${letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** Whether a fragment carries a config; one that begins with / is an address of the page. */
export const isShared = (fragment: string): boolean => /^#\d+\./.test(fragment);

/** What a fragment carries, or what is wrong with it. */
export async function readFragment(fragment: string): Promise<Shared | string | null> {
  if (!isShared(fragment)) return null;
  const [said, letters] = fragment.slice(1).split('.', 2);
  if (said !== version || letters === undefined)
    return 'this link is of a version that this page does not know; open it with a newer one';
  try {
    const text = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    const packed = Uint8Array.from(text, letter => letter.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream('deflate-raw'));
    const shared = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Shared;
    if (typeof shared.config === 'string') return shared;
  } catch {
    // Told below.
  }
  return 'this link is not complete, so its config cannot be read; ask for the whole of it';
}
