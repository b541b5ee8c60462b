; COUNT_BIASED
; A length and the count of a shift-and-add are one more than their fields.
;
; slot   the instruction
; value  of the operand: how many bits
(set-logic QF_BV)

; ct2d, of the formats A2 and A10.
(define-fun count2-value ((slot (_ BitVec 41))) (_ BitVec 64)
  (bvadd ((_ zero_extend 62) ((_ extract 28 27) slot)) #x0000000000000001))

(define-fun count2-encodable ((value (_ BitVec 64))) Bool
  (and (bvule #x0000000000000001 value) (bvule value #x0000000000000004)))

; len6d, of the formats I11 to I14.
(define-fun len6-value ((slot (_ BitVec 41))) (_ BitVec 64)
  (bvadd ((_ zero_extend 58) ((_ extract 32 27) slot)) #x0000000000000001))

(define-fun len6-encodable ((value (_ BitVec 64))) Bool
  (and (bvule #x0000000000000001 value) (bvule value #x0000000000000040)))

; len4d, of the format I15.
(define-fun len4-value ((slot (_ BitVec 41))) (_ BitVec 64)
  (bvadd ((_ zero_extend 60) ((_ extract 30 27) slot)) #x0000000000000001))

(define-fun len4-encodable ((value (_ BitVec 64))) Bool
  (and (bvule #x0000000000000001 value) (bvule value #x0000000000000010)))

; The same from the other side: the slot that has the value in its field, and stays as it was elsewhere.
(define-fun count2-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (let ((field (bvsub value #x0000000000000001)))
    (concat ((_ extract 40 29) slot) ((_ extract 1 0) field) ((_ extract 26 0) slot))))

(define-fun len6-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (let ((field (bvsub value #x0000000000000001)))
    (concat ((_ extract 40 33) slot) ((_ extract 5 0) field) ((_ extract 26 0) slot))))

(define-fun len4-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (let ((field (bvsub value #x0000000000000001)))
    (concat ((_ extract 40 31) slot) ((_ extract 3 0) field) ((_ extract 26 0) slot))))

; What the theorems speak of besides: a slot written with 11 digits, and what a piece of a slot adds to a value.
(define-fun biased-slot ((digits (_ BitVec 44))) (_ BitVec 41)
  ((_ extract 40 0) digits))

(define-fun biased-piece ((slot (_ BitVec 41)) (begin (_ BitVec 41)) (values (_ BitVec 64)) (weight (_ BitVec 64))) (_ BitVec 64)
  (bvmul (bvurem ((_ zero_extend 23) (bvlshr slot begin)) values) weight))

(declare-const slot (_ BitVec 41))
(declare-const other (_ BitVec 41))
(declare-const value (_ BitVec 64))

(push 1)
(echo "what-was-encoded-is-decoded: unsat expected")
(assert (not (and (=> (count2-encodable value) (= (count2-value (count2-placed value slot)) value))
                  (=> (len6-encodable value) (= (len6-value (len6-placed value slot)) value))
                  (=> (len4-encodable value) (= (len4-value (len4-placed value slot)) value)))))
(check-sat)
(pop 1)

(push 1)
(echo "encoding-what-was-decoded-changes-nothing: unsat expected")
(assert (not (and (= (count2-placed (count2-value slot) slot) slot)
                  (= (len6-placed (len6-value slot) slot) slot)
                  (= (len4-placed (len4-value slot) slot) slot))))
(check-sat)
(pop 1)

(push 1)
(echo "what-is-decoded-can-be-encoded: unsat expected")
(assert (not (and (count2-encodable (count2-value slot))
                  (len6-encodable (len6-value slot))
                  (len4-encodable (len4-value slot)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-value-is-the-sum-of-its-pieces: unsat expected")
(assert (not (and (= (count2-value slot)
                     (bvadd #x0000000000000001 (biased-piece slot (_ bv27 41) #x0000000000000004 #x0000000000000001)))
                  (= (len6-value slot)
                     (bvadd #x0000000000000001 (biased-piece slot (_ bv27 41) #x0000000000000040 #x0000000000000001)))
                  (= (len4-value slot)
                     (bvadd #x0000000000000001 (biased-piece slot (_ bv27 41) #x0000000000000010 #x0000000000000001))))))
(check-sat)
(pop 1)

(push 1)
(echo "only-the-bits-of-the-field-count: unsat expected")
(assert (not (and (=> (= (bvand slot (biased-slot #x00018000000)) (bvand other (biased-slot #x00018000000)))
                      (= (count2-value slot) (count2-value other)))
                  (=> (= (bvand slot (biased-slot #x001f8000000)) (bvand other (biased-slot #x001f8000000)))
                      (= (len6-value slot) (len6-value other)))
                  (=> (= (bvand slot (biased-slot #x00078000000)) (bvand other (biased-slot #x00078000000)))
                      (= (len4-value slot) (len4-value other))))))
(check-sat)
(pop 1)

(push 1)
(echo "the-rest-of-the-slot-is-kept: unsat expected")
(assert (not (and (= (bvor (count2-placed value slot) (biased-slot #x00018000000)) (bvor slot (biased-slot #x00018000000)))
                  (= (bvor (len6-placed value slot) (biased-slot #x001f8000000)) (bvor slot (biased-slot #x001f8000000)))
                  (= (bvor (len4-placed value slot) (biased-slot #x00078000000)) (bvor slot (biased-slot #x00078000000))))))
(check-sat)
(pop 1)

(push 1)
(echo "least-and-greatest-values: unsat expected")
(assert (not (and (and (count2-encodable #x0000000000000001) (not (count2-encodable #x0000000000000000))
                       (count2-encodable #x0000000000000004) (not (count2-encodable #x0000000000000005)))
                  (and (len6-encodable #x0000000000000001) (not (len6-encodable #x0000000000000000))
                       (len6-encodable #x0000000000000040) (not (len6-encodable #x0000000000000041)))
                  (and (len4-encodable #x0000000000000001) (not (len4-encodable #x0000000000000000))
                       (len4-encodable #x0000000000000010) (not (len4-encodable #x0000000000000011))))))
(check-sat)
(pop 1)

(push 1)
(echo "nothing-is-empty: unsat expected")
(assert (not (and (distinct (count2-value slot) #x0000000000000000)
                  (distinct (len6-value slot) #x0000000000000000)
                  (distinct (len4-value slot) #x0000000000000000))))
(check-sat)
(pop 1)

(push 1)
(echo "one-more-in-the-field-is-one-more: unsat expected")
(assert (not (and (=> (and (count2-encodable value) (count2-encodable (bvadd value #x0000000000000001)))
                      (= (bvadd (count2-placed value slot) (bvshl (_ bv1 41) (_ bv27 41))) (count2-placed (bvadd value #x0000000000000001) slot)))
                  (=> (and (len6-encodable value) (len6-encodable (bvadd value #x0000000000000001)))
                      (= (bvadd (len6-placed value slot) (bvshl (_ bv1 41) (_ bv27 41))) (len6-placed (bvadd value #x0000000000000001) slot)))
                  (=> (and (len4-encodable value) (len4-encodable (bvadd value #x0000000000000001)))
                      (= (bvadd (len4-placed value slot) (bvshl (_ bv1 41) (_ bv27 41))) (len4-placed (bvadd value #x0000000000000001) slot))))))
(check-sat)
(pop 1)

(push 1)
(echo "fields-begin-at-the-same-bit: unsat expected")
(assert (not (and (=> (and (len6-encodable value) (len4-encodable value)) (= (len4-value (len6-placed value slot)) value))
                  (=> (and (len4-encodable value) (count2-encodable value)) (= (count2-value (len4-placed value slot)) value)))))
(check-sat)
(pop 1)

(push 1)
(echo "samples-of-an-assembler: unsat expected")
(assert (not (and (= (count2-value (biased-slot #x10080a12200)) #x0000000000000001)    ; shladd r8=r9,1,r10
                  (= (count2-value (biased-slot #x10098a12200)) #x0000000000000004)    ; shladd r8=r9,4,r10
                  (= (count2-value (biased-slot #x106d0a12200)) #x0000000000000003)    ; pshradd2 r8=r9,3,r10
                  (= (len6-value (biased-slot #x0a5f8900200)) #x0000000000000040)      ; extr.u r8=r9,0,64
                  (= (len6-value (biased-slot #x0a4109f4200)) #x0000000000000003)      ; extr.u r8=r9,61,3
                  (= (len6-value (biased-slot #x0a603f12200)) #x0000000000000001)      ; dep.z r8=r9,0,1
                  (= (len6-value (biased-slot #x0b72f3fe200)) #x0000000000000026)      ; dep.z r8=-1,12,38
                  (= (len6-value (biased-slot #x0be00900200)) #x0000000000000001)      ; dep r8=-1,r9,63,1
                  (= (len4-value (biased-slot #x09ea8a12200)) #x0000000000000006)      ; dep r8=r9,r10,2,6
                  (= (len4-value (biased-slot #x087f8a12200)) #x0000000000000010))))   ; dep r8=r9,r10,48,16
(check-sat)
(pop 1)

(push 1)
(echo "one-field-two-lengths: sat expected")
(assert (and (= (len4-value slot) #x0000000000000010) (= (len6-value slot) #x0000000000000030)))
(check-sat)
(pop 1)

(push 1)
(echo "a-whole-word: sat expected")
(assert (and (= (len6-value slot) #x0000000000000040) (= (len6-value other) #x0000000000000001)))
(check-sat)
(pop 1)
