import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIpAddress, isPrivateAddress } from './private-address'

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.251',
  '255.255.255.255',
  '::',
  '::1',
  '[::1]',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '2002:7f00:1::',
  '2001:db8::1',
  '2001::1',
  'example.org',
  '',
])('%s is private', (address) => expect(isPrivateAddress(address)).toBe(true))

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '100.63.255.255',
  '100.128.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.167.1.1',
  '223.255.255.255',
  '2606:4700::1111',
  '[2a00:1450:4001:80b::200e]',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
])('%s is public', (address) => expect(isPrivateAddress(address)).toBe(false))

test('however the URL parser is given an IPv4 address, mapped into IPv6 it is as private as it was', () => {
  fc.assert(
    fc.property(fc.ipV4Extended(), (given) => {
      const url = `http://${given}/`
      if (!URL.canParse(url)) return
      const { hostname } = new URL(url)
      expect(isIpAddress(hostname)).toBe(true)
      expect(isPrivateAddress(`::ffff:${hostname}`)).toBe(isPrivateAddress(hostname))
      expect(isPrivateAddress(`64:ff9b::${hostname}`)).toBe(isPrivateAddress(hostname))
    }),
  )
})

test('every spelling of an IPv6 address counts alike', () => {
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      const { hostname } = new URL(`http://[${address}]/`)
      expect(isPrivateAddress(address)).toBe(isPrivateAddress(hostname))
    }),
  )
})
