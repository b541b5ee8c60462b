-- Copies of code in which something is to be patched, one for each address at which it is executed, and what in the hardware leads to them: one fetch, read,
-- store or change a step.
-- Left out are what a copy holds in place of what is patched, stubs, page sizes, rights, whether speculative loads are deferred, and virtual processors: all
-- contexts here are of one. States of pages are those of domains.als, of which only that matters whether code that executes is to be patched. `pieces` are those
-- for instructions; one stays until the monitor takes it away. The hardware may lose it before that, so that a page may be fetched which has a piece.
--
-- How others state a trace, and read one:
--   A history is `history and (A; B; C; always Now.event = Idle)`, where each of A, B, C speaks of the state before a step: of the event with its arguments,
--   and of whatever holds then, as in (Now.event = Fetch and Now.rid = Rid0 and Now.pages = Page0 and Now.outcome = MADE).
--   `arguments` says which arguments an event has; all others are empty. `Now.outcome` is what becomes of a fetch, `Now.found` what is read.
--   The state is the `var` fields of Frame, Spare and Host. The parameters are Sensitive and the other fields of Host.
module aliases

-- What a page of memory holds.
sig Content {}
sig Sensitive in Content {}

-- Where a piece can lead.
abstract sig Place {}

-- A frame of the host, which a guest may have.
sig Frame extends Place { var holds: Content }

-- A page of the monitor for a copy: of which frame and for which page it is, what that held when it was made, and the identifiers by which pieces lead there.
abstract sig Spare extends Place {
  var original: lone Frame,
  var at: lone Page,
  var from: lone Content,
  var rids: set Rid
}
one sig Spare0, Spare1 extends Spare {}

-- What a guest takes for a page of memory.
sig Physical {}

-- An address of a page.
sig Page {}

-- A region identifier of the host.
sig Rid {}

-- How the hardware is told what states deny.
enum Catching { KEYS, RIGHTS, PRESENT }

-- `translations`: those of the guest. `noted`: what the monitor knows to have led to a frame. `older`: the copies that were made before one.
one sig Host {
  catching: Catching,
  pool: some Spare,
  var map: Physical -> lone Frame,
  var translations: Rid -> Page -> lone Physical,
  var pieces: Rid -> Page -> lone Place,
  var noted: Frame -> Rid -> Page,
  var older: Spare -> Spare
}

fact { Spare0 in Host.pool }

enum Event { Idle, Fetch, Read, Store, Insert, Purge, Change, Flush }

-- What a fetch leads to: the frame itself, a copy that there was, one in a page that was free, or one in the place of the oldest.
enum Outcome { ITSELF, SHARED, MADE, REPLACED }

-- Store: through a page, by an instruction in another frame; or to a frame by whatever the monitor stores for: a device, or an instruction that stores to its own frame.
-- Insert, Purge: by the guest, of a page, or a purge of all. Change: of the map, by which a page of the guest's memory has another frame or none.
one sig Now {
  var event: Event,
  var rid: lone Rid,
  var pages: set Page,
  var physical: lone Physical,
  var frame: lone Frame,
  var content: lone Content,
  var outcome: lone Outcome,
  var found: lone Place
}


---- what the state says

fun leads: Rid -> Page -> Frame { Host.translations.(Host.map) }
fun led: lone Frame { Now.pages.(Now.rid.leads) }
fun piece: lone Place { Now.pages.(Now.rid.(Host.pieces)) }

fun used: set Spare { original.Frame }
fun oldest: lone Spare { { s: used | no Host.older.s } }

-- ALIAS_COPIED: the copy of a frame for a page.
fun copy[f: Frame, p: Page]: lone Spare { original.f & at.p }


---- the event

pred arguments {
  let e = Now.event {
    some Now.rid iff (e in Fetch + Read + Insert + Purge or (e = Store and no Now.frame))
    some Now.pages iff some Now.rid
    e = Purge implies (one Now.pages or Now.pages = Page) else lone Now.pages
    e in Fetch + Read + Store and some Now.rid implies some led
    some Now.physical iff e in Insert + Change
    some Now.frame implies e in Store + Change
    e = Change implies Now.frame != Now.physical.(Host.map)
    some Now.content iff e = Store
  }
}

