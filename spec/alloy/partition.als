-- Cells, their status, and what separates partitions, one event a step.
--
-- How others state a trace, and read one:
--   A history is `history and (A; B; C; always Now.event = Idle)`, where each of A, B, C speaks of the state before a step: of the event with its
--   arguments, and of whatever holds then, as in
--     (Now.event = Instruct and Now.by = cells/first -> slots/first and Now.cell = cells/first and Now.to = partitions/first and Now.change = Join
--       and no Refused and mask = none -> none and Complex.register = cells/first -> Slot)
--   `arguments` says which arguments an event has; all others are empty. `Refused` is not empty when the event is refused.
--   The state is the `var` fields of Path, Cell, Partition and Complex. The parameters are the fields of Complex that are not `var`; a duration
--   is no Tick for 0, ticks/first for 1, and so on, and nothing here says that it fits the number of lines.
--   With n..n steps there is a trace of n states, the last of which repeats. In an A4Solution, Cell$0 is cells/first and Cell$1 the next, and so are
--   Slot, Partition, Line, Tick and Value; Now and Refused are read in the state in which the step begins.
module partition

open util/ordering[Cell] as cells
open util/ordering[Slot] as slots
open util/ordering[Partition] as partitions
open util/ordering[Line] as lines
open util/ordering[Tick] as ticks
open util/ordering[Value] as values

-- A processor is a cell and a slot of it.
sig Slot {}

-- Ticks that are left until a frame arrives. The arithmetic of durations is left out.
sig Tick {}

-- What registers, packets and the fabric hold; the first is 0.
sig Value {}

sig Line {}
enum Level { Low, High }

-- A receiver with the path that leads to it: the report path of a cell, the status path of a partition's controller.
abstract sig Path { var stuck: Line -> lone Level }

enum Phase { InReset, Blocked, Released, AtRendezvous, HasJoined, Running }
enum Software { Trusted, Leaving, Other }
enum Status { Secure, Unsecure }
enum Class { STATUS, ROUTE, LINK, FIREWALL, SHARING, INTERRUPT, GENERAL }
enum Change { Join, Move, Leave }
enum Part { Determine, Remove, Add, Close }

-- `report`: what the last frame says, by the processors that it calls SECURE. `left`: no Tick when none is under way.
sig Cell extends Path {
  var phase: Phase,
  var profile: lone Partition,
  var software: Slot -> lone Software,
  var report: set Slot,
  var left: lone Tick,
  var change: lone Change,
  var target: lone Partition,
  var part: lone Part
}

-- `copy`: the processors that the frame that arrived last calls SECURE. `asked`, `consents`, `enabled`: the masks of LINK.
sig Partition extends Path {
  var copy: Cell -> Slot,
  var mask: set Cell,
  var holds: (FIREWALL + SHARING + INTERRUPT + GENERAL) -> one Value,
  var asked, consents, enabled: set Partition,
  var fabric: Value
}

enum Gate { ByPartition, ByProcessor }
enum Transfer { ShowsPrevious, ShowsUnsecure }

-- `register`: the processors that the status register calls SECURE. `sending`: ticks left of the frame to every controller; it says
-- what the register says, since every change of the register sends another. `fresh`: cells of which no report arrived since they started.
one sig Complex {
  gate: Gate,
  transfer: Transfer,
  readable, writable: Status -> Class,
  reportTakes, statusTakes: lone Tick,
  reportLines, statusLines: some Line,
  reportFirst, reportSecond: Slot -> one Line,
  statusFirst, statusSecond: Cell -> Slot -> one Line,
  var register: Cell -> Slot,
  var sending: lone Tick,
  var fresh: set Cell
}

enum Event {
  Idle, Advance, Stick,
  Start, Post, Release, Rendezvous, HandOff, Reset, Reconfigure,
  Quit, Read, Write, Instruct, Proceed, Configure, Message, Ask, Consent, Deny, Expire
}

-- `by`: the processor that does or asks for it; a request for a link may come from something else. `to`: the partition whose register, link
-- or fabric it is, or that is posted or joined. `other`: the other side of a link. `level`: none when the line is no longer stuck.
one sig Now {
  var event: Event,
  var by: Cell -> Slot,
  var cell: lone Cell,
  var to, other: lone Partition,
  var change: lone Change,
  var class: lone Class,
  var value: lone Value,
  var claim: lone Status,
  var path: lone Path,
  var line: lone Line,
  var level: lone Level
}

var lone sig Refused {}


---- constants

fun lineAfter[l: Line, of: set Line]: Line { some l.(lines/next) & of => l.(lines/next) else lines/first }

-- Bit b of a frame goes over line b modulo the number of lines.
fact {
  let over = Complex.reportLines, firstOver = Complex.reportFirst, secondOver = Complex.reportSecond {
    over.(lines/prevs) in over
    firstOver[slots/first] = lines/first
    all s: Slot | secondOver[s] = lineAfter[firstOver[s], over]
    all s: Slot - slots/last | firstOver[s.(slots/next)] = lineAfter[secondOver[s], over]
  }
  let over = Complex.statusLines, firstOver = Complex.statusFirst, secondOver = Complex.statusSecond {
    over.(lines/prevs) in over
    firstOver[cells/first][slots/first] = lines/first
    all c: Cell, s: Slot | secondOver[c][s] = lineAfter[firstOver[c][s], over]
    all c: Cell, s: Slot - slots/last | firstOver[c][s.(slots/next)] = lineAfter[secondOver[c][s], over]
    all c: Cell - cells/last | firstOver[c.(cells/next)][slots/first] = lineAfter[secondOver[c][slots/last], over]
  }
}


