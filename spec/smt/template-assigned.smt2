; TEMPLATE_ASSIGNED
; Each of the 24 codes of the table of templates gives the three slots the units, and the instruction groups the stops, that
; the table says. The codes 06, 07, 14, 15, 1A, 1B, 1E and 1F are reserved (TEMPLATE_RESERVED). Stated twice, as the table of
; 24 rows and in short, which agree.
;
; code  of the template
; slot  0, 1 or 2; or, of unit-fits, the unit that the template gives the slot
; unit  of an instruction or a slot: A 0, I 1, M 2, F 3, B 4, L 5, X 6; no template has a slot of unit A
;
; The units and stops of reserved codes and of the slot 3, which there is not, say nothing.
(set-logic QF_BV)

(define-fun unit-a () (_ BitVec 3) (_ bv0 3))
(define-fun unit-i () (_ BitVec 3) (_ bv1 3))
(define-fun unit-m () (_ BitVec 3) (_ bv2 3))
(define-fun unit-f () (_ BitVec 3) (_ bv3 3))
(define-fun unit-b () (_ BitVec 3) (_ bv4 3))
(define-fun unit-l () (_ BitVec 3) (_ bv5 3))
(define-fun unit-x () (_ BitVec 3) (_ bv6 3))

(define-fun stops () (_ BitVec 1) #b1)
(define-fun goes-on () (_ BitVec 1) #b0)

; As the table: a row has for each slot its unit and whether a stop follows.
(define-fun template-row (
    (unit0 (_ BitVec 3)) (stop0 (_ BitVec 1)) (unit1 (_ BitVec 3)) (stop1 (_ BitVec 1)) (unit2 (_ BitVec 3)) (stop2 (_ BitVec 1))) (_ BitVec 12)
  (concat unit0 stop0 unit1 stop1 unit2 stop2))

(define-fun template-row-of ((code (_ BitVec 5))) (_ BitVec 12)
  (ite (= code #b00000) (template-row unit-m goes-on unit-i goes-on unit-i goes-on)
  (ite (= code #b00001) (template-row unit-m goes-on unit-i goes-on unit-i stops)
  (ite (= code #b00010) (template-row unit-m goes-on unit-i stops   unit-i goes-on)
  (ite (= code #b00011) (template-row unit-m goes-on unit-i stops   unit-i stops)
  (ite (= code #b00100) (template-row unit-m goes-on unit-l goes-on unit-x goes-on)
  (ite (= code #b00101) (template-row unit-m goes-on unit-l goes-on unit-x stops)
  (ite (= code #b01000) (template-row unit-m goes-on unit-m goes-on unit-i goes-on)
  (ite (= code #b01001) (template-row unit-m goes-on unit-m goes-on unit-i stops)
  (ite (= code #b01010) (template-row unit-m stops   unit-m goes-on unit-i goes-on)
  (ite (= code #b01011) (template-row unit-m stops   unit-m goes-on unit-i stops)
  (ite (= code #b01100) (template-row unit-m goes-on unit-f goes-on unit-i goes-on)
  (ite (= code #b01101) (template-row unit-m goes-on unit-f goes-on unit-i stops)
  (ite (= code #b01110) (template-row unit-m goes-on unit-m goes-on unit-f goes-on)
  (ite (= code #b01111) (template-row unit-m goes-on unit-m goes-on unit-f stops)
  (ite (= code #b10000) (template-row unit-m goes-on unit-i goes-on unit-b goes-on)
  (ite (= code #b10001) (template-row unit-m goes-on unit-i goes-on unit-b stops)
  (ite (= code #b10010) (template-row unit-m goes-on unit-b goes-on unit-b goes-on)
  (ite (= code #b10011) (template-row unit-m goes-on unit-b goes-on unit-b stops)
  (ite (= code #b10110) (template-row unit-b goes-on unit-b goes-on unit-b goes-on)
  (ite (= code #b10111) (template-row unit-b goes-on unit-b goes-on unit-b stops)
  (ite (= code #b11000) (template-row unit-m goes-on unit-m goes-on unit-b goes-on)
  (ite (= code #b11001) (template-row unit-m goes-on unit-m goes-on unit-b stops)
  (ite (= code #b11100) (template-row unit-m goes-on unit-f goes-on unit-b goes-on)
  (ite (= code #b11101) (template-row unit-m goes-on unit-f goes-on unit-b stops)
       (_ bv0 12))))))))))))))))))))))))))

(define-fun template-is-assigned ((code (_ BitVec 5))) Bool
  (distinct (template-row-of code) (_ bv0 12)))

(define-fun template-unit ((code (_ BitVec 5)) (slot (_ BitVec 2))) (_ BitVec 3)
  (ite (= slot #b00) ((_ extract 11 9) (template-row-of code))
  (ite (= slot #b01) ((_ extract  7 5) (template-row-of code))
                     ((_ extract  3 1) (template-row-of code)))))

(define-fun template-stop ((code (_ BitVec 5)) (slot (_ BitVec 2))) Bool
  (= stops
     (ite (= slot #b00) ((_ extract 8 8) (template-row-of code))
     (ite (= slot #b01) ((_ extract 4 4) (template-row-of code))
                        ((_ extract 0 0) (template-row-of code))))))

(define-fun unit-fits ((unit (_ BitVec 3)) (slot (_ BitVec 3))) Bool
  (or (= unit slot)
      (and (= unit unit-a) (or (= slot unit-m) (= slot unit-i)))))

; In short: bit 0 of a code is the stop at the end, and the other bits say the rest.
(define-fun code-pair ((code (_ BitVec 5))) (_ BitVec 4)
  ((_ extract 4 1) code))

(define-fun listed-as-reserved ((code (_ BitVec 5))) Bool
  (or (= code (_ bv6 5))  (= code (_ bv7 5))  (= code (_ bv20 5)) (= code (_ bv21 5))
      (= code (_ bv26 5)) (= code (_ bv27 5)) (= code (_ bv30 5)) (= code (_ bv31 5))))

(define-fun unit-in-short ((code (_ BitVec 5)) (slot (_ BitVec 2))) (_ BitVec 3)
  (let ((pair (code-pair code)))
    (ite (= slot #b00)
         (ite (= pair #xb) unit-b unit-m)
    (ite (= slot #b01)
         (ite (or (= pair #x0) (= pair #x1) (= pair #x8)) unit-i
         (ite (or (= pair #x6) (= pair #xe)) unit-f
         (ite (or (= pair #x9) (= pair #xb)) unit-b
         (ite (= pair #x2) unit-l
              unit-m))))
         (ite (= ((_ extract 3 3) pair) #b1) unit-b
         (ite (= pair #x7) unit-f
         (ite (= pair #x2) unit-x
              unit-i)))))))

(define-fun stop-in-short ((code (_ BitVec 5)) (slot (_ BitVec 2))) Bool
  (ite (= slot #b00) (= (code-pair code) #x5)
  (ite (= slot #b01) (= (code-pair code) #x1)
                     (= ((_ extract 0 0) code) #b1))))

(declare-const code (_ BitVec 5))
(declare-const slot (_ BitVec 2))
(declare-const unit (_ BitVec 3))
(declare-const slot-unit (_ BitVec 3))
(assert (bvule slot #b10))

(push 1)
(echo "the-rest-is-reserved: unsat expected")
(assert (not (= (template-is-assigned code) (not (listed-as-reserved code)))))
(check-sat)
(pop 1)

(push 1)
(echo "rule-and-table-agree: unsat expected")
(assert (not (=> (template-is-assigned code)
                 (and (= (template-unit code slot) (unit-in-short code slot))
                      (= (template-stop code slot) (stop-in-short code slot))))))
(check-sat)
(pop 1)

(push 1)
(echo "codes-are-assigned-in-pairs-that-differ-in-the-last-stop: unsat expected")
(assert (not (let ((next (bvxor code #b00001)))
               (and (= (template-is-assigned code) (template-is-assigned next))
                    (=> (template-is-assigned code)
                        (and (= (template-unit code slot) (template-unit next slot))
                             (= (distinct (template-stop code slot) (template-stop next slot)) (= slot #b10))))))))
(check-sat)
(pop 1)

(push 1)
(echo "long-instructions-take-slots-1-and-2: unsat expected")
(assert (not (=> (template-is-assigned code)
                 (and (= (= (template-unit code slot) unit-l) (and (= code (bvor #b00100 (bvand code #b00001))) (= slot #b01)))
                      (= (= (template-unit code slot) unit-x) (and (= code (bvor #b00100 (bvand code #b00001))) (= slot #b10)))))))
(check-sat)
(pop 1)

(push 1)
(echo "no-slot-has-unit-a-or-none: unsat expected")
(assert (not (=> (template-is-assigned code)
                 (and (distinct (template-unit code slot) unit-a) (bvule (template-unit code slot) unit-x)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-bundle-begins-with-memory-or-is-all-branches: unsat expected")
(assert (not (=> (and (template-is-assigned code) (distinct (template-unit code #b00) unit-m))
                 (and (= (template-unit code slot) unit-b) (=> (template-stop code slot) (= slot #b10))))))
(check-sat)
(pop 1)

(push 1)
(echo "two-stops-are-the-most: unsat expected")
(assert (not (=> (template-is-assigned code)
                 (not (and (template-stop code #b00) (template-stop code #b01))))))
(check-sat)
(pop 1)

(push 1)
(echo "an-instruction-fits-its-unit-and-integer-alu-instructions-two-more: unsat expected")
(assert (not (= (unit-fits unit slot-unit)
                (ite (and (= unit unit-a) (bvuge slot-unit unit-i) (bvule slot-unit unit-m)) true (= unit slot-unit)))))
(check-sat)
(pop 1)

(push 1)
(echo "integer-alu-instructions-fit-some-slot-unless-all-are-branches: unsat expected")
(assert (not (=> (and (template-is-assigned code) (distinct (template-unit code #b00) unit-b))
                 (unit-fits unit-a (template-unit code #b00)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-bundle-with-two-stops: sat expected")
(assert (and (template-is-assigned code) (template-stop code #b00) (template-stop code #b10)))
(check-sat)
(pop 1)

(push 1)
(echo "a-bundle-with-a-long-instruction: sat expected")
(assert (and (template-is-assigned code) (unit-fits unit-x (template-unit code slot))))
(check-sat)
(pop 1)

(push 1)
(echo "a-code-is-reserved: sat expected")
(assert (not (template-is-assigned code)))
(check-sat)
(pop 1)
