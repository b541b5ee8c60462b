; TARGET_RELATIVE
; A target is the address of the bundle plus 16 times the signed displacement, whichever slot the instruction stands in; 21
; bits of displacement for short branches and checks, 60 for long branches, 9 for the tag of a predict or of a move to a
; branch register.
;
; slot    the instruction; of a long one, the X slot
; l       the L slot of a long instruction
; value   of the operand: the distance in bytes from the bundle to the target, two's complement
; bundle  the address of the bundle
(set-logic QF_BV)

(define-fun distance-within ((value (_ BitVec 64)) (bound (_ BitVec 64))) Bool
  (and (bvsle (bvneg bound) value) (bvslt value bound) (= (bvurem value #x0000000000000010) #x0000000000000000)))

; s : imm20b, of the formats B1, B2, B3, B6, M22 and M23.
(define-fun target25-branch-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ sign_extend 39) (concat ((_ extract 36 36) slot) ((_ extract 32 13) slot) #b0000)))

(define-fun target25-branch-encodable ((value (_ BitVec 64))) Bool
  (distance-within value #x0000000001000000))

; s : imm13c : imm7a, of the formats I20, M20 and M21.
(define-fun target25-check-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ sign_extend 39) (concat ((_ extract 36 36) slot) ((_ extract 32 20) slot) ((_ extract 12 6) slot) #b0000)))

(define-fun target25-check-encodable ((value (_ BitVec 64))) Bool
  (distance-within value #x0000000001000000))

; s : imm20a, of the format F14.
(define-fun target25-float-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ sign_extend 39) (concat ((_ extract 36 36) slot) ((_ extract 25 6) slot) #b0000)))

(define-fun target25-float-encodable ((value (_ BitVec 64))) Bool
  (distance-within value #x0000000001000000))

; timm9c, of the format I21: its highest bit is the sign.
(define-fun tag13-move-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ sign_extend 51) (concat ((_ extract 32 24) slot) #b0000)))

(define-fun tag13-move-encodable ((value (_ BitVec 64))) Bool
  (distance-within value #x0000000000001000))

; t2e : timm7a, of the formats B6 and B7: the highest bit is the sign.
(define-fun tag13-predict-value ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ sign_extend 51) (concat ((_ extract 34 33) slot) ((_ extract 12 6) slot) #b0000)))

(define-fun tag13-predict-encodable ((value (_ BitVec 64))) Bool
  (distance-within value #x0000000000001000))

; i : imm39 : imm20b, of the formats X3 and X4: i is the sign, and bits 1:0 of the L slot take no part.
(define-fun target64-value ((slot (_ BitVec 41)) (l (_ BitVec 41))) (_ BitVec 64)
  (concat ((_ extract 36 36) slot) ((_ extract 40 2) l) ((_ extract 32 13) slot) #b0000))

(define-fun target64-encodable ((value (_ BitVec 64))) Bool
  (= (bvurem value #x0000000000000010) #x0000000000000000))

(define-fun target-address ((bundle (_ BitVec 64)) (value (_ BitVec 64))) (_ BitVec 64)
  (bvadd bundle value))

; The same from the other side: the slot that has the value in its field, and stays as it was elsewhere.
(define-fun target25-branch-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 24 24) value) ((_ extract 35 33) slot) ((_ extract 23 4) value) ((_ extract 12 0) slot)))

(define-fun target25-check-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 24 24) value) ((_ extract 35 33) slot) ((_ extract 23 11) value) ((_ extract 19 13) slot) ((_ extract 10 4) value) ((_ extract 5 0) slot)))

(define-fun target25-float-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 24 24) value) ((_ extract 35 26) slot) ((_ extract 23 4) value) ((_ extract 5 0) slot)))

(define-fun tag13-move-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 33) slot) ((_ extract 12 4) value) ((_ extract 23 0) slot)))

(define-fun tag13-predict-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 35) slot) ((_ extract 12 11) value) ((_ extract 32 13) slot) ((_ extract 10 4) value) ((_ extract 5 0) slot)))

(define-fun target64-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 37) slot) ((_ extract 63 63) value) ((_ extract 35 33) slot) ((_ extract 23 4) value) ((_ extract 12 0) slot)))

(define-fun target64-placed-in-l ((value (_ BitVec 64)) (l (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 62 24) value) ((_ extract 1 0) l)))

; What the theorems speak of besides: a slot written with 11 digits, and what a piece of a slot adds to a value.
(define-fun relative-slot ((digits (_ BitVec 44))) (_ BitVec 41)
  ((_ extract 40 0) digits))

(define-fun relative-piece ((slot (_ BitVec 41)) (begin (_ BitVec 41)) (values (_ BitVec 64)) (weight (_ BitVec 64))) (_ BitVec 64)
  (bvmul (bvurem ((_ zero_extend 23) (bvlshr slot begin)) values) weight))

(declare-const slot (_ BitVec 41))
(declare-const other (_ BitVec 41))
(declare-const l (_ BitVec 41))
(declare-const value (_ BitVec 64))
(declare-const bundle (_ BitVec 64))

(push 1)
(echo "what-was-encoded-is-decoded: unsat expected")
(assert (not (and (=> (target25-branch-encodable value) (= (target25-branch-value (target25-branch-placed value slot)) value))
                  (=> (target25-check-encodable value) (= (target25-check-value (target25-check-placed value slot)) value))
                  (=> (target25-float-encodable value) (= (target25-float-value (target25-float-placed value slot)) value))
                  (=> (tag13-move-encodable value) (= (tag13-move-value (tag13-move-placed value slot)) value))
                  (=> (tag13-predict-encodable value) (= (tag13-predict-value (tag13-predict-placed value slot)) value))
                  (=> (target64-encodable value) (= (target64-value (target64-placed value slot) (target64-placed-in-l value l)) value)))))
(check-sat)
(pop 1)

(push 1)
(echo "encoding-what-was-decoded-changes-nothing: unsat expected")
(assert (not (and (= (target25-branch-placed (target25-branch-value slot) slot) slot)
                  (= (target25-check-placed (target25-check-value slot) slot) slot)
                  (= (target25-float-placed (target25-float-value slot) slot) slot)
                  (= (tag13-move-placed (tag13-move-value slot) slot) slot)
                  (= (tag13-predict-placed (tag13-predict-value slot) slot) slot)
                  (= (target64-placed (target64-value slot l) slot) slot)
                  (= (target64-placed-in-l (target64-value slot l) l) l))))
(check-sat)
(pop 1)

(push 1)
(echo "what-is-decoded-can-be-encoded: unsat expected")
(assert (not (and (target25-branch-encodable (target25-branch-value slot))
                  (target25-check-encodable (target25-check-value slot))
                  (target25-float-encodable (target25-float-value slot))
                  (tag13-move-encodable (tag13-move-value slot))
                  (tag13-predict-encodable (tag13-predict-value slot))
                  (target64-encodable (target64-value slot l)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-value-is-the-sum-of-its-pieces: unsat expected")
(assert (not (and (= (target25-branch-value slot)
                     (bvadd (relative-piece slot (_ bv36 41) #x0000000000000002 #xffffffffff000000)
                            (relative-piece slot (_ bv13 41) #x0000000000100000 #x0000000000000010)))
                  (= (target25-check-value slot)
                     (bvadd (relative-piece slot (_ bv36 41) #x0000000000000002 #xffffffffff000000)
                            (relative-piece slot (_ bv20 41) #x0000000000002000 #x0000000000000800)
                            (relative-piece slot (_ bv6 41) #x0000000000000080 #x0000000000000010)))
                  (= (target25-float-value slot)
                     (bvadd (relative-piece slot (_ bv36 41) #x0000000000000002 #xffffffffff000000)
                            (relative-piece slot (_ bv6 41) #x0000000000100000 #x0000000000000010)))
                  (= (tag13-move-value slot)
                     (bvadd (relative-piece slot (_ bv32 41) #x0000000000000002 #xfffffffffffff000)
                            (relative-piece slot (_ bv24 41) #x0000000000000100 #x0000000000000010)))
                  (= (tag13-predict-value slot)
                     (bvadd (relative-piece slot (_ bv34 41) #x0000000000000002 #xfffffffffffff000)
                            (relative-piece slot (_ bv33 41) #x0000000000000002 #x0000000000000800)
                            (relative-piece slot (_ bv6 41) #x0000000000000080 #x0000000000000010)))
                  (= (target64-value slot l)
                     (bvadd (relative-piece slot (_ bv36 41) #x0000000000000002 #x8000000000000000)
                            (relative-piece l (_ bv2 41) #x0000008000000000 #x0000000001000000)
                            (relative-piece slot (_ bv13 41) #x0000000000100000 #x0000000000000010))))))
(check-sat)
(pop 1)

(push 1)
(echo "only-the-bits-of-the-field-count: unsat expected")
(assert (not (and (=> (= (bvand slot (relative-slot #x011ffffe000)) (bvand other (relative-slot #x011ffffe000)))
                      (= (target25-branch-value slot) (target25-branch-value other)))
                  (=> (= (bvand slot (relative-slot #x011fff01fc0)) (bvand other (relative-slot #x011fff01fc0)))
                      (= (target25-check-value slot) (target25-check-value other)))
                  (=> (= (bvand slot (relative-slot #x01003ffffc0)) (bvand other (relative-slot #x01003ffffc0)))
                      (= (target25-float-value slot) (target25-float-value other)))
                  (=> (= (bvand slot (relative-slot #x001ff000000)) (bvand other (relative-slot #x001ff000000)))
                      (= (tag13-move-value slot) (tag13-move-value other)))
                  (=> (= (bvand slot (relative-slot #x00600001fc0)) (bvand other (relative-slot #x00600001fc0)))
                      (= (tag13-predict-value slot) (tag13-predict-value other)))
                  (=> (= (bvand slot (relative-slot #x011ffffe000)) (bvand other (relative-slot #x011ffffe000)))
                      (= (target64-value slot l) (target64-value other l))))))
(check-sat)
(pop 1)

(push 1)
(echo "the-rest-of-the-slot-is-kept: unsat expected")
(assert (not (and (= (bvor (target25-branch-placed value slot) (relative-slot #x011ffffe000)) (bvor slot (relative-slot #x011ffffe000)))
                  (= (bvor (target25-check-placed value slot) (relative-slot #x011fff01fc0)) (bvor slot (relative-slot #x011fff01fc0)))
                  (= (bvor (target25-float-placed value slot) (relative-slot #x01003ffffc0)) (bvor slot (relative-slot #x01003ffffc0)))
                  (= (bvor (tag13-move-placed value slot) (relative-slot #x001ff000000)) (bvor slot (relative-slot #x001ff000000)))
                  (= (bvor (tag13-predict-placed value slot) (relative-slot #x00600001fc0)) (bvor slot (relative-slot #x00600001fc0)))
                  (= (bvor (target64-placed value slot) (relative-slot #x011ffffe000)) (bvor slot (relative-slot #x011ffffe000))))))
(check-sat)
(pop 1)

(push 1)
(echo "least-and-greatest-values: unsat expected")
(assert (not (and (and (target25-branch-encodable #xffffffffff000000) (not (target25-branch-encodable #xfffffffffefffff0))
                       (target25-branch-encodable #x0000000000fffff0) (not (target25-branch-encodable #x0000000001000000)))
                  (and (target25-check-encodable #xffffffffff000000) (not (target25-check-encodable #xfffffffffefffff0))
                       (target25-check-encodable #x0000000000fffff0) (not (target25-check-encodable #x0000000001000000)))
                  (and (target25-float-encodable #xffffffffff000000) (not (target25-float-encodable #xfffffffffefffff0))
                       (target25-float-encodable #x0000000000fffff0) (not (target25-float-encodable #x0000000001000000)))
                  (and (tag13-move-encodable #xfffffffffffff000) (not (tag13-move-encodable #xffffffffffffeff0))
                       (tag13-move-encodable #x0000000000000ff0) (not (tag13-move-encodable #x0000000000001000)))
                  (and (tag13-predict-encodable #xfffffffffffff000) (not (tag13-predict-encodable #xffffffffffffeff0))
                       (tag13-predict-encodable #x0000000000000ff0) (not (tag13-predict-encodable #x0000000000001000))))))
(check-sat)
(pop 1)

(push 1)
(echo "a-target-is-as-far-from-a-multiple-of-16-as-its-bundle: unsat expected")
(assert (not (and (= (bvurem (target-address bundle (target25-branch-value slot)) #x0000000000000010) (bvurem bundle #x0000000000000010))
                  (= (bvurem (target-address bundle (target25-check-value slot)) #x0000000000000010) (bvurem bundle #x0000000000000010))
                  (= (bvurem (target-address bundle (target25-float-value slot)) #x0000000000000010) (bvurem bundle #x0000000000000010))
                  (= (bvurem (target-address bundle (tag13-move-value slot)) #x0000000000000010) (bvurem bundle #x0000000000000010))
                  (= (bvurem (target-address bundle (tag13-predict-value slot)) #x0000000000000010) (bvurem bundle #x0000000000000010))
                  (= (bvurem (target-address bundle (target64-value slot l)) #x0000000000000010) (bvurem bundle #x0000000000000010)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-target-lies-its-displacement-of-bundles-away: unsat expected")
(assert (not (and (= (bvsdiv (bvsub (target-address bundle (target25-branch-value slot)) bundle) #x0000000000000010)
                     ((_ sign_extend 43) (concat ((_ extract 36 36) slot) ((_ extract 32 13) slot))))
                  (= (bvsdiv (bvsub (target-address bundle (tag13-move-value slot)) bundle) #x0000000000000010)
                     ((_ sign_extend 55) ((_ extract 32 24) slot)))
                  (= (bvsdiv (bvsub (target-address bundle (target64-value slot l)) bundle) #x0000000000000010)
                     ((_ sign_extend 4) (concat ((_ extract 36 36) slot) ((_ extract 40 2) l) ((_ extract 32 13) slot)))))))
(check-sat)
(pop 1)

(push 1)
(echo "what-a-predict-reaches-a-branch-reaches-and-a-long-branch: unsat expected")
(assert (not (and (=> (tag13-move-encodable value) (target25-branch-encodable value))
                  (=> (target25-branch-encodable value) (target64-encodable value)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-long-branch-reaches-every-bundle: unsat expected")
(assert (not (=> (and (= (bvurem bundle #x0000000000000010) #x0000000000000000) (= (bvurem value #x0000000000000010) #x0000000000000000))
                      (target64-encodable (bvsub value bundle)))))
(check-sat)
(pop 1)

(push 1)
(echo "samples-of-an-assembler: unsat expected")
(assert (not (and (= (target25-branch-value (relative-slot #x08000008000)) #x0000000000000040)                           ; br.cond.sptk.few .+0x40
                  (= (target25-branch-value (relative-slot #x0b1fffe11c0)) #xffffffffffffff00)                           ; br.call.sptk.many b7=.-0x100
                  (= (target25-branch-value (relative-slot #x089ffffe006)) #x0000000000fffff0)                           ; (p6) br.cond.sptk.few.clr .+0xfffff0
                  (= (target25-branch-value (relative-slot #x09000000006)) #xffffffffff000000)                           ; (p6) br.cond.sptk.few .-0x1000000
                  (= (target25-branch-value (relative-slot #x0e800008018)) #x0000000000000040)                           ; brp.exit.imp .+0x40,.
                  (= (target25-branch-value (relative-slot #x01bffff8240)) #xffffffffffffffc0)                           ; chk.a.clr r9,.-0x40
                  (= (target25-check-value (relative-slot #x00200012400)) #x0000000000000100)                            ; chk.s.i r9,.+0x100
                  (= (target25-check-value (relative-slot #x013ffe12000)) #xfffffffffffff000)                            ; chk.s.i r9,.-0x1000
                  (= (target25-check-value (relative-slot #x02600012100)) #x0000000000000040)                            ; chk.s f9,.+0x40
                  (= (target25-float-value (relative-slot #x00040000100)) #x0000000000000040)                            ; fchkf.s0 .+0x40
                  (= (target25-float-value (relative-slot #x01843ffff00)) #xffffffffffffffc0)                            ; fchkf.s2 .-0x40
                  (= (tag13-move-value (relative-slot #x00e00012180)) #x0000000000000000)                                ; mov.sptk b6=r9,.
                  (= (tag13-move-value (relative-slot #x00e04a12180)) #x0000000000000040)                                ; mov.dptk.imp b6=r9,.+0x40
                  (= (tag13-predict-value (relative-slot #x0488000c010)) #x0000000000000000)                             ; brp.dptk.imp b6,.
                  (= (target64-value (relative-slot #x18000008000) (relative-slot #x00000000000)) #x0000000000000040)    ; brl.cond.sptk.few .+0x40
                  (= (target64-value (relative-slot #x195ffff9006) (relative-slot #x1fffffffffc)) #xffffffffffffffc0)    ; (p6) brl.cond.dptk.many .-0x40
                  (= (target64-value (relative-slot #x18000000000) (relative-slot #x00000004000)) #x0000001000000000)    ; brl.cond.sptk.few .+0x1000000000
                  (= (target64-value (relative-slot #x19800000000) (relative-slot #x1ffffffc000)) #xfffffff000000000)    ; brl.cond.sptk.few.clr .-0x1000000000
                  (= (target64-value (relative-slot #x1b000000186) (relative-slot #x1ffffff8000)) #xffffffe000000000)))) ; (p6) brl.call.sptk.few b6=.-0x2000000000
(check-sat)
(pop 1)

(push 1)
(echo "a-long-branch-goes-where-no-short-one-does: sat expected")
(assert (and (target64-encodable value) (not (target25-branch-encodable value))))
(check-sat)
(pop 1)

(push 1)
(echo "a-branch-to-itself: sat expected")
(assert (and (= (target-address bundle (target25-branch-value slot)) bundle) (distinct slot (_ bv0 41))))
(check-sat)
(pop 1)

(push 1)
(echo "a-target-behind-the-end-of-addresses: sat expected")
(assert (bvult (target-address bundle (target25-branch-value slot)) (bvand bundle #x0000000000fffff0)))
(check-sat)
(pop 1)
