; IMMEDIATE_UNSIGNED
; The pieces of an unsigned immediate are joined from high to low and extended by zeros.
;
; slot   the instruction; of a long one, the X slot
; l      the L slot of a long instruction
; value  of the operand
(set-logic QF_BV)

; mht8c, of the format I4: four times two bits.
(define-fun mht8-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 56) ((_ extract 27 20) slot)))

(define-fun mht8-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000100))

; count5b, of the format I6.
(define-fun count5-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 59) ((_ extract 18 14) slot)))

(define-fun count5-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000020))

; count6d, of the format I10.
(define-fun count6-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 58) ((_ extract 32 27) slot)))

(define-fun count6-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000040))

; pos6b, of the formats I11 and I16.
(define-fun pos6-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 58) ((_ extract 19 14) slot)))

(define-fun pos6-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000040))

; sof, of the format M34: registers of the frame.
(define-fun sof-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 57) ((_ extract 19 13) slot)))

(define-fun sof-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000080))

; sol, of the format M34: how many of them are local.
(define-fun sol-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 57) ((_ extract 26 20) slot)))

(define-fun sol-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000080))

; i : i2d : imm21a, of the format M44.
(define-fun imm24-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 40) (concat ((_ extract 36 36) slot) ((_ extract 32 31) slot) ((_ extract 26 6) slot))))

(define-fun imm24-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000001000000))

; i2b, of the formats M39 and M40.
(define-fun imm2-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 62) ((_ extract 14 13) slot)))

(define-fun imm2-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000004))

; i : imm20a, of the formats M37, M48, I18, I19, B9, F15 and F16.
(define-fun imm21-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 43) (concat ((_ extract 36 36) slot) ((_ extract 25 6) slot))))

(define-fun imm21-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000200000))

; imm41 : i : imm20a, of the formats X1 and X5.
(define-fun imm62-value ((slot (_ BitVec 41)) (l (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 2) (concat ((_ extract 40 0) l) ((_ extract 36 36) slot) ((_ extract 25 6) slot))))

(define-fun imm62-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x4000000000000000))

; fclass7c : fc2, of the format F5.
(define-fun fclass9-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 55) (concat ((_ extract 26 20) slot) ((_ extract 34 33) slot))))

(define-fun fclass9-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000200))

; amask7b, of the format F12.
(define-fun amask7-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 57) ((_ extract 19 13) slot)))

(define-fun amask7-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000080))

; omask7c, of the format F12.
(define-fun omask7-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 57) ((_ extract 26 20) slot)))

(define-fun omask7-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000080))

; i : imm41 : ic : imm5c : imm9d : imm7b, of the format X2.
(define-fun imm64-value ((slot (_ BitVec 41)) (l (_ BitVec 41))) (_ BitVec 64)
  (concat ((_ extract 36 36) slot) ((_ extract 40 0) l) ((_ extract 21 21) slot) ((_ extract 26 22) slot) ((_ extract 35 27) slot) ((_ extract 19 13) slot)))

(define-fun imm64-encodable ((value (_ BitVec 64))) Bool
  true)

; The same from the other side: the slot that has the value in its field, and stays as it was elsewhere.
(define-fun mht8-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 28) slot) ((_ extract 7 0) value) ((_ extract 19 0) slot)))

(define-fun count5-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 19) slot) ((_ extract 4 0) value) ((_ extract 13 0) slot)))

(define-fun count6-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 33) slot) ((_ extract 5 0) value) ((_ extract 26 0) slot)))

(define-fun pos6-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 20) slot) ((_ extract 5 0) value) ((_ extract 13 0) slot)))

(define-fun sof-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 20) slot) ((_ extract 6 0) value) ((_ extract 12 0) slot)))

(define-fun sol-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 27) slot) ((_ extract 6 0) value) ((_ extract 19 0) slot)))

(define-fun imm24-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 23 23) value) ((_ extract 35 33) slot) ((_ extract 22 21) value) ((_ extract 30 27) slot) ((_ extract 20 0) value) ((_ extract 5 0) slot)))