---- what the state says

-- PARTITION: by the profile or by the mask
fun members[p: Partition]: set Cell { profile.p + p.mask }

fun secureCells[s: Cell -> Slot]: set Cell { { c: Cell | Slot in c.s } }

-- TRANSFER_SEEN
fun seen[p: Partition]: Cell -> Slot {
  some Complex.sending and Complex.transfer = ShowsUnsecure => none -> none else p.copy
}

-- STATUS_OF_PARTITION
pred secure[p: Partition] { some members[p] and members[p] -> Slot in seen[p] }

fun ofPartition[p: Partition]: Status { secure[p] => Secure else Unsecure }

-- CODE_INVALID, LINE_STUCK: the bit arrives as 1, as 0.
pred arrivesOne[stuckAt: lone Level, sent: set univ] { stuckAt = High or (no stuckAt and some sent) }
pred arrivesZero[stuckAt: lone Level, sent: set univ] { stuckAt = Low or (no stuckAt and some sent) }

-- The processors that a frame calls SECURE when it arrives; what is sent as 1 in the first bit is 0 in the second.
fun reported[c: Cell]: set Slot {
  { s: Slot | arrivesOne[c.stuck[Complex.reportFirst[s]], s & c.report] and arrivesZero[c.stuck[Complex.reportSecond[s]], s & c.report] }
}

fun told[p: Partition]: Cell -> Slot {
  { c: Cell, s: Slot | let sent = s & c.(Complex.register) |
    arrivesOne[p.stuck[Complex.statusFirst[c][s]], sent] and arrivesZero[p.stuck[Complex.statusSecond[c][s]], sent] }
}

-- ACCESS_CLOSED: the status that decides over an access to the controller.
fun deciding[p: Partition]: Status {
  Complex.gate = ByPartition => ofPartition[p] else (Now.by in seen[p] => Secure else Unsecure)
}

-- PACKET_STAMPED
fun stamped: Status {
  let sender = Now.by.Slot, together = sender + members[(profile + ~mask)[sender]] |
    Complex.gate = ByPartition
      => (together in secureCells[Complex.register] => Secure else Unsecure)
      else (Now.by in Complex.register => Secure else Unsecure)
}

-- The partition whose mask the next step of the change concerns.
fun concerned[c: Cell]: set Partition { c.part = Remove => mask.c else c.target }

pred routeOpen[c: Cell] {
  ROUTE in (c -> Slot in seen[concerned[c]] => Secure else Unsecure).(Complex.writable)
}


---- the event, and what refuses it

fun executed: lone Software { (Cell.(Now.by)).((Now.by.Slot).software) }

pred arguments {
  let e = Now.event {
    some Now.by iff (e in Quit + Reconfigure + Read + Write + Instruct + Configure + Message + Consent + Deny or (e = Ask and some Now.by))
    lone Now.by
    some Now.cell iff e in Start + Post + Release + Rendezvous + HandOff + Reset + Instruct + Proceed
    some Now.to iff (e in Reconfigure + Read + Write + Instruct + Configure + Message + Ask + Consent + Deny + Expire or (e = Post and some Now.to))
    some Now.other iff e in Ask + Consent + Deny + Expire
    some Now.change iff e = Instruct
    some Now.class iff e in Read + Write
    some Now.value iff e in Write + Configure + Message
    some Now.claim iff e in Configure + Message
    some Now.path iff e = Stick
    some Now.line iff e = Stick
    some Now.level implies e = Stick
    Now.path in Cell implies Now.line in Complex.reportLines
    Now.path in Partition implies Now.line in Complex.statusLines
  }
}

pred done[e: set Event] { Now.event in e and no Refused }

-- ACCESS_IDLE, ACCESS_FOREIGN
pred idle { no executed }
pred foreign { Now.by.Slot not in members[Now.to] }

pred hardwired { Now.class in STATUS + ROUTE + LINK }
pred closed { Now.class not in deciding[Now.to].(Now.event = Read => Complex.readable else Complex.writable) }

-- CHANGE_BUSY, CHANGE_UNPOSTED, CHANGE_MISPLACED
pred instructionForbidden {
  let c = Now.cell, p = Now.to, asks = Now.change {
    some c.part
    or (asks in Join + Move and not (c.phase = AtRendezvous and c.profile = p))
    or (asks = Join and c in (Partition - p).mask)
    or (asks = Move and c not in (Partition - p).mask)
    or (asks = Leave and (c not in p.mask or c.phase = InReset))
  }
}

-- CHANGE_ABSENT, CHANGE_UNSECURE, ROUTE_CLOSED
pred proceedingForbidden {
  let c = Now.cell {
    no c.part
    or (c.part = Determine and c not in secureCells[Complex.register])
    or (c.part in Remove + Add and not routeOpen[c])
  }
}

-- LINK_SELF, LINK_PENDING
pred requestForbidden {
  let p = Now.to, q = Now.other { p = q or q in p.(asked + enabled) or p in q.(asked + enabled) }
}

-- LINK_CLOSED, LINK_UNASKED
pred answerForbidden {
  let p = Now.to, q = Now.other {
    LINK not in deciding[p].(Complex.writable)
    or q not in p.(asked + enabled)
    or (Now.event = Consent and q in p.consents)
  }
}

