-- What moves to the protection-key registers leave in them.
module keys

sig Key {}
enum Disable { Reads, Writes, Executions }

-- What a register holds besides its v: a key, and what is disabled for its pages.
sig Fields { key: Key, disables: set Disable }

-- The protection-key registers, and those whose v is 1.
sig Register { var holds: Fields }
var sig Valid in Register {}


---- events

pred start { no Valid }

-- KEY_WRITTEN, KEY_UNIQUE: a move of a valid key.
pred writeValid[r: Register, f: Fields] {
  holds' = holds ++ r -> f
  Valid' = Valid - holds.key.(f.key) + r
}

-- KEY_WRITTEN: a move with v 0.
pred writeInvalid[r: Register, f: Fields] {
  holds' = holds ++ r -> f
  Valid' = Valid - r
}

pred idle { holds' = holds and Valid' = Valid }

pred step { (some r: Register, f: Fields | writeValid[r, f] or writeInvalid[r, f]) or idle }

pred history { start and always step }


---- assertions

-- No two valid registers hold the same key.
pred unique { all disj a, b: Valid | a.holds.key != b.holds.key }

-- The register that was written last holds what was written, and is valid if v was 1.
pred lastMoveCounts {
  all r: Register, f: Fields {
    before writeValid[r, f] implies r in Valid and r.holds = f
    before writeInvalid[r, f] implies r not in Valid and r.holds = f
  }
}

assert KeysStayUnique { history implies always (unique and lastMoveCounts) }
check KeysStayUnique for 3 but 4 steps expect 0

-- The same of any number of moves: each of them keeps what it finds.
assert EveryMoveKeepsKeysApart { unique and step implies after unique }
check EveryMoveKeepsKeysApart for 4 but 1..2 steps expect 0

-- A move changes no other register, but for v of one with the same key, and that only if it writes v 1.
assert OthersKeepTheirFields {
  all r: Register, f: Fields, other: Register - r {
    writeValid[r, f] or writeInvalid[r, f] implies other.holds' = other.holds
    writeInvalid[r, f] or (writeValid[r, f] and other.holds.key != f.key) implies (other in Valid' iff other in Valid)
  }
}
check OthersKeepTheirFields for 4 but 1..2 steps expect 0


---- what can be reached

run MoveClearsAnotherRegister {
  history and eventually (some r: Register, f: Fields, other: Valid - r | writeValid[r, f] and after (other not in Valid and r in Valid))
} for 3 but 4 steps expect 1

run RegistersHoldDifferentKeys {
  history and eventually (some disj a, b, c: Valid | a.holds.key not in (b + c).holds.key and b.holds.key != c.holds.key)
} for 3 but 5 steps expect 1

-- Beside the valid register of a key, others may hold it whose v is 0.
run InvalidRegisterHoldsTheSameKey {
  history and eventually (some r: Register - Valid, other: Valid | r.holds.key = other.holds.key and r.holds != other.holds)
} for 3 but 4 steps expect 1


---- wrong events, to be caught

-- Forgets the other registers.
pred wrongWrite[r: Register, f: Fields] { holds' = holds ++ r -> f and Valid' = Valid + r }

check WrongWriteIsCaught {
  (start and always (idle or (some r: Register, f: Fields | wrongWrite[r, f]))) implies always unique
} for 3 but 4 steps expect 1

-- Clears the register that is written as well, if it held the key.
pred wrongOrder[r: Register, f: Fields] { holds' = holds ++ r -> f and Valid' = (Valid + r) - holds.key.(f.key) }

check WrongOrderIsCaught {
  (start and always (idle or (some r: Register, f: Fields | wrongOrder[r, f]))) implies
    always all r: Register, f: Fields | wrongOrder[r, f] implies after (r in Valid and r.holds = f)
} for 3 but 4 steps expect 1

-- Takes the fields from the other registers together with v.
pred wrongClear[r: Register, f: Fields] {
  r.holds' = f and Valid' = Valid - holds.key.(f.key) + r
  all other: Register - r | other.holds' = other.holds or other.holds.key = f.key
}

check WrongClearIsCaught {
  all r: Register, f: Fields, other: Register - r | wrongClear[r, f] implies other.holds' = other.holds
} for 3 but 1..2 steps expect 1
