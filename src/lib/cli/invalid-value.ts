/** A value of a flag or setting that does not fit. Who asked for it adds the flag's or the setting's name. */
export class InvalidValue extends Error {
  override readonly name = 'InvalidValue'
  readonly value: string
  readonly expected: string
  /** A value that fits and is near, if there is one. */
  readonly nearest: string | undefined

  constructor(value: string, expected: string, nearest?: string) {
    super(`expected ${expected}, not "${value}"`)
    this.value = value
    this.expected = expected
    this.nearest = nearest
  }
}