-- PHASE_WRONG, PROFILE_BUSY, CELL_UNASSIGNED, STATUS_LOST
pred lifeForbids {
  let e = Now.event, c = Now.cell {
    (e = Start and c.phase != InReset)
    or (e = Post and (c.phase != Blocked or some c.part))
    or (e = Release and (c.phase != Blocked or no c.profile))
    or (e = Rendezvous and (c.phase != Released or no c.profile))
    or (e = HandOff and c.phase != HasJoined)
    or (e = Quit and executed != Trusted)
  }
}

pred accessForbids {
  (Now.event in Reconfigure + Read + Write + Instruct + Consent + Deny and (idle or foreign))
  or (Now.event in Configure + Message + Ask and some Now.by and idle)
  or (Now.event = Write and hardwired)
}

-- ACCESS_CLOSED
pred closedForbids { Now.event in Read + Write and closed }

pred changeForbids {
  (Now.event = Instruct and instructionForbidden)
  or (Now.event = Proceed and proceedingForbidden)
}

-- FABRIC_UNSECURE
pred fabricForbids { Now.event = Configure and stamped = Unsecure }

-- LINK_UNEXPIRED besides
pred linkForbids {
  (Now.event = Ask and requestForbidden)
  or (Now.event in Consent + Deny and answerForbidden)
  or (Now.event = Expire and Now.other not in Now.to.asked)
}

pred refusals {
  some Refused iff (lifeForbids or accessForbids or closedForbids or changeForbids or fabricForbids or linkForbids)
}


---- what the event does

-- PARTITION_RECONFIGURED: reset, and started again.
fun again: set Cell { { c: members[Now.to] | done[Reconfigure] and c.phase != InReset } }

fun resets: set Cell { { c: Now.cell | done[Reset] } + again }

fun starts: set Cell { { c: Now.cell | done[Start] } + again }

-- STATUS_LEFT, CELL_HANDED_OFF: the processors that begin to leave.
fun quits: Cell -> Slot {
  { c: Cell, s: Slot | (done[Quit] and c -> s in Now.by) or (done[HandOff] and c = Now.cell and c.software[s] = Trusted) }
}

-- STATUS_CLOSED_IN
fun closes: set Cell { { c: Now.cell | done[Proceed] and c.part = Close } }

-- CELL_STARTED, PROFILE_POSTED, CELL_ADVANCED, CELL_HANDED_OFF, CELL_RESET, CHANGE_CLOSED
pred life {
  all c: Cell {
    c.phase' = (c in starts => Blocked
      else c in resets => InReset
      else c != Now.cell => c.phase
      else done[Release] => Released
      else done[Rendezvous] => AtRendezvous
      else done[HandOff] => Running
      else (c in closes and c.change in Join + Move) => HasJoined
      else c.phase)
    c.profile' = (done[Post] and c = Now.cell => Now.to else c.profile)
  }
}

-- TRANSFER_BEGUN, CELL_RESET
pred reports {
  let sends = starts + quits.Slot |
    all c: Cell {
      c.report' = (c in starts => Slot else c in resets => none else c.report - c.quits)
      c.left' = (c in sends => Complex.reportTakes else c in resets => none else done[Advance] => c.left.(ticks/prev) else c.left)
    }
}

-- The cells whose report arrives: its last tick has come, or the path takes none and sends, or a line of it changes.
fun arrives: set Cell {
  { c: Cell | (done[Advance] and c.left = ticks/first)
    or (no Complex.reportTakes and (c in starts + quits.Slot or (done[Stick] and Now.path = c and c.phase != InReset))) }
}

-- CELL_RESET, STATUS_CLOSED_IN, TRANSFER_DONE, STATUS_KEPT
pred register[ends: set Cell] {
  let kept = Complex.register - (resets + ends) -> Slot |
    Complex.register' = { c: Cell, s: Slot |
      (c not in arrives and c -> s in kept)
      or (c in arrives and s in (no Complex.reportTakes => (reported[c])' else reported[c]) and (c in Complex.fresh + starts or c -> s in kept)) }
  Complex.fresh' = Complex.fresh - resets + starts - arrives
}

-- TRANSFER_BEGUN, TRANSFER_DONE, LINE_STUCK: the status paths advance before the report paths, and so carry the register as it was.
pred copies {
  Complex.sending' = (Complex.register' != Complex.register => Complex.statusTakes
    else done[Advance] => Complex.sending.(ticks/prev) else Complex.sending)
  all p: Partition |
    p.copy' = (no Complex.statusTakes => ((Complex.register' != Complex.register or (done[Stick] and Now.path = p)) => (told[p])' else p.copy)
      else done[Advance] and Complex.sending = ticks/first => told[p]
      else p.copy)
}

-- CELL_STARTED, CELL_RESET, STATUS_LEFT, LEAVING_DONE
pred executions {
  all c: Cell, s: Slot |
    c.software'[s] = (c in starts => Trusted
      else c in resets => none
      else (c -> s in quits or c.software[s] = Leaving)
        => ((c -> s in Complex.register' or some p: Partition | c -> s in (seen[p])') => Leaving else Other)
      else c.software[s])
}

pred statuses { reports and register[closes] and copies and executions }

