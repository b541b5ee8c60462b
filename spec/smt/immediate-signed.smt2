; IMMEDIATE_SIGNED
; The pieces of a signed immediate are joined from high to low, its sign bit s the highest, and extended by that sign.
;
; slot   the instruction
; value  of the operand, two's complement
(set-logic QF_BV)

(define-fun signed-within ((value (_ BitVec 64)) (bound (_ BitVec 64))) Bool
  (and (bvsle (bvneg bound) value) (bvslt value bound)))

; s : imm7b, of the formats A3, A8, I13, I27 and M30.
(define-fun imm8-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ sign_extend 56) (concat ((_ extract 36 36) slot) ((_ extract 19 13) slot))))

(define-fun imm8-encodable ((value (_ BitVec 64))) Bool
  (signed-within value #x0000000000000080))

; s : imm6d : imm7b, of the format A4.
(define-fun imm14-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ sign_extend 50) (concat ((_ extract 36 36) slot) ((_ extract 32 27) slot) ((_ extract 19 13) slot))))

(define-fun imm14-encodable ((value (_ BitVec 64))) Bool
  (signed-within value #x0000000000002000))

; s : imm5c : imm9d : imm7b, of the format A5: the pieces do not stand in their order.
(define-fun imm22-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ sign_extend 42) (concat ((_ extract 36 36) slot) ((_ extract 26 22) slot) ((_ extract 35 27) slot) ((_ extract 19 13) slot))))

(define-fun imm22-encodable ((value (_ BitVec 64))) Bool
  (signed-within value #x0000000000200000))

; s alone, of the format I14: 0 or -1.
(define-fun imm1-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ sign_extend 63) ((_ extract 36 36) slot)))

(define-fun imm1-encodable ((value (_ BitVec 64))) Bool
  (signed-within value #x0000000000000001))

; s : i : imm7b, of the formats M3, M8 and M15.
(define-fun imm9-load-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ sign_extend 55) (concat ((_ extract 36 36) slot) ((_ extract 27 27) slot) ((_ extract 19 13) slot))))

(define-fun imm9-load-encodable ((value (_ BitVec 64))) Bool
  (signed-within value #x0000000000000100))

; s : i : imm7a, of the formats M5 and M10.
(define-fun imm9-store-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ sign_extend 55) (concat ((_ extract 36 36) slot) ((_ extract 27 27) slot) ((_ extract 12 6) slot))))

(define-fun imm9-store-encodable ((value (_ BitVec 64))) Bool
  (signed-within value #x0000000000000100))

; The same from the other side: the slot that has the value in its field, and stays as it was elsewhere.
(define-fun imm8-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 7 7) value) ((_ extract 35 20) slot) ((_ extract 6 0) value) ((_ extract 12 0) slot)))

(define-fun imm14-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 13 13) value) ((_ extract 35 33) slot) ((_ extract 12 7) value) ((_ extract 26 20) slot) ((_ extract 6 0) value) ((_ extract 12 0) slot)))

(define-fun imm22-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 21 21) value) ((_ extract 15 7) value) ((_ extract 20 16) value) ((_ extract 21 20) slot) ((_ extract 6 0) value) ((_ extract 12 0) slot)))

(define-fun imm1-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 0 0) value) ((_ extract 35 0) slot)))

(define-fun imm9-load-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 8 8) value) ((_ extract 35 28) slot) ((_ extract 7 7) value) ((_ extract 26 20) slot) ((_ extract 6 0) value) ((_ extract 12 0) slot)))

(define-fun imm9-store-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 8 8) value) ((_ extract 35 28) slot) ((_ extract 7 7) value) ((_ extract 26 13) slot) ((_ extract 6 0) value) ((_ extract 5 0) slot)))

; What the theorems speak of besides: a slot written with 11 digits, and what a piece of a slot adds to a value.
(define-fun signed-slot ((digits (_ BitVec 44))) (_ BitVec 41)
  ((_ extract 40 0) digits))

(define-fun signed-piece ((slot (_ BitVec 41)) (begin (_ BitVec 41)) (values (_ BitVec 64)) (weight (_ BitVec 64))) (_ BitVec 64)
  (bvmul (bvurem ((_ zero_extend 23) (bvlshr slot begin)) values) weight))

