; POSITION_COMPLEMENTED
; The position of a deposit is 63 minus its field, and the count of a fixed parallel left shift 31 minus its field.
;
; slot   the instruction
; value  of the operand: how many bits
(set-logic QF_BV)

; ccount5c, of the format I8.
(define-fun count5-shift-value ((slot (_ BitVec 41))) (_ BitVec 64)
  (bvsub #x000000000000001f ((_ zero_extend 59) ((_ extract 24 20) slot))))

(define-fun count5-shift-encodable ((value (_ BitVec 64))) Bool
  (bvule value #x000000000000001f))

; cpos6c, of the formats I12 and I13.
(define-fun pos6-i12-value ((slot (_ BitVec 41))) (_ BitVec 64)
  (bvsub #x000000000000003f ((_ zero_extend 58) ((_ extract 25 20) slot))))

(define-fun pos6-i12-encodable ((value (_ BitVec 64))) Bool
  (bvule value #x000000000000003f))

; cpos6b, of the format I14.
(define-fun pos6-i14-value ((slot (_ BitVec 41))) (_ BitVec 64)
  (bvsub #x000000000000003f ((_ zero_extend 58) ((_ extract 19 14) slot))))

(define-fun pos6-i14-encodable ((value (_ BitVec 64))) Bool
  (bvule value #x000000000000003f))

; cpos6d, of the format I15.
(define-fun pos6-i15-value ((slot (_ BitVec 41))) (_ BitVec 64)
  (bvsub #x000000000000003f ((_ zero_extend 58) ((_ extract 36 31) slot))))

(define-fun pos6-i15-encodable ((value (_ BitVec 64))) Bool
  (bvule value #x000000000000003f))

; The same from the other side: the slot that has the value in its field, and stays as it was elsewhere.
(define-fun count5-shift-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (let ((field (bvsub #x000000000000001f value)))
    (concat ((_ extract 40 25) slot) ((_ extract 4 0) field) ((_ extract 19 0) slot))))

(define-fun pos6-i12-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (let ((field (bvsub #x000000000000003f value)))
    (concat ((_ extract 40 26) slot) ((_ extract 5 0) field) ((_ extract 19 0) slot))))

(define-fun pos6-i14-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (let ((field (bvsub #x000000000000003f value)))
    (concat ((_ extract 40 20) slot) ((_ extract 5 0) field) ((_ extract 13 0) slot))))

(define-fun pos6-i15-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (let ((field (bvsub #x000000000000003f value)))
    (concat ((_ extract 40 37) slot) ((_ extract 5 0) field) ((_ extract 30 0) slot))))

; What the theorems speak of besides: a slot written with 11 digits, and what a piece of a slot adds to a value.
(define-fun complemented-slot ((digits (_ BitVec 44))) (_ BitVec 41)
  ((_ extract 40 0) digits))

(define-fun complemented-piece ((slot (_ BitVec 41)) (begin (_ BitVec 41)) (values (_ BitVec 64)) (weight (_ BitVec 64))) (_ BitVec 64)
  (bvmul (bvurem ((_ zero_extend 23) (bvlshr slot begin)) values) weight))

(declare-const slot (_ BitVec 41))
(declare-const other (_ BitVec 41))
(declare-const value (_ BitVec 64))

(push 1)
(echo "what-was-encoded-is-decoded: unsat expected")
(assert (not (and (=> (count5-shift-encodable value) (= (count5-shift-value (count5-shift-placed value slot)) value))
                  (=> (pos6-i12-encodable value) (= (pos6-i12-value (pos6-i12-placed value slot)) value))
                  (=> (pos6-i14-encodable value) (= (pos6-i14-value (pos6-i14-placed value slot)) value))
                  (=> (pos6-i15-encodable value) (= (pos6-i15-value (pos6-i15-placed value slot)) value)))))
(check-sat)
(pop 1)

(push 1)
(echo "encoding-what-was-decoded-changes-nothing: unsat expected")
(assert (not (and (= (count5-shift-placed (count5-shift-value slot) slot) slot)
                  (= (pos6-i12-placed (pos6-i12-value slot) slot) slot)
                  (= (pos6-i14-placed (pos6-i14-value slot) slot) slot)
                  (= (pos6-i15-placed (pos6-i15-value slot) slot) slot))))
(check-sat)
(pop 1)

(push 1)
(echo "what-is-decoded-can-be-encoded: unsat expected")
(assert (not (and (count5-shift-encodable (count5-shift-value slot))
                  (pos6-i12-encodable (pos6-i12-value slot))
                  (pos6-i14-encodable (pos6-i14-value slot))
                  (pos6-i15-encodable (pos6-i15-value slot)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-value-is-the-sum-of-its-pieces: unsat expected")
(assert (not (and (= (count5-shift-value slot)
                     (bvsub #x000000000000001f (complemented-piece slot (_ bv20 41) #x0000000000000020 #x0000000000000001)))
                  (= (pos6-i12-value slot)
                     (bvsub #x000000000000003f (complemented-piece slot (_ bv20 41) #x0000000000000040 #x0000000000000001)))
                  (= (pos6-i14-value slot)
                     (bvsub #x000000000000003f (complemented-piece slot (_ bv14 41) #x0000000000000040 #x0000000000000001)))
                  (= (pos6-i15-value slot)
                     (bvsub #x000000000000003f (complemented-piece slot (_ bv31 41) #x0000000000000040 #x0000000000000001))))))
(check-sat)
(pop 1)

(push 1)
(echo "only-the-bits-of-the-field-count: unsat expected")
(assert (not (and (=> (= (bvand slot (complemented-slot #x00001f00000)) (bvand other (complemented-slot #x00001f00000)))
                      (= (count5-shift-value slot) (count5-shift-value other)))
                  (=> (= (bvand slot (complemented-slot #x00003f00000)) (bvand other (complemented-slot #x00003f00000)))
                      (= (pos6-i12-value slot) (pos6-i12-value other)))
                  (=> (= (bvand slot (complemented-slot #x000000fc000)) (bvand other (complemented-slot #x000000fc000)))
                      (= (pos6-i14-value slot) (pos6-i14-value other)))
                  (=> (= (bvand slot (complemented-slot #x01f80000000)) (bvand other (complemented-slot #x01f80000000)))
                      (= (pos6-i15-value slot) (pos6-i15-value other))))))
(check-sat)
(pop 1)

(push 1)
(echo "the-rest-of-the-slot-is-kept: unsat expected")
(assert (not (and (= (bvor (count5-shift-placed value slot) (complemented-slot #x00001f00000)) (bvor slot (complemented-slot #x00001f00000)))
                  (= (bvor (pos6-i12-placed value slot) (complemented-slot #x00003f00000)) (bvor slot (complemented-slot #x00003f00000)))
                  (= (bvor (pos6-i14-placed value slot) (complemented-slot #x000000fc000)) (bvor slot (complemented-slot #x000000fc000)))
                  (= (bvor (pos6-i15-placed value slot) (complemented-slot #x01f80000000)) (bvor slot (complemented-slot #x01f80000000))))))
(check-sat)
(pop 1)

(push 1)
(echo "least-and-greatest-values: unsat expected")
(assert (not (and (and (count5-shift-encodable #x0000000000000000) (not (count5-shift-encodable #xffffffffffffffff))
                       (count5-shift-encodable #x000000000000001f) (not (count5-shift-encodable #x0000000000000020)))
                  (and (pos6-i12-encodable #x0000000000000000) (not (pos6-i12-encodable #xffffffffffffffff))
                       (pos6-i12-encodable #x000000000000003f) (not (pos6-i12-encodable #x0000000000000040)))
                  (and (pos6-i14-encodable #x0000000000000000) (not (pos6-i14-encodable #xffffffffffffffff))
                       (pos6-i14-encodable #x000000000000003f) (not (pos6-i14-encodable #x0000000000000040)))
                  (and (pos6-i15-encodable #x0000000000000000) (not (pos6-i15-encodable #xffffffffffffffff))
                       (pos6-i15-encodable #x000000000000003f) (not (pos6-i15-encodable #x0000000000000040))))))
(check-sat)
(pop 1)

(push 1)
(echo "the-complement-is-the-inversion-of-the-field: unsat expected")
(assert (not (and (= (count5-shift-value slot) ((_ zero_extend 59) (bvnot ((_ extract 24 20) slot))))
                  (= (pos6-i12-value slot) ((_ zero_extend 58) (bvnot ((_ extract 25 20) slot))))
                  (= (pos6-i14-value slot) ((_ zero_extend 58) (bvnot ((_ extract 19 14) slot))))
                  (= (pos6-i15-value slot) ((_ zero_extend 58) (bvnot ((_ extract 36 31) slot)))))))
(check-sat)
(pop 1)

(push 1)
(echo "two-positions-whose-fields-are-inverted-add-up: unsat expected")
(assert (not (and (= (bvadd (count5-shift-value slot) (count5-shift-value (bvnot slot))) #x000000000000001f)
                  (= (bvadd (pos6-i12-value slot) (pos6-i12-value (bvnot slot))) #x000000000000003f)
                  (= (bvadd (pos6-i14-value slot) (pos6-i14-value (bvnot slot))) #x000000000000003f)
                  (= (bvadd (pos6-i15-value slot) (pos6-i15-value (bvnot slot))) #x000000000000003f))))
(check-sat)
(pop 1)

(push 1)
(echo "samples-of-an-assembler: unsat expected")
(assert (not (and (= (count5-shift-value (complemented-slot #x0fc51812200)) #x0000000000000007)    ; pshl4 r8=r9,7
                  (= (count5-shift-value (complemented-slot #x0ee51012200)) #x000000000000000f)    ; pshl2 r8=r9,15
                  (= (count5-shift-value (complemented-slot #x0fc50012200)) #x000000000000001f)    ; pshl4 r8=r9,31
                  (= (pos6-i12-value (complemented-slot #x0a610212200)) #x000000000000003d)        ; dep.z r8=r9,61,3
                  (= (pos6-i12-value (complemented-slot #x0a603f12200)) #x0000000000000000)        ; dep.z r8=r9,0,1
                  (= (pos6-i12-value (complemented-slot #x0b72f3fe200)) #x000000000000000c)        ; dep.z r8=-1,12,38
                  (= (pos6-i14-value (complemented-slot #x0be00900200)) #x000000000000003f)        ; dep r8=-1,r9,63,1
                  (= (pos6-i14-value (complemented-slot #x0ae10908200)) #x000000000000003d)        ; dep r8=0,r9,61,3
                  (= (pos6-i15-value (complemented-slot #x09ea8a12200)) #x0000000000000002)        ; dep r8=r9,r10,2,6
                  (= (pos6-i15-value (complemented-slot #x087f8a12200)) #x0000000000000030))))     ; dep r8=r9,r10,48,16
(check-sat)
(pop 1)

(push 1)
(echo "the-first-bit-has-the-greatest-field: sat expected")
(assert (and (= (pos6-i15-value slot) #x0000000000000000) (= ((_ extract 36 31) slot) #b111111)))
(check-sat)
(pop 1)

(push 1)
(echo "one-slot-four-values: sat expected")
(assert (distinct (count5-shift-value slot) (pos6-i12-value slot) (pos6-i14-value slot) (pos6-i15-value slot)))
(check-sat)
(pop 1)
