-- The set of registers that is the monitor's while a virtual processor is inside, and where what guests believe it to hold is: one passage, use or switch a step.
-- Left out are registers that are not in the set, PSR.dfl and dfh, by which uses are seen, PSR.mfl and mfh, and where the areas are. Storing or loading
-- the set is one step; on hardware nothing comes in between but the monitor.
--
-- How others state a trace, and read one:
--   A history is `history and (A; B; C; always Now.event = Idle)`, where each of A, B, C speaks of the state before a step: of the event with its arguments,
--   and of whatever holds then, as in (Now.event = Pass and Now.told = EXECUTION_CAUGHT and Now.to = Zero and Now.action = SAVE).
--   `arguments` says which arguments an event has; all others are empty. `Now.passage`, `Now.action` and `Now.got` are what comes of it.
--   The state is the `var` fields of Processor and Machine. The parameters are the other fields of Machine.
module scratch

sig Value {}

-- One of the set.
sig Register {}

-- Privilege levels, as a guest believes.
enum Level { Zero, Three }

enum Presence { OUTSIDE, INSIDE }
enum Detector { PRIVILEGED_INSTRUCTION, EXECUTION_CAUGHT, PRIVILEGE_DECREASE }
enum Passage { ENTRY, EXIT, NONE }
enum Action { SAVE, RESTORE, NOTHING }

-- A virtual processor. `kept`: its registers while another one runs, if it is outside. `believed`: what the guest wrote last.
sig Processor {
  var presence: Presence,
  var level: Level,
  var area, kept, believed: Register -> one Value
}

-- `entries`, `exits`: from what entering and leaving are seen. `holds`: what is in the registers.
one sig Machine {
  entries: some PRIVILEGED_INSTRUCTION + EXECUTION_CAUGHT,
  exits: some PRIVILEGED_INSTRUCTION + PRIVILEGE_DECREASE,
  var current: Processor,
  var holds: Register -> one Value
}

enum Event { Idle, Pass, Read, Write, Use, Switch }

-- Pass: the virtual processor goes on at a level, the same or another, and something is told or not. Read, Write: by the guest.
-- Use: the monitor changes a register. Switch: another virtual processor goes on.
one sig Now {
  var event: Event,
  var told: lone Detector,
  var to: lone Level,
  var register: lone Register,
  var value: lone Value,
  var other: lone Processor,
  var passage: lone Passage,
  var action: lone Action,
  var got: lone Value
}


---- what the state says

fun runs: Processor { Machine.current }

-- ENTRY_DETECTED, EXIT_DETECTED
fun meaning[told: lone Detector, from, to: Level]: Passage {
  to = Zero => (some told & Machine.entries => ENTRY else NONE)
    else (from = Zero and some told & Machine.exits) => EXIT
    else NONE
}

-- SET_SAVED, SET_KEPT, SET_RESTORED, SET_UNTOUCHED
fun following[p: Presence, m: Passage]: Presence { m = ENTRY => INSIDE else m = EXIT => OUTSIDE else p }
fun done[p: Presence, m: Passage]: Action { (m = ENTRY and p = OUTSIDE) => SAVE else (m = EXIT and p = INSIDE) => RESTORE else NOTHING }

-- Every way to a lower privilege level is seen.
pred seen { PRIVILEGED_INSTRUCTION + PRIVILEGE_DECREASE in Machine.exits }


---- the event

pred lowers { runs.level = Zero and Now.to = Three }

pred arguments {
  let e = Now.event {
    some Now.to iff e = Pass
    some Now.told implies e = Pass
    some Now.register iff e in Read + Write + Use
    some Now.value iff e in Write + Use
    some Now.other iff e = Switch
    Now.other != runs
    e = Use implies runs.presence = INSIDE
    -- A privileged instruction leads to a lower privilege level, or a transfer that is told.
    lowers implies some Now.told & (PRIVILEGED_INSTRUCTION + PRIVILEGE_DECREASE)
    Now.told = PRIVILEGE_DECREASE implies lowers
  }
}


---- what the event does

fun passes: lone Passage { Now.event = Pass => meaning[Now.told, runs.level, Now.to] else none }
fun does: lone Action { Now.event = Pass => done[runs.presence, passes] else none }

-- Where a guest reads and writes: USE_EMULATED.
pred inside { runs.presence = INSIDE }
fun used: Register -> Value { inside => runs.area else Machine.holds }
fun put: Register -> Value { used ++ { r: Now.register, v: Now.value | Now.event = Write } }