(define-fun imm2-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 15) slot) ((_ extract 1 0) value) ((_ extract 12 0) slot)))

(define-fun imm21-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 20 20) value) ((_ extract 35 26) slot) ((_ extract 19 0) value) ((_ extract 5 0) slot)))

(define-fun imm62-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 20 20) value) ((_ extract 35 26) slot) ((_ extract 19 0) value) ((_ extract 5 0) slot)))

(define-fun imm62-placed-in-l ((value (_ BitVec 64)) (l (_ BitVec 41))) (_ BitVec 41)
  ((_ extract 61 21) value))

(define-fun fclass9-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 35) slot) ((_ extract 1 0) value) ((_ extract 32 27) slot) ((_ extract 8 2) value) ((_ extract 19 0) slot)))

(define-fun amask7-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 20) slot) ((_ extract 6 0) value) ((_ extract 12 0) slot)))

(define-fun omask7-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 27) slot) ((_ extract 6 0) value) ((_ extract 19 0) slot)))

(define-fun imm64-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 63 63) value) ((_ extract 15 7) value) ((_ extract 20 16) value) ((_ extract 21 21) value) ((_ extract 20 20) slot) ((_ extract 6 0) value) ((_ extract 12 0) slot)))

(define-fun imm64-placed-in-l ((value (_ BitVec 64)) (l (_ BitVec 41))) (_ BitVec 41)
  ((_ extract 62 22) value))

; What the theorems speak of besides: a slot written with 11 digits, and what a piece of a slot adds to a value.
(define-fun unsigned-slot ((digits (_ BitVec 44))) (_ BitVec 41)
  ((_ extract 40 0) digits))

(define-fun unsigned-piece ((slot (_ BitVec 41)) (begin (_ BitVec 41)) (values (_ BitVec 64)) (weight (_ BitVec 64))) (_ BitVec 64)
  (bvmul (bvurem ((_ zero_extend 23) (bvlshr slot begin)) values) weight))

(declare-const slot (_ BitVec 41))
(declare-const other (_ BitVec 41))
(declare-const l (_ BitVec 41))
(declare-const value (_ BitVec 64))

(push 1)
(echo "what-was-encoded-is-decoded: unsat expected")
(assert (not (and (=> (mht8-encodable value) (= (mht8-value (mht8-placed value slot)) value))
                  (=> (count5-encodable value) (= (count5-value (count5-placed value slot)) value))
                  (=> (count6-encodable value) (= (count6-value (count6-placed value slot)) value))
                  (=> (pos6-encodable value) (= (pos6-value (pos6-placed value slot)) value))
                  (=> (sof-encodable value) (= (sof-value (sof-placed value slot)) value))
                  (=> (sol-encodable value) (= (sol-value (sol-placed value slot)) value))
                  (=> (imm24-encodable value) (= (imm24-value (imm24-placed value slot)) value))
                  (=> (imm2-encodable value) (= (imm2-value (imm2-placed value slot)) value))
                  (=> (imm21-encodable value) (= (imm21-value (imm21-placed value slot)) value))
                  (=> (imm62-encodable value) (= (imm62-value (imm62-placed value slot) (imm62-placed-in-l value l)) value))
                  (=> (fclass9-encodable value) (= (fclass9-value (fclass9-placed value slot)) value))
                  (=> (amask7-encodable value) (= (amask7-value (amask7-placed value slot)) value))
                  (=> (omask7-encodable value) (= (omask7-value (omask7-placed value slot)) value))
                  (=> (imm64-encodable value) (= (imm64-value (imm64-placed value slot) (imm64-placed-in-l value l)) value)))))
(check-sat)
(pop 1)

