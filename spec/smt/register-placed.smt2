; REGISTER_PLACED
; A register lies eight bytes behind the one before it in the stack, or sixteen where a collection lies between them.
;
; address    of a word of the backing store: of a register, or of the collection before the register that is meant
; registers  by how many another register comes later; if negative, by how many it comes earlier
(set-logic QF_BV)

(define-fun store-slot ((address (_ BitVec 64))) (_ BitVec 32)
  ((_ zero_extend 26) ((_ extract 8 3) address)))

; Collections between two registers, counted from the slot of the first one: up, and down.
(define-fun collections-up ((address (_ BitVec 64)) (registers (_ BitVec 32))) (_ BitVec 32)
  (bvudiv (bvadd (store-slot address) registers) #x0000003f))

(define-fun collections-down ((address (_ BitVec 64)) (registers (_ BitVec 32))) (_ BitVec 32)
  (bvudiv (bvadd (bvsub #x0000003e (store-slot address)) registers) #x0000003f))

(define-fun register-placed ((address (_ BitVec 64)) (registers (_ BitVec 32))) (_ BitVec 64)
  (ite (bvsge registers #x00000000)
       (bvadd address ((_ zero_extend 29) (concat (bvadd registers (collections-up address registers)) #b000)))
       (bvsub address ((_ zero_extend 29) (concat (bvadd (bvneg registers) (collections-down address (bvneg registers))) #b000)))))

; What the theorems speak of besides: addresses of words, and distances of which a processor takes account.
(define-fun store-word ((address (_ BitVec 64))) Bool
  (= ((_ extract 2 0) address) #b000))

(define-fun store-distance ((registers (_ BitVec 32))) Bool
  (and (bvsge registers (bvneg #x0000007f)) (bvsle registers #x0000007f)))

(declare-const address (_ BitVec 64))
(declare-const registers (_ BitVec 32))
(assert (store-word address))
(assert (store-distance registers))

(push 1)
(echo "a-register-never-lies-where-a-collection-does: unsat expected")
(assert (= ((_ extract 8 3) (register-placed address registers)) #b111111))
(check-sat)
(pop 1)

(push 1)
(echo "the-next-register-lies-behind-it-but-for-a-collection: unsat expected")
(assert (not (= (register-placed address #x00000001)
                (bvadd (register-placed address #x00000000) (ite (= ((_ extract 8 3) (register-placed address #x00000000)) #b111110) #x0000000000000010 #x0000000000000008)))))
(check-sat)
(pop 1)

(push 1)
(echo "there-and-back: unsat expected")
(assert (not (= (register-placed (register-placed address registers) (bvneg registers)) (register-placed address #x00000000))))
(check-sat)
(pop 1)

(push 1)
(echo "one-further-is-the-next-one: unsat expected")
(assert (not (=> (distinct registers #x0000007f) (= (register-placed (register-placed address registers) #x00000001) (register-placed address (bvadd registers #x00000001))))))
(check-sat)
(pop 1)

(push 1)
(echo "addresses-that-were-counted-by-hand: unsat expected")
(assert (not (and (= (register-placed #x0000000000001000 #x0000003e) #x00000000000011f0)
                  (= (register-placed #x0000000000001000 #x0000003f) #x0000000000001200)
                  (= (register-placed #x0000000000001000 #x00000060) #x0000000000001308)
                  (= (register-placed #x0000000000001308 (bvneg #x00000060)) #x0000000000001000)
                  (= (register-placed #x0000000000001200 (bvneg #x00000040)) #x0000000000000ff0))))
(check-sat)
(pop 1)

(push 1)
(echo "some-registers-have-collections-between-them: sat expected")
(assert (distinct (register-placed address registers) (bvadd address (concat ((_ sign_extend 29) registers) #b000))))
(check-sat)
(pop 1)
