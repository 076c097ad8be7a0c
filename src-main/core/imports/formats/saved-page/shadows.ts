const TEMPLATE = /<(\/?)template\b([^<>]*)>/giu

/**
 * Opens the shadow roots of a saved page: browsers write them as `<template shadowmode="open">`, and what a parser reads in a
 * template is not on the page. Other templates stay as they are.
 */
export function withShadows(html: string): string {
  if (!/<template\b[^<>]{0,2000}\bshadow(?:root)?mode\s*=/iu.test(html)) return html
  const open: boolean[] = []
  return html.replace(TEMPLATE, (tag: string, isEnd: string, attributes: string) => {
    if (isEnd === '') open.push(/\bshadow(?:root)?mode\s*=/iu.test(attributes))
    const isShadow = isEnd === '' ? open[open.length - 1] : open.pop()
    return isShadow === true ? `<${isEnd}div>` : tag
  })
}
