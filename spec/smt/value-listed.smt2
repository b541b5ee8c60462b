; VALUE_LISTED
; The increment of a fetch-and-add is one of 16, 8, 4, 1 or their negatives, and the count of a parallel multiply-and-shift
; one of 0, 7, 15 and 16, in the order of the field.
;
; slot   the instruction
; value  of the operand, two's complement
(set-logic QF_BV)

; ct2d, of the format I1.
(define-fun count16-field ((slot (_ BitVec 41))) (_ BitVec 2)
  ((_ extract 31 30) slot))

(define-fun count16-value ((slot (_ BitVec 41))) (_ BitVec 64)
  (ite (= (count16-field slot) #b00) #x0000000000000000
  (ite (= (count16-field slot) #b01) #x0000000000000007
  (ite (= (count16-field slot) #b10) #x000000000000000f
                                     #x0000000000000010))))

(define-fun count16-encodable ((value (_ BitVec 64))) Bool
  (or (= value #x0000000000000000) (= value #x0000000000000007) (= value #x000000000000000f) (= value #x0000000000000010)))

; s and i2b, of the format M17: s makes the increment negative.
(define-fun inc3-field ((slot (_ BitVec 41))) (_ BitVec 2)
  ((_ extract 14 13) slot))

(define-fun inc3-magnitude ((slot (_ BitVec 41))) (_ BitVec 64)
  (ite (= (inc3-field slot) #b00) #x0000000000000010
  (ite (= (inc3-field slot) #b01) #x0000000000000008
  (ite (= (inc3-field slot) #b10) #x0000000000000004
                                  #x0000000000000001))))

(define-fun inc3-value ((slot (_ BitVec 41))) (_ BitVec 64)
  (ite (= ((_ extract 15 15) slot) #b1) (bvneg (inc3-magnitude slot)) (inc3-magnitude slot)))

(define-fun inc3-encodable ((value (_ BitVec 64))) Bool
  (or (= value #x0000000000000010) (= value #x0000000000000008) (= value #x0000000000000004) (= value #x0000000000000001)
      (= value #xfffffffffffffff0) (= value #xfffffffffffffff8) (= value #xfffffffffffffffc) (= value #xffffffffffffffff)))

; The same from the other side: the slot that has the value in its field, and stays as it was elsewhere.
(define-fun count16-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 32) slot)
          (ite (= value #x0000000000000000) #b00
          (ite (= value #x0000000000000007) #b01
          (ite (= value #x000000000000000f) #b10
                                            #b11)))
          ((_ extract 29 0) slot)))

(define-fun inc3-placed ((value (_ BitVec 64)) (slot (_ BitVec 41))) (_ BitVec 41)
  (concat ((_ extract 40 16) slot)
          ((_ extract 63 63) value)
          (ite (or (= value #x0000000000000010) (= value #xfffffffffffffff0)) #b00
          (ite (or (= value #x0000000000000008) (= value #xfffffffffffffff8)) #b01
          (ite (or (= value #x0000000000000004) (= value #xfffffffffffffffc)) #b10
                                                                             #b11)))
          ((_ extract 12 0) slot)))

; What the theorems speak of besides: a slot written with 11 digits, and the magnitude as the manual computes it.
(define-fun listed-slot ((digits (_ BitVec 44))) (_ BitVec 41)
  ((_ extract 40 0) digits))

(define-fun magnitude-computed ((field (_ BitVec 2))) (_ BitVec 64)
  (ite (= field #b11) #x0000000000000001 (bvshl #x0000000000000001 (bvsub #x0000000000000004 ((_ zero_extend 62) field)))))

(declare-const slot (_ BitVec 41))
(declare-const other (_ BitVec 41))
(declare-const value (_ BitVec 64))

(push 1)
(echo "what-was-encoded-is-decoded: unsat expected")
(assert (not (and (=> (count16-encodable value) (= (count16-value (count16-placed value slot)) value))
                  (=> (inc3-encodable value) (= (inc3-value (inc3-placed value slot)) value)))))
(check-sat)
(pop 1)

(push 1)
(echo "encoding-what-was-decoded-changes-nothing: unsat expected")
(assert (not (and (= (count16-placed (count16-value slot) slot) slot)
                  (= (inc3-placed (inc3-value slot) slot) slot))))
(check-sat)
(pop 1)

(push 1)
(echo "what-is-decoded-can-be-encoded: unsat expected")
(assert (not (and (count16-encodable (count16-value slot)) (inc3-encodable (inc3-value slot)))))
(check-sat)
(pop 1)

(push 1)
(echo "only-the-bits-of-the-field-count: unsat expected")
(assert (not (and (=> (= (bvand slot (listed-slot #x000c0000000)) (bvand other (listed-slot #x000c0000000)))
                      (= (count16-value slot) (count16-value other)))
                  (=> (= (bvand slot (listed-slot #x0000000e000)) (bvand other (listed-slot #x0000000e000)))
                      (= (inc3-value slot) (inc3-value other))))))
(check-sat)
(pop 1)

(push 1)
(echo "magnitudes-as-computed: unsat expected")
(assert (not (= (inc3-magnitude slot) (magnitude-computed ((_ extract 14 13) slot)))))
(check-sat)
(pop 1)

(push 1)
(echo "the-other-sign-is-the-negative: unsat expected")
(assert (not (and (= (inc3-value (bvxor slot (listed-slot #x00000008000))) (bvneg (inc3-value slot)))
                  (= (inc3-encodable value) (inc3-encodable (bvneg value))))))
(check-sat)
(pop 1)

(push 1)
(echo "counts-grow-with-their-field: unsat expected")
(assert (not (= (bvult (count16-field slot) (count16-field other)) (bvult (count16-value slot) (count16-value other)))))
(check-sat)
(pop 1)

(push 1)
(echo "increments-never-are-0: unsat expected")
(assert (not (distinct (inc3-value slot) #x0000000000000000)))
(check-sat)
(pop 1)

(push 1)
(echo "samples-of-an-assembler: unsat expected")
(assert (not (and (= (count16-value (listed-slot #x0e230a12200)) #x0000000000000000)    ; pmpyshr2 r8=r9,r10,0
                  (= (count16-value (listed-slot #x0e270a12200)) #x0000000000000007)    ; pmpyshr2 r8=r9,r10,7
                  (= (count16-value (listed-slot #x0e2b0a12200)) #x000000000000000f)    ; pmpyshr2 r8=r9,r10,15
                  (= (count16-value (listed-slot #x0e2f0a12200)) #x0000000000000010)    ; pmpyshr2 r8=r9,r10,16
                  (= (inc3-value (listed-slot #x084c8900200)) #x0000000000000010)       ; fetchadd8.acq r8=[r9],16
                  (= (inc3-value (listed-slot #x084c8902200)) #x0000000000000008)       ; fetchadd8.acq r8=[r9],8
                  (= (inc3-value (listed-slot #x084c8904200)) #x0000000000000004)       ; fetchadd8.acq r8=[r9],4
                  (= (inc3-value (listed-slot #x084c8906200)) #x0000000000000001)       ; fetchadd8.acq r8=[r9],1
                  (= (inc3-value (listed-slot #x084c8908200)) #xfffffffffffffff0)       ; fetchadd8.acq r8=[r9],-16
                  (= (inc3-value (listed-slot #x084c890a200)) #xfffffffffffffff8)       ; fetchadd8.acq r8=[r9],-8
                  (= (inc3-value (listed-slot #x084c890c200)) #xfffffffffffffffc)       ; fetchadd8.acq r8=[r9],-4
                  (= (inc3-value (listed-slot #x0858890e200)) #xffffffffffffffff))))    ; fetchadd4.rel r8=[r9],-1
(check-sat)
(pop 1)

(push 1)
(echo "a-value-of-both-lists: sat expected")
(assert (and (count16-encodable value) (inc3-encodable value)))
(check-sat)
(pop 1)

(push 1)
(echo "a-value-of-one-list: sat expected")
(assert (and (count16-encodable value) (not (inc3-encodable value)) (distinct value #x0000000000000000)))
(check-sat)
(pop 1)
