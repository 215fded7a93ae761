import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Canal } from '../../src/presentation/canaux'
import { readLettre, wrap, type Lettre, type Pas } from '../../src/presentation/messages'
import { carry, createMemoireDeTest, openFenetre, pas, Salle } from './liaison-outils'

describe('two windows in step', () => {
  function open() {
    const salle = new Salle()
    const diapos = openFenetre('diapos', [salle.createCanal()]).arrive(pas(4))
    const onvoisin = vi.fn()
    const { seance } = diapos.liaison
    const orateur = openFenetre('orateur', [salle.createCanal()], { seance, ecoute: { onvoisin } })
    return { salle, diapos, orateur, onvoisin, seance }
  }

  it('the second one goes where the first one is, whatever its own link says, and does not move it', () => {
    const { diapos, orateur, onvoisin } = open()
    // The scenes arrive after the answer.
    orateur.arrive(pas(2))
    expect(orateur.pas).toEqual(pas(4))
    expect(onvoisin).toHaveBeenCalledWith(true)
    expect(diapos.onpas).not.toHaveBeenCalled()
    // The same step, said again: nobody has moved.
    orateur.go(pas(4))
    expect(diapos.onpas).not.toHaveBeenCalled()
  })

  it('the second one, alone with its link, says nothing of it to slides that come later', () => {
    const salle = new Salle()
    const orateur = openFenetre('orateur', [salle.createCanal()], { seance: 'un' }).arrive(pas(2))
    orateur.go(pas(2))
    const memoire = createMemoireDeTest()
    memoire.keep({ seance: 'un', rang: 0, etat: { pas: null, expose: null } })
    const diapos = openFenetre('diapos', [salle.createCanal()], { memoire }).arrive(pas(6))
    expect([diapos.pas, orateur.pas]).toEqual([pas(6), pas(6)])
  })

  it('either drives the other, once a step, and neither answers with the same step', () => {
    const { salle, diapos, orateur } = open()
    orateur.arrive(pas(4))
    orateur.go(pas(5))
    expect(diapos.onpas).toHaveBeenCalledExactlyOnceWith(pas(5))
    diapos.go(pas(5, true, '41'))
    expect(orateur.onpas).toHaveBeenLastCalledWith(pas(5, true, '41'))
    const avant = salle.envois.length
    orateur.go(pas(5, true, '41'))
    diapos.go(pas(5, true, '41'))
    expect(salle.envois).toHaveLength(avant)
  })

  it('a window that cannot show what it is told leaves the other where it is', () => {
    const { diapos, orateur } = open()
    orateur.arrive(pas(4))
    orateur.onpas.mockImplementation(() => orateur.liaison.tell(orateur.pas))
    diapos.go(pas(9))
    expect(diapos.pas).toEqual(pas(9))
  })

  it('who leaves says so; who is closed hears nothing more', () => {
    const { diapos, orateur, onvoisin } = open()
    orateur.arrive(pas(4))
    diapos.fin()
    expect(onvoisin).toHaveBeenLastCalledWith(false)
    orateur.go(pas(9))
    expect(diapos.onpas).not.toHaveBeenCalled()
  })

  it('a channel that throws is done without', () => {
    const salle = new Salle()
    const casse: Canal = {
      post: () => {
        throw new DOMException('closed', 'InvalidStateError')
      },
      listen: () => {
        throw new DOMException('denied', 'SecurityError')
      }
    }
    const diapos = openFenetre('diapos', [casse, salle.createCanal()]).arrive(pas(4))
    const { seance } = diapos.liaison
    const orateur = openFenetre('orateur', [casse, salle.createCanal()], { seance }).arrive(pas(1))
    orateur.go(pas(7))
    expect(diapos.pas).toEqual(pas(7))
  })
})

