-- What the translation caches and the translation registers hold, and where an address leads.
-- The events say what the chapter says, bit by bit; the assertions speak of addresses.
module translation

open util/ordering[Bit]

-- A position in an address, ordered by significance.
sig Bit {}

-- An offset in a region or a physical address, by the bits that are 1. The scopes are such that every combination exists.
sig Address { ones: set Bit }

fact { all disj a, b: Address | a.ones != b.ones }

-- A page, or the range of a purge. Its size is a power of two: `low` are the bits below it, and those of `at` are ignored.
sig Block { at: Address, low: set Bit }

fact { all b: Block | b.low.prevs in b.low }

-- A region identifier.
sig Rid {}

-- One of the regions, and the region identifier in its register.
sig Region { var selects: Rid }

-- A translation, the region for which it was made, and its ppn, of which the bits below the page size are ignored.
sig Translation { rid: Rid, region: Region, page: Block, ppn: Address }

-- Where a translation is kept: in the cache, or in one of the registers.
abstract sig Place {}
one sig Cache extends Place {}
sig Register extends Place {}

-- What is searched for fetches, and what for everything else.
abstract sig Stream { var holds: Place -> Translation }
one sig Instructions, Data extends Stream {}

-- There is one once the processor has ended in a machine check; nothing is said of what comes then.
var lone sig MachineCheck {}

pred agree[a, b: Address, low: set Bit] { a.ones - low = b.ones - low }

fun addresses[b: Block]: set Address { { a: Address | agree[a, b.at, b.low] } }

-- The translations of a region identifier that share an address with a range: they agree above the larger of both sizes.
fun overlapping[r: Rid, range: Block]: set Translation {
  { t: Translation | t.rid = r and agree[t.page.at, range.at, t.page.low + range.low] }
}

-- TRANSLATION_MATCHED
fun finds[s: Stream, asked: Region, a: Address]: set Translation {
  { t: s.holds[Place] | t.rid = asked.selects and agree[a, t.page.at, t.page.low] }
}

-- OFFSET_KEPT
fun physical[t: Translation, a: Address]: set Address {
  { p: Address | p.ones = (a.ones & t.page.low) + (t.ppn.ones - t.page.low) }
}


---- events

pred start { no holds and no MachineCheck }