-- CHANGE_INSTRUCTED, CHANGE_UNSECURE, CHANGE_DETERMINED, ROUTE_CLOSED, CHANGE_CLOSED; a refusal to proceed drops the change.
pred changes[first: Part] {
  all c: Cell {
    (c in resets + closes or (c = Now.cell and Now.event = Proceed and some Refused))
      implies no c.change' and no c.target' and no c.part'
    else c = Now.cell and done[Instruct]
      implies c.change' = Now.change and c.target' = Now.to and c.part' = first
    else {
      c.change' = c.change and c.target' = c.target
      c.part' = (c = Now.cell and done[Proceed] => following[c] else c.part)
    }
  }
}

fun following[c: Cell]: Part {
  c.part = Determine => (c.change = Join => Add else Remove)
    else c.part = Remove => (c.change = Move => Add else Close)
    else Close
}

fun added: Partition -> Cell { { p: Partition, c: Now.cell | done[Proceed] and c.part = Add and p = c.target } }

fun removed: Partition -> Cell { { p: Partition, c: Now.cell | done[Proceed] and c.part = Remove and p = concerned[c] } }

-- ROUTE_ADDED, ROUTE_REMOVED, PARTITION_RECONFIGURED
pred masks[adds, removes: Partition -> Cell] {
  all p: Partition | p.mask' = (done[Reconfigure] and p = Now.to => none else p.mask - p.removes + p.adds)
}

-- ACCESS_PERFORMED, PARTITION_RECONFIGURED
pred registers {
  all p: Partition, k: Class - STATUS - ROUTE - LINK |
    p.holds'[k] = (p != Now.to => p.holds[k]
      else done[Reconfigure] => values/first
      else done[Write] and k = Now.class => Now.value
      else p.holds[k])
}

-- LINK_ASKED, LINK_DENIED, LINK_CONSENTED, LINK_ENABLED, PARTITION_RECONFIGURED
pred links[enables: Partition -> Partition] {
  let p = Now.to, q = Now.other, both = p -> q + q -> p,
      ended = { a, b: Partition | (done[Deny + Expire] and a -> b in both) or (done[Reconfigure] and p in a + b) } {
    asked' = (done[Ask] => asked + both else asked - ended - enables)
    consents' = (done[Ask] => consents - both else done[Consent] => consents + p -> q else consents - ended)
    enabled' = enabled - ended + enables
  }
}

fun enabling: Partition -> Partition {
  { a, b: Now.to + Now.other | a != b and done[Consent] and Now.to in Now.other.consents }
}

-- FABRIC_CONFIGURED
pred fabrics { all p: Partition | p.fabric' = (done[Configure] and p = Now.to => Now.value else p.fabric) }

pred wires {
  all w: Path | w.stuck' = (done[Stick] and w = Now.path => w.stuck - Now.line -> Level + Now.line -> Now.level else w.stuck)
}

pred effects { life and statuses and changes[Determine] and masks[added, removed] and registers and links[enabling] and fabrics and wires }

pred step { arguments and refusals and effects }

pred start {
  Cell.phase = InReset
  no profile and no software and no report and no left and no Cell.change and no target and no part
  no copy and no mask and no asked and no consents and no enabled and no stuck
  Class.(Partition.holds) = values/first and Partition.fabric = values/first
  no Complex.register and no Complex.sending and no Complex.fresh
}

pred history { start and always step }


---- what the state keeps to, so that each event can be judged by itself

-- The lines of each path that are stuck are stuck at one level.
pred oneLevel { all w: Path | lone w.stuck[Line] }

-- Of the life of cells and of changes of routing.
pred routingIsSound {
  all c: Cell {
    c.phase = InReset iff no c.software
    c.phase != InReset implies c.software.Software = Slot
    c.phase in Released + AtRendezvous + HasJoined + Running implies some c.profile
    some c.part iff some c.change
    some c.part iff some c.target
    some c.part implies c.phase != InReset
    some c.change & (Join + Move) implies c.phase = AtRendezvous and c.profile = c.target
    some c.change & (Join + Leave) implies c not in (Partition - c.target).mask
    c.change = Join implies c.part != Remove
    c.change = Leave implies c.part != Add and (c.part != Close implies c in c.target.mask)
    c.change = Move and c.part in Determine + Remove implies c in (Partition - c.target).mask
    c.change = Move and c.part = Add implies c not in Partition.mask
    lone mask.c
  }
}

-- Of frames, with whatever lines stuck.
pred pathsAreSound {
  all c: Cell {
    c.report = c.software.Trusted
    c.left in Complex.reportTakes.*(ticks/prev)
    c in Complex.fresh implies some c.left and no c.(Complex.register)
    c.phase = InReset implies no c.left and no c.(Complex.register)
    some c.part - Determine implies c not in Complex.fresh
  }
  Complex.sending in Complex.statusTakes.*(ticks/prev)
  all c: Cell, s: c.software.Leaving | c -> s in Complex.register or some p: Partition | c -> s in seen[p]
}

-- Of what is taken for SECURE, as long as lines have been stuck at one level.
pred statusesAreTrue {
  no Complex.register & software.Other
  all c: Cell | no c.left implies c.(Complex.register) in c.report
  all p: Partition {
    no seen[p] & software.Other
    no Complex.sending implies p.copy in Complex.register
  }
}

pred linksAreSound {
  no iden & Partition <: (asked + consents + enabled)
  asked = ~asked and enabled = ~enabled
  enabled in consents and consents in asked + enabled and no asked & enabled
}

pred sound { routingIsSound and pathsAreSound and linksAreSound }


assert StartIsSound { start implies sound and statusesAreTrue }
check StartIsSound for 2 but exactly 2 Cell, exactly 2 Slot, exactly 2 Partition, 1 steps expect 0

assert EveryEventKeepsSound { sound and step implies after sound }
check EveryEventKeepsSound for 2 but exactly 2 Cell, exactly 2 Slot, exactly 3 Partition, 3 Line, 2..2 steps expect 0

assert EveryEventKeepsStatusesTrue { sound and statusesAreTrue and oneLevel and step and after oneLevel implies after statusesAreTrue }
check EveryEventKeepsStatusesTrue for 2 but exactly 2 Cell, exactly 2 Slot, exactly 2 Partition, 4 Line, 2..2 steps expect 0


---- assertions: of an event, whatever the sound state in which it happens, or of a history

pred honest { sound and statusesAreTrue and oneLevel and step and after oneLevel }

-- A status rises with the first report after a start alone, to what the processor is; what was SECURE has had that report.
assert StatusFallsUntilTheCellStarts {
  all c: Cell, s: Slot | sound and step and c -> s not in Complex.register and c -> s in Complex.register' implies {
    c in (Complex.fresh + starts) - Complex.fresh'
    honest implies c.software'[s] = Trusted
  }
  sound and step implies Complex.fresh' - Complex.fresh in starts and no Complex.fresh & Complex.register.Slot
}
check StatusFallsUntilTheCellStarts for 2 but exactly 2 Cell, exactly 2 Slot, 4 Line, 2..2 steps expect 0