fun becomes: lone Outcome {
  Now.event != Fetch => none
    else led.holds not in Sensitive => ITSELF
    else some copy[led, Now.pages] => SHARED
    else used != Host.pool => MADE
    else REPLACED
}

-- Of a copy the hardware is let do nothing but execute.
fun finds: lone Place { Now.event != Read => none else piece in Frame and some piece => piece else led }


---- what the event does

fun written: lone Frame { { f: led + Now.frame | Now.event = Store } }
fun stored[f: Frame]: Content { f in written => Now.content else f.holds }

-- PIECES_NARROWED: code to which the monitor stores and that permits no less afterwards keeps its pieces, unless it has copies.
pred stays[f: Frame] {
  no Now.rid and f not in used.original and Host.catching != PRESENT and (f.holds in Sensitive or stored[f] not in Sensitive)
}

-- What leaves the hardware: of a store (STORE_FOLLOWED, TRANSFER_FOLLOWED), and at all. COPY_REPLACED
fun followed: Rid -> Page { { i: Rid, p: Page | some f: written | not stays[f] and i -> p in f.(Host.noted) } }

fun leaving: Rid -> Page {
  Now.event in Insert + Purge => Now.rid -> Now.pages
    else Now.event in Change + Flush => Rid -> Page
    else Now.outcome = REPLACED => oldest.rids -> oldest.at
    else followed
}

-- The identifiers by which pieces lead to a copy then, and the copies to which any do. COPY_RELEASED
fun left[s: Spare, gone: Rid -> Page]: set Rid { s.rids - gone.(s.at) }
fun staying[gone: Rid -> Page]: set Spare { { s: used | some left[s, gone] } }

fun free[stay: set Spare]: lone Spare { Spare0 in Host.pool - stay => Spare0 else Host.pool - stay }

fun target[is: lone Outcome, stay: set Spare]: lone Place {
  no is => none else is = ITSELF => led else is = SHARED => copy[led, Now.pages] else free[stay]
}

-- What leaves the hardware, and what the monitor takes to have left, the copies that it has then besides a new one, and where a piece leads that is entered.
pred becoming[is: lone Outcome, gone, known: Rid -> Page, stay: set Spare, to: lone Place] {
  arguments and Now.outcome = is
  let new = { s: to | is in MADE + REPLACED }, filled = { i: Now.rid, p: Now.pages | some to } {
    Host.pieces' = Host.pieces - (gone + filled) -> Place + Now.rid -> Now.pages -> to
    all s: Spare {
      s.original' = (s = new => led else s in stay => s.original else none)
      s.at' = (s = new => Now.pages else s in stay => s.at else none)
      s.from' = (s = new => led.holds else s in stay => s.from else none)
      s.rids' = (s in stay - new => left[s, known] else none) + { i: Now.rid | s = to }
    }
    Host.older' = (Host.older & (stay - new) -> (stay - new)) + (stay - new) -> new
  }
  all f: Frame | f.holds' = stored[f]
  Host.map' = (Now.event = Change => Host.map - Now.physical -> Frame + Now.physical -> Now.frame else Host.map)
  Host.translations' = Host.translations - { i: Now.rid, p: Now.pages | Now.event in Insert + Purge } -> Physical + { i: Now.rid, p: Now.pages, q: Now.physical | Now.event = Insert }
}

-- What is known of the frames of which everything leaves, and of that to which a piece is entered.
pred notes[gone: Rid -> Page, entered: set Frame] {
  Host.noted' = Host.noted - { f: Frame | f in written or Now.event in Change + Flush } -> gone + entered -> Now.rid -> Now.pages
}

fun fetched: set Frame { { f: led | Now.event = Fetch } }

pred answered[is: lone Outcome, gone: Rid -> Page] { becoming[is, gone, gone, staying[gone], target[is, staying[gone]]] and notes[gone, fetched] }

pred step { answered[becomes, leaving] and Now.found = finds }

pred start { no Host.pieces and no Host.noted and no Host.older and no original and no at and no from and no rids }

pred history { start and always step }


---- what the state keeps to, so that each event can be judged by itself

fun executed: set Place { Page.(Rid.(Host.pieces)) }

-- A copy to which a piece leads was made from what its original holds now.
pred current { all s: executed & Spare | s.from = s.original.holds }

