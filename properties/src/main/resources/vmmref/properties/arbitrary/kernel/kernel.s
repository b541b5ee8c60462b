// What every generated kernel does: it serves misses, system calls and interrupts, and lets processes take turns.
//
// A line is an instruction, a label, or the name of a macro. @label is the distance to a label; $name is a number that the generator
// knows: where something lies, or how long a slice of time is. What stands between .if and .endif is there for some kernels only:
// `short` and `long` say which page table is walked, `keyed` that what is inserted has a key of its own, `timer` that there are slices.
//
// Handlers have the registers of bank 0: the vector has saved the predicates to r31, and left in r30 where its counter lies.
// ar.k0 holds where the entries of the process that runs lie, ar.k1 where what is known of it lies, ar.k3 whose the
// floating-point registers are; r2 holds where region 1 begins, and r7 where somebody goes on who went astray.

// Back to whoever was interrupted.
.macro leave
        mov pr=r31,-1
        rfi
.endm

// The address that was reported, to r16; where the entry of its page lies, to r18; the entry, to r19.
.macro look_up
        mov r16=cr.ifa
        extr.u r18=r16,61,3
        cmp.eq p6,p7=1,r18
        (p7) br.cond.sptk.few @refused
        mov.m r17=ar.k0
        extr.u r18=r16,12,9
        shladd r18=r18,3,r17
        ld8 r19=[r18]
.endm

// The same of the page with the number in r8.
.macro look_up_page
        mov.m r17=ar.k0
        dep.z r18=r8,3,9
        add r18=r18,r17
        ld8 r19=[r18]
        dep.z r16=r8,12,9
        add r16=r16,r2
.endm

// The key of an entry, bits 58:56, to ITIR; the entry, to the hashed table, where its tag is not valid while it is written.
.macro prepared
.if keyed
        extr.u r23=r19,56,3
        shl r23=r23,8
        adds r23=48,r23
        mov cr.itir=r23
.endif
.if long
        thash r20=r16
        ttag r21=r16
        adds r22=16,r20
        movl r24=0x8000000000000000
        st8 [r22]=r24
        st8 [r20]=r19,8
        st8 [r20]=r23
        st8 [r22]=r21
.endif
.endm

// One more at the counter of the vector.
.macro counted
        ld8 r28=[r30]
        adds r28=1,r28
        st8 [r30]=r28
.endm

// To `lost` if it was a fetch.
.macro unless_fetched
        mov r16=cr.isr
        tbit.z p7,p6=r16,32
        (p6) br.cond.sptk.few @lost
.endm

// The kernel begins with processes.
launch:
        rsm 0x6000
        srlz.i
        cover
        mov.m ar.rsc=0
        flushrs
        bsw.0
        addl r17=$process,r0
        br.cond.sptk.few @enter

// Misses.
miss_fetch:
        look_up
        prepared
        itc.i r19
        leave
miss_data:
        look_up
        prepared
        itc.d r19
        leave

// The walker misses the page of the linear table.
walk:
        mov r16=cr.iha
        mov cr.ifa=r16
        mov.m r17=ar.k0
        adds r19=0x661,r17
        itc.d r19
        leave

// Pages that may not be used yet: entries are changed, and what stands for them goes.
dirty:
        look_up
        dep r19=-1,r19,5,2
        br.cond.sptk.few @update
accessed:
        look_up
        dep r19=-1,r19,5,1
        br.cond.sptk.few @update
absent:
        look_up
        extr.u r20=r19,12,20
        cmp.eq p6,p7=0,r20
        (p6) br.cond.sptk.few @missing
        dep r19=-1,r19,0,1
        br.cond.sptk.few @update
missing:
        unless_fetched
        br.cond.sptk.few @refused
update:
        st8 [r18]=r19
        prepared
        addl r22=48,r0
        ptr.d r16,r22
        ptc.l r16,r22
        leave

// A key comes to a register; bits 61:59 of the entry say what it forbids.
key:
.if short
        mov r19=rr[r2]
        extr.u r23=r19,8,24
        addl r24=8,r0
.endif
.if keyed
        look_up
        extr.u r23=r19,56,3
        adds r24=0,r23
.endif
        shl r23=r23,8
        extr.u r25=r19,59,3
        shl r25=r25,1
        adds r23=1,r23
        add r23=r23,r25
        mov pkr[r24]=r23
        srlz.d
        leave

// What is not permitted: behind the bundle, or to r7 where the bundle cannot be fetched.
fault:
        unless_fetched
refused:
        counted
advance:
        mov r20=cr.iip
        adds r20=16,r20
        mov cr.iip=r20
        mov r21=cr.ipsr
        dep r21=0,r21,41,2
        mov cr.ipsr=r21
        leave
