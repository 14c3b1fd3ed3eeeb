export interface TarFile {
  name: string;
  text: string;
}

const block = 512;

/** Files as a tar archive (ustar), which every system can open. */
export function tar(files: readonly TarFile[], at: Date): Buffer<ArrayBuffer> {
  const parts = files.flatMap(({ name, text }) => {
    const data = Buffer.from(text);
    return [header(name, data.length, at), data, Buffer.alloc((block - (data.length % block)) % block)];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * block)]);
}

function header(path: string, size: number, at: Date): Buffer {
  const bytes = Buffer.alloc(block);
  const cut = path.lastIndexOf("/");
  bytes.write(path.slice(cut + 1), 0, 100);
  bytes.write("0000644\0", 100);
  bytes.write("0000000\0", 108);
  bytes.write("0000000\0", 116);
  bytes.write(`${octal(size, 11)}\0`, 124);
  bytes.write(`${octal(Math.floor(at.getTime() / 1_000), 11)}\0`, 136);
  bytes.write("        0", 148);
  bytes.write("ustar\u000000", 257);
  bytes.write(path.slice(0, Math.max(cut, 0)), 345, 155);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${octal(sum, 6)}\0 `, 148);
  return bytes;
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, "0");
}
