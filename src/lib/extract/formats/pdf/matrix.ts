export type Matrix = [number, number, number, number, number, number]

/** Left, bottom, right, top in the page's own coordinates, y growing upward. */
export type Area = readonly [number, number, number, number]

export function pointIn([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** The upright box around a transformed box. */
export function boxIn(matrix: Matrix, box: ArrayLike<number>): Area {
  const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(box)
  const corners = [
    pointIn(matrix, left, bottom),
    pointIn(matrix, right, bottom),
    pointIn(matrix, left, top),
    pointIn(matrix, right, top),
  ]
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