describe('two presentations on one computer', () => {
  afterEach(() => vi.useRealTimers())

  it('do not hear each other', () => {
    const salle = new Salle()
    const salleA = openFenetre('diapos', [salle.createCanal()]).arrive(pas(6))
    const orateur = openFenetre('orateur', [salle.createCanal()], {
      seance: salleA.liaison.seance
    }).arrive(pas(6))
    const collegue = openFenetre('diapos', [salle.createCanal()]).arrive(pas(1))
    collegue.go(pas(2))
    expect([salleA.pas, orateur.pas]).toEqual([pas(6), pas(6)])
    orateur.go(pas(7))
    expect([salleA.pas, collegue.pas]).toEqual([pas(7), pas(2)])
  })

  it('a presenter’s window that belongs to none is told of both, and joins the one that is chosen', () => {
    const salle = new Salle()
    const [a, b] = [6, 3].map((scene) => openFenetre('diapos', [salle.createCanal()]).arrive(pas(scene)))
    const onoffre = vi.fn()
    const orateur = openFenetre('orateur', [salle.createCanal()], { ecoute: { onoffre } }).arrive(pas(1))
    expect(onoffre.mock.calls).toEqual([
      [a?.liaison.seance, 6],
      [b?.liaison.seance, 3]
    ])
    orateur.liaison.join(b?.liaison.seance ?? '?')
    expect([a?.pas, b?.pas, orateur.pas]).toEqual([pas(6), pas(3), pas(3)])
  })

  it('a tab that was duplicated has the name of the first one, and takes another', () => {
    const salle = new Salle()
    const memoire = createMemoireDeTest()
    vi.useFakeTimers({ now: 1_000 })
    const original = openFenetre('diapos', [salle.createCanal()], { memoire }).arrive(pas(6))
    vi.setSystemTime(2_000)
    const { seance } = original.liaison
    const orateur = openFenetre('orateur', [salle.createCanal()], { seance }).arrive(pas(6))
    const copie = createMemoireDeTest()
    copie.souvenir = memoire.souvenir
    const double = openFenetre('diapos', [salle.createCanal()], { memoire: copie }).arrive(pas(6))
    expect(original.liaison.seance).toBe(seance)
    expect(double.liaison.seance).not.toBe(seance)
    double.go(pas(1))
    expect([original.pas, orateur.pas]).toEqual([pas(6), pas(6)])
    orateur.go(pas(7))
    expect([original.pas, double.pas]).toEqual([pas(7), pas(1)])
  })
})

describe('a window that is reloaded', () => {
  function reload(lien: Pas) {
    const salle = new Salle()
    const memoire = createMemoireDeTest()
    const avant = openFenetre('diapos', [salle.createCanal()], { memoire }).arrive(pas(6))
    avant.liaison.setExpose({ debut: 1000, duree: 20 })
    avant.go(pas(6, true))
    const { seance } = avant.liaison
    const onexpose = vi.fn()
    const apres = openFenetre('diapos', [new Salle().createCanal()], { memoire, ecoute: { onexpose } })
    return { seance, onexpose, apres: apres.arrive(lien) }
  }

  it('is the same presentation, dark where it was dark, with its clock', () => {
    const { seance, onexpose, apres } = reload(pas(6))
    expect(apres.liaison.seance).toBe(seance)
    expect(apres.pas).toEqual(pas(6, true))
    expect(onexpose).toHaveBeenCalledExactlyOnceWith({ debut: 1000, duree: 20 })
  })

  it('follows a link that was pasted into its tab', () => {
    expect(reload(pas(9)).apres.pas).toEqual(pas(9))
  })

  it('is told what was done without it', () => {
    const salle = new Salle()
    const memoire = createMemoireDeTest()
    const avant = openFenetre('diapos', [salle.createCanal()], { memoire }).arrive(pas(6))
    const { seance } = avant.liaison
    const orateur = openFenetre('orateur', [salle.createCanal()], { seance }).arrive(pas(6))
    avant.go(pas(7))
    const garde = memoire.souvenir
    avant.fin()
    orateur.go(pas(8))
    memoire.souvenir = garde
    const apres = openFenetre('diapos', [salle.createCanal()], { memoire }).arrive(pas(7))
    expect([apres.pas, orateur.pas]).toEqual([pas(8), pas(8)])
  })

  it('begins anew once the presentation was left', () => {
    const memoire = createMemoireDeTest()
    const avant = openFenetre('diapos', [], { memoire }).arrive(pas(6, true))
    avant.liaison.setExpose({ debut: 1000, duree: null })
    avant.fin()
    avant.liaison.forget()
    const apres = openFenetre('diapos', [], { memoire }).arrive(pas(1))
    expect([apres.pas, apres.liaison.expose]).toEqual([pas(1), null])
  })
})