-- The areas, and the registers, after what is done with the set. SET_OF_PROCESSOR
fun stored[a: lone Action]: Processor -> Register -> Value {
  a = SAVE => area ++ runs -> Machine.holds else inside => area ++ runs -> put else area
}

fun loaded[a: lone Action]: Register -> Value {
  a = RESTORE => runs.area
    else Now.event = Use => Machine.holds ++ Now.register -> Now.value
    else Now.other.presence = OUTSIDE => Now.other.kept
    else inside => Machine.holds
    else put
}

pred becoming[a: lone Action, areas: Processor -> Register -> Value, registers: Register -> Value] {
  arguments
  Now.passage = passes and Now.action = a and Now.got = { v: used[Now.register] | Now.event = Read }
  presence' = presence ++ { p: runs, s: Presence | Now.event = Pass and s = following[p.presence, passes] }
  level' = level ++ runs -> Now.to
  area' = areas and Machine.holds' = registers
  all p: Processor {
    p.kept' = (Now.event = Switch and p = runs and not inside => Machine.holds else p.kept)
    p.believed' = p.believed ++ { r: Now.register, v: Now.value | Now.event = Write and p = runs }
  }
  runs' = (Now.event = Switch => Now.other else runs)
}

pred step { becoming[does, stored[does], loaded[does]] }

pred start {
  Processor.presence = OUTSIDE and Machine.holds = runs.believed
  all p: Processor - runs | p.kept = p.believed
}

pred history { start and always step }


---- what the state keeps to, so that each event can be judged by itself

pred sound {
  all p: Processor {
    p.presence = INSIDE implies p.area = p.believed
    p.presence = OUTSIDE implies p.believed = (p = runs => Machine.holds else p.kept)
  }
  seen implies Three not in (presence.INSIDE).level
}

assert EveryProcessorStartsOutside { start implies sound }
check EveryProcessorStartsOutside for 3 but 1..1 steps expect 0

assert EveryPassageKeepsSound { sound and step implies after sound }
check EveryPassageKeepsSound for 3 but 2..2 steps expect 0


---- assertions: of an event, whatever the sound state in which it happens, or of all that may follow