lost:
        counted
        mov cr.iip=r7
        mov r21=cr.ipsr
        dep r21=0,r21,41,2
        mov cr.ipsr=r21
        leave

// A breakpoint of code is switched off, and so are traps; whoever left level 0 comes back to it.
debugged:
        mov r16=cr.isr
        tbit.z p7,p6=r16,32
        (p7) br.cond.sptk.few @refused
        mov r21=cr.ipsr
        dep r21=0,r21,24,1
        mov cr.ipsr=r21
        leave
stepped:
        mov r21=cr.ipsr
        dep r21=0,r21,40,1
        dep r21=0,r21,26,1
        mov cr.ipsr=r21
        leave
lower:
        mov r16=cr.isr
        tbit.z p7,p6=r16,4
        (p6) br.cond.sptk.few @lost
        mov r21=cr.ipsr
        dep r21=0,r21,25,1
        dep r21=0,r21,32,2
        mov cr.ipsr=r21
        leave

// A miss while PSR.ic is 0 says nothing of where it was: it goes on at r15.
nested:
        mov cr.iip=r15
        mov r21=psr
        dep r21=-1,r21,44,1
        mov cr.ipsr=r21
        mov cr.ifs=r0
        rfi

// System calls, by the immediate of the break: 0x101 and so on.
call:
        mov r16=cr.iim
        adds r17=-256,r16
        cmp.eq p6,p7=1,r17
        (p6) br.cond.sptk.few @yield
        cmp.eq p6,p7=2,r17
        (p6) br.cond.sptk.few @unmap
        cmp.eq p6,p7=3,r17
        (p6) br.cond.sptk.few @demand
        cmp.eq p6,p7=4,r17
        (p6) br.cond.sptk.few @protect
        cmp.eq p6,p7=5,r17
        (p6) br.cond.sptk.few @remap
        cmp.eq p6,p7=6,r17
        (p6) br.cond.sptk.few @arm
        cmp.eq p6,p7=7,r17
        (p6) br.cond.sptk.few @exit
        cmp.eq p6,p7=8,r17
        (p6) br.cond.sptk.few @pin
        cmp.eq p6,p7=9,r17
        (p6) br.cond.sptk.few @flush
        cmp.eq p6,p7=10,r17
        (p6) br.cond.sptk.few @grant
        br.cond.sptk.few @advance

// Another process goes on.
yield:
        mov r20=cr.iip
        adds r20=16,r20
        mov cr.iip=r20
        br.cond.sptk.few @switch

// The page r8 has no entry; is not present; has the access rights r9; is the page r9.
unmap:
        look_up_page
        addl r19=0,r0
        br.cond.sptk.few @changed
demand:
        look_up_page
        dep r19=0,r19,0,1
        br.cond.sptk.few @changed
protect:
        look_up_page
        dep r19=r9,r19,9,3
        br.cond.sptk.few @changed
remap:
        look_up_page
        dep.z r20=r9,3,9
        add r20=r20,r17
        ld8 r19=[r20]
        br.cond.sptk.few @changed
changed:
        st8 [r18]=r19
        prepared
        addl r22=48,r0
        ptr.d r16,r22
        ptc.ga r16,r22
        srlz.d
        br.cond.sptk.few @advance

// The timer asks after r8 instructions, up to 31.
arm:
        mov.m r18=ar.itc
        dep.z r19=r8,0,5
        add r18=r18,r19
        mov cr.itm=r18
        br.cond.sptk.few @advance

// The page r8 gets a translation register; all caches are emptied; the key r8, up to 7, forbids r9.
pin:
        look_up_page
        dep r19=-1,r19,5,2
        addl r22=48,r0
        ptr.d r16,r22
        mov cr.ifa=r16
        mov cr.itir=r22
        addl r24=2,r0
        srlz.d
        itr.d dtr[r24]=r19
        srlz.d
        br.cond.sptk.few @advance
flush:
        ptc.e r0
        srlz.i
        br.cond.sptk.few @advance
grant:
        dep.z r18=r8,0,3
        shl r19=r18,8
        dep r19=r9,r19,1,3
        dep r19=-1,r19,0,1
        mov pkr[r18]=r19
        srlz.d
        br.cond.sptk.few @advance

// The timer: another process goes on, unless it was the kernel that was interrupted.
interrupt:
        mov r16=cr.ivr
        mov cr.eoi=r0
        srlz.d
        counted
        mov r18=cr.ipsr
        extr.u r18=r18,32,2
        cmp.eq p6,p7=0,r18
        (p7) br.cond.sptk.few @switch
        leave

// The process that runs has ended.
exit:
        mov.m r17=ar.k1
        adds r18=$done,r17
        addl r19=1,r0
        st8 [r18]=r19