-- No piece leads to a frame in which something is to be patched, nor to one to which the guest's translation does not.
pred unpatched { all f: executed & Frame | f.holds not in Sensitive }
pred direct { all i: Rid, p: Page, f: Frame | i -> p -> f in Host.pieces implies f = p.(i.leads) }

-- ALIAS_COPIED
pred own { all i: Rid, p: Page, s: Spare | i -> p -> s in Host.pieces implies s = copy[p.(i.leads), p] }

-- COPY_RELEASED: the pages in use are those to which a piece leads, and the monitor knows by which identifiers.
pred tight { used = executed & Spare and used in Host.pool and all s: Spare | s.rids = (Host.pieces.s).Page }

pred noticed { all i: Rid, p: Page | some p.(i.(Host.pieces)) implies p.(i.leads) -> i -> p in Host.noted }

-- COPY_REPLACED: of two copies one is the older.
pred ordered {
  Host.older in used -> used and Host.older.(Host.older) in Host.older
  all s, t: used | s -> t in Host.older iff s != t and t -> s not in Host.older
}

pred sound {
  current and unpatched and direct and own and tight and noticed and ordered
  all s: Spare | (s in used implies some s.at and some s.from & Sensitive) and (s not in used implies no s.at + s.from)
}

assert NothingIsCopiedAtFirst { start implies sound }
check NothingIsCopiedAtFirst for 3 but 3 Frame, 1..1 steps expect 0

assert EveryStepKeepsSound { sound and step implies after sound }
check EveryStepKeepsSound for 3 but 2 Frame, 2 Physical, 2..2 steps expect 0


---- assertions: of an event, whatever the sound state in which it happens, or of all that may follow

assert CopiesAreCurrent { sound and step implies after current }
check CopiesAreCurrent for 3 but 3 Frame, 2..2 steps expect 0

assert NothingLeadsToOriginals { sound and step implies after unpatched }
check NothingLeadsToOriginals for 3 but 3 Frame, 2..2 steps expect 0

assert EachAliasHasItsOwn { sound and step implies after own }
check EachAliasHasItsOwn for 3 but 3 Frame, 2..2 steps expect 0

pred readsOriginal { Now.event = Read implies Now.found = led }

assert ReadersFindTheOriginal { sound and step implies readsOriginal }
check ReadersFindTheOriginal for 3 but 3 Frame, 2..2 steps expect 0

assert PoolNeverLeaks { sound and step implies after tight }
check PoolNeverLeaks for 3 but 3 Frame, 2..2 steps expect 0

-- What was stored to is not executed as it was.
assert NoCopyOutlivesAStore { sound and step implies all f: written | stays[f] or (no original'.f and no executed' & f) }
check NoCopyOutlivesAStore for 3 but 2 Frame, 2..2 steps expect 0

-- The same, of what is known of the start alone.
assert NothingIsWrongFromTheStart { history implies always (current and unpatched and own and tight and readsOriginal) }
check NothingIsWrongFromTheStart for 2 but 2 Frame, 1 Rid, 5..5 steps expect 0

-- What is fetched is there afterwards, patched for its page if there is something to be patched.
pred runsAs[i: Rid, p: Page, c: Content] {
  let x = p.(i.(Host.pieces)) | c in Sensitive => x in Spare and x.from = c and x.at = p else x in Frame and x.holds = c
}
pred goesOn { Now.event = Fetch implies all i: Now.rid, p: Now.pages, c: led.holds | after runsAs[i, p, c] }

assert WhatIsFetchedIsThere { sound and step implies goesOn }
check WhatIsFetchedIsThere for 3 but 3 Frame, 2..2 steps expect 0

-- Another page comes to lead to a frame that is executed, and the frame to hold something else: the one first, or the other.
pred stores[f: Frame, c: Content] { Now.event = Store and led + Now.frame = f and Now.content = c }
pred inserts[i: Rid, p: Page, x: Physical] { Now.event = Insert and Now.rid = i and Now.pages = p and Now.physical = x }
pred fetches[i: Rid, p: Page] { Now.event = Fetch and Now.rid = i and Now.pages = p }

pred agree {
  all i, j: Rid, p, q: Page, x: Physical, c: Content, f: x.(Host.map) |
    (p -> x in i.(Host.translations) and i -> p != j -> q and after after (fetches[i, p]; fetches[j, q])
      and ((inserts[j, q, x]; stores[f, c]) or (stores[f, c]; inserts[j, q, x])))
    implies after after after (runsAs[i, p, c] and after runsAs[j, q, c])
}