-- The same as a history says it.
check FallenStatusesStayInHistories {
  history implies always all c: Cell, s: Slot |
    (c -> s in Complex.register and c not in starts and after c -> s not in Complex.register)
      implies after ((c in starts) releases (c -> s not in Complex.register))
} for 1 but exactly 1 Cell, exactly 2 Slot, exactly 1 Partition, 1 Line, 7..7 steps expect 0

-- Whatever lines a frame takes, when those of the path that are stuck are stuck at one level.
assert StuckLinesFailTowardsUnsecure {
  all c: Cell | lone c.stuck[Line] implies reported[c] in c.report
  all p: Partition | lone p.stuck[Line] implies told[p] in Complex.register
}
check StuckLinesFailTowardsUnsecure for 3 but exactly 3 Cell, exactly 2 Slot, 6 Line, 1 steps expect 0

-- A cell is added that the profile assigns to the partition, and that runs no other software if ROUTE is closed to unsecure cells.
assert OnlyTheProfileWidens {
  all p: Partition, c: p.mask' - p.mask | sound and step implies {
    c.profile = p
    honest and ROUTE not in Unsecure.(Complex.writable) implies Slot in c.software.(Trusted + Leaving) & c.software'.(Trusted + Leaving)
  }
}
check OnlyTheProfileWidens for 2 but exactly 2 Cell, exactly 2 Slot, exactly 2 Partition, 2 Line, 2..2 steps expect 0

-- Nor does a change set another bit than that of its cell, nor clear one.
assert NoCellInTwoMasks {
  sound and step implies {
    all c: Cell | lone mask'.c
    mask' - mask in Partition -> Now.cell
    mask - mask' in Partition -> Now.cell + { p: Now.to, c: Cell | done[Reconfigure] }
    Now.event = Proceed and (some Refused or Now.cell.part in Determine + Close) implies mask' = mask
  }
}
check NoCellInTwoMasks for 2 but exactly 3 Cell, exactly 1 Slot, exactly 3 Partition, 2..2 steps expect 0

-- Of two packets that differ in what the sender claims, the fabric refuses both or none.
assert SendersCannotChooseTheStatus {
  all p: Partition | honest and p.fabric' != p.fabric implies
    Now.event = Configure and p = Now.to and Now.by in Complex.register and executed in Trusted + Leaving
  sound and step and Now.event = Configure and some Refused and after (step and Now.event = Configure) and Now.by' = Now.by
    implies after some Refused
}
check SendersCannotChooseTheStatus for 2 but exactly 2 Cell, exactly 2 Slot, exactly 2 Partition, 3..3 steps expect 0

-- A consent comes from its partition alone, and a link is enabled, on both sides, when there are both.
assert LinksNeedBothConsents {
  sound and step implies {
    all p, q: Partition {
      p -> q in consents' - consents implies done[Consent] and Now.to = p and Now.other = q and Now.by.Slot in members[p]
      p -> q in enabled' implies p -> q + q -> p in enabled' & consents'
      p -> q in enabled' - enabled implies p -> q in asked and some (p -> q + q -> p) & consents
    }
  }
}
check LinksNeedBothConsents for 2 but exactly 3 Cell, exactly 1 Slot, exactly 3 Partition, 2..2 steps expect 0

assert SecureMeansTrusted {
  (history and always oneLevel) implies always (no Complex.register & software.Other and all p: Partition | no seen[p] & software.Other)
}
check SecureMeansTrusted for 2 but exactly 1 Cell, exactly 2 Slot, exactly 1 Partition, 7..7 steps expect 0

-- A processor that leaves waits for a frame under way, and so for a number of ticks, if no other frame takes its place.
assert LeavingComesToAnEnd {
  sound and statusesAreTrue implies all c: software.Leaving.Slot | some c.left or some Complex.sending
}
check LeavingComesToAnEnd for 2 but exactly 2 Cell, exactly 2 Slot, exactly 2 Partition, 1 steps expect 0