// It is left: its registers are stored, and those that are stacked, to its own backing store.
switch:
        mov cr.itm=r0
        mov.m r17=ar.k1
        adds r16=0,r17
        st8 [r16]=r31,8
        mov r18=cr.iip
        st8 [r16]=r18,8
        mov r18=cr.ipsr
        st8 [r16]=r18,8
        cover
        mov r18=cr.ifs
        st8 [r16]=r18,8
        mov.m ar.rsc=0
        flushrs
        mov.m r18=ar.bspstore
        st8 [r16]=r18,8
        mov.m r18=ar.rnat
        st8 [r16]=r18,8
        mov.i r18=ar.pfs
        st8 [r16]=r18,8
        mov r18=b0
        st8 [r16]=r18,8
        st8.spill [r16]=r8,8
        st8.spill [r16]=r9,8
        st8.spill [r16]=r10,8
        st8.spill [r16]=r11,8
        st8.spill [r16]=r12,8
        st8.spill [r16]=r13,8
        st8.spill [r16]=r14,8
        st8.spill [r16]=r15,8
        mov.m r18=ar.unat
        adds r19=$unat,r17
        st8 [r19]=r18
        addl r24=4,r0

// The next one that has not ended; none, when nobody is left.
pick:
        adds r20=$next,r17
        ld8 r17=[r20]
        adds r18=$done,r17
        ld8 r19=[r18]
        cmp.eq p6,p7=0,r19
        (p6) br.cond.sptk.few @enter
        adds r24=-1,r24
        cmp.eq p6,p7=0,r24
        (p7) br.cond.sptk.few @pick
idle:
        br.cond.sptk.few @idle

// The process goes on of which r17 says where what is known of it lies: its entries and its region, the pin of its backing store, no keys, its registers.
enter:
        mov.m ar.k1=r17
        adds r18=$table,r17
        ld8 r18=[r18]
        mov.m ar.k0=r18
        adds r18=$region,r17
        ld8 r18=[r18]
        mov rr[r2]=r18
        srlz.d
        addl r16=$store,r2
        addl r22=56,r0
        adds r19=$stack,r17
        ld8 r19=[r19]
        ptr.d r16,r22
        mov cr.ifa=r16
        mov cr.itir=r22
        addl r24=1,r0
        srlz.d
        itr.d dtr[r24]=r19
        srlz.d
        addl r24=1,r0
        mov pkr[r24]=r0
        addl r24=2,r0
        mov pkr[r24]=r0
        addl r24=8,r0
        mov pkr[r24]=r0
        adds r16=0,r17
        ld8 r31=[r16],8
        ld8 r18=[r16],8
        mov cr.iip=r18
        ld8 r18=[r16],8
        mov.m r19=ar.k3
        cmp.eq p6,p7=r19,r17
        (p6) dep r18=0,r18,19,1
        (p7) dep r18=-1,r18,19,1
        mov cr.ipsr=r18
        ld8 r18=[r16],8
        mov cr.ifs=r18
        mov.m ar.rsc=0
        ld8 r18=[r16],8
        mov.m ar.bspstore=r18
        ld8 r18=[r16],8
        mov.m ar.rnat=r18
        mov.m ar.rsc=12
        ld8 r18=[r16],8
        mov.i ar.pfs=r18
        ld8 r18=[r16],8
        mov b0=r18
        adds r18=$unat,r17
        ld8 r19=[r18]
        mov.m ar.unat=r19
        ld8.fill r8=[r16],8
        ld8.fill r9=[r16],8
        ld8.fill r10=[r16],8
        ld8.fill r11=[r16],8
        ld8.fill r12=[r16],8
        ld8.fill r13=[r16],8
        ld8.fill r14=[r16],8
        ld8.fill r15=[r16],8
.if timer
        mov.m r18=ar.itc
        adds r18=$slice,r18
        mov cr.itm=r18
.endif
        leave

// The floating-point registers come to the process that uses them, once it does.
floating:
        rsm 0x80000
        srlz.d
        mov.m r17=ar.k1
        mov.m r16=ar.k3
        cmp.eq p6,p7=0,r16
        (p6) br.cond.sptk.few @filled
        adds r18=$floating,r16
        stf.spill [r18]=f33,16
        stf.spill [r18]=f40,16
        stf.spill [r18]=f126,16
filled:
        adds r18=$floating,r17
        ldf.fill f33=[r18],16
        ldf.fill f40=[r18],16
        ldf.fill f126=[r18],16
        mov.m ar.k3=r17
        mov r18=cr.ipsr
        dep r18=0,r18,19,1
        mov cr.ipsr=r18
        leave
