; REGISTER_NUMBER
; The number of a register operand is its field, unsigned.
;
; slot   the instruction
; value  the number of the register, as it stands in the instruction: nothing is renamed
(set-logic QF_BV)

; The general registers.
(define-fun r1-register ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 57) ((_ extract 12 6) slot)))

(define-fun r1-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000080))

(define-fun r2-register ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 57) ((_ extract 19 13) slot)))

(define-fun r2-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000080))

(define-fun r3-register ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 57) ((_ extract 26 20) slot)))

(define-fun r3-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000080))

; R3 of the format A5: one of the first four.
(define-fun r3-addl-register ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 62) ((_ extract 21 20) slot)))

(define-fun r3-addl-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000004))

; The predicate registers.
(define-fun p1-register ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 58) ((_ extract 11 6) slot)))

(define-fun p1-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000040))

(define-fun p2-register ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 58) ((_ extract 32 27) slot)))

(define-fun p2-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000040))

; The branch registers.
(define-fun b1-register ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 61) ((_ extract 8 6) slot)))

(define-fun b1-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000008))

(define-fun b2-register ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 61) ((_ extract 15 13) slot)))

(define-fun b2-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000008))

; The application and control registers.
(define-fun ar3-register ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 57) ((_ extract 26 20) slot)))

(define-fun ar3-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000080))

(define-fun cr3-register ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 57) ((_ extract 26 20) slot)))

(define-fun cr3-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000080))

; The floating-point registers.
(define-fun f1-register ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 57) ((_ extract 12 6) slot)))

(define-fun f1-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000080))

(define-fun f2-register ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 57) ((_ extract 19 13) slot)))

(define-fun f2-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000080))

(define-fun f3-register ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 57) ((_ extract 26 20) slot)))

(define-fun f3-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000080))

(define-fun f4-register ((slot (_ BitVec 41))) (_ BitVec 64)
  ((_ zero_extend 57) ((_ extract 33 27) slot)))

(define-fun f4-encodable ((value (_ BitVec 64))) Bool
  (bvult value #x0000000000000080))

; The same from the other side: the slot that has the value in its field, and stays as it was elsewhere.
(define-fun r1-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 13) slot) ((_ extract 6 0) value) ((_ extract 5 0) slot)))

(define-fun r2-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 20) slot) ((_ extract 6 0) value) ((_ extract 12 0) slot)))

(define-fun r3-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 27) slot) ((_ extract 6 0) value) ((_ extract 19 0) slot)))

(define-fun r3-addl-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 22) slot) ((_ extract 1 0) value) ((_ extract 19 0) slot)))

(define-fun p1-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 12) slot) ((_ extract 5 0) value) ((_ extract 5 0) slot)))

(define-fun p2-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 33) slot) ((_ extract 5 0) value) ((_ extract 26 0) slot)))

(define-fun b1-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 9) slot) ((_ extract 2 0) value) ((_ extract 5 0) slot)))

(define-fun b2-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 16) slot) ((_ extract 2 0) value) ((_ extract 12 0) slot)))

(define-fun ar3-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 27) slot) ((_ extract 6 0) value) ((_ extract 19 0) slot)))

(define-fun cr3-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 27) slot) ((_ extract 6 0) value) ((_ extract 19 0) slot)))

(define-fun f1-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 13) slot) ((_ extract 6 0) value) ((_ extract 5 0) slot)))

(define-fun f2-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 20) slot) ((_ extract 6 0) value) ((_ extract 12 0) slot)))

(define-fun f3-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 27) slot) ((_ extract 6 0) value) ((_ extract 19 0) slot)))

(define-fun f4-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 34) slot) ((_ extract 6 0) value) ((_ extract 26 0) slot)))

; What the theorems speak of besides: a slot written with 11 digits.
(define-fun register-slot ((digits (_ BitVec 44))) (_ BitVec 41)
  ((_ extract 40 0) digits))

(declare-const slot (_ BitVec 41))
(declare-const other (_ BitVec 41))
(declare-const value (_ BitVec 64))