assert RefusedEventsChangeNothing {
  sound and step and (some Refused or Now.event = Idle) implies {
    phase' = phase and profile' = profile and software' = software and report' = report and left' = left
    Complex.register' = Complex.register and Complex.sending' = Complex.sending and Complex.fresh' = Complex.fresh
    copy' = copy and mask' = mask and holds' = holds and asked' = asked and consents' = consents and enabled' = enabled
    fabric' = fabric and stuck' = stuck
    Now.event = Proceed implies no Now.cell.part'
    all c: Cell | Now.event = Proceed and c = Now.cell or c.part' = c.part and c.target' = c.target and c.change' = c.change
  }
}
check RefusedEventsChangeNothing for 2 but exactly 2 Cell, exactly 2 Slot, exactly 2 Partition, 2..2 steps expect 0

-- Every close leaves the cell UNSECURE in the register.
assert ChangesEndUnsecure { all c: closes | sound and step implies no c.(Complex.register') and no c.part' }
check ChangesEndUnsecure for 2 but exactly 2 Cell, exactly 2 Slot, exactly 2 Partition, 2..2 steps expect 0

-- Whether the events leave a class of registers of a partition as it is.
pred same[p: Partition, k: Class] {
  k = STATUS implies p.copy' = p.copy
  k = ROUTE implies p.mask' = p.mask
  k = LINK implies p.asked' = p.asked and p.consents' = p.consents and p.enabled' = p.enabled
  p.holds'[k] = p.holds[k]
}

-- The status that decides, without the functions of the events.
pred decidedSecure[p: Partition] {
  let seenUnsecure = { c: Cell, s: Slot | c -> s not in p.copy or (some Complex.sending and Complex.transfer = ShowsUnsecure) } |
    Complex.gate = ByProcessor
      implies no Now.by & seenUnsecure
      else (no c: Cell | (c in p.mask or c.profile = p) and some c.seenUnsecure) and some c: Cell | c in p.mask or c.profile = p
}

assert ClosedRegistersDoNotChange {
  all p: Partition, k: Class | sound and step and not same[p, k] implies {
    Now.event in Read + Write implies
      p = Now.to and k = Now.class and k not in STATUS + ROUTE + LINK
      and (decidedSecure[p] implies k in Secure.(Complex.writable) else k in Unsecure.(Complex.writable))
    k in FIREWALL + SHARING + INTERRUPT + GENERAL implies Now.event in Write + Reconfigure
  }
  honest and done[Read] and executed = Other implies Now.class in Unsecure.(Complex.readable)
  honest and done[Write] and executed = Other implies Now.class in Unsecure.(Complex.writable)
  honest and done[Consent + Deny] and executed = Other implies LINK in Unsecure.(Complex.writable)
}
check ClosedRegistersDoNotChange for 2 but exactly 2 Cell, exactly 2 Slot, exactly 2 Partition, 2..2 steps expect 0


---- what can be reached

pred turn[e: Event, c: Cell] { done[e] and Now.cell = c }

pred ends { always Now.event = Idle }

pred secureOnly[k: Class] { k in Secure.(Complex.writable) and k not in Unsecure.(Complex.writable) }

-- The first cell runs an operating system in the first partition, and the others are in reset.
pred runs {
  let a = cells/first, p = partitions/first {
    a.phase = Running and Cell - a = InReset.~phase and software = a -> Slot -> Other
    profile = a -> p and mask = p -> a and no part and no Cell.change and no target and no report and no left
    no copy and no stuck and no Complex.register and no Complex.sending and no Complex.fresh
    no asked and no consents and no enabled and Class.(Partition.holds) = values/first and Partition.fabric = values/first
  }
}

run BootEndsInTheHandOff {
  history and some Complex.reportTakes and some Complex.statusTakes and
  (done[Start]; done[Post]; done[Advance]; done[Release]; done[Rendezvous]; done[Instruct]; done[Proceed]; done[Proceed]; done[Proceed];
   done[HandOff]; done[Advance]; (ends and runs))
} for 1 but exactly 2 Cell, exactly 2 Slot, exactly 2 Partition, 12..12 steps expect 1

-- The partition stays unsecure, and the cell is added nevertheless.
run SecureCellJoinsAnUnsecurePartition {
  runs and always step and always not secure[partitions/first] and let b = cells/last, p = partitions/first {
    turn[Start, b]; (turn[Post, b] and Now.to = p); turn[Release, b]; turn[Rendezvous, b];
    (turn[Instruct, b] and Now.change = Join and Now.by.Slot = b); turn[Proceed, b]; turn[Proceed, b]; turn[Proceed, b];
    (ends and p.mask = Cell and b.phase = HasJoined and b.software.Trusted = Slot and no b.(Complex.register))
  }
} for 1 but exactly 2 Cell, exactly 1 Partition, 9..9 steps expect 1

-- A processor leaves after the cell was found SECURE.
run JoinIsRefusedMidway {
  runs and always step and secureOnly[ROUTE] and let b = cells/last, p = partitions/first {
    turn[Start, b]; (turn[Post, b] and Now.to = p); turn[Release, b]; turn[Rendezvous, b];
    (turn[Instruct, b] and Now.change = Join); turn[Proceed, b]; (done[Quit] and Now.by.Slot = b);
    (Now.event = Proceed and Now.cell = b and some Refused); (ends and p.mask = Cell - b and no b.part)
  }
} for 1 but exactly 2 Cell, exactly 2 Slot, exactly 1 Partition, 9..9 steps expect 1

pred moves[c: Cell, p: Partition] {
  turn[Reset, c]; turn[Start, c]; (turn[Post, c] and Now.to = p); turn[Release, c]; turn[Rendezvous, c];
  (turn[Instruct, c] and Now.change = Move and Now.to = p); turn[Proceed, c]; turn[Proceed, c]
}

run CellMoves {
  runs and always step and moves[cells/first, partitions/last]
  after after after after after after after after (done[Proceed]; done[Proceed]; (ends and mask = partitions/last -> cells/first))
} for 1 but exactly 1 Cell, exactly 2 Partition, 11..11 steps expect 1

-- The cell is in no mask then.
run MoveIsRefusedMidway {
  runs and always step and secureOnly[ROUTE] and moves[cells/first, partitions/last]
  after after after after after after after after (done[Quit]; (Now.event = Proceed and some Refused); (ends and no mask and no part))
} for 1 but exactly 1 Cell, exactly 2 Partition, 11..11 steps expect 1

-- It keeps its place in the mask, and joins again.
run CellIsResetWhileAnotherRuns {
  runs and always step and always cells/first.phase = Running and let b = cells/last, p = partitions/first {
    turn[Start, b]; (turn[Post, b] and Now.to = p); turn[Release, b]; turn[Rendezvous, b];
    (turn[Instruct, b] and Now.change = Join); turn[Proceed, b]; turn[Proceed, b]; turn[Proceed, b]; turn[HandOff, b];
    turn[Reset, b]; (turn[Start, b] and b in p.mask); (ends and b.software.Trusted = Slot and p.mask = Cell)
  }
} for 1 but exactly 2 Cell, exactly 1 Partition, 12..12 steps expect 1

-- Both orders of an access and the close: before the close is visible it is performed, and afterwards refused.
run AccessComesBeforeTheClose {
  history and secureOnly[GENERAL] and
  (done[Start]; done[Post]; done[Advance]; done[Quit];
   (done[Write] and Now.class = GENERAL and executed = Leaving and some p: Partition | same[p, STATUS] and not same[p, GENERAL]);
   done[Advance]; (ends and software.Other = Cell -> Slot))
} for 2 but exactly 1 Cell, exactly 1 Slot, exactly 1 Partition, 7..7 steps expect 1

run AccessComesAfterTheClose {
  history and secureOnly[GENERAL] and
  (done[Start]; done[Post]; done[Advance]; done[Quit]; done[Advance];
   (Now.event = Write and Now.class = GENERAL and executed = Other and some Refused); ends)
} for 2 but exactly 1 Cell, exactly 1 Slot, exactly 1 Partition, 7..7 steps expect 1

run PartitionIsReconfigured {
  runs and always step and some Complex.reportTakes and
  ((done[Write] and Now.value != values/first); done[Reconfigure]; done[Advance];
   (ends and Cell.phase = Blocked and Complex.register = Cell -> Slot and no mask and Class.(Partition.holds) = values/first))
} for 2 but exactly 1 Cell, exactly 1 Partition, 4..4 steps expect 1

run LinkIsEnabled {
  runs and always step and let b = cells/last, p = partitions/first, q = partitions/last {
    turn[Start, b]; (turn[Post, b] and Now.to = q); done[Ask]; (done[Consent] and Now.to = p); (done[Consent] and Now.to = q);
    (ends and enabled = p -> q + q -> p and no asked)
  }
} for 1 but exactly 2 Cell, exactly 2 Partition, 6..6 steps expect 1

-- Why lines have to be stuck at one level.
run LinesStuckAtTwoLevelsDeceive {
  runs and always step and (done[Stick]; done[Stick]; (ends and some seen[Partition] & software.Other))
} for 2 but exactly 1 Cell, exactly 1 Slot, exactly 1 Partition, 3..3 steps expect 1

-- A report that is under way may be the first after the start; it stays wrong when the lines are no longer stuck.
run TwoLevelsDeceiveForGood {
  history and eventually (no stuck and some Complex.register & software.Other)
} for 2 but exactly 1 Cell, exactly 1 Slot, exactly 1 Partition, 8..8 steps expect 1

run TwoLevelsWiden {
  runs and always step and secureOnly[ROUTE] and let b = cells/last, p = partitions/first {
    turn[Start, b]; (turn[Post, b] and Now.to = p); turn[Release, b]; turn[Rendezvous, b]; (turn[Instruct, b] and Now.change = Join);
    turn[Proceed, b]; (done[Quit] and Now.by.Slot = b); (done[Stick] and b.software.Other = Slot); done[Stick]; turn[Proceed, b];
    (ends and b in p.mask)
  }
} for 2 but exactly 2 Cell, exactly 1 Slot, exactly 1 Partition, 11..11 steps expect 1

-- Why ROUTE has to be closed to unsecure cells.
run OpenRouteAddsOtherSoftware {
  history and always oneLevel and eventually (some mask' - mask and Partition.(mask' - mask) in software.Other.Slot)
} for 1 but exactly 1 Cell, exactly 1 Slot, exactly 1 Partition, 9..9 steps expect 1


