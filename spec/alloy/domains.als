-- What pages of guests have been used as, what stands in the hardware for that, and what guests are told: one access, store or change a step.
-- An access is one of an instruction that itself stands in a page and executes from there in the same step; a fetch is an access of its own. Whoever makes the next
-- access may be any virtual processor.
-- Left out are addresses and page sizes, how a guest's own machine comes to what it permits (translations, keys, rights, levels: `permits` here), contexts, pages
-- with no frame, what is stored but for whether it is to be patched, and the stores and purges of an answer, of which guest-memory.als speaks: here an answer is one step.
--
-- How others state a trace, and read one:
--   A history is `history and (A; B; C; always Now.event = Idle)`, where each of A, B, C speaks of the state before a step: of the event with its arguments,
--   and of whatever holds then, as in (Now.event = Use and Now.access = READ and Now.page = Page0 and Now.by = Page1 and Now.outcome = TO_DATA).
--   `arguments` says which arguments an event has; all others are empty. `Now.outcome` is what becomes of an access.
--   The state is Sensitive and the `var` fields of Frame, Page and Host. The parameters are their other fields.
module domains

enum State { UNSEEN, DATA, CODE, PATCHED }
enum Access { READ, WRITE, READ_WRITE, EXECUTE }
enum Catching { KEYS, RIGHTS, PRESENT }

-- PERMITTED: by the hardware. TOLD: a fault of which the guest is told. MISSED: no register has the key of the piece, and the monitor fills one.
-- The others are what the access makes of its page.
enum Outcome { PERMITTED, TOLD, MISSED, NONE, TO_DATA, TO_CODE, EMULATED }

sig Guest {}

sig Frame { var state: State }

-- The frames that hold something to be patched now.
var sig Sensitive in Frame {}

-- `permits`: what the guest's own machine does. `piece`: where the piece in the hardware leads to, and the state for which it was made.
sig Page {
  guest: Guest,
  permits: set Access,
  var frame: lone Frame,
  var piece: Frame -> State
}

-- `registers`: what the keys in registers stand for; there are none but by KEYS.
one sig Host {
  catching: Catching,
  var registers: Guest -> State
}

enum Event { Idle, Use, Store, Change, Drop, Evict }
enum Content { ToPatch, Plain }

-- Use: an access to a page by an instruction in `by`, which stores `content` if it writes; a fetch is by none.
-- Store: one of the monitor, for a guest. Change: of the map, by which the page comes to lead to a frame with whatever content, or to none.
-- Drop: the piece of a page leaves the hardware. Evict: the register with a key does.
one sig Now {
  var event: Event,
  var page, by: lone Page,
  var access: lone Access,
  var content: lone Content,
  var to: lone Frame,
  var key: Guest -> State,
  var outcome: lone Outcome
}

fact { all p: Page | READ_WRITE in p.permits iff READ + WRITE in p.permits }


---- what the state says

-- STATE_PERMITS
fun permitted[s: State]: set Access {
  s = UNSEEN => none else s = DATA => READ + WRITE + READ_WRITE else s = CODE => READ + EXECUTE else EXECUTE
}

-- DOMAIN_KEYED, DOMAIN_RIGHTS, DOMAIN_PRESENT: what the hardware can be let do.
fun opened[s: State]: set Access {
  Host.catching = PRESENT and s != DATA => permitted[s] & EXECUTE else permitted[s]
}

-- The states for which pieces of a page were made, and those of them whose key no register has.
fun made[p: Page]: set State { Frame.(p.piece) }
fun keyless[p: Page]: set State { { s: made[p] | Host.catching = KEYS and p.guest -> s not in Host.registers } }

fun hardware[p: Page]: set Access { p.permits & { a: Access | some s: made[p] - keyless[p] | a in opened[s] } }

-- STATE_MOVED
fun answer[s: State, a: Access, own: set univ]: Outcome {
  a in permitted[s] => NONE
    else a = EXECUTE => TO_CODE
    else a in WRITE + READ_WRITE => (some own => EMULATED else TO_DATA)
    else s = UNSEEN => TO_DATA
    else EMULATED
}


---- the event

-- The frame of the access or store, and that from which an instruction executes.
fun accessed: set Frame { { f: Now.page.frame | Now.event in Use + Store } }
fun executing: set Frame { Now.by.frame + { f: Now.page.frame | Now.access = EXECUTE and Now.outcome = PERMITTED } }

-- The instruction stands in the page that it accesses, whatever the addresses of both are.
fun own: set Frame { Now.by.frame & Now.page.frame }