assert AliasesAgree { sound and always step implies agree }
check AliasesAgree for 2 but 2 Frame, 5..5 steps expect 0


---- what can be reached

pred fetching[i: Rid, p: Page, o: Outcome] { fetches[i, p] and Now.outcome = o }

run TwoAliasesHaveTwoCopies {
  history and eventually (some i: Rid, disj p, q: Page | (p + q).(i.leads) in Sensitive.~holds and one (p + q).(i.leads) and (fetching[i, p, MADE]; fetching[i, q, MADE]; #executed = 2))
} for 2 but 2 Frame, 1 Rid, 6..6 steps expect 1

run TwoContextsShareOne {
  history and eventually (some disj i, j: Rid, p: Page | (fetching[i, p, MADE]; fetching[j, p, SHARED]; (Now.event = Purge and Now.rid = i and one used); (Now.event = Purge and Now.rid = j and one used); no used))
} for 2 but 2 Frame, 8..8 steps expect 1

run CopyIsReplaced {
  history and eventually (some i, j: Rid, p, q: Page | (fetching[i, p, MADE]; fetching[j, q, REPLACED]; fetching[i, p, REPLACED]))
} for 2 but 2 Frame, 8..8 steps expect 1

-- The oldest is not in the first page.
run OldestIsInTheSecondPage {
  history and eventually (Now.outcome = REPLACED and oldest = Spare1 and #used = 2)
} for 2 but 2 Frame, 8..8 steps expect 1

run CopyIsDroppedAndMadeAgain {
  history and eventually (some i: Rid, p: Page | (fetching[i, p, MADE]; (Now.event = Store and Now.rid != i and Now.content in Sensitive and Now.content != led.holds); fetching[i, p, MADE]))
} for 2 but 2 Frame, 8..8 steps expect 1

run DeviceStoresToCode {
  history and eventually (some f: Frame, s: original.f | Now.event = Store and Now.frame = f and no s.original' and s.rids != Now.rid)
} for 2 but 2 Frame, 6..6 steps expect 1

-- A page that led to the frame leads to another one now, and is purged all the same.
run CopyOfAnotherFrameIsDropped {
  history and eventually (some f: Frame, s: Spare | Now.event = Store and f = led + Now.frame and s.original = Frame - f and no s.original')
} for 2 but 2 Frame, 6..6 steps expect 1

run PlainCodeKeepsItsPieces {
  history and eventually (some f: Frame & executed | Now.event = Store and Now.frame = f and Now.content != f.holds and f in executed')
} for 2 but 2 Frame, 6..6 steps expect 1

run AliasedBeforeItIsPatched {
  history and eventually (some i: Rid, disj p, q: Page, f: p.(i.leads) | (fetching[i, p, ITSELF]; inserts[i, q, Physical]; stores[f, Sensitive]; fetching[i, p, MADE]; (fetching[i, q, MADE] and q.(i.leads) = f)))
} for 2 but 2 Frame, 1 Physical, 1 Rid, 7..7 steps expect 1

run PatchedBeforeItIsAliased {
  history and eventually (some i: Rid, disj p, q: Page, f: p.(i.leads) | (fetching[i, p, ITSELF]; stores[f, Sensitive]; inserts[i, q, Physical]; fetching[i, p, MADE]; (fetching[i, q, MADE] and q.(i.leads) = f)))
} for 2 but 2 Frame, 1 Physical, 1 Rid, 7..7 steps expect 1

run FrameComesBackElsewhere {
  history and eventually (some f: used.original, disj x, y: Physical | x.(Host.map) = f and
    ((Now.event = Change and Now.physical = x and no Now.frame); (Now.event = Change and Now.physical = y and Now.frame = f); Now.event = Insert; (Now.outcome = MADE and led = f)))
} for 2 but 2 Frame, 8..8 steps expect 1

run EverythingIsFlushed { history and eventually (Now.event = Flush and #used = 2) } for 2 but 2 Frame, 7..7 steps expect 1


---- wrong events, to be caught

pred wrongly[is: lone Outcome, gone: Rid -> Page] { answered[is, gone] and Now.found = finds }

-- Copies only for the first alias: another page leads to the same copy.
fun earliest: lone Spare { { s: original.led | no t: original.led | t -> s in Host.older } }
pred copiesFirst { Now.event = Fetch and some earliest => becoming[SHARED, leaving, leaving, staying[leaving], earliest] and notes[leaving, fetched] and Now.found = finds else step }

check WrongCopyForTheFirstAloneIsCaught { sound and copiesFirst implies after own } for 2 but 2 Frame, 2..2 steps expect 1

check WrongCopyForTheFirstAloneDisagrees { sound and always copiesFirst implies agree } for 2 but 2 Frame, 5..5 steps expect 1

-- Leaves other pages at the original.
pred leavesOthers { Now.event = Fetch and some earliest and no copy[led, Now.pages] => wrongly[ITSELF, leaving] else step }

check WrongPageAtTheOriginalIsCaught { sound and leavesOthers implies after unpatched } for 2 but 2 Frame, 2..2 steps expect 1

-- Drops by a store only the copy through which it was made.
pred dropsOne { Now.event = Store and some Now.rid => wrongly[becomes, Now.rid -> Now.pages] else step }

check WrongStoreThroughOnePageIsCaught { sound and dropsOne implies after current } for 2 but 2 Frame, 2..2 steps expect 1

check WrongStoreThroughOnePageDisagrees { sound and always dropsOne implies agree } for 2 but 2 Frame, 5..5 steps expect 1

-- Drops none when a device stores.
pred dropsNone { Now.event = Store and no Now.rid => wrongly[becomes, none -> none] else step }

check WrongStoreOfADeviceIsCaught { sound and dropsNone implies after current } for 2 but 2 Frame, 2..2 steps expect 1

check WrongStoreOfADeviceExecutesTheOriginal { start and always dropsNone implies always unpatched } for 2 but 2 Frame, 5..5 steps expect 1

-- Keeps copies after the last purge.
pred keepsCopies { Now.event = Purge => becoming[becomes, leaving, leaving, used, none] and notes[leaving, fetched] and Now.found = finds else step }

check WrongReleaseIsCaught { sound and keepsCopies implies after tight } for 2 but 2 Frame, 2..2 steps expect 1

-- Drops a copy with the first piece that leaves.
pred dropsShared { Now.event = Purge => becoming[becomes, leaving, leaving, { s: used | s.rids = left[s, leaving] }, none] and notes[leaving, fetched] and Now.found = finds else step }

check WrongReleaseOfASharedCopyIsCaught { sound and dropsShared implies after own } for 2 but 2 Frame, 2..2 steps expect 1

-- Leaves the pieces of the oldest copy when that gives its place.
pred leavesOldest { Now.outcome = REPLACED => becoming[becomes, none -> none, leaving, staying[leaving], target[becomes, staying[leaving]]] and notes[leaving, fetched] and Now.found = finds else step }

check WrongReplacementIsCaught { sound and leavesOldest implies after own } for 2 but 2 Frame, 2..2 steps expect 1

-- Lets readers have what is executed.
pred readsCopies { answered[becomes, leaving] and Now.found = (Now.event = Read and some piece => piece else finds) }

check WrongReadingOfACopyIsCaught { sound and readsCopies implies readsOriginal } for 2 but 2 Frame, 2..2 steps expect 1

-- Keeps the pieces of all code to which the monitor stores, if there are no copies.
pred keepsCode { Now.event = Store and no Now.rid and Now.frame not in used.original => wrongly[becomes, none -> none] else step }

check WrongStoreToPlainCodeIsCaught { sound and keepsCode implies after unpatched } for 2 but 2 Frame, 2..2 steps expect 1

-- Goes on as before after the map has changed.
pred keepsMapped { Now.event = Change => wrongly[becomes, none -> none] else step }

check WrongChangeIsCaught { sound and keepsMapped implies after own } for 2 but 2 Frame, 2..2 steps expect 1

-- Notes only who makes a copy, and not who shares it.
pred forgetsSharing {
  becoming[becomes, leaving, leaving, staying[leaving], target[becomes, staying[leaving]]] and notes[leaving, { f: fetched | Now.outcome != SHARED }] and Now.found = finds
}

check WrongNoteIsCaught { sound and forgetsSharing implies after noticed } for 2 but 2 Frame, 2..2 steps expect 1

check WrongNoteOutlivesAStore { start and always forgetsSharing implies always current } for 2 but 2 Frame, 5..5 steps expect 1