---- wrong events, to be caught

-- Takes the status of a packet from what its sender claims.
pred wrongStamp {
  arguments and effects
  some Refused iff (lifeForbids or accessForbids or closedForbids or changeForbids or (Now.event = Configure and Now.claim = Unsecure) or linkForbids)
}

check WrongStampIsCaught {
  all p: Partition | sound and statusesAreTrue and wrongStamp and p.fabric' != p.fabric implies executed in Trusted + Leaving
} for 2 but exactly 1 Cell, exactly 1 Slot, exactly 1 Partition, 2..2 steps expect 1

-- Leaves the cell SECURE when a join closes.
pred wrongClose {
  arguments and refusals
  life and reports and register[none] and copies and executions
  changes[Determine] and masks[added, removed] and registers and links[enabling] and fabrics and wires
}

check WrongCloseIsCaught { all c: closes | sound and wrongClose implies no c.(Complex.register') }
for 2 but exactly 1 Cell, exactly 1 Slot, exactly 1 Partition, 2..2 steps expect 1

-- Adds the bit first, without a look at the status, and without a gate.
pred wrongJoin {
  arguments
  some Refused iff (lifeForbids or accessForbids or closedForbids or (Now.event = Instruct and instructionForbidden) or fabricForbids or linkForbids)
  life and statuses and changes[Add] and masks[added, removed] and registers and links[enabling] and fabrics and wires
}

check WrongJoinIsCaught {
  sound and statusesAreTrue and oneLevel and secureOnly[ROUTE] and wrongJoin and after wrongJoin and no part
    implies after (all c: Partition.(mask' - mask) | Slot in c.software.(Trusted + Leaving))
} for 2 but exactly 1 Cell, exactly 1 Slot, exactly 1 Partition, 3..3 steps expect 1

-- Overlooks unsecure processors when another of the cell is SECURE.
pred wrongCellStatus {
  arguments and effects
  some Refused iff (lifeForbids or accessForbids or closedForbids or fabricForbids or linkForbids
    or (Now.event = Instruct and instructionForbidden)
    or (Now.event = Proceed and let c = Now.cell {
      no c.part
      or (c.part = Determine and no c.(Complex.register))
      or (c.part in Remove + Add and ROUTE not in (some c.(seen[concerned[c]]) => Secure else Unsecure).(Complex.writable)) }))
}

check WrongCellStatusIsCaught {
  all c: Partition.(mask' - mask) | sound and statusesAreTrue and oneLevel and secureOnly[ROUTE] and wrongCellStatus implies
    Slot in c.software.(Trusted + Leaving)
} for 2 but exactly 1 Cell, exactly 2 Slot, exactly 1 Partition, 2..2 steps expect 1

-- Writes closed registers.
pred wrongAccess {
  arguments and effects
  some Refused iff (lifeForbids or accessForbids or (Now.event = Read and closed) or changeForbids or fabricForbids or linkForbids)
}

check WrongAccessIsCaught {
  all p: Partition, k: Class | sound and wrongAccess and Now.event = Write and not same[p, k] and decidedSecure[p]
    implies k in Secure.(Complex.writable)
} for 2 but exactly 1 Cell, exactly 1 Slot, exactly 1 Partition, 2..2 steps expect 1

-- Enables a link with the first consent.
pred wrongConsent {
  arguments and refusals
  let enables = { p, q: Now.to + Now.other | p != q and done[Consent] } |
    life and statuses and changes[Determine] and masks[added, removed] and registers and links[enables] and fabrics and wires
}

check WrongConsentIsCaught {
  all p, q: Partition | sound and wrongConsent and p -> q in enabled' implies p -> q + q -> p in consents'
} for 2 but exactly 1 Cell, exactly 1 Slot, exactly 2 Partition, 2..2 steps expect 1

-- Takes for SECURE whatever is not the code word for UNSECURE.
fun wrongReported[c: Cell]: set Slot {
  { s: Slot | arrivesOne[c.stuck[Complex.reportFirst[s]], s & c.report] or arrivesZero[c.stuck[Complex.reportSecond[s]], s & c.report] }
}

check WrongReportIsCaught { all c: Cell | lone c.stuck[Line] implies wrongReported[c] in c.report }
for 2 but exactly 1 Cell, exactly 1 Slot, exactly 1 Partition, 1 steps expect 1

-- A move leaves the bit in the old mask.
pred wrongMove {
  arguments and refusals
  let removes = { p: Partition, c: Now.cell | p -> c in removed and c.change = Leave } |
    life and statuses and changes[Determine] and masks[added, removes] and registers and links[enabling] and fabrics and wires
}

check WrongMoveIsCaught { sound and wrongMove and after wrongMove implies after after all c: Cell | lone mask.c }
for 2 but exactly 1 Cell, exactly 1 Slot, exactly 2 Partition, 3..3 steps expect 1

-- Other software does not wait until the close is visible.
pred wrongQuit {
  arguments and refusals
  life and reports and register[closes] and copies
  all c: Cell, s: Slot | c.software'[s] = (c in starts => Trusted else c in resets => none else c -> s in quits => Other else c.software[s])
  changes[Determine] and masks[added, removed] and registers and links[enabling] and fabrics and wires
}

check WrongQuitIsCaught { sound and statusesAreTrue and oneLevel and wrongQuit and after oneLevel implies after statusesAreTrue }
for 2 but exactly 1 Cell, exactly 1 Slot, exactly 1 Partition, 2..2 steps expect 1
