/**
 * What a kept drawing may consist of (SVG 2): shapes, text, paint, plain filters. Nothing that runs, animates, links, embeds other
 * markup or loads.
 */
export const SHAPES: ReadonlySet<string> = words('path rect circle ellipse line polyline polygon text image use')

export const ELEMENTS: ReadonlySet<string> = new Set([
  ...SHAPES,
  ...words('svg g defs symbol switch tspan textPath title desc style'),
  ...words('linearGradient radialGradient stop clipPath mask pattern marker filter'),
  ...words('feGaussianBlur feOffset feMerge feMergeNode feBlend feColorMatrix feComposite feFlood feDropShadow'),
  ...words('feComponentTransfer feFuncR feFuncG feFuncB feFuncA'),
])

/** Elements that hold nothing but words. */
export const TEXTUAL: ReadonlySet<string> = words('text tspan textPath title desc')

/** Presentation attributes, which are properties of styles as well (SVG 2, 6.6). */
export const PROPERTIES: ReadonlySet<string> = words(
  'alignment-baseline baseline-shift clip-path clip-rule color color-interpolation color-interpolation-filters direction display ' +
    'dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity font font-family font-size font-size-adjust ' +
    'font-stretch font-style font-variant font-weight isolation letter-spacing line-height marker marker-end marker-mid marker-start mask ' +
    'mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray ' +
    'stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor ' +
    'text-decoration text-rendering transform transform-origin unicode-bidi vector-effect visibility white-space word-spacing ' +
    'writing-mode',
)

/** Places, sizes and what filters and gradients take; `d` and `points` besides. */
export const GEOMETRY: ReadonlySet<string> = words(
  'x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height rotate textLength lengthAdjust startOffset pathLength viewBox ' +
    'preserveAspectRatio gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform ' +
    'clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight orient refX refY filterUnits primitiveUnits ' +
    'stdDeviation in in2 result mode operator k1 k2 k3 k4 type values tableValues slope intercept amplitude exponent ' +
    'requiredFeatures requiredExtensions systemLanguage',
)

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
