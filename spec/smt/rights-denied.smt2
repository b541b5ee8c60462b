; RIGHTS_DENIED
; A reference that the cell of the page's ar and pl and of the privilege level does not permit is denied; one that reads and
; writes needs both. Stated twice, in short and as the table of 32 rows, which agree.
;
; ar, pl  access rights and privilege level of the page
; cpl     the privilege level of the reference; 0 is the most privileged
; access  what the reference does, three bits: reads, writes, executes
(set-logic QF_BV)

(define-fun read       () (_ BitVec 3) #b100)
(define-fun write      () (_ BitVec 3) #b010)
(define-fun read-write () (_ BitVec 3) #b110)
(define-fun execute    () (_ BitVec 3) #b001)

; In short.
(define-fun may-read ((ar (_ BitVec 3)) (pl (_ BitVec 2)) (cpl (_ BitVec 2))) Bool
  (ite (= ar (_ bv7 3)) (= cpl #b00)
                        (bvule cpl pl)))

(define-fun may-write ((ar (_ BitVec 3)) (pl (_ BitVec 2)) (cpl (_ BitVec 2))) Bool
  (and (bvule cpl pl)
       (or (= ar (_ bv2 3))
           (= ar (_ bv3 3))
           (and (= ar (_ bv4 3)) (or (bvult cpl pl) (= cpl #b00)))
           (and (= ar (_ bv5 3)) (= cpl #b00))
           (= ar (_ bv6 3)))))

(define-fun may-execute ((ar (_ BitVec 3)) (pl (_ BitVec 2)) (cpl (_ BitVec 2))) Bool
  (or (= ar (_ bv7 3))
      (and (bvule cpl pl)
           (or (= ar (_ bv1 3))
               (= ar (_ bv3 3))
               (= ar (_ bv5 3))
               (and (= ar (_ bv6 3)) (= cpl pl) (distinct cpl #b00))))))

(define-fun rights-permit ((ar (_ BitVec 3)) (pl (_ BitVec 2)) (cpl (_ BitVec 2)) (access (_ BitVec 3))) Bool
  (and (=> (distinct (bvand access read)    #b000) (may-read ar pl cpl))
       (=> (distinct (bvand access write)   #b000) (may-write ar pl cpl))
       (=> (distinct (bvand access execute) #b000) (may-execute ar pl cpl))))

; As the table: a row has a cell for the levels 3, 2, 1 and 0.
(define-fun none () (_ BitVec 3) #b000)
(define-fun R    () (_ BitVec 3) #b100)
(define-fun RX   () (_ BitVec 3) #b101)
(define-fun RW   () (_ BitVec 3) #b110)
(define-fun RWX  () (_ BitVec 3) #b111)
(define-fun X    () (_ BitVec 3) #b001)

(define-fun row ((at-3 (_ BitVec 3)) (at-2 (_ BitVec 3)) (at-1 (_ BitVec 3)) (at-0 (_ BitVec 3))) (_ BitVec 12)
  (concat at-3 at-2 at-1 at-0))

(define-fun row-of ((ar (_ BitVec 3)) (pl (_ BitVec 2))) (_ BitVec 12)
  (let ((page (concat ar pl)))
    (ite (= page #b00011) (row R    R    R    R)
    (ite (= page #b00010) (row none R    R    R)
    (ite (= page #b00001) (row none none R    R)
    (ite (= page #b00000) (row none none none R)
    (ite (= page #b00111) (row RX   RX   RX   RX)
    (ite (= page #b00110) (row none RX   RX   RX)
    (ite (= page #b00101) (row none none RX   RX)
    (ite (= page #b00100) (row none none none RX)
    (ite (= page #b01011) (row RW   RW   RW   RW)
    (ite (= page #b01010) (row none RW   RW   RW)
    (ite (= page #b01001) (row none none RW   RW)
    (ite (= page #b01000) (row none none none RW)
    (ite (= page #b01111) (row RWX  RWX  RWX  RWX)
    (ite (= page #b01110) (row none RWX  RWX  RWX)
    (ite (= page #b01101) (row none none RWX  RWX)
    (ite (= page #b01100) (row none none none RWX)
    (ite (= page #b10011) (row R    RW   RW   RW)
    (ite (= page #b10010) (row none R    RW   RW)
    (ite (= page #b10001) (row none none R    RW)
    (ite (= page #b10000) (row none none none RW)
    (ite (= page #b10111) (row RX   RX   RX   RWX)
    (ite (= page #b10110) (row none RX   RX   RWX)
    (ite (= page #b10101) (row none none RX   RWX)
    (ite (= page #b10100) (row none none none RWX)
    (ite (= page #b11011) (row RWX  RW   RW   RW)
    (ite (= page #b11010) (row none RWX  RW   RW)
    (ite (= page #b11001) (row none none RWX  RW)
    (ite (= page #b11000) (row none none none RW)
    (ite (= page #b11111) (row X    X    X    RX)
    (ite (= page #b11110) (row X    X    X    RX)
    (ite (= page #b11101) (row X    X    X    RX)
    (ite (= page #b11100) (row X    X    X    RX)
         (row none none none none)))))))))))))))))))))))))))))))))))

(define-fun cell ((ar (_ BitVec 3)) (pl (_ BitVec 2)) (cpl (_ BitVec 2))) (_ BitVec 3)
  (ite (= cpl #b11) ((_ extract 11 9) (row-of ar pl))
  (ite (= cpl #b10) ((_ extract  8 6) (row-of ar pl))
  (ite (= cpl #b01) ((_ extract  5 3) (row-of ar pl))
                    ((_ extract  2 0) (row-of ar pl))))))

(define-fun table-permits ((ar (_ BitVec 3)) (pl (_ BitVec 2)) (cpl (_ BitVec 2)) (access (_ BitVec 3))) Bool
  (= (bvor access (cell ar pl cpl)) (cell ar pl cpl)))

(declare-const ar (_ BitVec 3))
(declare-const pl (_ BitVec 2))
(declare-const cpl (_ BitVec 2))
(declare-const closer (_ BitVec 2))
(declare-const access (_ BitVec 3))

(push 1)
(echo "rule-and-table-agree: unsat expected")
(assert (not (= (rights-permit ar pl cpl access) (table-permits ar pl cpl access))))
(check-sat)
(pop 1)

(push 1)
(echo "reading-and-writing-needs-both: unsat expected")
(assert (not (= (rights-permit ar pl cpl read-write) (and (rights-permit ar pl cpl read) (rights-permit ar pl cpl write)))))
(check-sat)
(pop 1)

(push 1)
(echo "more-privileged-levels-read-and-write-no-less: unsat expected")
(assert (not (=> (bvult closer cpl)
                 (and (=> (rights-permit ar pl cpl read)  (rights-permit ar pl closer read))
                      (=> (rights-permit ar pl cpl write) (rights-permit ar pl closer write))))))
(check-sat)
(pop 1)

(push 1)
(echo "only-the-level-of-a-page-with-ar-6-executes-what-a-more-privileged-one-may-not: unsat expected")
(assert (not (=> (bvult closer cpl)
                 (= (and (rights-permit ar pl cpl execute) (not (rights-permit ar pl closer execute)))
                    (and (= ar (_ bv6 3)) (= cpl pl))))))
(check-sat)
(pop 1)

(push 1)
(echo "what-is-written-is-read: unsat expected")
(assert (not (=> (rights-permit ar pl cpl write) (rights-permit ar pl cpl read))))
(check-sat)
(pop 1)

(push 1)
(echo "less-privileged-than-the-page-only-executes: unsat expected")
(assert (not (=> (and (bvugt cpl pl) (distinct access none) (rights-permit ar pl cpl access))
                 (and (= ar (_ bv7 3)) (= access execute)))))
(check-sat)
(pop 1)

(push 1)
(echo "level-0-reads-everything: unsat expected")
(assert (not (rights-permit ar pl #b00 read)))
(check-sat)
(pop 1)

(push 1)
(echo "level-0-writes-unless-ar-is-0-1-or-7: unsat expected")
(assert (not (= (rights-permit ar pl #b00 write) (not (or (= ar (_ bv0 3)) (= ar (_ bv1 3)) (= ar (_ bv7 3)))))))
(check-sat)
(pop 1)

(push 1)
(echo "ar-0-to-3-permit-the-same-at-every-level-that-may-do-anything: unsat expected")
(assert (not (=> (and (bvule ar (_ bv3 3)) (bvule cpl pl) (bvule closer pl))
                 (= (rights-permit ar pl cpl access) (rights-permit ar pl closer access)))))
(check-sat)
(pop 1)

(push 1)
(echo "a-level-executes-what-level-0-may-not: sat expected")
(assert (and (rights-permit ar pl cpl execute) (not (rights-permit ar pl #b00 execute))))
(check-sat)
(pop 1)

(push 1)
(echo "everything-is-permitted: sat expected")
(assert (rights-permit ar pl cpl #b111))
(check-sat)
(pop 1)

(push 1)
(echo "execution-alone-is-permitted: sat expected")
(assert (and (rights-permit ar pl cpl execute) (not (rights-permit ar pl cpl read)) (not (rights-permit ar pl cpl write))))
(check-sat)
(pop 1)