describe('slides that come back while the presenter waits', () => {
  it.each(['before', 'after'])('go where he is, who is heard %s they say where they begin', (quand) => {
    const salle = new Salle()
    const memoire = createMemoireDeTest()
    const avant = openFenetre('diapos', [salle.createCanal()], { memoire }).arrive(pas(6))
    const { seance } = avant.liaison
    const orateur = openFenetre('orateur', [salle.createCanal()], { seance }).arrive(pas(6))
    orateur.go(pas(7))
    avant.fin()
    avant.liaison.forget()
    // Alone with their link until the other room is heard.
    const retenues: Lettre[] = []
    let recevoir: ((lettre: Lettre) => void) | undefined
    const canal = salle.createCanal()
    const lent: Canal = {
      post: (lettre) => canal.post(lettre),
      listen: (oreille) => {
        recevoir = oreille
        return canal.listen((lettre) => (quand === 'before' ? oreille(lettre) : void retenues.push(lettre)))
      }
    }
    const apres = openFenetre('diapos', [lent], { memoire }).arrive(pas(1))
    for (const lettre of retenues) recevoir?.(lettre)
    expect([apres.pas, orateur.pas]).toEqual([pas(7), pas(7)])
  })
})

describe('the order of steps', () => {
  /** Windows whose letters wait until they are delivered: each by two channels, in any order between these. */
  function openLente(nombre: number) {
    const files: { vers: number; lettre: Lettre }[][] = []
    const oreilles: ((lettre: Lettre) => void)[][] = []
    const fenetres = Array.from({ length: nombre }, (_, i) => {
      oreilles[i] = []
      const canaux = [0, 1].map((voie): Canal => {
        const file: { vers: number; lettre: Lettre }[] = []
        files.push(file)
        return {
          post: (lettre) => {
            for (let vers = 0; vers < nombre; vers++) if (vers !== i) file.push({ vers, lettre })
          },
          listen: (recevoir) => {
            const miennes = oreilles[i] as ((lettre: Lettre) => void)[]
            miennes[voie] = recevoir
            return () => {}
          }
        }
      })
      return { canaux }
    })
    const deliver = (n: number) => {
      const pleines = files.flatMap((file, i) => (file.length > 0 ? [i] : []))
      const choisie = pleines[n % Math.max(1, pleines.length)]
      const envoi = choisie === undefined ? undefined : files[choisie]?.shift()
      if (envoi) oreilles[envoi.vers]?.[(choisie as number) % 2]?.(carry(envoi.lettre))
      return envoi !== undefined
    }
    const ouvertes = fenetres.map(({ canaux }, i) =>
      openFenetre(i === 0 ? 'diapos' : 'orateur', canaux, { seance: 'seance' })
    )
    const settle = () => {
      for (let n = 0; deliver(n); n++) if (n > 10_000) throw new Error('They never stop talking.')
    }
    return { ouvertes, deliver, settle }
  }

  const unPas = fc.record({
    scene: fc.integer({ min: 1, max: 18 }),
    noir: fc.boolean(),
    territoire: fc.constantFrom(null, '41', '974'),
    region: fc.constantFrom(null, '53')
  })
  const acte = (nombre: number) =>
    fc.oneof(
      fc.record({ qui: fc.nat(nombre - 1), va: unPas }),
      fc.record({ livre: fc.nat(9) }),
      fc.record({ arrive: fc.nat(nombre - 1), lien: unPas })
    )

  it('is one for all windows: they end at the same place, whatever crossed on the way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3 }), fc.array(acte(3), { maxLength: 40 }), (nombre, actes) => {
        const { ouvertes, deliver, settle } = openLente(nombre)
        const faits: Pas[] = []
        for (const a of actes) {
          if ('livre' in a) deliver(a.livre)
          else if ('qui' in a) {
            faits.push(a.va)
            ouvertes[a.qui % nombre]?.go(a.va)
          } else {
            faits.push(a.lien)
            ouvertes[a.arrive % nombre]?.arrive(a.lien)
          }
        }
        for (const fenetre of ouvertes) fenetre.arrive(fenetre.pas)
        settle()
        const places = ouvertes.map((fenetre) => fenetre.pas)
        for (const place of places) expect(place).toEqual(places[0])
        if (faits.length > 0) expect([...faits, pas(1)]).toContainEqual(places[0])
      }),
      { numRuns: 150 }
    )
  })

  it('lets the last step win: one taken once all is said is where they end', () => {
    fc.assert(
      fc.property(fc.array(acte(2), { maxLength: 20 }), fc.nat(1), unPas, (actes, qui, dernier) => {
        const { ouvertes, deliver, settle } = openLente(2)
        for (const fenetre of ouvertes) fenetre.arrive(pas(1))
        for (const a of actes)
          if ('livre' in a) deliver(a.livre)
          else if ('qui' in a) ouvertes[a.qui % 2]?.go(a.va)
        settle()
        ouvertes[qui]?.go(dernier)
        settle()
        expect(ouvertes.map((fenetre) => fenetre.pas)).toEqual([dernier, dernier])
      }),
      { numRuns: 300 }
    )
  })

  it('takes two steps of the same instant for one of them, in both windows', () => {
    const { ouvertes, settle } = openLente(2)
    const [diapos, orateur] = ouvertes
    diapos?.arrive(pas(1))
    settle()
    orateur?.arrive(pas(1))
    settle()
    diapos?.go(pas(18))
    orateur?.go(pas(2))
    settle()
    expect(diapos?.pas).toEqual(orateur?.pas)
  })
})

