; BUNDLE_FIELDS
; A bundle is cut into a template in bits 4:0 and slots of 41 bits each in bits 45:5, 86:46 and 127:87.
;
; low, high             the halves of the bundle: bits 63:0, which stand first in memory, and bits 127:64
; template              its code
; slot0, slot1, slot2   the slots
(set-logic QF_BV)

(define-fun bundle-template ((low (_ BitVec 64)) (high (_ BitVec 64))) (_ BitVec 5)
  ((_ extract 4 0) low))

(define-fun bundle-slot0 ((low (_ BitVec 64)) (high (_ BitVec 64))) (_ BitVec 41)
  ((_ extract 45 5) low))

(define-fun bundle-slot1 ((low (_ BitVec 64)) (high (_ BitVec 64))) (_ BitVec 41)
  ((_ extract 86 46) (concat high low)))

(define-fun bundle-slot2 ((low (_ BitVec 64)) (high (_ BitVec 64))) (_ BitVec 41)
  ((_ extract 127 87) (concat high low)))

; The same from the other side: a bundle is its fields, put together. The boundary of the halves cuts slot 1 above its bit 17.
(define-fun bundle-low (
    (template (_ BitVec 5)) (slot0 (_ BitVec 41)) (slot1 (_ BitVec 41)) (slot2 (_ BitVec 41))) (_ BitVec 64)
  (concat ((_ extract 17 0) slot1) slot0 template))

(define-fun bundle-high (
    (template (_ BitVec 5)) (slot0 (_ BitVec 41)) (slot1 (_ BitVec 41)) (slot2 (_ BitVec 41))) (_ BitVec 64)
  (concat slot2 ((_ extract 40 18) slot1)))

; What the theorems speak of besides: the slots as software reads them, shifted and masked; a slot written with 11 digits.
(define-fun slot-bits () (_ BitVec 64) #x000001ffffffffff)

(define-fun as-slot ((word (_ BitVec 64))) (_ BitVec 41)
  ((_ extract 40 0) (bvand word slot-bits)))

(define-fun slot-written ((digits (_ BitVec 44))) (_ BitVec 41)
  ((_ extract 40 0) digits))

(declare-const low (_ BitVec 64))
(declare-const high (_ BitVec 64))
(declare-const template (_ BitVec 5))
(declare-const slot0 (_ BitVec 41))
(declare-const slot1 (_ BitVec 41))
(declare-const slot2 (_ BitVec 41))

(push 1)
(echo "a-bundle-is-its-fields: unsat expected")
(assert (not (and (= low  (bundle-low  (bundle-template low high) (bundle-slot0 low high) (bundle-slot1 low high) (bundle-slot2 low high)))
                  (= high (bundle-high (bundle-template low high) (bundle-slot0 low high) (bundle-slot1 low high) (bundle-slot2 low high))))))
(check-sat)
(pop 1)

(push 1)
(echo "what-was-put-together-is-cut-apart: unsat expected")
(assert (not (let ((lower (bundle-low template slot0 slot1 slot2)) (upper (bundle-high template slot0 slot1 slot2)))
               (and (= (bundle-template lower upper) template)
                    (= (bundle-slot0 lower upper) slot0)
                    (= (bundle-slot1 lower upper) slot1)
                    (= (bundle-slot2 lower upper) slot2)))))
(check-sat)
(pop 1)

(push 1)
(echo "fields-are-the-halves-shifted-and-masked: unsat expected")
(assert (not (and (= ((_ zero_extend 59) (bundle-template low high)) (bvand low #x000000000000001f))
                  (= (bundle-slot0 low high) (as-slot (bvlshr low #x0000000000000005)))
                  (= (bundle-slot1 low high) (as-slot (bvor (bvlshr low #x000000000000002e) (bvshl high #x0000000000000012))))
                  (= (bundle-slot2 low high) (as-slot (bvlshr high #x0000000000000017))))))
(check-sat)
(pop 1)

(push 1)
(echo "only-slot-1-lies-in-both-halves: unsat expected")
(assert (not (and (= (bundle-template low high) (bundle-template low #x0000000000000000))
                  (= (bundle-slot0 low high) (bundle-slot0 low #x0000000000000000))
                  (= (bundle-slot2 low high) (bundle-slot2 #x0000000000000000 high)))))
(check-sat)
(pop 1)

; In memory order 01402414002000000002000000000400: add r8=r9,r10, then two nops, with template 01.
(push 1)
(echo "a-sample-with-slot-0: unsat expected")
(assert (not (and (= (bundle-template #x0000200014244001 #x0004000000000200) #b00001)
                  (= (bundle-slot0 #x0000200014244001 #x0004000000000200) (slot-written #x10000a12200))
                  (= (bundle-slot1 #x0000200014244001 #x0004000000000200) (slot-written #x00008000000))
                  (= (bundle-slot2 #x0000200014244001 #x0004000000000200) (slot-written #x00008000000)))))
(check-sat)
(pop 1)

; In memory order 0100000001c01f100c1e400000000400: (p63) xor r1=r2,r3 in slot 1.
(push 1)
(echo "a-sample-with-slot-1: unsat expected")
(assert (not (= (bundle-slot1 #x101fc00100000001 #x0004000000401e0c) (slot-written #x1007830407f))))
(check-sat)
(pop 1)

; In memory order 09000000010000000002000091501480: sub r8=r9,r10 in slot 2.
(push 1)
(echo "a-sample-with-slot-2: unsat expected")
(assert (not (and (= (bundle-template #x0000000100000009 #x8014509100000200) #b01001)
                  (= (bundle-slot2 #x0000000100000009 #x8014509100000200) (slot-written #x10028a12200)))))
(check-sat)
(pop 1)

(push 1)
(echo "slot-1-depends-on-either-half: sat expected")
(assert (and (distinct (bundle-slot1 low high) (bundle-slot1 low #x0000000000000000))
             (distinct (bundle-slot1 low high) (bundle-slot1 #x0000000000000000 high))))
(check-sat)
(pop 1)

(push 1)
(echo "a-bundle-of-three-equal-slots-has-different-halves: sat expected")
(assert (and (= slot0 slot1 slot2) (distinct slot0 (_ bv0 41))
             (distinct (bundle-low template slot0 slot1 slot2) (bundle-high template slot0 slot1 slot2))))
(check-sat)
(pop 1)
