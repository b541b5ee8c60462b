; PROBE_LEVEL
; A probe is judged at the privilege level in bits 1:0 of its operand, or at the current one if that is less privileged.
;
; operand  the general register or the immediate of the probe
; cpl      the current privilege level; 0 is the most privileged
(set-logic QF_BV)

(define-fun level-asked ((operand (_ BitVec 64))) (_ BitVec 2)
  ((_ extract 1 0) operand))

(define-fun less-privileged ((level (_ BitVec 2)) (than (_ BitVec 2))) Bool
  (bvugt level than))

(define-fun probe-level ((operand (_ BitVec 64)) (cpl (_ BitVec 2))) (_ BitVec 2)
  (ite (less-privileged cpl (level-asked operand)) cpl (level-asked operand)))

(declare-const operand (_ BitVec 64))
(declare-const other (_ BitVec 64))
(declare-const cpl (_ BitVec 2))
(declare-const level (_ BitVec 2))

; The first three together: of all levels that are as little privileged as both, it is the most privileged.
(push 1)
(echo "no-more-privileged-than-the-current-level: unsat expected")
(assert (not (bvuge (probe-level operand cpl) cpl)))
(check-sat)
(pop 1)

(push 1)
(echo "no-more-privileged-than-asked: unsat expected")
(assert (not (bvuge ((_ zero_extend 62) (probe-level operand cpl)) (bvand operand #x0000000000000003))))
(check-sat)
(pop 1)

(push 1)
(echo "the-most-privileged-of-the-levels-that-are-neither: unsat expected")
(assert (not (=> (and (bvuge level cpl) (bvuge ((_ zero_extend 62) level) (bvand operand #x0000000000000003)))
                 (bvuge level (probe-level operand cpl)))))
(check-sat)
(pop 1)

(push 1)
(echo "level-0-asks-for-any-level-and-gets-it: unsat expected")
(assert (not (= (concat (_ bv0 62) (probe-level operand #b00)) (bvurem operand #x0000000000000004))))
(check-sat)
(pop 1)

(push 1)
(echo "level-3-gets-its-own: unsat expected")
(assert (not (= (probe-level operand #b11) #b11)))
(check-sat)
(pop 1)

(push 1)
(echo "the-other-bits-take-no-part: unsat expected")
(assert (not (=> (= (bvurem operand #x0000000000000004) (bvurem other #x0000000000000004))
                 (= (probe-level operand cpl) (probe-level other cpl)))))
(check-sat)
(pop 1)

(push 1)
(echo "either-level-decides-somewhere: sat expected")
(assert (and (distinct (probe-level operand cpl) cpl) (distinct (probe-level other cpl) (level-asked other))))
(check-sat)
(pop 1)
