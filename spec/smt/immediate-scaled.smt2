; IMMEDIATE_SCALED
; The predicate mask is joined and shifted left by 1, the rotating predicate mask by 16, each extended by its sign; the size
; of the rotating region is multiplied by 8.
;
; slot   the instruction
; value  of the operand: a mask of predicate registers, two's complement, or a number of general registers
(set-logic QF_BV)

(define-fun scaled-within ((value (_ BitVec 64)) (bound (_ BitVec 64)) (unit (_ BitVec 64))) Bool
  (and (bvsle (bvneg bound) value) (bvslt value bound) (= (bvurem value unit) #x0000000000000000)))

; s : mask8c : mask7a : 0, of the format I23.
(define-fun mask17-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ sign_extend 47) (concat ((_ extract 36 36) slot) ((_ extract 31 24) slot) ((_ extract 12 6) slot) #b0)))

(define-fun mask17-encodable ((value (_ BitVec 64))) Bool
  (scaled-within value #x0000000000010000 #x0000000000000002))

; s : imm27a : 16 zeros, of the format I24.
(define-fun imm44-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ sign_extend 20) (concat ((_ extract 36 36) slot) ((_ extract 32 6) slot) #x0000)))

(define-fun imm44-encodable ((value (_ BitVec 64))) Bool
  (scaled-within value #x0000080000000000 #x0000000000010000))

; sor : 3 zeros, of the format M34.
(define-fun sor-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 57) (concat ((_ extract 30 27) slot) #b000)))

(define-fun sor-encodable ((value (_ BitVec 64))) Bool
  (and (bvult value #x0000000000000080) (= (bvurem value #x0000000000000008) #x0000000000000000)))

; The same from the other side: the slot that has the value in its field, and stays as it was elsewhere.
(define-fun mask17-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 16 16) value) ((_ extract 35 32) slot) ((_ extract 15 8) value) ((_ extract 23 13) slot) ((_ extract 7 1) value) ((_ extract 5 0) slot)))

(define-fun imm44-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 43 43) value) ((_ extract 35 33) slot) ((_ extract 42 16) value) ((_ extract 5 0) slot)))

(define-fun sor-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 31) slot) ((_ extract 6 3) value) ((_ extract 26 0) slot)))

; What the theorems speak of besides: a slot written with 11 digits, and what a piece of a slot adds to a value.
(define-fun scaled-slot ((digits (_ BitVec 44))) (_ BitVec 41)
  ((_ extract 40 0) digits))

(define-fun scaled-piece ((slot (_ BitVec 41)) (begin (_ BitVec 41)) (values (_ BitVec 64)) (weight (_ BitVec 64))) (_ BitVec 64)
  (bvmul (bvurem ((_ zero_extend 23) (bvlshr slot begin)) values) weight))

(declare-const slot (_ BitVec 41))
(declare-const other (_ BitVec 41))
(declare-const value (_ BitVec 64))

(push 1)
(echo "what-was-encoded-is-decoded: unsat expected")
(assert (not (and (=> (mask17-encodable value) (= (mask17-value (mask17-placed value slot)) value))
                  (=> (imm44-encodable value) (= (imm44-value (imm44-placed value slot)) value))
                  (=> (sor-encodable value) (= (sor-value (sor-placed value slot)) value)))))
(check-sat)
(pop 1)

(push 1)
(echo "encoding-what-was-decoded-changes-nothing: unsat expected")
(assert (not (and (= (mask17-placed (mask17-value slot) slot) slot)
                  (= (imm44-placed (imm44-value slot) slot) slot)
                  (= (sor-placed (sor-value slot) slot) slot))))
(check-sat)
(pop 1)

(push 1)
(echo "what-is-decoded-can-be-encoded: unsat expected")
(assert (not (and (mask17-encodable (mask17-value slot))
                  (imm44-encodable (imm44-value slot))
                  (sor-encodable (sor-value slot)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-value-is-the-sum-of-its-pieces: unsat expected")
(assert (not (and (= (mask17-value slot)
                     (bvadd (scaled-piece slot (_ bv36 41) #x0000000000000002 #xffffffffffff0000)
                            (scaled-piece slot (_ bv24 41) #x0000000000000100 #x0000000000000100)
                            (scaled-piece slot (_ bv6 41) #x0000000000000080 #x0000000000000002)))
                  (= (imm44-value slot)
                     (bvadd (scaled-piece slot (_ bv36 41) #x0000000000000002 #xfffff80000000000)
                            (scaled-piece slot (_ bv6 41) #x0000000008000000 #x0000000000010000)))
                  (= (sor-value slot)
                     (scaled-piece slot (_ bv27 41) #x0000000000000010 #x0000000000000008)))))
(check-sat)
(pop 1)

(push 1)
(echo "only-the-bits-of-the-field-count: unsat expected")
(assert (not (and (=> (= (bvand slot (scaled-slot #x010ff001fc0)) (bvand other (scaled-slot #x010ff001fc0)))
                      (= (mask17-value slot) (mask17-value other)))
                  (=> (= (bvand slot (scaled-slot #x011ffffffc0)) (bvand other (scaled-slot #x011ffffffc0)))
                      (= (imm44-value slot) (imm44-value other)))
                  (=> (= (bvand slot (scaled-slot #x00078000000)) (bvand other (scaled-slot #x00078000000)))
                      (= (sor-value slot) (sor-value other))))))
(check-sat)
(pop 1)

(push 1)
(echo "the-rest-of-the-slot-is-kept: unsat expected")
(assert (not (and (= (bvor (mask17-placed value slot) (scaled-slot #x010ff001fc0)) (bvor slot (scaled-slot #x010ff001fc0)))
                  (= (bvor (imm44-placed value slot) (scaled-slot #x011ffffffc0)) (bvor slot (scaled-slot #x011ffffffc0)))
                  (= (bvor (sor-placed value slot) (scaled-slot #x00078000000)) (bvor slot (scaled-slot #x00078000000))))))
(check-sat)
(pop 1)

(push 1)
(echo "least-and-greatest-values: unsat expected")
(assert (not (and (and (mask17-encodable #xffffffffffff0000) (not (mask17-encodable #xfffffffffffefffe))
                       (mask17-encodable #x000000000000fffe) (not (mask17-encodable #x0000000000010000)))
                  (and (imm44-encodable #xfffff80000000000) (not (imm44-encodable #xfffff7ffffff0000))
                       (imm44-encodable #x000007ffffff0000) (not (imm44-encodable #x0000080000000000)))
                  (and (sor-encodable #x0000000000000000) (not (sor-encodable #xfffffffffffffff8))
                       (sor-encodable #x0000000000000078) (not (sor-encodable #x0000000000000080))))))
(check-sat)
(pop 1)

(push 1)
(echo "predicate-0-is-never-written-nor-the-static-ones-by-the-rotating-mask: unsat expected")
(assert (not (and (= ((_ extract 0 0) (mask17-value slot)) #b0)
                  (= ((_ extract 15 0) (imm44-value slot)) #x0000))))
(check-sat)
(pop 1)

(push 1)
(echo "bit-16-of-the-mask-stands-for-all-rotating-predicates: unsat expected")
(assert (not (= ((_ extract 63 16) (mask17-value slot)) (ite (= ((_ extract 36 36) slot) #b1) #xffffffffffff #x000000000000))))
(check-sat)
(pop 1)

(push 1)
(echo "values-in-between-cannot-be-encoded: unsat expected")
(assert (not (and (not (mask17-encodable (bvor value #x0000000000000001)))
                  (not (imm44-encodable (bvor value #x0000000000008000)))
                  (not (sor-encodable (bvor value #x0000000000000004))))))
(check-sat)
(pop 1)

(push 1)
(echo "samples-of-an-assembler: unsat expected")
(assert (not (and (= (mask17-value (scaled-slot #x016ff013fc0)) #xfffffffffffffffe)    ; mov pr=r9,0x1fffe
                  (= (mask17-value (scaled-slot #x00600012040)) #x0000000000000002)    ; mov pr=r9,0x2
                  (= (mask17-value (scaled-slot #x01600012000)) #xffffffffffff0000)    ; mov pr=r9,-0x10000
                  (= (imm44-value (scaled-slot #x00400000000)) #x0000000000000000)     ; mov pr.rot=0x0
                  (= (imm44-value (scaled-slot #x00400000040)) #x0000000000010000)     ; mov pr.rot=0x10000
                  (= (imm44-value (scaled-slot #x015ffffffc0)) #xffffffffffff0000)     ; mov pr.rot=-0x10000
                  (= (sor-value (scaled-slot #x02c007128c0)) #x0000000000000000)       ; alloc r35=ar.pfs,3,4,2,0
                  (= (sor-value (scaled-slot #x02c11030200)) #x0000000000000010)       ; alloc r8=ar.pfs,8,8,8,16
                  (= (sor-value (scaled-slot #x02c658c0080)) #x0000000000000060))))    ; alloc r2=ar.pfs,0,88,8,96
(check-sat)
(pop 1)

(push 1)
(echo "all-rotating-predicates-are-written: sat expected")
(assert (= (imm44-value slot) #xffffffffffff0000))
(check-sat)
(pop 1)

(push 1)
(echo "all-predicates-but-the-first-are-written: sat expected")
(assert (= (mask17-value slot) #xfffffffffffffffe))
(check-sat)
(pop 1)

(push 1)
(echo "some-registers-rotate: sat expected")
(assert (and (= (sor-value slot) #x0000000000000060) (distinct slot other)))
(check-sat)
(pop 1)