(push 1)
(echo "encoding-what-was-decoded-changes-nothing: unsat expected")
(assert (not (and (= (mht8-placed (mht8-value slot) slot) slot)
                  (= (count5-placed (count5-value slot) slot) slot)
                  (= (count6-placed (count6-value slot) slot) slot)
                  (= (pos6-placed (pos6-value slot) slot) slot)
                  (= (sof-placed (sof-value slot) slot) slot)
                  (= (sol-placed (sol-value slot) slot) slot)
                  (= (imm24-placed (imm24-value slot) slot) slot)
                  (= (imm2-placed (imm2-value slot) slot) slot)
                  (= (imm21-placed (imm21-value slot) slot) slot)
                  (= (imm62-placed (imm62-value slot l) slot) slot)
                  (= (imm62-placed-in-l (imm62-value slot l) l) l)
                  (= (fclass9-placed (fclass9-value slot) slot) slot)
                  (= (amask7-placed (amask7-value slot) slot) slot)
                  (= (omask7-placed (omask7-value slot) slot) slot)
                  (= (imm64-placed (imm64-value slot l) slot) slot)
                  (= (imm64-placed-in-l (imm64-value slot l) l) l))))
(check-sat)
(pop 1)

(push 1)
(echo "what-is-decoded-can-be-encoded: unsat expected")
(assert (not (and (mht8-encodable (mht8-value slot))
                  (count5-encodable (count5-value slot))
                  (count6-encodable (count6-value slot))
                  (pos6-encodable (pos6-value slot))
                  (sof-encodable (sof-value slot))
                  (sol-encodable (sol-value slot))
                  (imm24-encodable (imm24-value slot))
                  (imm2-encodable (imm2-value slot))
                  (imm21-encodable (imm21-value slot))
                  (imm62-encodable (imm62-value slot l))
                  (fclass9-encodable (fclass9-value slot))
                  (amask7-encodable (amask7-value slot))
                  (omask7-encodable (omask7-value slot))
                  (imm64-encodable (imm64-value slot l)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-value-is-the-sum-of-its-pieces: unsat expected")
(assert (not (and (= (mht8-value slot)
                     (unsigned-piece slot (_ bv20 41) #x0000000000000100 #x0000000000000001))
                  (= (count5-value slot)
                     (unsigned-piece slot (_ bv14 41) #x0000000000000020 #x0000000000000001))
                  (= (count6-value slot)
                     (unsigned-piece slot (_ bv27 41) #x0000000000000040 #x0000000000000001))
                  (= (pos6-value slot)
                     (unsigned-piece slot (_ bv14 41) #x0000000000000040 #x0000000000000001))
                  (= (sof-value slot)
                     (unsigned-piece slot (_ bv13 41) #x0000000000000080 #x0000000000000001))
                  (= (sol-value slot)
                     (unsigned-piece slot (_ bv20 41) #x0000000000000080 #x0000000000000001))
                  (= (imm24-value slot)
                     (bvadd (unsigned-piece slot (_ bv36 41) #x0000000000000002 #x0000000000800000)
                            (unsigned-piece slot (_ bv31 41) #x0000000000000004 #x0000000000200000)
                            (unsigned-piece slot (_ bv6 41) #x0000000000200000 #x0000000000000001)))
                  (= (imm2-value slot)
                     (unsigned-piece slot (_ bv13 41) #x0000000000000004 #x0000000000000001))
                  (= (imm21-value slot)
                     (bvadd (unsigned-piece slot (_ bv36 41) #x0000000000000002 #x0000000000100000)
                            (unsigned-piece slot (_ bv6 41) #x0000000000100000 #x0000000000000001)))
                  (= (imm62-value slot l)
                     (bvadd (unsigned-piece l (_ bv0 41) #x0000020000000000 #x0000000000200000)
                            (unsigned-piece slot (_ bv36 41) #x0000000000000002 #x0000000000100000)
                            (unsigned-piece slot (_ bv6 41) #x0000000000100000 #x0000000000000001)))
                  (= (fclass9-value slot)
                     (bvadd (unsigned-piece slot (_ bv20 41) #x0000000000000080 #x0000000000000004)
                            (unsigned-piece slot (_ bv33 41) #x0000000000000004 #x0000000000000001)))
                  (= (amask7-value slot)
                     (unsigned-piece slot (_ bv13 41) #x0000000000000080 #x0000000000000001))
                  (= (omask7-value slot)
                     (unsigned-piece slot (_ bv20 41) #x0000000000000080 #x0000000000000001))
                  (= (imm64-value slot l)
                     (bvadd (unsigned-piece slot (_ bv36 41) #x0000000000000002 #x8000000000000000)
                            (unsigned-piece l (_ bv0 41) #x0000020000000000 #x0000000000400000)
                            (unsigned-piece slot (_ bv21 41) #x0000000000000002 #x0000000000200000)
                            (unsigned-piece slot (_ bv22 41) #x0000000000000020 #x0000000000010000)
                            (unsigned-piece slot (_ bv27 41) #x0000000000000200 #x0000000000000080)
                            (unsigned-piece slot (_ bv13 41) #x0000000000000080 #x0000000000000001))))))
(check-sat)
(pop 1)

(push 1)
(echo "only-the-bits-of-the-field-count: unsat expected")
(assert (not (and (=> (= (bvand slot (unsigned-slot #x0000ff00000)) (bvand other (unsigned-slot #x0000ff00000)))
                      (= (mht8-value slot) (mht8-value other)))
                  (=> (= (bvand slot (unsigned-slot #x0000007c000)) (bvand other (unsigned-slot #x0000007c000)))
                      (= (count5-value slot) (count5-value other)))
                  (=> (= (bvand slot (unsigned-slot #x001f8000000)) (bvand other (unsigned-slot #x001f8000000)))
                      (= (count6-value slot) (count6-value other)))
                  (=> (= (bvand slot (unsigned-slot #x000000fc000)) (bvand other (unsigned-slot #x000000fc000)))
                      (= (pos6-value slot) (pos6-value other)))
                  (=> (= (bvand slot (unsigned-slot #x000000fe000)) (bvand other (unsigned-slot #x000000fe000)))
                      (= (sof-value slot) (sof-value other)))
                  (=> (= (bvand slot (unsigned-slot #x00007f00000)) (bvand other (unsigned-slot #x00007f00000)))
                      (= (sol-value slot) (sol-value other)))
                  (=> (= (bvand slot (unsigned-slot #x01187ffffc0)) (bvand other (unsigned-slot #x01187ffffc0)))
                      (= (imm24-value slot) (imm24-value other)))
                  (=> (= (bvand slot (unsigned-slot #x00000006000)) (bvand other (unsigned-slot #x00000006000)))
                      (= (imm2-value slot) (imm2-value other)))
                  (=> (= (bvand slot (unsigned-slot #x01003ffffc0)) (bvand other (unsigned-slot #x01003ffffc0)))
                      (= (imm21-value slot) (imm21-value other)))
                  (=> (= (bvand slot (unsigned-slot #x01003ffffc0)) (bvand other (unsigned-slot #x01003ffffc0)))
                      (= (imm62-value slot l) (imm62-value other l)))
                  (=> (= (bvand slot (unsigned-slot #x00607f00000)) (bvand other (unsigned-slot #x00607f00000)))
                      (= (fclass9-value slot) (fclass9-value other)))
                  (=> (= (bvand slot (unsigned-slot #x000000fe000)) (bvand other (unsigned-slot #x000000fe000)))
                      (= (amask7-value slot) (amask7-value other)))
                  (=> (= (bvand slot (unsigned-slot #x00007f00000)) (bvand other (unsigned-slot #x00007f00000)))
                      (= (omask7-value slot) (omask7-value other)))
                  (=> (= (bvand slot (unsigned-slot #x01fffefe000)) (bvand other (unsigned-slot #x01fffefe000)))
                      (= (imm64-value slot l) (imm64-value other l))))))
(check-sat)
(pop 1)

(push 1)
(echo "the-rest-of-the-slot-is-kept: unsat expected")
(assert (not (and (= (bvor (mht8-placed value slot) (unsigned-slot #x0000ff00000)) (bvor slot (unsigned-slot #x0000ff00000)))
                  (= (bvor (count5-placed value slot) (unsigned-slot #x0000007c000)) (bvor slot (unsigned-slot #x0000007c000)))
                  (= (bvor (count6-placed value slot) (unsigned-slot #x001f8000000)) (bvor slot (unsigned-slot #x001f8000000)))
                  (= (bvor (pos6-placed value slot) (unsigned-slot #x000000fc000)) (bvor slot (unsigned-slot #x000000fc000)))
                  (= (bvor (sof-placed value slot) (unsigned-slot #x000000fe000)) (bvor slot (unsigned-slot #x000000fe000)))
                  (= (bvor (sol-placed value slot) (unsigned-slot #x00007f00000)) (bvor slot (unsigned-slot #x00007f00000)))
                  (= (bvor (imm24-placed value slot) (unsigned-slot #x01187ffffc0)) (bvor slot (unsigned-slot #x01187ffffc0)))
                  (= (bvor (imm2-placed value slot) (unsigned-slot #x00000006000)) (bvor slot (unsigned-slot #x00000006000)))
                  (= (bvor (imm21-placed value slot) (unsigned-slot #x01003ffffc0)) (bvor slot (unsigned-slot #x01003ffffc0)))
                  (= (bvor (imm62-placed value slot) (unsigned-slot #x01003ffffc0)) (bvor slot (unsigned-slot #x01003ffffc0)))
                  (= (bvor (fclass9-placed value slot) (unsigned-slot #x00607f00000)) (bvor slot (unsigned-slot #x00607f00000)))
                  (= (bvor (amask7-placed value slot) (unsigned-slot #x000000fe000)) (bvor slot (unsigned-slot #x000000fe000)))
                  (= (bvor (omask7-placed value slot) (unsigned-slot #x00007f00000)) (bvor slot (unsigned-slot #x00007f00000)))
                  (= (bvor (imm64-placed value slot) (unsigned-slot #x01fffefe000)) (bvor slot (unsigned-slot #x01fffefe000))))))
(check-sat)
(pop 1)

(push 1)
(echo "least-and-greatest-values: unsat expected")
(assert (not (and (and (mht8-encodable #x0000000000000000) (not (mht8-encodable #xffffffffffffffff))
                       (mht8-encodable #x00000000000000ff) (not (mht8-encodable #x0000000000000100)))
                  (and (count5-encodable #x0000000000000000) (not (count5-encodable #xffffffffffffffff))
                       (count5-encodable #x000000000000001f) (not (count5-encodable #x0000000000000020)))
                  (and (count6-encodable #x0000000000000000) (not (count6-encodable #xffffffffffffffff))
                       (count6-encodable #x000000000000003f) (not (count6-encodable #x0000000000000040)))
                  (and (pos6-encodable #x0000000000000000) (not (pos6-encodable #xffffffffffffffff))
                       (pos6-encodable #x000000000000003f) (not (pos6-encodable #x0000000000000040)))
                  (and (sof-encodable #x0000000000000000) (not (sof-encodable #xffffffffffffffff))
                       (sof-encodable #x000000000000007f) (not (sof-encodable #x0000000000000080)))
                  (and (sol-encodable #x0000000000000000) (not (sol-encodable #xffffffffffffffff))
                       (sol-encodable #x000000000000007f) (not (sol-encodable #x0000000000000080)))
                  (and (imm24-encodable #x0000000000000000) (not (imm24-encodable #xffffffffffffffff))
                       (imm24-encodable #x0000000000ffffff) (not (imm24-encodable #x0000000001000000)))
                  (and (imm2-encodable #x0000000000000000) (not (imm2-encodable #xffffffffffffffff))
                       (imm2-encodable #x0000000000000003) (not (imm2-encodable #x0000000000000004)))
                  (and (imm21-encodable #x0000000000000000) (not (imm21-encodable #xffffffffffffffff))
                       (imm21-encodable #x00000000001fffff) (not (imm21-encodable #x0000000000200000)))
                  (and (imm62-encodable #x0000000000000000) (not (imm62-encodable #xffffffffffffffff))
                       (imm62-encodable #x3fffffffffffffff) (not (imm62-encodable #x4000000000000000)))
                  (and (fclass9-encodable #x0000000000000000) (not (fclass9-encodable #xffffffffffffffff))
                       (fclass9-encodable #x00000000000001ff) (not (fclass9-encodable #x0000000000000200)))
                  (and (amask7-encodable #x0000000000000000) (not (amask7-encodable #xffffffffffffffff))
                       (amask7-encodable #x000000000000007f) (not (amask7-encodable #x0000000000000080)))
                  (and (omask7-encodable #x0000000000000000) (not (omask7-encodable #xffffffffffffffff))
                       (omask7-encodable #x000000000000007f) (not (omask7-encodable #x0000000000000080))))))
(check-sat)
(pop 1)

(push 1)
(echo "nothing-is-negative: unsat expected")
(assert (not (and (bvsge (imm24-value slot) #x0000000000000000)
                  (bvsge (imm21-value slot) #x0000000000000000)
                  (bvsge (imm62-value slot l) #x0000000000000000)
                  (bvsge (fclass9-value slot) #x0000000000000000))))
(check-sat)
(pop 1)

(push 1)
(echo "the-short-break-is-the-end-of-the-long-one: unsat expected")
(assert (not (= (bvurem (imm62-value slot l) #x0000000000200000) (imm21-value slot))))
(check-sat)
(pop 1)

(push 1)
(echo "every-value-can-be-moved: unsat expected")
(assert (not (imm64-encodable value)))
(check-sat)
(pop 1)

(push 1)
(echo "samples-of-an-assembler: unsat expected")
(assert (not (and (= (mht8-value (unsigned-slot #x0eea1b12200)) #x000000000000001b)                                   ; mux2 r8=r9,0x1b
                  (= (mht8-value (unsigned-slot #x0eea8d12200)) #x000000000000008d)                                   ; mux2 r8=r9,0x8d
                  (= (count5-value (unsigned-slot #x0f41091c200)) #x0000000000000007)                                 ; pshr4.u r8=r9,7
                  (= (count5-value (unsigned-slot #x0f43097c200)) #x000000000000001f)                                 ; pshr4 r8=r9,31
                  (= (count6-value (unsigned-slot #x0ac40a12200)) #x0000000000000008)                                 ; shrp r8=r9,r10,8
                  (= (count6-value (unsigned-slot #x0adf8912200)) #x000000000000003f)                                 ; shrp r8=r9,r9,63
                  (= (pos6-value (unsigned-slot #x0a4109f4200)) #x000000000000003d)                                   ; extr.u r8=r9,61,3
                  (= (pos6-value (unsigned-slot #x0a038934180)) #x000000000000000d)                                   ; tbit.z p6,p7=r9,13
                  (= (pos6-value (unsigned-slot #x0a0389fc180)) #x000000000000003f)                                   ; tbit.z p6,p7=r9,63
                  (= (sof-value (unsigned-slot #x02c007128c0)) #x0000000000000009)                                    ; alloc r35=ar.pfs,3,4,2,0
                  (= (sof-value (unsigned-slot #x02c658c0080)) #x0000000000000060)                                    ; alloc r2=ar.pfs,0,88,8,96
                  (= (sol-value (unsigned-slot #x02c007128c0)) #x0000000000000007)                                    ; alloc r35=ar.pfs,3,4,2,0
                  (= (sol-value (unsigned-slot #x02c658c0080)) #x0000000000000058)                                    ; alloc r2=ar.pfs,0,88,8,96
                  (= (imm24-value (unsigned-slot #x00020000f80)) #x000000000000003e)                                  ; sum 0x3e
                  (= (imm24-value (unsigned-slot #x00032000000)) #x0000000000080000)                                  ; ssm 0x80000
                  (= (imm24-value (unsigned-slot #x011b7ffffc0)) #x0000000000ffffff)                                  ; ssm 0xffffff
                  (= (imm2-value (unsigned-slot #x020c0904200)) #x0000000000000002)                                   ; probe.r r8=r9,2
                  (= (imm2-value (unsigned-slot #x02198906000)) #x0000000000000003)                                   ; probe.w.fault r9,3
                  (= (imm21-value (unsigned-slot #x01000000000)) #x0000000000100000)                                  ; break.i 0x100000
                  (= (imm21-value (unsigned-slot #x00002000043)) #x0000000000080001)                                  ; (p3) break.i 0x80001
                  (= (imm21-value (unsigned-slot #x05003ffffc0)) #x00000000001fffff)                                  ; nop.b 0x1fffff
                  (= (imm62-value (unsigned-slot #x00002f37bc0) (unsigned-slot #x0091a2b3c4d)) #x0123456789abcdef)    ; break.x 0x123456789abcdef
                  (= (imm62-value (unsigned-slot #x0100bffffc0) (unsigned-slot #x1ffffffffff)) #x3fffffffffffffff)    ; nop.x 0x3fffffffffffffff
                  (= (fclass9-value (unsigned-slot #x0a03c010180)) #x0000000000000100)                                ; fclass.m p6,p7=f8,@nat
                  (= (fclass9-value (unsigned-slot #x0a438010180)) #x0000000000000002)                                ; fclass.m p6,p7=f8,@neg
                  (= (fclass9-value (unsigned-slot #x0a638810180)) #x0000000000000023)                                ; fclass.m p6,p7=f8,@inf
                  (= (fclass9-value (unsigned-slot #x0a63ff11180)) #x00000000000001ff)                                ; fclass.m.unc p6,p7=f8,0x1ff
                  (= (amask7-value (unsigned-slot #x0002407e000)) #x000000000000003f)                                 ; fsetc.s0 0x3f,0x40
                  (= (amask7-value (unsigned-slot #x004200fe000)) #x000000000000007f)                                 ; fsetc.s1 0x7f,0x00
                  (= (omask7-value (unsigned-slot #x0002407e000)) #x0000000000000040)                                 ; fsetc.s0 0x3f,0x40
                  (= (imm64-value (unsigned-slot #x0cdef2e0200) (unsigned-slot #x048d159e26a)) #x123456789abcdef0)    ; movl r8=0x123456789abcdef0
                  (= (imm64-value (unsigned-slot #x0d000000200) (unsigned-slot #x00000000000)) #x8000000000000000)    ; movl r8=0x8000000000000000
                  (= (imm64-value (unsigned-slot #x0c000200200) (unsigned-slot #x00000000000)) #x0000000000200000)    ; movl r8=0x0000000000200000
                  (= (imm64-value (unsigned-slot #x0c007e00200) (unsigned-slot #x00000000000)) #x00000000003f0000)    ; movl r8=0x00000000003f0000
                  (= (imm64-value (unsigned-slot #x0d000000200) (unsigned-slot #x1ffffffffff)) #xffffffffffc00000)))) ; movl r8=0xffffffffffc00000
(check-sat)
(pop 1)

(push 1)
(echo "a-field-that-is-a-register-elsewhere: sat expected")
(assert (and (= (sol-value slot) (omask7-value slot) #x000000000000007f) (distinct (mht8-value slot) #x00000000000000ff)))
(check-sat)
(pop 1)

(push 1)
(echo "the-longest-of-all-ones: sat expected")
(assert (and (= (imm64-value slot l) #xffffffffffffffff) (= (imm62-value slot l) #x3fffffffffffffff)))
(check-sat)
(pop 1)

(push 1)
(echo "a-value-for-the-longest-only: sat expected")
(assert (and (imm64-encodable value) (not (imm62-encodable value))))
(check-sat)
(pop 1)