(declare-const slot (_ BitVec 41))
(declare-const other (_ BitVec 41))
(declare-const value (_ BitVec 64))

(push 1)
(echo "what-was-encoded-is-decoded: unsat expected")
(assert (not (and (=> (imm8-encodable value) (= (imm8-value (imm8-placed value slot)) value))
                  (=> (imm14-encodable value) (= (imm14-value (imm14-placed value slot)) value))
                  (=> (imm22-encodable value) (= (imm22-value (imm22-placed value slot)) value))
                  (=> (imm1-encodable value) (= (imm1-value (imm1-placed value slot)) value))
                  (=> (imm9-load-encodable value) (= (imm9-load-value (imm9-load-placed value slot)) value))
                  (=> (imm9-store-encodable value) (= (imm9-store-value (imm9-store-placed value slot)) value)))))
(check-sat)
(pop 1)

(push 1)
(echo "encoding-what-was-decoded-changes-nothing: unsat expected")
(assert (not (and (= (imm8-placed (imm8-value slot) slot) slot)
                  (= (imm14-placed (imm14-value slot) slot) slot)
                  (= (imm22-placed (imm22-value slot) slot) slot)
                  (= (imm1-placed (imm1-value slot) slot) slot)
                  (= (imm9-load-placed (imm9-load-value slot) slot) slot)
                  (= (imm9-store-placed (imm9-store-value slot) slot) slot))))
(check-sat)
(pop 1)

