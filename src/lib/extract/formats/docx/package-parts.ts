import {posix} from 'node:path'
import {AtsError} from '../../../model/errors.js'
import type {Archive} from '../archive.js'
import {childElements, parseXml, type XmlElement} from '../xml.js'
import {PREFIXES} from './names.js'

export interface Relationship {
  id: string
  /** The last word of the type's URI: `header`, `hyperlink`, `footnotes`, … */
  type: string
  /** A part's name, or for external ones the address. */
  target: string
}

/** One XML part of the package and what it refers to. */
export interface Part {
  root: XmlElement
  relationships: ReadonlyMap<string, Relationship>
}

/** Finds and parses the parts of a Word package. */
export class PackageParts {
  readonly #archive: Archive
  /** Parts that were named but could not be read; the main one throws instead. */
  readonly damaged: string[] = []

  readonly #salvage: boolean

  /** @param options `salvage`: the archive is damaged, and so may be what its parts say */
  constructor(archive: Archive, {salvage = false}: {salvage?: boolean} = {}) {
    this.#archive = archive
    this.#salvage = salvage
  }

  /** @throws AtsError `CORRUPT` when there is no readable main part */
  async main(): Promise<Part> {
    const relationships = await this.#relationships('')
    const named = [...relationships.values()].find(({type}) => type === 'officeDocument')?.target
    const name = named !== undefined && this.#archive.has(named) ? named : 'word/document.xml'
    const part = await this.#read(name)
    if (!part) throw new AtsError('CORRUPT', 'the file has no document inside')
    return part
  }

  /** An accessory part; one that is missing or damaged does not cost the document. */
  async find(name: string | undefined): Promise<Part | undefined> {
    if (name === undefined) return undefined
    try {
      return await this.#read(name)
    } catch (error) {
      if (!(error instanceof AtsError) || error.code !== 'CORRUPT') throw error
      this.damaged.push(name)
      return undefined
    }
  }

  /** The accessory part of a type (the last word of its URI) that the package itself refers to, or the one usually called so. */
  async ofPackage(type: string, usualName: string): Promise<Part | undefined> {
    const relationships = await this.#relationships('')
    const named = [...relationships.values()].find((relation) => relation.type === type)?.target
    return await this.find(named ?? usualName)
  }

  /** A part that need not be XML; one that is damaged does not cost the document. */
  async file(name: string): Promise<Buffer | undefined> {
    try {
      return await this.#archive.read(name)
    } catch (error) {
      if (!(error instanceof AtsError) || error.code !== 'CORRUPT') throw error
      this.damaged.push(name)
      return undefined
    }
  }

  async #read(name: string): Promise<Part | undefined> {
    const content = await this.#archive.read(name)
    if (!content) return undefined
    const root = parseXml(content, PREFIXES, {salvage: this.#salvage})
    return {root, relationships: await this.#relationships(name)}
  }

  async #relationships(part: string): Promise<Map<string, Relationship>> {
    const folder = posix.dirname(part)
    const content = await this.#archive.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`))
    if (!content) return new Map()
    return new Map(
      childElements(this.#parseRelationships(content)).map(({attributes}) => {
        const {Id = '', Type = '', Target = '', TargetMode} = attributes
        const target = TargetMode === 'External' ? Target : posix.join('/', folder, Target).slice(1)
        const resolved = Target.startsWith('/') && TargetMode !== 'External' ? Target.slice(1) : target
        return [Id, {id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolved}]
      }),
    )
  }

  /** Without its relationships a part is still worth reading. */
  #parseRelationships(content: Buffer): XmlElement {
    try {
      return parseXml(content, {}, {salvage: this.#salvage})
    } catch (error) {
      if (!this.#salvage) throw error
      return {name: '', attributes: {}, children: []}
    }
  }
}
