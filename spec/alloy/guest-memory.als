-- What guests believe of translation, the map behind it, and what stands in the hardware for that: one store or instruction of the monitor a step.
-- The assertions hold in the midst of an answer too: what the monitor knows changes once the hardware has. Between any two steps of an answer the walker
-- and the cache do what they like, as if another processor walked.
-- Left out are page sizes, of which translation.als speaks, rights, keys, and frames that guests share. The host's table has no chains: an entry gives its place to another. Stores
-- are seen in their order, and a walk reads an entry at once.
module guestMemory

-- A frame of the host, and a page of what a guest takes for physical memory with the frame of the same number.
sig Frame {}
sig Physical { same: Frame }

-- A page of a region.
sig Page {}

-- A region identifier of the host.
sig Rid {}

sig Guest { var map: Physical -> Frame }

-- What a region identifier of a guest names: what its page table in memory says, and what its translation cache holds, as it believes.
sig Space { guest: Guest, var table, believed: Page -> lone Physical }

-- A region of a context, with what the guest has there, and what stands for it on the host.
sig Region { space: Space, var given: lone Rid }

-- A translation of the host, and where the host's table has the entry of the page.
sig Translation { rid: Rid, page: Page, frame: Frame, slot: Slot }

fact {
  all disj a, b: Translation | a.rid = b.rid and a.page = b.page implies a.slot = b.slot and a.frame != b.frame
}

-- Of which translations the words of an entry are. There is no tag while ti is 1.
enum Word { Entry, Size, Tag }
sig Slot { var holds: Word -> lone Translation }

enum Change { Purge, Insert, Take, Recycle }

-- `own`: the monitor's frames. `current`: the regions of the guest that runs. `change`: what the monitor has begun to answer, with its arguments;
-- `fill`: the translation that it enters. The guest runs while there is neither.
one sig Host {
  own: set Frame,
  var cache: Rid -> Page -> Frame,
  var current: set Region,
  var change: lone Change,
  var ofSpace: lone Space,
  var ofPage: lone Page,
  var ofPhysical: lone Physical,
  var ofFrame: lone Frame,
  var entering: set Region,
  var fill: lone Translation
}


---- what the state says

-- What a walk of the entry finds: whose tag it is, at the frame of its first word.
fun walked[s: Slot]: Rid -> Page -> Frame { s.holds[Tag].rid -> s.holds[Tag].page -> s.holds[Entry].frame }

fun entered: Rid -> Page -> Frame { { i: Rid, p: Page, f: Frame | some s: Slot | i -> p -> f in walked[s] } }

-- All that translates, or can at once.
fun found: Rid -> Page -> Frame { Host.cache + entered }

-- MEMORY_MAPPED, ENTRY_COMPOSED
fun composed[x: Space]: Page -> Frame { x.believed.(x.guest.map) }

fun meant: Rid -> Page -> Frame { { i: Rid, p: Page, f: Frame | some r: given.i | p -> f in composed[r.space] } }

-- The identifiers that stand for one of a guest, in whatever context.
fun standing[x: Space]: set Rid { (space.x).given }

-- What may not be left before the change is known.
fun leaving: Rid -> Page -> Frame {
  some Host.change & (Purge + Insert) => standing[Host.ofSpace] -> Host.ofPage -> Frame
    else Host.change = Take => Rid -> Page -> Host.ofFrame
    else Host.change = Recycle => Rid -> Page -> Frame
    else none -> none -> none
}

pred running { no Host.change and no Host.fill }

pred misses[r: Region, p: Page] { r in Host.current and no p.((r.given).found) }


---- what an event leaves as it is