-- What the monitor changes was stored when the virtual processor was outside last, and what the guest believes is in its area.
pred stores[p: Processor] { p = runs and p.presence = OUTSIDE and p.area' = Machine.holds }
pred savedFirst {
  always all p: runs | Now.event = Use implies (before (p.presence' = INSIDE since stores[p])) and p.area = p.believed
}

assert SavedBeforeUsed { history implies savedFirst }
check SavedBeforeUsed for 2 but 6..6 steps expect 0

-- A guest reads what it wrote last, and has it in the registers after it was seen to leave.
pred hasItsOwn { Machine.holds = runs.believed }
pred comesBack {
  Now.event = Read implies Now.got = Now.register.(runs.believed)
  Now.passage = EXIT implies after hasItsOwn
}

assert SetsComeBack { history implies always comesBack }
check SetsComeBack for 2 but 6..6 steps expect 0

-- The same of any number of events.
assert SetsComeBackAfterEach { sound and step implies comesBack }
check SetsComeBackAfterEach for 3 but 2..2 steps expect 0

-- Where every way to a lower privilege level is seen, it is in the registers there.
pred hasItsOwnThere { runs.level = Three implies hasItsOwn }

assert LowerLevelsHaveTheSet { sound and seen and step implies hasItsOwnThere and after hasItsOwnThere }
check LowerLevelsHaveTheSet for 3 but 2..2 steps expect 0

assert InsideTheAreaHoldsTheBelief { history implies always all p: presence.INSIDE | p.area = p.believed }
check InsideTheAreaHoldsTheBelief for 2 but 5..5 steps expect 0

assert OutsideTheRegistersHoldTheBelief { history implies always (runs.presence = OUTSIDE implies Machine.holds = runs.believed) }
check OutsideTheRegistersHoldTheBelief for 2 but 5..5 steps expect 0

-- What one does is nobody else's matter.
assert OthersKeepTheirs { sound and step implies all p: Processor - runs | p.area' = p.area and p.kept' = p.kept and p.presence' = p.presence }
check OthersKeepTheirs for 3 but 2..2 steps expect 0


---- what can be reached

pred passing[l, next: Level, a: Action] { Now.event = Pass and runs.level = l and Now.to = next and Now.action = a }

run EntersAndLeaves {
  history and seen and eventually (passing[Three, Zero, SAVE]; (Now.event = Use and Now.value != Now.register.(runs.area)); passing[Zero, Three, RESTORE])
} for 2 but 5..5 steps expect 1

run EntersTwice { history and eventually (passing[Zero, Zero, SAVE]; Now.event = Use; (passing[Zero, Zero, NOTHING] and Now.passage = ENTRY)) } for 2 but 4..4 steps expect 1

run LeavesWithoutEntry {
  history and eventually (passing[Zero, Three, NOTHING] and Now.passage = EXIT and runs.area != runs.believed)
} for 2 but 3..3 steps expect 1

run WritesInside {
  history and eventually (passing[Three, Zero, SAVE]; Now.event = Use; Now.event = Write; (Now.event = Read and Now.got != Now.register.(Machine.holds)); passing[Zero, Three, RESTORE])
} for 2 but 6..6 steps expect 1

run TwoAreInside { history and eventually (some disj p, q: presence.INSIDE | p.area != q.area) } for 2 but 5..5 steps expect 1

run ComesBackAfterAnother {
  history and eventually (some p: runs |
    ((p.presence = INSIDE and Now.event = Switch); Now.event = Write; Now.event = Switch; (passing[Zero, Three, RESTORE] and runs = p)))
} for 2 but 6..6 steps expect 1

run GoesOnOutsideAfterAnother {
  history and eventually (some p: runs |
    ((p.presence = OUTSIDE and Now.event = Switch); Now.event = Use; (Now.event = Switch and Machine.holds != p.believed); (Now.event = Read and runs = p)))
} for 2 but 7..7 steps expect 1

run RunsAtLevelZeroOutside { history and eventually (passing[Three, Zero, NOTHING] and no Now.told; Now.event = Write) } for 2 but 4..4 steps expect 1


---- wrong events, to be caught

-- Saves whenever code is entered.
fun savesTwice: lone Action { passes = ENTRY => SAVE else does }

check WrongEntryFromInsideIsCaught { sound and becoming[savesTwice, stored[savesTwice], loaded[savesTwice]] implies after sound } for 2 but 2..2 steps expect 1

check WrongEntryFromInsideShowsTheMonitorsOwn {
  start and always becoming[savesTwice, stored[savesTwice], loaded[savesTwice]] implies always comesBack
} for 2 but 5..5 steps expect 1

-- Loads whenever code is left.
fun restoresAlways: lone Action { passes = EXIT => RESTORE else does }

check WrongLeavingFromOutsideIsCaught { sound and becoming[restoresAlways, stored[restoresAlways], loaded[restoresAlways]] implies comesBack } for 2 but 2..2 steps expect 1

-- Uses the set while it saves it.
pred savesLate { arguments and becoming[does, (does = SAVE => area ++ runs -> Machine.holds' else stored[does]), (does = SAVE => Machine.holds' else loaded[does])] }

check WrongOrderOfSavingIsCaught { start and always savesLate implies savedFirst } for 2 but 3..3 steps expect 1

-- Leaves as if it were outside.
check WrongLeavingFromInsideIsCaught { start and always becoming[does, stored[does], loaded[does & SAVE]] implies always comesBack } for 2 but 5..5 steps expect 1

-- Has one area for all.
pred savesForAll { becoming[does, (does = SAVE => Processor -> Machine.holds else stored[does]), loaded[does]] }

check WrongAreaIsCaught { start and always savesForAll implies always comesBack } for 2 but 6..6 steps expect 1

-- Does not see that the guest writes.
pred writesThrough { becoming[does, (Now.event = Write => area else stored[does]), (Now.event = Write => Machine.holds ++ Now.register -> Now.value else loaded[does])] }

check WrongPlaceOfWritingIsCaught { start and always writesThrough implies always comesBack } for 2 but 4..4 steps expect 1

-- Saves the set of a virtual processor that is inside when another one goes on.
pred savesAtSwitches { becoming[does, (Now.event = Switch => area ++ runs -> Machine.holds else stored[does]), loaded[does]] }

check WrongSwitchIsCaught { sound and savesAtSwitches implies after sound } for 2 but 2..2 steps expect 1

-- Leaves what is in the registers to another virtual processor that is outside.
pred leavesRegisters { becoming[does, stored[does], (Now.event = Switch => Machine.holds else loaded[does])] }

check WrongRegistersAreCaught { start and always leavesRegisters implies always comesBack } for 2 but 3..3 steps expect 1

-- Overlooks a way to a lower privilege level.
check WrongDetectorsAreCaught { history implies always hasItsOwnThere } for 2 but 4..4 steps expect 1