pred arguments {
  let e = Now.event, a = Now.access {
    some Now.page iff e in Use + Store + Change + Drop
    e in Use + Store implies some Now.page.frame
    some a iff e = Use
    some Now.by iff (some a and a != EXECUTE)
    all p: Now.by | some p.frame and EXECUTE in hardware[p]
    some Now.content iff (some a & (WRITE + READ_WRITE) or e = Store or some Now.to)
    some Now.to implies e = Change
    e = Change implies Now.to != Now.page.frame
    e = Drop implies some Now.page.piece
    some Now.key iff e = Evict
    lone Now.key and Now.key in Host.registers
  }
}

-- POLICY_HIDDEN: what the guest's own machine says comes first.
fun becomes: lone Outcome {
  Now.event != Use => none
    else Now.access in hardware[Now.page] => PERMITTED
    else Now.access not in Now.page.permits => TOLD
    else some keyless[Now.page] => MISSED
    else answer[Now.page.frame.state, Now.access, own]
}


---- what the event does

fun written: set Frame {
  { f: accessed | Now.event = Store or (Now.access in WRITE + READ_WRITE and Now.outcome in PERMITTED + EMULATED) }
}

-- The frames that change hands.
fun changing: set Frame { { f: Now.page.frame + Now.to | Now.event = Change } }

pred contents {
  Sensitive' = (Now.content = ToPatch => Sensitive + (written + Now.to) else Sensitive - (written + Now.to))
}

fun code: set Frame { state.(CODE + PATCHED) }

