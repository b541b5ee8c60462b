; WORDS of chapter 11: rotation, rename base
;
; base  a rename base
; size  how many registers rotate
(set-logic QF_BV)

; One less, modulo what rotates.
(define-fun rotated-base ((base (_ BitVec 32)) (size (_ BitVec 32))) (_ BitVec 32)
  (ite (= size #x00000000) #x00000000 (bvurem (bvsub (bvadd base size) #x00000001) size)))

(define-fun base-possible ((base (_ BitVec 32)) (size (_ BitVec 32))) Bool
  (and (bvule size #x00000060) (or (bvult base size) (and (= base #x00000000) (= size #x00000000)))))

(declare-const base (_ BitVec 32))
(declare-const other (_ BitVec 32))
(declare-const size (_ BitVec 32))
(assert (base-possible base size))
(assert (base-possible other size))

(push 1)
(echo "a-base-stays-one: unsat expected")
(assert (not (base-possible (rotated-base base size) size)))
(check-sat)
(pop 1)

(push 1)
(echo "different-bases-stay-different: unsat expected")
(assert (and (distinct base other) (= (rotated-base base size) (rotated-base other size))))
(check-sat)
(pop 1)

(push 1)
(echo "the-first-base-becomes-the-last: unsat expected")
(assert (not (=> (distinct size #x00000000) (= (rotated-base #x00000000 size) (bvsub size #x00000001)))))
(check-sat)
(pop 1)

(push 1)
(echo "some-base-becomes-another: sat expected")
(assert (distinct (rotated-base base size) base))
(check-sat)
(pop 1)