(push 1)
(echo "what-was-encoded-is-decoded: unsat expected")
(assert (not (and (=> (r1-encodable value) (= (r1-register (r1-placed value slot)) value))
                  (=> (r2-encodable value) (= (r2-register (r2-placed value slot)) value))
                  (=> (r3-encodable value) (= (r3-register (r3-placed value slot)) value))
                  (=> (r3-addl-encodable value) (= (r3-addl-register (r3-addl-placed value slot)) value))
                  (=> (p1-encodable value) (= (p1-register (p1-placed value slot)) value))
                  (=> (p2-encodable value) (= (p2-register (p2-placed value slot)) value))
                  (=> (b1-encodable value) (= (b1-register (b1-placed value slot)) value))
                  (=> (b2-encodable value) (= (b2-register (b2-placed value slot)) value))
                  (=> (ar3-encodable value) (= (ar3-register (ar3-placed value slot)) value))
                  (=> (cr3-encodable value) (= (cr3-register (cr3-placed value slot)) value))
                  (=> (f1-encodable value) (= (f1-register (f1-placed value slot)) value))
                  (=> (f2-encodable value) (= (f2-register (f2-placed value slot)) value))
                  (=> (f3-encodable value) (= (f3-register (f3-placed value slot)) value))
                  (=> (f4-encodable value) (= (f4-register (f4-placed value slot)) value)))))
(check-sat)
(pop 1)

(push 1)
(echo "encoding-what-was-decoded-changes-nothing: unsat expected")
(assert (not (and (= (r1-placed (r1-register slot) slot) slot)
                  (= (r2-placed (r2-register slot) slot) slot)
                  (= (r3-placed (r3-register slot) slot) slot)
                  (= (r3-addl-placed (r3-addl-register slot) slot) slot)
                  (= (p1-placed (p1-register slot) slot) slot)
                  (= (p2-placed (p2-register slot) slot) slot)
                  (= (b1-placed (b1-register slot) slot) slot)
                  (= (b2-placed (b2-register slot) slot) slot)
                  (= (ar3-placed (ar3-register slot) slot) slot)
                  (= (cr3-placed (cr3-register slot) slot) slot)
                  (= (f1-placed (f1-register slot) slot) slot)
                  (= (f2-placed (f2-register slot) slot) slot)
                  (= (f3-placed (f3-register slot) slot) slot)
                  (= (f4-placed (f4-register slot) slot) slot))))
(check-sat)
(pop 1)

(push 1)
(echo "what-is-decoded-can-be-encoded: unsat expected")
(assert (not (and (r1-encodable (r1-register slot))
                  (r2-encodable (r2-register slot))
                  (r3-encodable (r3-register slot))
                  (r3-addl-encodable (r3-addl-register slot))
                  (p1-encodable (p1-register slot))
                  (p2-encodable (p2-register slot))
                  (b1-encodable (b1-register slot))
                  (b2-encodable (b2-register slot))
                  (ar3-encodable (ar3-register slot))
                  (cr3-encodable (cr3-register slot))
                  (f1-encodable (f1-register slot))
                  (f2-encodable (f2-register slot))
                  (f3-encodable (f3-register slot))
                  (f4-encodable (f4-register slot)))))
(check-sat)
(pop 1)

