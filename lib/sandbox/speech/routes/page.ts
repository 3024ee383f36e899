export const page = (title: string, body: readonly string[]): string =>
  `<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>${title} (simulated)</title></head>\n` +
  `<body>\n<h1>${title}</h1>\n${body.join("\n")}\n</body>\n</html>\n`;
