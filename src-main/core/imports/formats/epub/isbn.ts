/** The first ISBN (ISO 2108) among a book's identifiers whose check digit is right, without hyphens; ten digits only where they are called one. */
export function isbnIn(identifiers: readonly string[]): string | null {
  for (const identifier of identifiers) {
    const digits = identifier.replace(/^(?:urn:)?isbn[:\s]*/iu, '').replace(/[\s-]/gu, '')
    if (/^97[89]\d{10}$/u.test(digits) && weighed(digits, (at) => (at % 2 === 0 ? 1 : 3)) % 10 === 0) return digits
    const isCalled = /isbn/iu.test(identifier)
    if (isCalled && /^\d{9}[\dX]$/iu.test(digits) && weighed(digits, (at) => 10 - at) % 11 === 0)
      return digits.toUpperCase()
  }
  return null
}

function weighed(digits: string, weight: (at: number) => number): number {
  return Array.from(digits).reduce((sum, digit, at) => sum + (/x/iu.test(digit) ? 10 : Number(digit)) * weight(at), 0)
}
