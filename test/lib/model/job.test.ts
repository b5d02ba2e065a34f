import {expect} from 'chai'
import fc from 'fast-check'
import {Job} from '#lib/model/job.js'
import {JOB_STATUSES} from '#lib/model/job-state.js'
import {fromStoredTime, toStoredTime} from '#lib/model/time.js'

const dates = fc.date({min: new Date('1970-01-02'), max: new Date('2200-01-01'), noInvalidDate: true})
const jobs = fc
  .record({
    jobId: fc.uuid(),
    filePath: fc.string({minLength: 1}),
    status: fc.constantFrom(...JOB_STATUSES),
    retries: fc.nat(),
    maxRetries: fc.nat(),
    createdAt: dates,
    updatedAt: dates,
    errorMessage: fc.option(fc.string()),
    errorCode: fc.option(fc.string()),
    result: fc.jsonValue({noUnicodeString: false}).map((value) => JSON.parse(JSON.stringify(value))),
    priority: fc.integer(),
    availableAt: fc.option(dates),
    crashes: fc.nat(),
    ocr: fc.boolean(),
  })
  .map((fields) => new Job(fields))

describe('model/job', () => {
  it('survives the way through JSON unchanged', () => {
    fc.assert(
      fc.property(jobs, (job) => {
        expect(Job.fromJSON(JSON.parse(JSON.stringify(job)))).to.deep.equal(job)
      }),
    )
  })
})

describe('model/time', () => {
  it('keeps milliseconds and sorts as text', () => {
    fc.assert(
      fc.property(dates, dates, (one, other) => {
        expect(fromStoredTime(toStoredTime(one))).to.deep.equal(one)
        expect(toStoredTime(one) < toStoredTime(other)).to.equal(one < other)
      }),
    )
  })

  it('reads what other producers write, always as UTC', () => {
    const noon = new Date('2024-05-01T12:00:00.000Z')
    for (const text of [
      '2024-05-01T12:00:00',
      '2024-05-01 12:00:00',
      '2024-05-01T12:00:00Z',
      '2024-05-01T14:00:00+02:00',
      '2024-05-01T12:00:00.000000',
    ]) {
      expect(fromStoredTime(text), text).to.deep.equal(noon)
    }
    expect(() => fromStoredTime('yesterday')).to.throw(RangeError)
  })
})