(push 1)
(echo "what-is-decoded-can-be-encoded: unsat expected")
(assert (not (and (imm8-encodable (imm8-value slot))
                  (imm14-encodable (imm14-value slot))
                  (imm22-encodable (imm22-value slot))
                  (imm1-encodable (imm1-value slot))
                  (imm9-load-encodable (imm9-load-value slot))
                  (imm9-store-encodable (imm9-store-value slot)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-value-is-the-sum-of-its-pieces: unsat expected")
(assert (not (and (= (imm8-value slot)
                     (bvadd (signed-piece slot (_ bv36 41) #x0000000000000002 #xffffffffffffff80)
                            (signed-piece slot (_ bv13 41) #x0000000000000080 #x0000000000000001)))
                  (= (imm14-value slot)
                     (bvadd (signed-piece slot (_ bv36 41) #x0000000000000002 #xffffffffffffe000)
                            (signed-piece slot (_ bv27 41) #x0000000000000040 #x0000000000000080)
                            (signed-piece slot (_ bv13 41) #x0000000000000080 #x0000000000000001)))
                  (= (imm22-value slot)
                     (bvadd (signed-piece slot (_ bv36 41) #x0000000000000002 #xffffffffffe00000)
                            (signed-piece slot (_ bv22 41) #x0000000000000020 #x0000000000010000)
                            (signed-piece slot (_ bv27 41) #x0000000000000200 #x0000000000000080)
                            (signed-piece slot (_ bv13 41) #x0000000000000080 #x0000000000000001)))
                  (= (imm1-value slot)
                     (signed-piece slot (_ bv36 41) #x0000000000000002 #xffffffffffffffff))
                  (= (imm9-load-value slot)
                     (bvadd (signed-piece slot (_ bv36 41) #x0000000000000002 #xffffffffffffff00)
                            (signed-piece slot (_ bv27 41) #x0000000000000002 #x0000000000000080)
                            (signed-piece slot (_ bv13 41) #x0000000000000080 #x0000000000000001)))
                  (= (imm9-store-value slot)
                     (bvadd (signed-piece slot (_ bv36 41) #x0000000000000002 #xffffffffffffff00)
                            (signed-piece slot (_ bv27 41) #x0000000000000002 #x0000000000000080)
                            (signed-piece slot (_ bv6 41) #x0000000000000080 #x0000000000000001))))))
(check-sat)
(pop 1)

(push 1)
(echo "only-the-bits-of-the-field-count: unsat expected")
(assert (not (and (=> (= (bvand slot (signed-slot #x010000fe000)) (bvand other (signed-slot #x010000fe000)))
                      (= (imm8-value slot) (imm8-value other)))
                  (=> (= (bvand slot (signed-slot #x011f80fe000)) (bvand other (signed-slot #x011f80fe000)))
                      (= (imm14-value slot) (imm14-value other)))
                  (=> (= (bvand slot (signed-slot #x01fffcfe000)) (bvand other (signed-slot #x01fffcfe000)))
                      (= (imm22-value slot) (imm22-value other)))
                  (=> (= (bvand slot (signed-slot #x01000000000)) (bvand other (signed-slot #x01000000000)))
                      (= (imm1-value slot) (imm1-value other)))
                  (=> (= (bvand slot (signed-slot #x010080fe000)) (bvand other (signed-slot #x010080fe000)))
                      (= (imm9-load-value slot) (imm9-load-value other)))
                  (=> (= (bvand slot (signed-slot #x01008001fc0)) (bvand other (signed-slot #x01008001fc0)))
                      (= (imm9-store-value slot) (imm9-store-value other))))))
(check-sat)
(pop 1)

(push 1)
(echo "the-rest-of-the-slot-is-kept: unsat expected")
(assert (not (and (= (bvor (imm8-placed value slot) (signed-slot #x010000fe000)) (bvor slot (signed-slot #x010000fe000)))
                  (= (bvor (imm14-placed value slot) (signed-slot #x011f80fe000)) (bvor slot (signed-slot #x011f80fe000)))
                  (= (bvor (imm22-placed value slot) (signed-slot #x01fffcfe000)) (bvor slot (signed-slot #x01fffcfe000)))
                  (= (bvor (imm1-placed value slot) (signed-slot #x01000000000)) (bvor slot (signed-slot #x01000000000)))
                  (= (bvor (imm9-load-placed value slot) (signed-slot #x010080fe000)) (bvor slot (signed-slot #x010080fe000)))
                  (= (bvor (imm9-store-placed value slot) (signed-slot #x01008001fc0)) (bvor slot (signed-slot #x01008001fc0))))))
(check-sat)
(pop 1)

(push 1)
(echo "least-and-greatest-values: unsat expected")
(assert (not (and (and (imm8-encodable #xffffffffffffff80) (not (imm8-encodable #xffffffffffffff7f))
                       (imm8-encodable #x000000000000007f) (not (imm8-encodable #x0000000000000080)))
                  (and (imm14-encodable #xffffffffffffe000) (not (imm14-encodable #xffffffffffffdfff))
                       (imm14-encodable #x0000000000001fff) (not (imm14-encodable #x0000000000002000)))
                  (and (imm22-encodable #xffffffffffe00000) (not (imm22-encodable #xffffffffffdfffff))
                       (imm22-encodable #x00000000001fffff) (not (imm22-encodable #x0000000000200000)))
                  (and (imm1-encodable #xffffffffffffffff) (not (imm1-encodable #xfffffffffffffffe))
                       (imm1-encodable #x0000000000000000) (not (imm1-encodable #x0000000000000001)))
                  (and (imm9-load-encodable #xffffffffffffff00) (not (imm9-load-encodable #xfffffffffffffeff))
                       (imm9-load-encodable #x00000000000000ff) (not (imm9-load-encodable #x0000000000000100)))
                  (and (imm9-store-encodable #xffffffffffffff00) (not (imm9-store-encodable #xfffffffffffffeff))
                       (imm9-store-encodable #x00000000000000ff) (not (imm9-store-encodable #x0000000000000100))))))
(check-sat)
(pop 1)

(push 1)
(echo "what-fits-the-shorter-fits-the-longer: unsat expected")
(assert (not (and (=> (imm1-encodable value) (imm8-encodable value))
                  (=> (imm8-encodable value) (imm9-load-encodable value))
                  (=> (imm9-store-encodable value) (imm14-encodable value))
                  (=> (imm14-encodable value) (imm22-encodable value)))))
(check-sat)
(pop 1)

(push 1)
(echo "the-sign-is-bit-36: unsat expected")
(assert (not (and (= (bvslt (imm8-value slot) #x0000000000000000) (= ((_ extract 36 36) slot) #b1))
                  (= (bvslt (imm14-value slot) #x0000000000000000) (= ((_ extract 36 36) slot) #b1))
                  (= (bvslt (imm22-value slot) #x0000000000000000) (= ((_ extract 36 36) slot) #b1))
                  (= (bvslt (imm1-value slot) #x0000000000000000) (= ((_ extract 36 36) slot) #b1))
                  (= (bvslt (imm9-load-value slot) #x0000000000000000) (= ((_ extract 36 36) slot) #b1))
                  (= (bvslt (imm9-store-value slot) #x0000000000000000) (= ((_ extract 36 36) slot) #b1)))))
(check-sat)
(pop 1)

(push 1)
(echo "samples-of-an-assembler: unsat expected")
(assert (not (and (= (imm8-value (signed-slot #x10128a0a200)) #x0000000000000005)          ; sub r8=5,r10
                  (= (imm8-value (signed-slot #x11128a00200)) #xffffffffffffff80)          ; sub r8=-128,r10
                  (= (imm8-value (signed-slot #x10128afe200)) #x000000000000007f)          ; sub r8=127,r10
                  (= (imm8-value (signed-slot #x01140500000)) #xffffffffffffff80)          ; mov.m ar.k5=-128
                  (= (imm8-value (signed-slot #x010541fe000)) #xffffffffffffffff)          ; mov.i ar.lc=-1
                  (= (imm8-value (signed-slot #x0a62fd0a200)) #x0000000000000005)          ; dep.z r8=5,2,6
                  (= (imm14-value (signed-slot #x119f8afe200)) #xffffffffffffffff)         ; adds r8=-1,r10
                  (= (imm14-value (signed-slot #x109f8afe200)) #x0000000000001fff)         ; adds r8=8191,r10
                  (= (imm14-value (signed-slot #x11800c00200)) #xffffffffffffe000)         ; adds r8=-8192,r12
                  (= (imm14-value (signed-slot #x11df8a38200)) #xffffffffffffff9c)         ; addp4 r8=-100,r10
                  (= (imm22-value (signed-slot #x12fffdfe200)) #x00000000001fffff)         ; addl r8=2097151,r1
                  (= (imm22-value (signed-slot #x13000100200)) #xffffffffffe00000)         ; addl r8=-2097152,r1
                  (= (imm22-value (signed-slot #x12000700200)) #x0000000000010000)         ; addl r8=65536,r3
                  (= (imm22-value (signed-slot #x12300172207)) #x0000000000003039)         ; (p7) addl r8=12345,r1
                  (= (imm1-value (signed-slot #x0be00900200)) #xffffffffffffffff)          ; dep r8=-1,r9,63,1
                  (= (imm1-value (signed-slot #x0ae589fc200)) #x0000000000000000)          ; dep r8=0,r9,0,12
                  (= (imm9-load-value (signed-slot #x0a0c89fe200)) #x00000000000000ff)     ; ld8 r8=[r9],255
                  (= (imm9-load-value (signed-slot #x0b0c0900200)) #xffffffffffffff00)     ; ld8 r8=[r9],-256
                  (= (imm9-load-value (signed-slot #x0f6c89e1fc0)) #xfffffffffffffff0)     ; ldf.fill f127=[r9],-16
                  (= (imm9-load-value (signed-slot #x0eb88900000)) #x0000000000000080)     ; lfetch.fault [r9],128
                  (= (imm9-store-value (signed-slot #x0bcc8915e00)) #xfffffffffffffff8)    ; st8 [r9]=r10,-8
                  (= (imm9-store-value (signed-slot #x0bc00914000)) #xffffffffffffff00)    ; st1 [r9]=r10,-256
                  (= (imm9-store-value (signed-slot #x0fc08911800)) #xffffffffffffffe0)    ; stfe [r9]=f8,-32
                  (= (imm9-store-value (signed-slot #x0eec0910400)) #x0000000000000010)))) ; stf.spill [r9]=f8,16
(check-sat)
(pop 1)

(push 1)
(echo "one-slot-two-values: sat expected")
(assert (and (bvslt (imm9-load-value slot) #x0000000000000000) (distinct (imm9-load-value slot) (imm9-store-value slot))))
(check-sat)
(pop 1)

(push 1)
(echo "the-sign-alone-differs: sat expected")
(assert (and (= (bvxor slot other) (signed-slot #x01000000000)) (= (bvsub (imm22-value slot) (imm22-value other)) #x0000000000200000)))
(check-sat)
(pop 1)

(push 1)
(echo "a-value-for-the-longest-only: sat expected")
(assert (and (imm22-encodable value) (not (imm14-encodable value)) (not (imm8-encodable value))))
(check-sat)
(pop 1)