describe('what comes through a channel', () => {
  const lettre: Lettre = {
    seance: 'a-1',
    de: 'b-2',
    role: 'orateur',
    message: {
      type: 'etat',
      demande: false,
      etat: {
        pas: { valeur: pas(3, false, '974'), marque: { rang: 2, de: 'b-2' } },
        expose: { valeur: { debut: 1_700_000_000_000, duree: 20 }, marque: { rang: 1, de: 'b-2' } }
      }
    }
  }
  /** The letter with another value at the end of a path. */
  function change(chemin: string, valeur: unknown): unknown {
    const copie = structuredClone(wrap(lettre)) as unknown as Record<string, unknown>
    const noms = chemin.split('.')
    let place = copie
    for (const nom of noms.slice(0, -1)) place = place[nom] as Record<string, unknown>
    place[noms.at(-1) ?? ''] = valeur
    return copie
  }

  it('is a letter of ours, whole', () => {
    expect(readLettre(structuredClone(wrap(lettre)))).toEqual(lettre)
    expect(readLettre(change('plus', 'x'))).toEqual(lettre)
  })

  it.each([
    ['carte', 'autre'],
    ['seance', ''],
    ['seance', '<b>'],
    ['de', 3],
    ['de', 'x'.repeat(41)],
    ['role', 'public'],
    ['message', null],
    ['message', []],
    ['message.type', 'efface'],
    ['message.type', 'constructor'],
    ['message.demande', 1],
    ['message.etat', 'pas'],
    ['message.etat.pas', undefined],
    ['message.etat.pas.marque', null],
    ['message.etat.pas.marque.rang', 0],
    ['message.etat.pas.marque.rang', 1e300],
    ['message.etat.pas.marque.rang', 2 ** 53 - 1],
    ['message.etat.pas.marque.de', ''],
    ['message.etat.pas.valeur.scene', 0],
    ['message.etat.pas.valeur.scene', 1.5],
    ['message.etat.pas.valeur.scene', '3'],
    ['message.etat.pas.valeur.scene', 1000],
    ['message.etat.pas.valeur.noir', 'oui'],
    ['message.etat.pas.valeur.territoire', 45],
    ['message.etat.pas.valeur.territoire', '20'],
    ['message.etat.pas.valeur.territoire', 'constructor'],
    ['message.etat.pas.valeur.territoire', '__proto__'],
    ['message.etat.pas.valeur.region', '974000'],
    ['message.etat.pas.valeur.region', undefined],
    ['message.etat.expose.valeur.debut', NaN],
    ['message.etat.expose.valeur.debut', 1e16],
    ['message.etat.expose.valeur.duree', 0],
    ['message.etat.expose.valeur.duree', '20']
  ])('is not believed with %s = %j', (chemin, valeur) => {
    expect(readLettre(change(chemin, valeur))).toBeNull()
  })

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withDate: true }), (recu) => {
        expect(readLettre(recu)).toBeNull()
        readLettre({ ...wrap(lettre), message: recu })
        readLettre(change('message.etat', recu))
      })
    )
  })
})
