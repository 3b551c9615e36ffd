/** The shows that were opened last, kept by the browser until somebody clears them. */
export interface Kept {
  name: string;
  files: Blob[];
}

function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => failed(asked.error);
  });
}

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open('sievarr', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('shows');
  const database = await request(opening);
  return database.transaction('shows', mode).objectStore('shows');
}

/** False where the browser does not let it, or has no room for it. */
export async function keepShows(kept: Kept): Promise<boolean> {
  try {
    await request((await store('readwrite')).put(kept, 'last'));
    return true;
  } catch {
    return false;
  }
}

export async function keptShows(): Promise<Kept | null> {
  try {
    return await request<Kept | undefined>((await store('readonly')).get('last')) ?? null;
  } catch {
    return null;
  }
}

export async function clearShows(): Promise<void> {
  try {
    await request((await store('readwrite')).clear());
  } catch {
    // There is nothing to clear then.
  }
}