-- CODE_SCANNED, STORE_FOLLOWED: the frames that are looked through, and what is found.
fun looked: set Frame { { f: accessed | Now.outcome = TO_CODE or f in written & code } }
fun found[f: Frame]: State { f in Sensitive' => PATCHED else CODE }

-- STATE_MOVED, PAGE_REUSED
fun moved: Frame -> State {
  { f: Frame, s: State |
    s = (f in changing => UNSEEN else f in looked => found[f] else (f in accessed and Now.outcome = TO_DATA) => DATA else f.state) }
}

-- PIECES_NARROWED: the pieces that leave the hardware.
fun narrowed: Page -> Frame -> State {
  Page -> (changing + { f: Frame | permitted[f.state] not in permitted[f.state'] }) -> State
}

-- ACCESS_OPENED: the page that gets a piece, with whatever key.
fun filled: set Page { { p: Now.page | some Now.outcome & (NONE + TO_DATA + TO_CODE) and Now.access in opened[p.frame.state'] } }

-- The states whose keys get a register.
fun registered: set State {
  { s: State | Host.catching = KEYS and (s in filled.frame.state' or (Now.outcome = MISSED and s in keyless[Now.page])) }
}

pred hardwareMoves[gone: Page -> Frame -> State] {
  all p: Page | p.piece' = (p in filled => p.frame -> p.frame.state' else (Now.event = Drop and p = Now.page) => none -> none else p.piece - p.gone)
  Host.registers' = Host.registers - Now.key + Now.page.guest -> registered
}

pred maps { frame' = (Now.event = Change => frame - Now.page -> Frame + Now.page -> Now.to else frame) }

-- What becomes of the access, and of the states, and which pieces leave.
pred becoming[is: lone Outcome, next: Frame -> State, gone: Page -> Frame -> State] {
  arguments and Now.outcome = is and contents and state' = next and hardwareMoves[gone] and maps
}

pred step { becoming[becomes, moved, narrowed] }

pred start { Frame.state = UNSEEN and no piece and no registers }

pred history { start and always step }


---- what the state keeps to, so that each event can be judged by itself

-- No piece permits what the state that its frame has now denies.
pred held { all p: Page, f: Frame, s: f.(p.piece) | permitted[s] in permitted[f.state] }

-- Code is known for what it is.
pred known { all f: code | f in Sensitive iff f.state = PATCHED }

pred sound {
  held and known
  all p: Page | lone p.piece and p.piece.State in p.frame
  Host.catching != KEYS implies no registers
}

assert NobodyHasUsedAnything { start implies sound }
check NobodyHasUsedAnything for 3 but 1..1 steps expect 0

assert EveryAccessKeepsSound { sound and step implies after sound }
check EveryAccessKeepsSound for 3 but 2 Guest, 2..2 steps expect 0


---- assertions: of an event, whatever the sound state in which it happens, or of all that may follow

-- The hardware permits no more than the guest's own machine and the state that the frame has now.
pred permitsNoMore { all p: Page | hardware[p] in p.permits & permitted[p.frame.state] }

assert StatesHoldInHardware { sound and step implies after (held and permitsNoMore) }
check StatesHoldInHardware for 3 but 2 Guest, 2..2 steps expect 0

-- Until somebody's access to the frame is answered, nothing is permitted there.
pred asNew[f: Frame] { f.state = UNSEEN and all p: frame.f | no hardware[p] }
pred usedAgain[f: Frame] { f in accessed and some Now.outcome & (TO_DATA + TO_CODE) }
pred reusedAreUnseen { always all f: changing | after (usedAgain[f] releases asNew[f]) }

assert ReusedFramesAreUnseen { sound and always step implies reusedAreUnseen }
check ReusedFramesAreUnseen for 2 but 3 Page, 4..4 steps expect 0

-- What executes was looked through since it was stored last, and is known for what it is.
pred executesSeen {
  always all f: executing | (before (f not in written + changing since f in looked)) and (f in Sensitive iff f.state = PATCHED)
}

assert NothingExecutesUnseen { history implies executesSeen }
check NothingExecutesUnseen for 2 but 1 Guest, 5..5 steps expect 0

-- The same of any number of events: only code executes, and code is what was looked through, and was not stored or changed since.
pred staysSeen { executing in code and (code)' in looked + (code - written - changing) }

assert CodeStaysSeen { sound and step implies staysSeen }
check CodeStaysSeen for 3 but 2 Guest, 2..2 steps expect 0

-- The faults that a guest is told of are those of its own machine, and these move nothing.
pred hidden {
  Now.event = Use implies (Now.outcome = TOLD iff Now.access not in Now.page.permits)
  Now.outcome = TOLD implies (state' = state and piece' = piece and registers' = registers)
}

assert PolicyStaysHidden { sound and step implies hidden }
check PolicyStaysHidden for 3 but 2 Guest, 2..2 steps expect 0

-- An access that was opened is permitted, and so is the instruction that makes it: neither takes away what the other needs.
pred goesOn {
  some Now.outcome & (TO_DATA + TO_CODE) implies some filled
  all p: filled, a: Now.access | after a in hardware[p]
  all f: Now.by.frame | after EXECUTE in permitted[f.state]
}

assert OpenedAccessesAreDone { sound and step implies goesOn }
check OpenedAccessesAreDone for 3 but 2 Guest, 2..2 steps expect 0



---- what can be reached

pred uses[a: Access, o: Outcome, p: Page] { Now.event = Use and Now.access = a and Now.outcome = o and Now.page = p }

run EachStateIsReached { history and all s: State | eventually s in Frame.state } for 2 but 7..7 steps expect 1

run CodeBecomesDataAndCodeAgain {
  history and eventually (some p: Page | uses[EXECUTE, TO_CODE, p] and p.frame not in Sensitive and
    after eventually (uses[WRITE, TO_DATA, p]; uses[WRITE, PERMITTED, p]; (uses[EXECUTE, TO_CODE, p] and p.frame in Sensitive); uses[EXECUTE, PERMITTED, p]))
} for 2 but 8..8 steps expect 1

-- One guest makes data of what another executes.
run TwoPagesLeadToOneFrame {
  history and eventually (some p, q: Page | p.frame = q.frame and p.guest != q.guest and
    (uses[EXECUTE, PERMITTED, p]; uses[READ_WRITE, TO_DATA, q]; uses[EXECUTE, TO_CODE, p]; uses[READ_WRITE, TO_DATA, q]))
} for 2 but 3 Page, 8..8 steps expect 1

run FrameChangesHands {
  history and eventually (some f: state.PATCHED | f in changing and f not in Page.frame' and after eventually (f in Page.frame and f.state = DATA))
} for 2 but 8..8 steps expect 1

-- Afterwards there is nothing to be patched.
run StoreToItsOwnPage {
  history and eventually (some p: Page, f: p.frame | uses[WRITE, EMULATED, p] and Now.by != p and f in Now.by.frame and f.state = PATCHED and f.state' = CODE)
} for 2 but 1 Frame, 5..5 steps expect 1

run StoreOfTheMonitorToCode { history and eventually (Now.event = Store and some state.CODE & state'.PATCHED) } for 2 but 4..4 steps expect 1

-- The piece permits less than the state does.
run PieceIsMadeAgain {
  history and eventually (some p: Page | made[p] = PATCHED and (uses[READ, NONE, p]; uses[READ, PERMITTED, p]))
} for 1 but 2 Page, 6..6 steps expect 1

run KeyMissIsAnswered {
  history and eventually (some p: Page |
    ((Now.event = Evict and Now.key in p.guest -> made[p]); uses[WRITE, MISSED, p]; uses[WRITE, PERMITTED, p]))
} for 2 but 8..8 steps expect 1

run CodeIsReadForTheGuest { history and eventually (some p: Page | uses[READ, NONE, p] and no filled) } for 2 but 4..4 steps expect 1

run PatchedCodeIsReadForTheGuest { history and eventually (some p: Page | uses[READ, EMULATED, p] and no own) } for 2 but 5..5 steps expect 1

run GuestIsToldOfItsOwn { history and eventually (some p: Page | uses[WRITE, TOLD, p] and p.frame.state = CODE) } for 2 but 4..4 steps expect 1


---- wrong events, to be caught

-- Makes code of a page that is read first.
pred readsAsCode { becoming[becomes, moved ++ { f: accessed, s: CODE | Now.access = READ and Now.outcome = TO_DATA }, narrowed] }

check WrongReadingIsCaught { start and always (step or readsAsCode) implies executesSeen } for 2 but 1 Guest, 5..5 steps expect 1

-- Leaves a frame as it was used before.
pred keepsState { becoming[becomes, moved ++ changing <: state, narrowed] }

check WrongReuseIsCaught { sound and always (step or keepsState) implies reusedAreUnseen } for 2 but 3..3 steps expect 1

check WrongReuseExecutesUnseen { start and always (step or keepsState) implies executesSeen } for 2 but 1 Guest, 5..5 steps expect 1

-- Leaves all pieces.
pred leavesPieces { becoming[becomes, moved, none -> none -> none] }

check WrongPiecesAreCaught { sound and leavesPieces implies after held } for 2 but 2..2 steps expect 1

-- Takes away the pieces that were made for the last state, and leaves those that were made for one before.
pred leavesOlderPieces { becoming[becomes, moved, { p: Page, f: Frame, s: f.state | p -> f -> s in narrowed }] }

check WrongOlderPiecesAreCaught { sound and leavesOlderPieces implies after held } for 2 but 2..2 steps expect 1

check WrongOlderPiecesExecuteUnseen { start and always (step or leavesOlderPieces) implies executesSeen } for 2 but 1 Guest, 8..8 steps expect 1

-- Takes away the piece of the page that is accessed, and leaves those of others that lead to the frame.
pred leavesPiecesOfOthers { becoming[becomes, moved, Now.page <: narrowed] }

check WrongPiecesOfOthersAreCaught { sound and leavesPiecesOfOthers implies after held } for 2 but 2..2 steps expect 1

-- Tells the guest of a register that is missing.
pred tellsOfKeys { becoming[becomes = MISSED => TOLD else becomes, moved, narrowed] }

check WrongKeyMissIsCaught { sound and tellsOfKeys implies hidden } for 2 but 2..2 steps expect 1

-- Answers before it asks what the guest's own machine says.
pred answersFirst { becoming[becomes = TOLD => answer[Now.page.frame.state, Now.access, own] else becomes, moved, narrowed] }

check WrongOrderOfFaultsIsCaught { sound and answersFirst implies hidden } for 2 but 2..2 steps expect 1

-- Makes data of a page to which an instruction of it stores.
pred makesDataOfItself { becoming[(becomes = EMULATED and Now.access != READ) => TO_DATA else becomes, moved, narrowed] }

check WrongStoreToItsOwnPageIsCaught { sound and makesDataOfItself implies goesOn } for 2 but 2..2 steps expect 1

-- Takes another address for another page.
pred comparesAddresses { becoming[becomes = EMULATED => answer[Now.page.frame.state, Now.access, Now.by & Now.page] else becomes, moved, narrowed] }

check WrongComparisonOfPagesIsCaught { sound and comparesAddresses implies goesOn } for 2 but 2..2 steps expect 1

-- Does not look through code to which it stores.
pred looksOnce { becoming[becomes, moved ++ (written & code) <: state, narrowed] }

check WrongStoreIsCaught { start and always (step or looksOnce) implies executesSeen } for 2 but 1 Guest, 4..4 steps expect 1

-- Does not look at all.
pred looksNever { becoming[becomes, moved ++ { f: looked, s: CODE | some f }, narrowed] }

check WrongScanIsCaught { start and always (step or looksNever) implies executesSeen } for 2 but 4..4 steps expect 1