(push 1)
(echo "only-the-bits-of-the-field-count: unsat expected")
(assert (not (and (=> (= (bvand slot (register-slot #x00000001fc0)) (bvand other (register-slot #x00000001fc0)))
                      (= (r1-register slot) (r1-register other)))
                  (=> (= (bvand slot (register-slot #x000000fe000)) (bvand other (register-slot #x000000fe000)))
                      (= (r2-register slot) (r2-register other)))
                  (=> (= (bvand slot (register-slot #x00007f00000)) (bvand other (register-slot #x00007f00000)))
                      (= (r3-register slot) (r3-register other)))
                  (=> (= (bvand slot (register-slot #x00000300000)) (bvand other (register-slot #x00000300000)))
                      (= (r3-addl-register slot) (r3-addl-register other)))
                  (=> (= (bvand slot (register-slot #x00000000fc0)) (bvand other (register-slot #x00000000fc0)))
                      (= (p1-register slot) (p1-register other)))
                  (=> (= (bvand slot (register-slot #x001f8000000)) (bvand other (register-slot #x001f8000000)))
                      (= (p2-register slot) (p2-register other)))
                  (=> (= (bvand slot (register-slot #x000000001c0)) (bvand other (register-slot #x000000001c0)))
                      (= (b1-register slot) (b1-register other)))
                  (=> (= (bvand slot (register-slot #x0000000e000)) (bvand other (register-slot #x0000000e000)))
                      (= (b2-register slot) (b2-register other)))
                  (=> (= (bvand slot (register-slot #x00007f00000)) (bvand other (register-slot #x00007f00000)))
                      (= (ar3-register slot) (ar3-register other)))
                  (=> (= (bvand slot (register-slot #x00007f00000)) (bvand other (register-slot #x00007f00000)))
                      (= (cr3-register slot) (cr3-register other)))
                  (=> (= (bvand slot (register-slot #x00000001fc0)) (bvand other (register-slot #x00000001fc0)))
                      (= (f1-register slot) (f1-register other)))
                  (=> (= (bvand slot (register-slot #x000000fe000)) (bvand other (register-slot #x000000fe000)))
                      (= (f2-register slot) (f2-register other)))
                  (=> (= (bvand slot (register-slot #x00007f00000)) (bvand other (register-slot #x00007f00000)))
                      (= (f3-register slot) (f3-register other)))
                  (=> (= (bvand slot (register-slot #x003f8000000)) (bvand other (register-slot #x003f8000000)))
                      (= (f4-register slot) (f4-register other))))))
(check-sat)
(pop 1)

(push 1)
(echo "the-rest-of-the-slot-is-kept: unsat expected")
(assert (not (and (= (bvor (r1-placed value slot) (register-slot #x00000001fc0)) (bvor slot (register-slot #x00000001fc0)))
                  (= (bvor (r2-placed value slot) (register-slot #x000000fe000)) (bvor slot (register-slot #x000000fe000)))
                  (= (bvor (r3-placed value slot) (register-slot #x00007f00000)) (bvor slot (register-slot #x00007f00000)))
                  (= (bvor (r3-addl-placed value slot) (register-slot #x00000300000)) (bvor slot (register-slot #x00000300000)))
                  (= (bvor (p1-placed value slot) (register-slot #x00000000fc0)) (bvor slot (register-slot #x00000000fc0)))
                  (= (bvor (p2-placed value slot) (register-slot #x001f8000000)) (bvor slot (register-slot #x001f8000000)))
                  (= (bvor (b1-placed value slot) (register-slot #x000000001c0)) (bvor slot (register-slot #x000000001c0)))
                  (= (bvor (b2-placed value slot) (register-slot #x0000000e000)) (bvor slot (register-slot #x0000000e000)))
                  (= (bvor (ar3-placed value slot) (register-slot #x00007f00000)) (bvor slot (register-slot #x00007f00000)))
                  (= (bvor (cr3-placed value slot) (register-slot #x00007f00000)) (bvor slot (register-slot #x00007f00000)))
                  (= (bvor (f1-placed value slot) (register-slot #x00000001fc0)) (bvor slot (register-slot #x00000001fc0)))
                  (= (bvor (f2-placed value slot) (register-slot #x000000fe000)) (bvor slot (register-slot #x000000fe000)))
                  (= (bvor (f3-placed value slot) (register-slot #x00007f00000)) (bvor slot (register-slot #x00007f00000)))
                  (= (bvor (f4-placed value slot) (register-slot #x003f8000000)) (bvor slot (register-slot #x003f8000000))))))
(check-sat)
(pop 1)

(push 1)
(echo "least-and-greatest-values: unsat expected")
(assert (not (and (and (r1-encodable #x0000000000000000) (not (r1-encodable #xffffffffffffffff))
                       (r1-encodable #x000000000000007f) (not (r1-encodable #x0000000000000080)))
                  (and (r2-encodable #x0000000000000000) (not (r2-encodable #xffffffffffffffff))
                       (r2-encodable #x000000000000007f) (not (r2-encodable #x0000000000000080)))
                  (and (r3-encodable #x0000000000000000) (not (r3-encodable #xffffffffffffffff))
                       (r3-encodable #x000000000000007f) (not (r3-encodable #x0000000000000080)))
                  (and (r3-addl-encodable #x0000000000000000) (not (r3-addl-encodable #xffffffffffffffff))
                       (r3-addl-encodable #x0000000000000003) (not (r3-addl-encodable #x0000000000000004)))
                  (and (p1-encodable #x0000000000000000) (not (p1-encodable #xffffffffffffffff))
                       (p1-encodable #x000000000000003f) (not (p1-encodable #x0000000000000040)))
                  (and (p2-encodable #x0000000000000000) (not (p2-encodable #xffffffffffffffff))
                       (p2-encodable #x000000000000003f) (not (p2-encodable #x0000000000000040)))
                  (and (b1-encodable #x0000000000000000) (not (b1-encodable #xffffffffffffffff))
                       (b1-encodable #x0000000000000007) (not (b1-encodable #x0000000000000008)))
                  (and (b2-encodable #x0000000000000000) (not (b2-encodable #xffffffffffffffff))
                       (b2-encodable #x0000000000000007) (not (b2-encodable #x0000000000000008)))
                  (and (ar3-encodable #x0000000000000000) (not (ar3-encodable #xffffffffffffffff))
                       (ar3-encodable #x000000000000007f) (not (ar3-encodable #x0000000000000080)))
                  (and (cr3-encodable #x0000000000000000) (not (cr3-encodable #xffffffffffffffff))
                       (cr3-encodable #x000000000000007f) (not (cr3-encodable #x0000000000000080)))
                  (and (f1-encodable #x0000000000000000) (not (f1-encodable #xffffffffffffffff))
                       (f1-encodable #x000000000000007f) (not (f1-encodable #x0000000000000080)))
                  (and (f2-encodable #x0000000000000000) (not (f2-encodable #xffffffffffffffff))
                       (f2-encodable #x000000000000007f) (not (f2-encodable #x0000000000000080)))
                  (and (f3-encodable #x0000000000000000) (not (f3-encodable #xffffffffffffffff))
                       (f3-encodable #x000000000000007f) (not (f3-encodable #x0000000000000080)))
                  (and (f4-encodable #x0000000000000000) (not (f4-encodable #xffffffffffffffff))
                       (f4-encodable #x000000000000007f) (not (f4-encodable #x0000000000000080))))))
(check-sat)
(pop 1)

(push 1)
(echo "fields-are-the-slot-shifted-and-cut: unsat expected")
(assert (not (and (= (r1-register slot) (bvurem ((_ zero_extend 23) (bvlshr slot (_ bv6 41))) #x0000000000000080))
                  (= (r2-register slot) (bvurem ((_ zero_extend 23) (bvlshr slot (_ bv13 41))) #x0000000000000080))
                  (= (r3-register slot) (bvurem ((_ zero_extend 23) (bvlshr slot (_ bv20 41))) #x0000000000000080))
                  (= (r3-addl-register slot) (bvurem ((_ zero_extend 23) (bvlshr slot (_ bv20 41))) #x0000000000000004))
                  (= (p1-register slot) (bvurem ((_ zero_extend 23) (bvlshr slot (_ bv6 41))) #x0000000000000040))
                  (= (p2-register slot) (bvurem ((_ zero_extend 23) (bvlshr slot (_ bv27 41))) #x0000000000000040))
                  (= (b1-register slot) (bvurem ((_ zero_extend 23) (bvlshr slot (_ bv6 41))) #x0000000000000008))
                  (= (b2-register slot) (bvurem ((_ zero_extend 23) (bvlshr slot (_ bv13 41))) #x0000000000000008))
                  (= (ar3-register slot) (bvurem ((_ zero_extend 23) (bvlshr slot (_ bv20 41))) #x0000000000000080))
                  (= (cr3-register slot) (bvurem ((_ zero_extend 23) (bvlshr slot (_ bv20 41))) #x0000000000000080))
                  (= (f1-register slot) (bvurem ((_ zero_extend 23) (bvlshr slot (_ bv6 41))) #x0000000000000080))
                  (= (f2-register slot) (bvurem ((_ zero_extend 23) (bvlshr slot (_ bv13 41))) #x0000000000000080))
                  (= (f3-register slot) (bvurem ((_ zero_extend 23) (bvlshr slot (_ bv20 41))) #x0000000000000080))
                  (= (f4-register slot) (bvurem ((_ zero_extend 23) (bvlshr slot (_ bv27 41))) #x0000000000000080)))))
(check-sat)
(pop 1)

(push 1)
(echo "four-operands-do-not-meet: unsat expected")
(assert (not (and (= (f1-register (f2-placed value slot)) (f1-register slot))
                  (= (f2-register (f3-placed value slot)) (f2-register slot))
                  (= (f3-register (f4-placed value slot)) (f3-register slot))
                  (= (f4-register (f1-placed value slot)) (f4-register slot))
                  (= (p1-register (p2-placed value slot)) (p1-register slot))
                  (= (b2-register (b1-placed value slot)) (b2-register slot)))))
(check-sat)
(pop 1)

(push 1)
(echo "the-same-bits-name-registers-of-different-files: unsat expected")
(assert (not (and (= (r3-register slot) (f3-register slot) (ar3-register slot) (cr3-register slot))
                  (= (r1-register slot) (f1-register slot))
                  (= (r2-register slot) (f2-register slot))
                  (= (bvurem (r3-register slot) #x0000000000000004) (r3-addl-register slot)))))
(check-sat)
(pop 1)

(push 1)
(echo "samples-of-an-assembler: unsat expected")
(assert (not (and (= (r1-register (register-slot #x10000a12200)) #x0000000000000008)         ; add r8=r9,r10
                  (= (r2-register (register-slot #x10000a12200)) #x0000000000000009)         ; add r8=r9,r10
                  (= (r3-register (register-slot #x10000a12200)) #x000000000000000a)         ; add r8=r9,r10
                  (= (r1-register (register-slot #x10007dfdfc5)) #x000000000000007f)         ; (p5) add r127=r126,r125
                  (= (r2-register (register-slot #x10007dfdfc5)) #x000000000000007e)         ; (p5) add r127=r126,r125
                  (= (r3-register (register-slot #x10007dfdfc5)) #x000000000000007d)         ; (p5) add r127=r126,r125
                  (= (r3-addl-register (register-slot #x12000700200)) #x0000000000000003)    ; addl r8=65536,r3
                  (= (r3-addl-register (register-slot #x13000100200)) #x0000000000000001)    ; addl r8=-2097152,r1
                  (= (p1-register (register-slot #x18038910180)) #x0000000000000006)         ; cmp.lt p6,p7=r8,r9
                  (= (p2-register (register-slot #x18038910180)) #x0000000000000007)         ; cmp.lt p6,p7=r8,r9
                  (= (b1-register (register-slot #x1b000000186)) #x0000000000000006)         ; (p6) brl.call.sptk.few b6=.-0x2000000000
                  (= (b1-register (register-slot #x0270000e040)) #x0000000000000001)         ; br.call.dpnt.few b1=b7
                  (= (b2-register (register-slot #x0270000e040)) #x0000000000000007)         ; br.call.dpnt.few b1=b7
                  (= (ar3-register (register-slot #x00154112000)) #x0000000000000041)        ; mov.i ar.lc=r9
                  (= (ar3-register (register-slot #x02152812000)) #x0000000000000028)        ; mov.m ar.fpsr=r9
                  (= (cr3-register (register-slot #x02161012000)) #x0000000000000010)        ; mov cr.ipsr=r9
                  (= (cr3-register (register-slot #x02121900200)) #x0000000000000019)        ; mov r8=cr.iha
                  (= (f1-register (register-slot #x10050916200)) #x0000000000000008)         ; fma.s0 f8=f9,f10,f11
                  (= (f3-register (register-slot #x10050916200)) #x0000000000000009)         ; fma.s0 f8=f9,f10,f11
                  (= (f4-register (register-slot #x10050916200)) #x000000000000000a)         ; fma.s0 f8=f9,f10,f11
                  (= (f2-register (register-slot #x10050916200)) #x000000000000000b)         ; fma.s0 f8=f9,f10,f11
                  (= (f2-register (register-slot #x0cef09fe000)) #x000000000000007f))))      ; stf.spill.nta [r9]=f127
(check-sat)
(pop 1)

(push 1)
(echo "the-last-of-all-registers: sat expected")
(assert (and (= (r1-register slot) (f4-register slot) #x000000000000007f) (= (p2-register slot) #x000000000000003f) (= (b2-register slot) #x0000000000000007)))
(check-sat)
(pop 1)

(push 1)
(echo "two-operands-share-bits: sat expected")
(assert (and (distinct slot other) (= (r3-register slot) (r3-register other)) (distinct (p2-register slot) (p2-register other))))
(check-sat)
(pop 1)

(push 1)
(echo "a-number-for-general-registers-only: sat expected")
(assert (and (r1-encodable value) (not (p1-encodable value)) (not (b1-encodable value))))
(check-sat)
(pop 1)