pred hardwareStays { cache' = cache and holds' = holds }
pred mapStays { map' = map }
pred identifiersStay { given' = given and current' = current }
pred beliefStays { believed' = believed and table' = table }
pred knowledgeStays { mapStays and identifiersStay and beliefStays }
pred changeStays {
  change' = change and ofSpace' = ofSpace and ofPage' = ofPage and ofPhysical' = ofPhysical and ofFrame' = ofFrame and entering' = entering
}
pred answerStays { changeStays and fill' = fill }


---- events: what calls the monitor

pred begins[c: lone Change, x: lone Space, p: lone Page, q: lone Physical, f: lone Frame, rs: set Region] {
  Host.change' = c and Host.ofSpace' = x and Host.ofPage' = p and Host.ofPhysical' = q and Host.ofFrame' = f and Host.entering' = rs
}

pred begun[c: Change, x: lone Space, p: lone Page, q: lone Physical, f: lone Frame, rs: set Region] {
  running and hardwareStays and knowledgeStays and fill' = fill
  begins[c, x, p, q, f, rs]
}

-- The guest purges a page.
pred purges[x: Space, p: Page] { x in Host.current.space and begun[Purge, x, p, none, none, none] }

-- The guest inserts a translation, to whatever it takes for memory.
pred inserts[x: Space, p: Page, q: Physical] { x in Host.current.space and begun[Insert, x, p, q, none, none] }

-- MAP_CHANGED: a frame is taken from the guest that has it.
pred takes[f: Frame] { f in Physical.(Guest.map) and begun[Take, none, none, none, f, none] }

-- A frame that nobody has is given.
pred gives[g: Guest, q: Physical, f: Frame] {
  running and no g.map[q] and f not in Physical.(Guest.map) + Host.own
  map' = map + g -> q -> f
  hardwareStays and identifiersStay and beliefStays and answerStays
}

-- Regions get identifiers that are free.
pred giving[kept: Region -> Rid, rs: set Region] {
  kept in given' and given' - kept in (rs - kept.Rid) -> (Rid - Region.kept)
  all r: rs | one r.given'
  all i: Rid | lone given'.i
}

-- NUMBERS_DISTINCT, NUMBERS_RECYCLED, CONTEXT_ENTERED: another context, or another guest.
pred enters[rs: set Region] {
  one rs.space.guest and #rs <= #Rid
  #(rs - given.Rid) <= #(Rid - Region.given)
    implies (running and giving[given, rs] and Host.current' = rs and hardwareStays and mapStays and beliefStays and answerStays)
    else begun[Recycle, none, none, none, none, rs]
}

-- MISS_SEARCHED: the hardware has nothing for the page, and the guest's own machine something, in its cache or else in its page table.
-- Where no frame is, the guest ends (MEMORY_ABSENT), and nothing else happens.
pred fills[r: Region, p: Page, t: Translation] {
  running and misses[r, p]
  let x = r.space, q = (some x.believed[p] => x.believed[p] else x.table[p]) {
    t.rid = r.given and t.page = p and t.frame = x.guest.map[q]
    believed' = believed + x -> p -> q and table' = table
  }
  Host.fill' = t and changeStays and hardwareStays and mapStays and identifiersStay
}

-- INTERRUPTION_REFLECTED: nobody has anything for the page.
pred tells[r: Region, p: Page] {
  running and misses[r, p] and no p.(r.space.(believed + table))
  hardwareStays and knowledgeStays and answerStays
}

-- The guest writes its page table, and nobody is told.
pred writes[x: Space, p: Page] {
  running and x in Host.current.space
  table' - x -> p -> Physical = table - x -> p -> Physical
  believed' = believed and hardwareStays and mapStays and identifiersStay and answerStays
}


---- events: the answer

-- PAGE_PURGED, NUMBERS_RECYCLED: the table is cleared first, entry by entry, and then the cache is purged, so that no walk brings anything back.
pred clears[s: Slot] {
  some walked[s] & leaving
  holds' = holds - s -> Tag -> Translation
  cache' = cache and knowledgeStays and answerStays
}

-- INSTRUCTION_EMULATED
pred believes {
  let x = Host.ofSpace, p = Host.ofPage, q = Host.ofPhysical {
    believed' = believed - x -> p -> Physical + x -> p -> q and table' = table
    Host.fill' in { t: Translation | t.rid in (Host.current & space.x).given and t.page = p and t.frame = x.guest.map[q] }
  }
}

-- What is known once nothing is left.
pred known {
  some Host.change & (Purge + Insert)
    implies (believes and mapStays and identifiersStay)
    else (beliefStays and fill' = fill)
  Host.change = Take implies map' = map - Guest -> Physical -> Host.ofFrame and identifiersStay
  Host.change = Recycle implies giving[none -> none, Host.entering] and Host.current' = Host.entering and mapStays
  begins[none, none, none, none, none, none]
}

pred concludes {
  some Host.change and no entered & leaving
  Host.cache' = Host.cache - leaving and holds' = holds
  known
}

-- TABLE_PUBLISHED: ti, the fields, the tag.
fun following[t: Translation]: Word -> lone Translation {
  let now = t.slot.holds |
    some now[Tag] => now - Tag -> Translation
    else t not in now[Entry] => now ++ Entry -> t
    else t not in now[Size] => now ++ Size -> t
    else now ++ Tag -> t
}

pred stored[t: Translation, words: Word -> lone Translation] {
  t.slot.holds' = words and all s: Slot - t.slot | s.holds' = s.holds
  cache' = cache and knowledgeStays and answerStays
}

pred stores[t: Translation] { t = Host.fill and t not in t.slot.holds[Tag] and stored[t, following[t]] }

-- ENTRY_FILLED, before or after the table has it.
pred insertsCache[t: Translation] {
  t = Host.fill and (t = t.slot.holds[Tag] or t.rid -> t.page -> t.frame not in Host.cache)
  Host.cache' = Host.cache - t.rid -> t.page -> Frame + t.rid -> t.page -> t.frame
  Host.fill' = (t = t.slot.holds[Tag] => none else t)
  holds' = holds and changeStays and knowledgeStays
}


---- events: the hardware

pred walks[s: Slot] {
  some walked[s]
  Host.cache' = Host.cache - walked[s].Frame -> Frame + walked[s]
  holds' = holds and knowledgeStays and answerStays
}

pred drops[i: Rid, p: Page] {
  some p.(i.(Host.cache))
  Host.cache' = Host.cache - i -> p -> Frame
  holds' = holds and knowledgeStays and answerStays
}

pred idle { hardwareStays and knowledgeStays and answerStays }

pred start {
  apart and running and no (ofSpace + ofPage + ofPhysical + ofFrame + entering)
  no cache and no holds and no believed and no given and no current
}

pred step {
  (some x: Space, p: Page | purges[x, p])
  or (some x: Space, p: Page, q: Physical | inserts[x, p, q])
  or (some f: Frame | takes[f])
  or (some g: Guest, q: Physical, f: Frame | gives[g, q, f])
  or enters[Host.current'] or enters[Host.entering']
  or (some r: Region, p: Page, t: Translation | fills[r, p, t])
  or (some r: Region, p: Page | tells[r, p])
  or (some x: Space, p: Page | writes[x, p])
  or (some s: Slot | clears[s] or walks[s])
  or concludes
  or (some t: Translation | stores[t] or insertsCache[t])
  or (some i: Rid, p: Page | drops[i, p])
  or idle
}

pred history { start and always step }


---- what the state keeps to, so that each event can be judged by itself

-- No frame is behind two pages, and none of the monitor's behind any.
pred apart {
  all f: Frame | lone map.f
  all g: Guest, q: Physical | lone g.map[q]
  no Host.own & Physical.(Guest.map)
}

pred distinct {
  all i: Rid | lone given.i
  Host.current in given.Rid and lone Host.current.space.guest
}

pred whole { all s: Slot, t: s.holds[Tag] | s = t.slot and s.holds[Word] = t and s.holds.t = Word }

-- Of the answer that is under way.
pred underWay {
  (some Host.change & (Purge + Insert)) iff some Host.ofSpace
  some Host.ofSpace iff some Host.ofPage
  Host.change = Insert iff some Host.ofPhysical
  Host.change = Take iff some Host.ofFrame
  Host.change = Recycle iff some Host.entering
  lone Host.entering.space.guest and #Host.entering <= #Rid
  some Host.fill implies no Host.change and all t: Host.fill | t.rid -> t.page -> t.frame in meant
}

pred sound { apart and distinct and whole and underWay and found in meant }

assert GuestsStartSound { start implies sound }
check GuestsStartSound for 3 but 1..1 steps expect 0

-- It does for 4 as well, in minutes.
assert EveryStoreKeepsSound { sound and step implies after sound }
check EveryStoreKeepsSound for 3 but 2 Page, 2 Slot, 2 Physical, 2..2 steps expect 0


---- assertions: of an event, whatever the sound state in which it happens, or of all that may follow

-- Every translation that can be used leads into the map of the one region that its identifier stands for, whichever entry it is.
pred isolated {
  all i: Rid, f: Page.(i.found) | one given.i and f in Physical.(given.i.space.guest.map)
  all disj g, h: Guest | no Physical.(g.map) & Physical.(h.map)
  no Host.own & Page.(Rid.found)
}

assert TranslationsStayInTheMap { sound and step implies after isolated }
check TranslationsStayInTheMap for 2 but 3 Region, 3 Frame, 3 Translation, 2..2 steps expect 0

assert GuestsStayApart { history implies always isolated }
check GuestsStayApart for 2 but 1 Page, 1 Slot, 1 Rid, 8..8 steps expect 0

assert IdentifiersStayDistinct { sound and step implies after (all disj r, s: given.Rid | r.given != s.given) }
check IdentifiersStayDistinct for 3 but 2..2 steps expect 0

-- What stands for a page in whatever context.
fun foundFor[x: Space, p: Page]: set Frame { p.(standing[x].found) }

-- Until the guest has something there again.
pred purgedStaysAway {
  always all x: Host.ofSpace, p: Host.ofPage |
    Host.change = Purge and no Host.change' implies after (some x.believed[p] releases no foundFor[x, p])
}

assert PurgedPagesStayAway { sound and always step implies purgedStaysAway }
check PurgedPagesStayAway for 2 but 4..4 steps expect 0

-- Until somebody has it again.
pred takenStaysAway {
  always all f: Physical.(Guest.map) |
    f not in Physical.(Guest.map') implies after (f in Physical.(Guest.map) releases f not in Page.(Rid.found))
}

assert TakenFramesStayAway { sound and always step implies takenStaysAway }
check TakenFramesStayAway for 2 but 3 Translation, 4..4 steps expect 0

-- Whenever an identifier comes to stand for something else, or for nothing.
pred recycledAreEmpty { all i: Rid | given'.i != given.i implies after no i.found }

assert RecycledIdentifiersTranslateNothing { sound and step implies recycledAreEmpty }
check RecycledIdentifiersTranslateNothing for 3 but 2..2 steps expect 0

-- What a guest reaches through the hardware, if anything: what its own translation leads to, by the map.
pred readsItsOwn { all r: Host.current, p: Page | p.(r.given.found) in p.(r.space.believed).(r.space.guest.map) }

assert GuestsReadWhatTheyBelieve { sound and step implies after readsItsOwn }
check GuestsReadWhatTheyBelieve for 2 but 3 Region, 3 Frame, 3 Translation, 2..2 steps expect 0

-- Between any two stores, a walk of an entry takes what was there before them or what will be, with all words of it.
pred takesWholeEntries[s: Slot] {
  (walked[s])' in walked[s] + Host.fill.rid -> Host.fill.page -> Host.fill.frame
  some (walked[s])' implies one s.holds'[Word]
}

assert WalkerTakesWholeEntries { all s: Slot | sound and step implies takesWholeEntries[s] }
check WalkerTakesWholeEntries for 3 but 2..2 steps expect 0

-- A miss that the guest does not see ends with an entry in the table and one in the cache.
pred endsInBoth { all t: Host.fill - Host.fill' | after t.rid -> t.page -> t.frame in Host.cache & entered & meant }

assert MissesEndInTableAndCache { sound and step implies endsInBoth }
check MissesEndInTableAndCache for 3 but 2..2 steps expect 0

-- A guest is told of a miss if neither its cache nor its page table has the page, and nothing of it is in the hardware either.
pred toldOfItsOwn[r: Region, p: Page] { no p.(r.given.found) and no p.(r.space.believed) and no p.(r.space.table) }

assert MissesToldAreTheGuestsOwn { all r: Region, p: Page | sound and tells[r, p] implies toldOfItsOwn[r, p] }
check MissesToldAreTheGuestsOwn for 3 but 2..2 steps expect 0

-- However often the walker brings back what has to leave, nothing but the monitor has to act for an answer to end.
pred acts { (some s: Slot | clears[s]) or concludes or (some t: Translation | stores[t] or insertsCache[t]) }

assert AnswersEnd {
  sound and always (acts or some s: Slot | walks[s]) and always eventually acts implies eventually running
}
check AnswersEnd for 2 but 5 steps expect 0


---- what can be reached

pred concluded[c: Change] { Host.change = c and no Host.change' }

run TwoGuestsAreInTheHardware {
  history and eventually (some disj g, h: Guest | all each: g + h | some entered & Host.cache & standing[guest.each] -> Page -> Frame)
} for 2 but 1 Page, 1 Physical, 13..13 steps expect 1

run PurgeReachesTableAndCacheInTwoContexts {
  sound and running and always step and eventually (some disj r, s: Region, p: Page | concluded[Purge] and Host.ofPage = p and
    r.space + s.space = Host.ofSpace and once (some p.(r.given.entered) and some p.(s.given.(Host.cache))))
} for 2 but 5..5 steps expect 1

run WalkBringsBackWhatIsPurged {
  sound and running and always step and eventually (concluded[Purge] and some Host.cache & leaving and before (Host.change = Purge and (some s: Slot | clears[s]) and
    before (some s: Slot | walks[s] and some walked[s] & leaving - Host.cache)))
} for 2 but 5..5 steps expect 1

run FrameGoesToAnotherGuest {
  history and eventually (some f: Frame, disj g, h: Guest | concluded[Take] and Host.ofFrame = f and f in Physical.(g.map) and some Host.cache.f and
    after eventually (f in Physical.(h.map) and f in Page.(standing[guest.h].(Host.cache))))
} for 1 but 2 Guest, 2 Space, 2 Region, 17..17 steps expect 1

run IdentifiersRunOut {
  history and eventually (some i: Rid, disj r, s: Region | concluded[Recycle] and i.found != none -> none and r = given.i and s = given'.i and
    after eventually some i.(Host.cache))
} for 2 but 1 Rid, 1 Page, 16..16 steps expect 1

run WalkBetweenTwoStores {
  sound and running and always step and eventually (some s: Slot, t: Host.fill | t.slot = s and some walked[s] and walks[s] and
    after (stores[t]; stores[t]; stores[t]; stores[t]; (walks[s] and some s.holds[Tag] & t)))
} for 2 but 8..8 steps expect 1

run GuestIsToldOfAMiss { history and eventually (some r: Region, p: Page | tells[r, p]) } for 2 but 3..3 steps expect 1

-- As on its own machine.
run PageTableChangesWithoutPurge {
  history and eventually (some r: Host.current, p: Page | some p.(r.given.(Host.cache)) and some r.space.table[p] and r.space.table[p] != r.space.believed[p])
} for 2 but 9..9 steps expect 1


---- wrong events, to be caught

-- Purges the cache alone.
pred forgetsToPurgeTable { some Host.change and Host.cache' = Host.cache - leaving and holds' = holds and known }

check WrongPurgeOfTheCacheAloneIsCaught { sound and always (step or forgetsToPurgeTable) implies purgedStaysAway }
for 2 but 3 Frame, 3 Translation, 4..4 steps expect 1

-- Clears the table alone.
pred forgetsToPurgeCache { some Host.change and no entered & leaving and hardwareStays and known }

check WrongPurgeOfTheTableAloneIsCaught { sound and always (step or forgetsToPurgeCache) implies purgedStaysAway }
for 2 but 3 Frame, 3 Translation, 4..4 steps expect 1

check WrongTakingIsCaught { sound and always (step or forgetsToPurgeCache) implies takenStaysAway }
for 2 but 3 Frame, 3 Translation, 4..4 steps expect 1

-- Purges the cache first, then clears the table; a walk in between brings the page back.
pred purgesCacheFirst[x: Space, p: Page] {
  x in Host.current.space and running and begins[Purge, x, p, none, none, none]
  Host.cache' = Host.cache - standing[x] -> p -> Frame and holds' = holds and knowledgeStays and fill' = fill
}

check WrongOrderOfPurgesIsCaught {
  sound and (some x: Space, p: Page | purgesCacheFirst[x, p]) and after always ((some s: Slot | walks[s] or clears[s]) or forgetsToPurgeCache or idle)
    implies purgedStaysAway
} for 2 but 3 Frame, 3 Translation, 5..5 steps expect 1

-- Looks for the page in the context that is current, and not in others.
pred purgesOneContext {
  let i = (Host.current & space.(Host.ofSpace)).given {
    Host.change = Purge and no entered & i -> Host.ofPage -> Frame
    Host.cache' = Host.cache - i -> Host.ofPage -> Frame and holds' = holds and known
  }
}

check WrongPurgeOfOneContextIsCaught { sound and always (step or purgesOneContext) implies purgedStaysAway }
for 2 but 3 Frame, 3 Translation, 4..4 steps expect 1

-- Leaves what stood for the page before.
pred insertsBeside { Host.change = Insert and hardwareStays and known }

check WrongInsertionIsCaught { sound and insertsBeside implies after readsItsOwn } for 2 but 3 Frame, 2..2 steps expect 1

-- Takes identifiers back, and purges nothing.
pred reusesIdentifierWithoutFlush { Host.change = Recycle and hardwareStays and known }

check WrongRecyclingIsCaught { sound and reusesIdentifierWithoutFlush implies recycledAreEmpty } for 2 but 3 Frame, 2..2 steps expect 1

check WrongRecyclingShowsAnothersMemory {
  sound and reusesIdentifierWithoutFlush implies after (all f: Page.(Host.current.given.found) | f in Physical.(Host.current.space.guest.map))
} for 2 but 3 Frame, 2..2 steps expect 1

-- Overlooks which identifiers are given.
pred givesTwice[rs: set Region] {
  running and one rs.space.guest and Host.current' = rs and rs in given'.Rid and given in given' and given' - given in rs -> Rid
  all r: rs | one r.given'
  hardwareStays and mapStays and beliefStays and answerStays
}

check WrongIdentifierIsCaught { sound and givesTwice[Host.current'] implies after isolated } for 2 but 3 Frame, 2..2 steps expect 1

-- Stores the tag first.
pred publishesTagFirst[t: Translation] {
  let now = t.slot.holds |
    t = Host.fill and stored[t, t not in now[Tag] => now ++ Tag -> t else t not in now[Entry] => now ++ Entry -> t else now ++ Size -> t]
}

check WrongOrderOfStoresIsCaught { all s: Slot | sound and (some t: Translation | publishesTagFirst[t]) implies takesWholeEntries[s] }
for 2 but 3 Frame, 2..2 steps expect 1

check WrongOrderOfStoresShowsAnothersMemory { sound and (some t: Translation | publishesTagFirst[t]) implies after isolated }
for 2 but 3 Frame, 2..2 steps expect 1

-- Does not set ti.
pred keepsTag[t: Translation] {
  let now = t.slot.holds |
    t = Host.fill and stored[t, t not in now[Entry] => now ++ Entry -> t else t not in now[Size] => now ++ Size -> t else now ++ Tag -> t]
}

check WrongUpdateIsCaught { all s: Slot | sound and (some t: Translation | keepsTag[t]) implies takesWholeEntries[s] }
for 2 but 3 Frame, 2..2 steps expect 1

-- Takes a frame out of the map, and purges nothing.
pred takesUnpurged[f: Frame] {
  running and f in Physical.(Guest.map) and map' = map - Guest -> Physical -> f
  hardwareStays and identifiersStay and beliefStays and answerStays
}

check WrongUnmappingIsCaught { sound and (some f: Frame | takesUnpurged[f]) implies after isolated } for 2 but 3 Frame, 2..2 steps expect 1

-- Gives a frame that another has.
pred givesAgain[g: Guest, q: Physical, f: Frame] {
  running and no g.map[q] and f not in Physical.(g.map) + Host.own and map' = map + g -> q -> f
  hardwareStays and identifiersStay and beliefStays and answerStays
}

check WrongGivingIsCaught { sound and (some g: Guest, q: Physical, f: Frame | givesAgain[g, q, f]) implies after isolated }
for 2 but 3 Frame, 2..2 steps expect 1

-- Enters what the guest takes for a frame.
pred fillsUnmapped[r: Region, p: Page, t: Translation] {
  running and misses[r, p] and t.rid = r.given and t.page = p and t.frame = r.space.believed[p].same
  Host.fill' = t and changeStays and hardwareStays and knowledgeStays
}

check WrongFrameIsCaught {
  sound and (some r: Region, p: Page, t: Translation | fillsUnmapped[r, p, t]) and after always step implies always isolated
} for 2 but 3 Frame, 4..4 steps expect 1

-- Has done when the cache has it.
pred insertsCacheAlone[t: Translation] {
  t = Host.fill and Host.cache' = Host.cache - t.rid -> t.page -> Frame + t.rid -> t.page -> t.frame
  no Host.fill' and holds' = holds and changeStays and knowledgeStays
}

check WrongFillIsCaught { sound and (some t: Translation | insertsCacheAlone[t]) implies endsInBoth } for 2 but 3 Frame, 2..2 steps expect 1

-- Looks into the host's table alone.
pred tellsTooEarly[r: Region, p: Page] { running and misses[r, p] and hardwareStays and knowledgeStays and answerStays }

check WrongMissIsCaught { all r: Region, p: Page | sound and tellsTooEarly[r, p] implies toldOfItsOwn[r, p] } for 2 but 3 Frame, 2..2 steps expect 1