pred machineCheck { some MachineCheck' and holds' = holds and selects' = selects }

pred others[s: set Stream] { no MachineCheck' and selects' = selects and (Stream - s) <: holds' = (Stream - s) <: holds }

-- OVERLAP_PURGED, REGISTER_OVERLAPPED, REGISTER_INSERTED, CACHE_INSERTED, REPLACED_KEPT
pred insert[s: Stream, p: Place, t: Translation] {
  no MachineCheck and t.rid = t.region.selects
  some s.holds[Register] & overlapping[t.rid, t.page]
    implies machineCheck
    else (put[s, p, t, overlapping[t.rid, t.page]] and others[s])
}

-- The cache loses some translations; what a written register held is gone, or survives in the cache.
pred put[s: Stream, p: Place, t: Translation, lost: set Translation] {
  let written = p & Register, kept = s.holds - (Cache -> lost) - (written -> Translation) + (p -> t) |
    kept in s.holds' and s.holds' in kept + Cache -> s.holds[written]
}

-- CACHE_PURGED, REGISTER_OVERLAPPED
pred purge[through: Region, range: Block] {
  no MachineCheck
  some Stream.holds[Register] & overlapping[through.selects, range]
    implies machineCheck
    else (holds' = holds - Stream -> Cache -> overlapping[through.selects, range] and others[Stream])
}

-- REGISTER_PURGED
pred purgeRegisters[s: Stream, through: Region, range: Block] {
  no MachineCheck
  s.holds' = s.holds - Place -> overlapping[through.selects, range] and others[s]
}

-- CACHE_EMPTIED
pred purgeEverything { no MachineCheck and holds' = holds - Stream -> Cache -> Translation and others[Stream] }

-- CACHE_ENTRY_GONE
pred forget[s: Stream, t: Translation] { no MachineCheck and s.holds' = s.holds - Cache -> t and others[s] }

-- REGION_WRITTEN
pred writeRegion[written: Region, r: Rid] {
  no MachineCheck and no MachineCheck' and selects' = selects ++ written -> r and holds' = holds
}

pred idle { MachineCheck' = MachineCheck and holds' = holds and selects' = selects }

pred step {
  (some s: Stream, p: Place, t: Translation | insert[s, p, t])
  or (some through: Region, range: Block | purge[through, range])
  or (some s: Stream, through: Region, range: Block | purgeRegisters[s, through, range])
  or purgeEverything
  or (some s: Stream, t: Translation | forget[s, t])
  or (some written: Region, r: Rid | writeRegion[written, r])
  or idle
}

pred history { start and always step }


---- assertions

-- No two entries of a stream translate the same address of a region identifier.
pred noOverlap {
  all s: Stream, r: Rid, a: Address | lone s.holds :> { t: Translation | t.rid = r and a in addresses[t.page] }
}

assert InsertionLeavesNoOverlap { history implies always noOverlap }
check InsertionLeavesNoOverlap for 3 but exactly 3 Bit, exactly 8 Address, 2 Region, 2 Rid, 2 Register, 4 steps expect 0

-- The same of any number of events: each of them keeps what it finds.
assert EveryEventKeepsEntriesApart { noOverlap and step implies after noOverlap }
check EveryEventKeepsEntriesApart for 3 but exactly 3 Bit, exactly 8 Address, 1..2 steps expect 0

assert InsertedTranslationIsFound {
  all s: Stream, p: Place, t: Translation | noOverlap and insert[s, p, t] and no MachineCheck'
    implies after (all asked: Region, a: addresses[t.page] | asked.selects = t.rid implies finds[s, asked, a] = t)
}
check InsertedTranslationIsFound for 3 but exactly 3 Bit, exactly 8 Address, 1..2 steps expect 0

-- Whichever region is asked, no cached translation of the region identifier leads anywhere from an address of the range.
pred nothingLeft[r: Rid, range: Block] {
  all s: Stream, asked: Region, a: addresses[range] | asked.selects = r implies no finds[s, asked, a] & s.holds[Cache]
}

assert PurgeIgnoresRegionNumbers {
  all through: Region, range: Block, r: through.selects | purge[through, range] and no MachineCheck' implies after nothingLeft[r, range]
}
check PurgeIgnoresRegionNumbers for 4 but exactly 3 Bit, exactly 8 Address, 1..2 steps expect 0

-- Every address of a page leads to one address of the frame, no two to the same, whichever region is asked.
pred staysInFrame[leads: Translation -> Address -> Address] {
  all s: Stream, asked: Region, a: Address, t: finds[s, asked, a] |
    one a.(t.leads) and a.(t.leads) in { p: Address | agree[p, t.ppn, t.page.low] }
  all t: Translation, disj a, b: addresses[t.page] | a.(t.leads) != b.(t.leads)
}

assert TranslationStaysInFrame { staysInFrame[{ t: Translation, a, p: Address | p = physical[t, a] }] }
check TranslationStaysInFrame for 3 but exactly 3 Bit, exactly 8 Address, 1 steps expect 0


---- what can be reached

run InsertionRemovesALargerPageOfAnotherRegion {
  history and eventually (some s: Stream, t: Translation, old: s.holds[Cache] |
    insert[s, Cache, t] and old.region != t.region and t.page.low in old.page.low - Bit.min and after old not in s.holds[Place])
} for 3 but exactly 3 Bit, exactly 8 Address, 4 steps expect 1

run InsertionOverlapsARegister {
  history and eventually (some s: Stream, t: Translation | insert[s, Cache, t] and some MachineCheck')
} for 3 but exactly 3 Bit, exactly 8 Address, 4 steps expect 1

run PurgeReachesBothStreamsThroughAnotherRegion {
  history and eventually (some through: Region, range: Block | purge[through, range] and no MachineCheck' and
    all s: Stream | some t: s.holds[Cache] | t.region != through and after t not in s.holds[Cache])
} for 3 but exactly 3 Bit, exactly 8 Address, 5 steps expect 1

run ReplacedTranslationSurvivesInTheCache {
  history and eventually (some s: Stream, p: Register, t: Translation, old: s.holds[p] | insert[s, p, t] and after old in s.holds[Cache])
} for 3 but exactly 3 Bit, exactly 8 Address, 4 steps expect 1

run AddressIsFoundThroughAnotherRegion {
  history and eventually (some s: Stream, asked: Region, a: Address, t: finds[s, asked, a] | asked != t.region)
} for 3 but exactly 3 Bit, exactly 8 Address, 4 steps expect 1

run TranslationOutlivesItsRegion {
  history and eventually (some s: Stream, t: s.holds[Cache] | t.rid not in Region.selects)
} for 3 but exactly 3 Bit, exactly 8 Address, 4 steps expect 1


---- wrong events, to be caught

-- Compares region numbers.
pred wrongPurge[through: Region, range: Block] {
  no MachineCheck
  holds' = holds - Stream -> Cache -> (overlapping[through.selects, range] & region.through) and others[Stream]
}

check WrongPurgeIsCaught {
  all through: Region, range: Block, r: through.selects | wrongPurge[through, range] implies after nothingLeft[r, range]
} for 3 but exactly 3 Bit, exactly 8 Address, 1..2 steps expect 1

-- Looks for pages that lie in the new one, and overlooks larger ones.
pred wrongInsert[s: Stream, p: Place, t: Translation] {
  no MachineCheck and t.rid = t.region.selects
  no s.holds[Register] & overlapping[t.rid, t.page]
  put[s, p, t, { old: Translation | old.rid = t.rid and agree[old.page.at, t.page.at, t.page.low] }] and others[s]
}

check WrongInsertIsCaught {
  (start and always (step or (some s: Stream, p: Place, t: Translation | wrongInsert[s, p, t]))) implies always noOverlap
} for 3 but exactly 3 Bit, exactly 8 Address, 4 steps expect 1

-- Does not cut the address.
check WrongPhysicalIsCaught {
  staysInFrame[{ t: Translation, a, p: Address | p.ones = a.ones + (t.ppn.ones - t.page.low) }]
} for 3 but exactly 3 Bit, exactly 8 Address, 1 steps expect 1
