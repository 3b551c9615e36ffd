declare module 'sievarr.wasm?url' {
  const url: string;
  export default url;
}
