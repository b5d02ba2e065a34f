import {expect} from 'chai'
import {type CountedList, ListCounter, type ListLevel} from '#lib/extract/formats/list-counter.js'

const level = (format: string, text: string, more: Partial<ListLevel> = {}): ListLevel => ({
  start: 1,
  format,
  text,
  legal: false,
  restartsAfter: undefined,
  ...more,
})

function list(levels: ListLevel[], restarts: [number, number][] = []): CountedList {
  return {abstractId: 'a', levels: new Map(levels.entries()), restarts: new Map(restarts)}
}

const marksOf = (counted: CountedList, levels: number[], id = '1', counter = new ListCounter()) =>
  levels.map((at) => counter.item(id, counted, at)?.mark)

describe('counting lists', () => {
  it('begins lower levels anew, unless they go on', () => {
    const levels = [level('decimal', '%1.'), level('lowerLetter', '%2)'), level('upperRoman', '%3')]
    expect(marksOf(list(levels), [0, 1, 2, 1, 2, 0, 2])).to.deep.equal([
      '1.',
      'a)',
      'I',
      'b)',
      'I',
      '2.',
      'I',
    ])
    const going = [...levels.slice(0, 2), level('upperRoman', '%3', {restartsAfter: 1})]
    expect(marksOf(list(going), [0, 1, 2, 1, 2, 0, 2])).to.deep.equal([
      '1.',
      'a)',
      'I',
      'b)',
      'II',
      '2.',
      'I',
    ])
    const never = [level('decimal', '%1.'), level('decimal', '%2.', {restartsAfter: 0})]
    expect(marksOf(list(never), [0, 1, 0, 1])).to.deep.equal(['1.', '1.', '2.', '2.'])
  })

  it('counts lists of one definition on together, and starts anew where one says so', () => {
    const counter = new ListCounter()
    const levels = [level('decimal', '%1.')]
    expect(marksOf(list(levels), [0, 0], '1', counter)).to.deep.equal(['1.', '2.'])
    expect(marksOf(list(levels), [0], '2', counter)).to.deep.equal(['3.'])
    expect(marksOf(list(levels, [[0, 7]]), [0, 0], '3', counter)).to.deep.equal(['7.', '8.'])
  })

  it('writes numbers as the level says, and no mark where it shows none', () => {
    const mark = (format: string, number: number) =>
      marksOf(list([level(format, '%1', {start: number})]), [0])[0]
    expect(mark('chineseCounting', 21)).to.equal('二十一')
    expect(mark('decimalEnclosedCircle', 3)).to.equal('③')
    expect(mark('upperRoman', 14)).to.equal('XIV')
    expect(mark('lowerLetter', 28)).to.equal('bb')
    expect(mark('decimalZero', 4)).to.equal('04')
    expect(mark('ordinal', 2)).to.equal('2nd')
    expect(mark('bullet', 1)).to.equal('-')
    expect(mark('none', 1)).to.equal(undefined)
    expect(marksOf(list([level('bullet', ' ')]), [0])).to.deep.equal([undefined])
  })
})
